#include "base/unit.h"
#include "pdf/crop.h"
#include "pdf/operators.h"
#include "pdf/separate.h"

#include <math.h>

/* Saddle stitching: sheets lie in each other and are stitched in the fold, so that the first
 * and the last page share the outside of the outermost one. */
typedef struct Imposition {
    Pass *pass;
    double width, height; /* of a page, trimmed and upright, in points */
    double bleed;         /* what pages have beyond their trim */
    PassBox spread;       /* two pages side by side on the sheet */
    PassBox media;        /* the sheet */
    int slots;            /* pages with the blank ones: a multiple of four */
    int *forms;           /* object of each slot's page as a form; 0: blank */
    PassBox *trims;       /* of each slot's page in its form */
    int *turns;           /* quarter turns clockwise that set it upright */
} Imposition;

static gboolean
same_size(double a, double b)
{
    return fabs(a - b) < 1;
}

/* Quarter turns that the page asks for itself. */
static int
turns_of(const Pass *pass, qpdf_oh page)
{
    int degrees = 0;
    qpdf_oh_get_value_as_int(pass->qpdf, pass_get(pass, page, "/Rotate"), &degrees);
    return ((degrees / 90) % 4 + 4) % 4;
}

static void
measure(const PassBox *trim, int turns, double *width, double *height)
{
    *width = turns % 2 ? trim->y1 - trim->y0 : trim->x1 - trim->x0;
    *height = turns % 2 ? trim->x1 - trim->x0 : trim->y1 - trim->y0;
}

/* The page as a form that can be put on a sheet (ISO 32000-1, 8.10). Returns its object, 0
 * where its content cannot be read. */
static int
make_form(const Imposition *imposition, qpdf_oh page, const PassBox *trim)
{
    const Pass *pass = imposition->pass;
    gsize length;
    g_autofree char *bytes = pass_content(pass, page, &length);
    if (!bytes)
        return 0;
    Separation marks_only = {0};
    GString *content = separate_content(&marks_only, bytes, length);
    int form = pass_add_stream(pass, content->str, content->len);
    g_string_free(content, TRUE);
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->qpdf, pass_object(pass, form));
    PassBox bleed = pass_box(pass, page, "/BleedBox", *trim);
    pass_set_name(pass, dictionary, "/Type", "/XObject");
    pass_set_name(pass, dictionary, "/Subtype", "/Form");
    pass_set(pass, dictionary, "/BBox", pass_box_array(pass, &bleed));
    pass_set(pass, dictionary, "/Resources", pass_get(pass, page, "/Resources"));
    if (qpdf_oh_has_key(pass->qpdf, page, "/Group"))
        pass_set(pass, dictionary, "/Group", pass_get(pass, page, "/Group"));
    return form;
}

/* A page that lies is set upright, or the reverse; FALSE with error where it is of another
 * size altogether. */
static gboolean
fit(const Imposition *imposition, int number, const PassBox *trim, int *turns,
    GError **error)
{
    double width, height;
    measure(trim, *turns, &width, &height);
    if (same_size(width, imposition->height) && same_size(height, imposition->width) &&
        !same_size(width, height)) {
        *turns = (*turns + 3) % 4;
        return TRUE;
    }
    if (same_size(width, imposition->width) && same_size(height, imposition->height))
        return TRUE;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                "inslaan gaat niet: bladzijde %d meet %.0f × %.0f mm, de eerste "
                "%.0f × %.0f mm",
                number + 1, width * 25.4 / 72, height * 25.4 / 72,
                imposition->width * 25.4 / 72, imposition->height * 25.4 / 72);
    return FALSE;
}

static int
slot_of(const Imposition *imposition, int page)
{
    int last = imposition->pass->page_count - 1;
    gboolean at_back =
        imposition->pass->options->back_cover && page == last && page > 0;
    return at_back ? imposition->slots - 1 : page;
}

static gboolean
make_forms(Imposition *imposition, GError **error)
{
    Pass *pass = imposition->pass;
    for (int i = 0; i < pass->page_count; i++) {
        qpdf_oh page = pass_page(pass, i);
        int slot = slot_of(imposition, i);
        PassBox trim = pass_trim(pass, page);
        int turns = turns_of(pass, page);
        if (!fit(imposition, i, &trim, &turns, error))
            return FALSE;
        imposition->trims[slot] = trim;
        imposition->turns[slot] = turns;
        imposition->forms[slot] = make_form(imposition, page, &trim);
        if (!imposition->forms[slot]) {
            pass_take_error(pass, error);
            return FALSE;
        }
        pass_release(pass);
    }
    return TRUE;
}

/* A sheet without marks is one that a printer has: two A5 pages are 1 mm narrower than A4. */
static void
round_to_paper(PassBox *media)
{
    static const double papers[][2] = {
        {595.276, 419.528}, {841.890, 595.276}, {1190.551, 841.890}};
    for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
        double x = (papers[i][0] - (media->x1 - media->x0)) / 2;
        double y = (papers[i][1] - (media->y1 - media->y0)) / 2;
        if (fabs(x) > 2 || fabs(y) > 2)
            continue;
        *media = (PassBox){media->x0 - x, media->y0 - y, media->x1 + x, media->y1 + y};
        return;
    }
}

/* Sizes the sheet by the first page; its lower left corner is the origin. */
static void
measure_sheet(Imposition *imposition)
{
    Pass *pass = imposition->pass;
    qpdf_oh page = pass_page(pass, 0);
    PassBox trim = pass_trim(pass, page);
    PassBox bleed = pass_box(pass, page, "/BleedBox", trim);
    measure(&trim, turns_of(pass, page), &imposition->width, &imposition->height);
    imposition->bleed = MAX(trim.x0 - bleed.x0, 0);
    gboolean marks = pass->options->crop_marks;
    double margin = marks ? crop_margin(imposition->bleed) : imposition->bleed;
    PassBox media = {-margin, -margin, 2 * imposition->width + margin,
                     imposition->height + margin};
    if (margin == 0)
        round_to_paper(&media);
    imposition->spread =
        (PassBox){-media.x0, -media.y0, 2 * imposition->width - media.x0,
                  imposition->height - media.y0};
    imposition->media = (PassBox){0, 0, media.x1 - media.x0, media.y1 - media.y0};
}

/* The matrix that turns the box by quarter turns clockwise and puts its lower left corner
 * at x, y. */
static void
put_matrix(GString *out, const PassBox *box, int turns, double x, double y)
{
    const double matrices[4][6] = {{1, 0, 0, 1, x - box->x0, y - box->y0},
                                   {0, -1, 1, 0, x - box->y0, y + box->x1},
                                   {-1, 0, 0, -1, x + box->x1, y + box->y1},
                                   {0, 1, -1, 0, x + box->y1, y - box->x0}};
    for (int i = 0; i < 6; i++)
        operator_put_number(out, matrices[turns][i]);
    g_string_append(out, "cm\n");
}

/* The page of a slot on the left (0) or right (1) half, moved to the fold by creep; nothing
 * of it goes over the fold, and outside it goes on into the bleed. */
static void
put_page(const Imposition *imposition, GString *out, int slot, int half, double creep)
{
    const PassBox *spread = &imposition->spread;
    double bleed = imposition->bleed, width = imposition->width;
    double x = spread->x0 + half * width;
    g_string_append(out, "q ");
    operator_put_number(out, half ? x : x - bleed);
    operator_put_number(out, spread->y0 - bleed);
    operator_put_number(out, width + bleed);
    operator_put_number(out, imposition->height + 2 * bleed);
    g_string_append(out, "re W n ");
    put_matrix(out, &imposition->trims[slot], imposition->turns[slot],
               half ? x - creep : x + creep, spread->y0);
    g_string_append_printf(out, "/P%d Do Q\n", half);
}

static void
put_marks(const Imposition *imposition, GString *out)
{
    const PassBox *spread = &imposition->spread;
    g_string_append(out, "q ");
    crop_put_stroke(out, imposition->pass->options->profile == PDF_PRESS);
    crop_put_marks(out, spread, imposition->bleed);
    crop_put_fold(out, spread, imposition->bleed, (spread->x0 + spread->x1) / 2);
    g_string_append(out, "Q\n");
}

/* The two slots of a side: the front of the outermost sheet is side 0, its back side 1. */
static void
slots_of(const Imposition *imposition, int side, int *slots)
{
    int from_front = side, from_back = imposition->slots - 1 - side;
    slots[0] = side % 2 ? from_front : from_back;
    slots[1] = side % 2 ? from_back : from_front;
}

static GString *
side_content(const Imposition *imposition, int side, const int *slots)
{
    const PdfOptions *options = imposition->pass->options;
    GString *out = g_string_new(NULL);
    if (side % 2 && options->duplex == PDF_LONG_EDGE) {
        g_string_append(out, "-1 0 0 -1 ");
        operator_put_number(out, imposition->media.x1);
        operator_put_number(out, imposition->media.y1);
        g_string_append(out, "cm\n");
    }
    double creep = side / 2 * length_points(options->creep);
    for (int half = 0; half < 2; half++)
        if (imposition->forms[slots[half]])
            put_page(imposition, out, slots[half], half, creep);
    if (options->crop_marks)
        put_marks(imposition, out);
    return out;
}

/* Returns the object of the side's page. */
static int
make_side(const Imposition *imposition, int side, int parent)
{
    const Pass *pass = imposition->pass;
    double bleed = imposition->bleed;
    const PassBox *spread = &imposition->spread;
    PassBox outside = {spread->x0 - bleed, spread->y0 - bleed, spread->x1 + bleed,
                       spread->y1 + bleed};
    qpdf_oh page = qpdf_oh_new_dictionary(pass->qpdf);
    pass_set_name(pass, page, "/Type", "/Page");
    pass_set(pass, page, "/Parent", pass_object(pass, parent));
    pass_set(pass, page, "/MediaBox", pass_box_array(pass, &imposition->media));
    pass_set(pass, page, "/BleedBox", pass_box_array(pass, &outside));
    pass_set(pass, page, "/TrimBox", pass_box_array(pass, spread));
    int slots[2];
    slots_of(imposition, side, slots);
    qpdf_oh resources = pass_dictionary(pass, page, "/Resources");
    qpdf_oh forms = pass_dictionary(pass, resources, "/XObject");
    static const char *const names[2] = {"/P0", "/P1"};
    for (int half = 0; half < 2; half++)
        if (imposition->forms[slots[half]])
            pass_set(pass, forms, names[half],
                     pass_object(pass, imposition->forms[slots[half]]));
    GString *content = side_content(imposition, side, slots);
    int stream = pass_add_stream(pass, content->str, content->len);
    g_string_free(content, TRUE);
    pass_set(pass, page, "/Contents", pass_object(pass, stream));
    if (pass->options->crop_marks && pass->options->profile == PDF_PRESS)
        crop_add_space(pass, page);
    return pass_add(pass, page);
}

/* The sides become the pages of the file, in the order in which a printer wants them. */
static void
write_sides(const Imposition *imposition)
{
    Pass *pass = imposition->pass;
    int count = imposition->slots / 2;
    int tree = pass_add(pass, qpdf_oh_new_dictionary(pass->qpdf));
    g_autofree int *sides = g_new(int, count);
    for (int i = 0; i < count; i++) {
        sides[i] = make_side(imposition, i, tree);
        pass_release(pass);
    }
    qpdf_oh kids = qpdf_oh_new_array(pass->qpdf);
    for (int i = 0; i < count; i++)
        qpdf_oh_append_item(pass->qpdf, kids, pass_object(pass, sides[i]));
    qpdf_oh dictionary = pass_object(pass, tree);
    pass_set_name(pass, dictionary, "/Type", "/Pages");
    pass_set(pass, dictionary, "/Count", qpdf_oh_new_integer(pass->qpdf, count));
    pass_set(pass, dictionary, "/Kids", kids);
    pass_set(pass, qpdf_get_root(pass->qpdf), "/Pages", dictionary);
    pass_release(pass);
}

gboolean
impose_apply(Pass *pass, GError **error)
{
    Imposition imposition = {.pass = pass, .slots = (pass->page_count + 3) / 4 * 4};
    measure_sheet(&imposition);
    imposition.forms = g_new0(int, imposition.slots);
    imposition.trims = g_new0(PassBox, imposition.slots);
    imposition.turns = g_new0(int, imposition.slots);
    gboolean done = make_forms(&imposition, error);
    if (done)
        write_sides(&imposition);
    g_free(imposition.forms);
    g_free(imposition.trims);
    g_free(imposition.turns);
    return done;
}
