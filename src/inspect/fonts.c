#include "inspect/font.h"
#include "inspect/walk.h"

#include <math.h>
#include <string.h>

enum { FLAG_SYMBOLIC = 4, MOST_WIDTHS = 1 << 18, NO_GLYPH = -1, UNKNOWN_GLYPH = -2 };

/* A font while it is inspected. */
typedef struct Font {
    Inspection *inspection;
    const FontUse *use;
    const Value *font; /* its dictionary */
    const Value *end;  /* of its descendant, or the same */
    const Value *descriptor;
    const char *kind; /* Subtype of end */
    gboolean symbolic;
    const char *encoding;    /* of a simple font: WinAnsiEncoding, … or NULL */
    GHashTable *differences; /* code → name */
    GHashTable *widths;      /* of a composite font: CID → Value */
    Program *program;        /* or NULL */
    char *glyphs;            /* CIDToGIDMap, or NULL */
    gsize glyphs_length;
    char *set; /* CIDSet, or NULL */
    gsize set_length;
    CMap *unicode; /* or NULL */
} Font;

/* The CMap that the codes follow, where it is in the file and can be followed here. */
static void
take_cmap(Inspection *inspection, FontUse *use)
{
    const Value *encoding = value_get(use->font, "Encoding");
    CMap *cmap =
        encoding->kind == VALUE_STREAM ? cmap_read(inspection, encoding) : NULL;
    if (!cmap)
        return;
    arena_own(inspection->objects->arena, cmap, (GDestroyNotify)cmap_free);
    use->unread = cmap->built_on || !cmap->has_pairs;
    use->cmap = cmap;
}

FontUse *
font_use(Inspection *inspection, const Value *font, int page)
{
    if (font->kind != VALUE_DICTIONARY)
        return NULL;
    FontUse *use = g_hash_table_lookup(inspection->fonts, font);
    if (use)
        return use;
    use = arena_new0(inspection->objects->arena, FontUse);
    use->font = font;
    use->page = page;
    use->composite = value_is_name(value_get(font, "Subtype"), "Type0");
    const char *encoding = value_name(value_get(font, "Encoding"));
    use->unread = use->composite && g_strcmp0(encoding, "Identity-H") != 0 &&
                  g_strcmp0(encoding, "Identity-V") != 0;
    if (use->unread)
        take_cmap(inspection, use);
    use->codes = g_hash_table_new(NULL, NULL);
    arena_own(inspection->objects->arena, use->codes,
              (GDestroyNotify)g_hash_table_unref);
    g_hash_table_insert(inspection->fonts, (gpointer)font, use);
    return use;
}

void
font_show(FontUse *use, const Value *string, gboolean actual)
{
    if (string->kind != VALUE_STRING || use->unread)
        return;
    guint step = use->composite ? 2 : 1;
    for (guint i = 0; i + step <= string->count; i += step) {
        guint code = (guchar)string->u.text[i];
        if (use->composite)
            code = code << 8 | (guchar)string->u.text[i + 1];
        gpointer key = GUINT_TO_POINTER(code);
        int before = GPOINTER_TO_INT(g_hash_table_lookup(use->codes, key));
        int now = before | CODE_SHOWN | (actual ? 0 : CODE_MUTE);
        if (now != before)
            g_hash_table_insert(use->codes, key, GINT_TO_POINTER(now));
    }
}

static void
report(const Font *font, DiagCode code, const char *text)
{
    finding(font->inspection, code, font->use->page, font->font, "%s", text);
}

/* PDF/A-2, 6.2.11.2. */
static void
check_dictionary(const Font *font)
{
    static const char *const kinds[] = {
        "Type1", "MMType1", "TrueType", "Type3", "CIDFontType0", "CIDFontType2", NULL};
    const char *name = value_name(value_get(font->font, "BaseFont"));
    gboolean drawn = strcmp(font->kind, "Type3") == 0;
    if (!value_is_name(value_get(font->font, "Type"), "Font") ||
        !is_among(font->kind, kinds) || (!drawn && !name))
        report(font, DIAG_PDF_FONT, "een lettertype mist Type, Subtype of BaseFont");
    if (font->use->composite) {
        const Value *system = value_get(font->end, "CIDSystemInfo");
        if (!value_is(value_get(system, "Registry"), VALUE_STRING) ||
            !value_is(value_get(system, "Ordering"), VALUE_STRING) ||
            !value_is(value_get(system, "Supplement"), VALUE_INTEGER))
            report(font, DIAG_PDF_FONT, "een lettertype mist CIDSystemInfo");
        return;
    }
    gint64 first = value_integer(value_get(font->font, "FirstChar"), -1);
    gint64 last = value_integer(value_get(font->font, "LastChar"), -1);
    gint64 count = value_count_items(value_get(font->font, "Widths"));
    if (first < 0 || last < first || last > 255 || count != last - first + 1)
        report(font, DIAG_PDF_FONT,
               "een lettertype heeft niet evenveel breedten als tekens");
}

/* 9.6.4: six capitals before the name of a part of a font. */
static void
check_font_name(const Font *font)
{
    const char *name = value_name(value_get(font->end, "BaseFont"));
    const char *own = value_name(value_get(font->descriptor, "FontName"));
    const char *plus = name ? strchr(name, '+') : NULL;
    gboolean tagged = plus && plus - name == 6;
    for (int i = 0; tagged && i < 6; i++)
        tagged = g_ascii_isupper(name[i]);
    if ((plus && !tagged) || (own && g_strcmp0(own, name) != 0))
        report(font, DIAG_PDF_FONT_NAME,
               "de naam van een lettertype is geen deelnaam of is elders anders");
}

static void
read_differences(Font *font)
{
    const Value *encoding = value_get(font->font, "Encoding");
    font->encoding = value_name(encoding);
    if (encoding->kind != VALUE_DICTIONARY)
        return;
    font->encoding = value_name(value_get(encoding, "BaseEncoding"));
    const Value *list = value_get(encoding, "Differences");
    guint code = 0;
    for (guint i = 0; i < value_count_items(list); i++) {
        const Value *item = value_item(list, i);
        if (item->kind == VALUE_INTEGER)
            code = (guint)CLAMP(item->u.integer, 0, 256);
        else if (value_name(item) && code < 256)
            g_hash_table_insert(font->differences, GUINT_TO_POINTER(code++),
                                (gpointer)value_name(item));
    }
}

/* PDF/A-2, 6.2.11.6. */
static void
check_encoding(const Font *font)
{
    if (strcmp(font->kind, "TrueType") != 0 || !font->program)
        return;
    gboolean unicode, symbol;
    int maps = program_maps(font->program, &unicode, &symbol);
    gboolean common = g_strcmp0(font->encoding, "WinAnsiEncoding") == 0 ||
                      g_strcmp0(font->encoding, "MacRomanEncoding") == 0;
    gboolean differs = g_hash_table_size(font->differences) > 0;
    if (font->symbolic ? value_has(font->font, "Encoding") || (maps != 1 && !symbol)
                       : !common || maps == 0 || (differs && !unicode))
        report(font, DIAG_PDF_FONT_ENCODING,
               "een TrueType-lettertype zegt niet eenduidig welke code welk teken is");
}

/* PDF/A-2, 6.2.11.3. */
static void
check_cmap(const Font *font)
{
    const Value *encoding = value_get(font->font, "Encoding");
    const Value *map = value_get(font->end, "CIDToGIDMap");
    if (strcmp(font->kind, "CIDFontType2") == 0 && font->program &&
        map->kind != VALUE_STREAM && !value_is_name(map, "Identity"))
        report(font, DIAG_PDF_FONT_GLYPH_MAP,
               "een lettertype zegt niet welk nummer welk teken is (CIDToGIDMap)");
    if (encoding->kind == VALUE_STREAM) {
        g_autoptr(CMap) cmap = cmap_read(font->inspection, encoding);
        if (!cmap || cmap->direction != value_integer(value_get(encoding, "WMode"), 0))
            report(font, DIAG_PDF_FONT_CMAP,
                   "de richting van een CMap is niet die van haar woordenboek");
        return;
    }
    const char *name = value_name(encoding);
    gboolean known =
        name && (g_str_has_suffix(name, "-H") || g_str_has_suffix(name, "-V") ||
                 strcmp(name, "H") == 0 || strcmp(name, "V") == 0);
    if (!known)
        report(font, DIAG_PDF_FONT_CMAP, "een lettertype heeft geen CMap die er is");
}

/* 9.7.4.3: "c [w…]" or "first last w". */
static void
read_widths(Font *font)
{
    const Value *list = value_get(font->end, "W");
    guint count = value_count_items(list), i = 0;
    while (i + 1 < count && g_hash_table_size(font->widths) < MOST_WIDTHS) {
        gint64 first = CLAMP(value_integer(value_item(list, i), 0), 0, 0xFFFF);
        const Value *second = value_item(list, i + 1);
        if (second->kind == VALUE_ARRAY) {
            for (guint j = 0; j < MIN(second->count, 0x10000); j++)
                g_hash_table_insert(font->widths, GUINT_TO_POINTER((guint)first + j),
                                    (gpointer)value_item(second, j));
            i += 2;
            continue;
        }
        gint64 last = CLAMP(value_integer(second, 0), 0, 0xFFFF);
        for (gint64 cid = first; cid <= last && i + 2 < count; cid++)
            g_hash_table_insert(font->widths, GUINT_TO_POINTER((guint)cid),
                                (gpointer)value_item(list, i + 2));
        i += 3;
    }
}

static double
told_width(const Font *font, guint code)
{
    double width = 0;
    if (font->use->composite) {
        const Value *value = g_hash_table_lookup(font->widths, GUINT_TO_POINTER(code));
        if (!value || !value_number(value, &width))
            width = 1000, value_number(value_get(font->end, "DW"), &width);
        return width;
    }
    gint64 first = value_integer(value_get(font->font, "FirstChar"), 0);
    const Value *widths = value_get(font->font, "Widths");
    if ((gint64)code < first || code - first >= value_count_items(widths))
        value_number(value_get(font->descriptor, "MissingWidth"), &width);
    else
        value_number(value_item(widths, (guint)(code - first)), &width);
    return width;
}

/* The glyph that a code shows, or one of NO_GLYPH and UNKNOWN_GLYPH. */
static int
simple_glyph(const Font *font, guint code)
{
    const char *name = g_hash_table_lookup(font->differences, GUINT_TO_POINTER(code));
    guint glyph = 0;
    if (strcmp(font->kind, "TrueType") == 0) {
        if (font->symbolic)
            return (int)program_symbol(font->program, code);
        if (name || g_strcmp0(font->encoding, "WinAnsiEncoding") != 0)
            return UNKNOWN_GLYPH;
        gunichar character = winansi_character(code);
        return character && program_character(font->program, character, &glyph)
                   ? (int)glyph
                   : UNKNOWN_GLYPH;
    }
    if (name)
        return strcmp(name, ".notdef") == 0 ? 0
                                            : (int)program_name(font->program, name);
    if (!font->encoding)
        return (int)program_code(font->program, code);
    if (strcmp(font->encoding, "WinAnsiEncoding") != 0)
        return UNKNOWN_GLYPH;
    return program_character(font->program, winansi_character(code), &glyph)
               ? (int)glyph
               : UNKNOWN_GLYPH;
}

/* number: of the glyph as the font has it; -1: none. */
static int
glyph_of(const Font *font, guint code, int number)
{
    if (!font->use->composite)
        return simple_glyph(font, code);
    if (number < 0)
        return NO_GLYPH;
    if (font->use->cmap && program_is_numbered(font->program))
        return UNKNOWN_GLYPH;
    if (!font->glyphs)
        return number;
    gsize at = (gsize)number * 2;
    if (at + 1 >= font->glyphs_length)
        return NO_GLYPH;
    return (guchar)font->glyphs[at] << 8 | (guchar)font->glyphs[at + 1];
}

/* PDF/A-2, 6.2.11.4, 6.2.11.5 and 6.2.11.8. */
static void
check_glyph(const Font *font, guint code)
{
    int number = font->use->cmap ? cmap_number(font->use->cmap, code) : (int)code;
    int glyph = glyph_of(font, code, number);
    double width;
    if (glyph == UNKNOWN_GLYPH)
        return;
    if (glyph == 0)
        finding(font->inspection, DIAG_PDF_FONT_NOTDEF, font->use->page, font->font,
                "code %u toont het teken voor wat er niet is (.notdef)", code);
    else if (glyph == NO_GLYPH || glyph >= program_glyph_count(font->program) ||
             !program_width(font->program, (guint)glyph, &width))
        finding(font->inspection, DIAG_PDF_FONT_GLYPH, font->use->page, font->font,
                "code %u heeft geen teken in het lettertype", code);
    else if (fabs(width - told_width(font, (guint)number)) > 1)
        finding(font->inspection, DIAG_PDF_FONT_WIDTH, font->use->page, font->font,
                "code %u is %.0f breed, en het bestand zegt %.0f", code, width,
                told_width(font, (guint)number));
    if (font->set && number >= 0 &&
        ((guint)number / 8 >= font->set_length ||
         !(font->set[number / 8] & 0x80 >> number % 8)))
        finding(font->inspection, DIAG_PDF_FONT_SET, font->use->page, font->font,
                "CIDSet noemt nummer %u niet", code);
}

/* Whether the encoding alone says which character a code is (PDF/A-2, 6.2.11.7.2). */
static gboolean
encoding_tells(const Font *font, guint code)
{
    static const char *const encodings[] = {"WinAnsiEncoding", "MacRomanEncoding",
                                            "MacExpertEncoding", NULL};
    if (font->use->composite)
        return FALSE;
    return g_hash_table_contains(font->differences, GUINT_TO_POINTER(code)) ||
           is_among(font->encoding, encodings) ||
           (strcmp(font->kind, "Type1") == 0 && !font->symbolic);
}

static void
check_meaning(const Font *font, guint code, int use)
{
    int meaning = font->unicode ? GPOINTER_TO_INT(g_hash_table_lookup(
                                      font->unicode->meanings, GUINT_TO_POINTER(code)))
                                : 0;
    if (meaning == 0 && !encoding_tells(font, code))
        finding(font->inspection, DIAG_PDF_FONT_UNICODE, font->use->page, font->font,
                "van code %u is niet te zeggen welk teken het is", code);
    if (meaning & MEANS_NOTHING)
        finding(font->inspection, DIAG_PDF_FONT_UNICODE_VALUE, font->use->page,
                font->font, "code %u staat voor U+0000, U+FEFF of U+FFFE", code);
    if ((meaning & MEANS_PRIVATE) && (use & CODE_MUTE))
        finding(font->inspection, DIAG_PDF_FONT_PRIVATE, font->use->page, font->font,
                "code %u staat voor een teken dat alleen het lettertype kent", code);
}

static int
compare_codes(gconstpointer a, gconstpointer b)
{
    guint left = GPOINTER_TO_UINT(a), right = GPOINTER_TO_UINT(b);
    return left < right ? -1 : left > right;
}

static void
check_codes(const Font *font)
{
    g_autoptr(GList) codes = g_hash_table_get_keys(font->use->codes);
    codes = g_list_sort(codes, compare_codes);
    for (const GList *link = codes; link; link = link->next) {
        guint code = GPOINTER_TO_UINT(link->data);
        if (font->program && strcmp(font->kind, "Type3") != 0)
            check_glyph(font, code);
        check_meaning(
            font, code,
            GPOINTER_TO_INT(g_hash_table_lookup(font->use->codes, link->data)));
    }
}

static void
open_program(Font *font)
{
    const Inspection *inspection = font->inspection;
    gboolean embedded;
    font->program = program_open(inspection, font->descriptor, &embedded);
    if (!embedded && strcmp(font->kind, "Type3") != 0)
        report(font, DIAG_PDF_FONT_MISSING, "een lettertype zit niet in het bestand");
    else if (embedded && !font->program)
        report(font, DIAG_PDF_FONT_PROGRAM, "een lettertype is niet te lezen");
    const Value *map = value_get(font->end, "CIDToGIDMap");
    const Value *set = value_get(font->descriptor, "CIDSet");
    font->glyphs = objects_data(inspection->objects, map, &font->glyphs_length);
    font->set = objects_data(inspection->objects, set, &font->set_length);
    const Value *unicode = value_get(font->font, "ToUnicode");
    font->unicode =
        unicode->kind == VALUE_STREAM ? cmap_read(inspection, unicode) : NULL;
}

static void
check_font(Inspection *inspection, const FontUse *use)
{
    Font font = {.inspection = inspection, .use = use, .font = use->font};
    font.end = use->composite ? value_item(value_get(use->font, "DescendantFonts"), 0)
                              : use->font;
    font.descriptor = value_get(font.end, "FontDescriptor");
    font.kind = value_name(value_get(font.end, "Subtype"));
    font.kind = font.kind ? font.kind : "";
    font.symbolic =
        (value_integer(value_get(font.descriptor, "Flags"), 0) & FLAG_SYMBOLIC) != 0;
    font.differences = g_hash_table_new(NULL, NULL);
    font.widths = g_hash_table_new(NULL, NULL);
    read_differences(&font);
    read_widths(&font);
    open_program(&font);
    check_dictionary(&font);
    check_font_name(&font);
    check_encoding(&font);
    if (use->composite)
        check_cmap(&font);
    check_codes(&font);
    g_hash_table_unref(font.differences);
    g_hash_table_unref(font.widths);
    program_free(font.program);
    g_free(font.glyphs);
    g_free(font.set);
    cmap_free(font.unicode);
}

static int
compare_uses(gconstpointer a, gconstpointer b)
{
    const FontUse *left = a, *right = b;
    return left->font->object - right->font->object;
}

/* The fonts of a form are typed in, shown or not yet. */
static void
use_form_fonts(Inspection *inspection)
{
    const Value *form = value_get(inspection->root, "AcroForm");
    const Value *fonts = value_get(value_get(form, "DR"), "Font");
    for (guint i = 0; fonts->kind == VALUE_DICTIONARY && i < fonts->count; i++)
        font_use(inspection, value_resolve(fonts->u.entries[i].value), -1);
}

void
check_fonts(Inspection *inspection)
{
    use_form_fonts(inspection);
    g_autoptr(GList) uses = g_hash_table_get_values(inspection->fonts);
    uses = g_list_sort(uses, compare_uses);
    for (const GList *link = uses; link; link = link->next)
        check_font(inspection, link->data);
}
