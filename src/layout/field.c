#include "layout/field.h"
#include "layout/inline.h"

gboolean
field_is(const FoNode *node)
{
    if (node->kind != FO_INLINE && node->kind != FO_BLOCK_CONTAINER)
        return FALSE;
    const char *name = fo_string(node, PROP_OW_VELD);
    return name && *name;
}

static AreaFieldKind
kind_of(const FoNode *node)
{
    switch ((int)fo_enum(node, PROP_OW_VELD_SOORT)) {
    case ENUM_VINK:
        return AREA_FIELD_TICK;
    case ENUM_KEUZE:
        return AREA_FIELD_CHOICE;
    case ENUM_ALINEA:
        return AREA_FIELD_LINES;
    case ENUM_DATUM:
        return AREA_FIELD_DATE;
    default:
        return AREA_FIELD_LINE;
    }
}

/* The font in which node's text would be set. */
static void
set_font(Layout *layout, const FoNode *node, AreaField *field)
{
    const TextStyle *style = inline_style(layout, node);
    const TextPiece *piece = text_shape(layout->text, layout->areas, "x", 1, style,
                                        &node->place, layout->pass_diag);
    field->font = piece ? piece->font : NULL;
    field->size = style->size;
}

void
field_place(Layout *layout, const FoNode *node, Area *area)
{
    if (!field_is(node))
        return;
    AreaField *field = arena_new0(layout->areas, AreaField);
    field->kind = kind_of(node);
    field->name = fo_string(node, PROP_OW_VELD);
    field->option = fo_string(node, PROP_OW_VELD_OPTIE);
    field->value = fo_string(node, PROP_OW_VELD_WAARDE);
    field->explanation = fo_string(node, PROP_OW_VELD_UITLEG);
    field->longest = (int)fo_number(node, PROP_OW_VELD_LENGTE);
    field->read_only = fo_enum(node, PROP_OW_VELD_ALLEEN_LEZEN) == ENUM_TRUE;
    field->place = node->place;
    set_font(layout, node, field);
    if (!layout->artifact)
        field->element = layout_element(layout, node);
    /* A running head is no content, but what it asks for must be found (ISO 14289-1,
     * 7.18.4). */
    if (!field->element)
        field->element = structure_add(layout->structure, NULL, "Form");
    area->field = field;
}
