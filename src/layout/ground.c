#include "area/image.h"
#include "layout/border.h"
#include "layout/table.h"

/* The background alone of node: what is painted behind the cells of a column, a part or a
 * row has no border or padding. NULL: none. */
const AreaBox *
table_ground_box(Layout *layout, const FoNode *node, Length ipd)
{
    if (!node)
        return NULL;
    const char *image = fo_string(node, PROP_BACKGROUND_IMAGE);
    if (fo_colour(node, PROP_BACKGROUND_COLOR).alpha == 0 && !(image && *image))
        return NULL;
    const AreaBox *whole = border_box(layout, layout->areas, node, ipd);
    if (!whole)
        return NULL;
    AreaBox *box = arena_new0(layout->areas, AreaBox);
    *box = *whole;
    for (int i = 0; i < 4; i++) {
        box->border[i] = (AreaBorder){0};
        box->padding[i] = 0;
    }
    return box;
}

typedef enum Level { LEVEL_COLUMN, LEVEL_PART, LEVEL_ROW } Level;

/* Where a cell, or an empty place, stands in the part. */
typedef struct Stand {
    int column, columns;
    Length top, bottom;
    gboolean begins; /* in this row of this page */
} Stand;

typedef struct Painter {
    Layout *layout;
    const TablePart *part;
    Area *parent;
    Length dx, y;
} Painter;

static Stand
stand_at(const TablePart *part, int row, int column)
{
    const Group *group = part->group;
    const Table *table = group->table;
    int own = group->rows[row].index, cell = table_cell_at(table, own, column);
    Stand stand = {column, 1, part->tops[row - part->first_row],
                   part->tops[row - part->first_row + 1], TRUE};
    if (cell < 0)
        return stand;
    const TableCell *found = &table->cells[cell];
    int first = found->row - own + row, last = first + found->rows - 1;
    stand.columns = found->columns;
    stand.begins = MAX(first, part->first_row) == row;
    stand.bottom = part->tops[MIN(last, part->last_row) - part->first_row + 1];
    return stand;
}

static const AreaBox *
box_at(const TablePart *part, Level level, int row, int column)
{
    const Group *group = part->group;
    switch (level) {
    case LEVEL_COLUMN:
        return group->table->column_boxes[column];
    case LEVEL_PART:
        return group->rows[row].part_box;
    default:
        return group->rows[row].box;
    }
}

static const FoNode *
node_at(const TablePart *part, Level level, int row, int column)
{
    const Group *group = part->group;
    return level == LEVEL_COLUMN ? group->table->columns[column]
           : level == LEVEL_PART ? group->rows[row].part
                                 : group->rows[row].node;
}

/* The image of a row's background stands in the whole row (XSL 1.1, 6.7.9), and what a cell
 * shows of it in the rectangle behind that. */
static const AreaBox *
image_box(const Painter *painter, int row, const AreaBox *box, const Area *area)
{
    const TablePart *part = painter->part;
    const Group *group = part->group;
    const Length *tops = &part->tops[row - part->first_row];
    Length across = group->width - image_width(box->image);
    Length down = tops[1] - tops[0] - image_height(box->image);
    AreaBox *own = arena_new0(painter->layout->areas, AreaBox);
    *own = *box;
    own->image_x = group->x + painter->dx + box->image_x +
                   (Length)(box->image_across * across) - area->x;
    own->image_y = painter->y + tops[0] + box->image_y +
                   (Length)(box->image_down * down) - area->y;
    own->image_across = own->image_down = 0;
    return own;
}

/* One rectangle behind columns; the one above it is made longer where it can be. */
static void
add_ground(Painter *painter, Level level, int row, const AreaBox *box,
           const Stand *stand)
{
    const FoNode *node = node_at(painter->part, level, row, stand->column);
    Table *table = painter->part->group->table;
    Length x = table_left(table, stand->column, stand->columns) +
               table->column_gap / 2 + painter->dx;
    Length width =
        table_span_width(table, stand->column, stand->columns) - table->column_gap;
    Length y = painter->y + stand->top + table->row_gap / 2;
    Length height = stand->bottom - stand->top - table->row_gap;
    if (height <= 0 || width <= 0)
        return;
    int offset = level == LEVEL_PART ? table->column_count : 0;
    TableGround *ground = &table->grounds[offset + stand->column];
    Area *above = ground->area;
    if (level != LEVEL_ROW && above && ground->box == box &&
        above->parent == painter->parent && above->x == x && above->width == width &&
        above->y + above->height == y && !box->image) {
        above->height += height;
        return;
    }
    Area *area = area_new(painter->layout->document, AREA_BLOCK,
                          fo_kind_name(node->kind), node->place);
    area->artifact = TRUE;
    area->x = x;
    area->y = y;
    area->width = width;
    area->height = height;
    area->box =
        level == LEVEL_ROW && box->image ? image_box(painter, row, box, area) : box;
    area_append(painter->parent, area);
    if (level != LEVEL_ROW)
        *ground = (TableGround){area, box};
}

/* Places that adjoin, have one background and end together are one rectangle. */
static void
place_level(Painter *painter, Level level, int row)
{
    const TablePart *part = painter->part;
    const Table *table = part->group->table;
    Stand run = {0};
    const AreaBox *box = NULL;
    for (int column = 0; column < table->column_count;) {
        Stand stand = stand_at(part, row, column);
        const AreaBox *own = stand.begins ? box_at(part, level, row, column) : NULL;
        gboolean goes_on = own && own == box && table->column_gap == 0 &&
                           run.bottom == stand.bottom && !own->image;
        if (goes_on) {
            run.columns += stand.columns;
        } else {
            if (box)
                add_ground(painter, level, row, box, &run);
            run = stand;
            box = own;
        }
        column = stand.column + stand.columns;
    }
    if (box)
        add_ground(painter, level, row, box, &run);
}

static gboolean
has_column_boxes(const Table *table)
{
    for (int i = 0; i < table->column_count; i++)
        if (table->column_boxes[i])
            return TRUE;
    return FALSE;
}

void
table_place_grounds(Layout *layout, const TablePart *part, Area *parent, Length dx,
                    Length y)
{
    Painter painter = {layout, part, parent, dx, y};
    gboolean has_columns = has_column_boxes(part->group->table);
    for (int row = part->first_row; row <= part->last_row; row++) {
        if (has_columns)
            place_level(&painter, LEVEL_COLUMN, row);
        if (part->group->rows[row].part_box)
            place_level(&painter, LEVEL_PART, row);
        if (part->group->rows[row].box)
            place_level(&painter, LEVEL_ROW, row);
    }
}
