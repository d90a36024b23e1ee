#include "base/unit.h"
#include "pdf/condition.h"
#include "pdf/crop.h"
#include "pdf/parts.h"
#include "pdf/separate.h"

#include <string.h>

/* The pages as PDF/X-4 (ISO 15930-7) takes them. */
typedef struct Press {
    Pass *pass;
    double bleed, margin; /* from the trim, in points */
    GQueue waiting;       /* handles of what may have resources */
    GHashTable *visited;  /* object numbers */
    gboolean failed;      /* a stream could not be read */
} Press;

static gboolean
is_new(Press *press, qpdf_oh object)
{
    int number = qpdf_oh_get_object_id(press->pass->qpdf, object);
    return number == 0 || g_hash_table_add(press->visited, GINT_TO_POINTER(number));
}

/* The space of RGB that stays: [/ICCBased sRGB] (8.6.5.5). */
static qpdf_oh
screen_space(Pass *pass)
{
    if (pass->screen_space == 0) {
        g_autoptr(GByteArray) profile = profile_srgb();
        int stream = pass_add_stream(pass, profile->data, profile->len);
        qpdf_oh dictionary = qpdf_oh_get_dict(pass->qpdf, pass_object(pass, stream));
        pass_set(pass, dictionary, "/N", qpdf_oh_new_integer(pass->qpdf, 3));
        qpdf_oh space = qpdf_oh_new_array(pass->qpdf);
        qpdf_oh_append_item(pass->qpdf, space,
                            qpdf_oh_new_name(pass->qpdf, "/ICCBased"));
        qpdf_oh_append_item(pass->qpdf, space, pass_object(pass, stream));
        pass->screen_space = pass_add(pass, space);
    }
    return pass_object(pass, pass->screen_space);
}

/* The colour space of an image or a shading: what is device RGB gets the screen's. */
static void
fix_space(Press *press, qpdf_oh owner)
{
    Pass *pass = press->pass;
    qpdf_oh space = pass_get(pass, owner, "/ColorSpace");
    if (qpdf_oh_is_name_and_equals(pass->qpdf, space, "/DeviceRGB")) {
        pass_set(pass, owner, "/ColorSpace", screen_space(pass));
        return;
    }
    if (!qpdf_oh_is_array(pass->qpdf, space) ||
        qpdf_oh_get_array_n_items(pass->qpdf, space) < 2)
        return;
    qpdf_oh base = qpdf_oh_get_array_item(pass->qpdf, space, 1);
    if (qpdf_oh_is_name_and_equals(pass->qpdf, base, "/DeviceRGB"))
        qpdf_oh_set_array_item(pass->qpdf, space, 1, screen_space(pass));
}

/* A transparency group blends in the press's inks (11.6.6). */
static void
fix_group(Press *press, qpdf_oh owner)
{
    Pass *pass = press->pass;
    qpdf_oh group = pass_get(pass, owner, "/Group");
    qpdf_oh space = pass_get(pass, group, "/CS");
    if (qpdf_oh_is_name_and_equals(pass->qpdf, space, "/DeviceRGB"))
        pass_set_name(pass, group, "/CS", "/DeviceCMYK");
}

/* Where a stream draws on a page. */
typedef struct Spot {
    const PassBox *trim; /* of the page; NULL: it is not known where on it */
    const SeparateMatrix *matrix;
    GHashTable *drawn; /* as in Separation */
} Spot;

/* bytes with the colours of the press. */
static GString *
separated(Press *press, qpdf_oh owner, const Spot *spot, const char *bytes,
          gsize length)
{
    Separation separation = {.inks = TRUE,
                             .trim = press->bleed > 0 ? spot->trim : NULL,
                             .bleed = press->bleed,
                             .matrix = spot->matrix,
                             .drawn = spot->drawn,
                             .diag = press->pass->options->diag};
    GString *content = separate_content(&separation, bytes, length);
    if (separation.device_rgb) {
        qpdf_oh resources = pass_dictionary(press->pass, owner, "/Resources");
        qpdf_oh spaces = pass_dictionary(press->pass, resources, "/ColorSpace");
        pass_set(press->pass, spaces, "/DefaultRGB", screen_space(press->pass));
    }
    return content;
}

/* A form, a tiling pattern or a glyph of a font that is drawn. */
static void
fix_drawing(Press *press, qpdf_oh stream, qpdf_oh owner, const Spot *spot)
{
    gsize length;
    g_autofree char *bytes = pass_stream_bytes(press->pass, stream, &length);
    if (!bytes) {
        press->failed = TRUE;
        return;
    }
    GString *content = separated(press, owner, spot, bytes, length);
    pass_set_stream(press->pass, stream, content);
    g_string_free(content, TRUE);
}

static const Spot nowhere = {0};

static void
fix_form(Press *press, qpdf_oh stream, const Spot *spot)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(press->pass->qpdf, stream);
    fix_drawing(press, stream, dictionary, spot);
    fix_group(press, dictionary);
    g_queue_push_tail(&press->waiting, GUINT_TO_POINTER(dictionary));
}

static void
fix_external(Press *press, qpdf_oh stream)
{
    Pass *pass = press->pass;
    if (!qpdf_oh_is_stream(pass->qpdf, stream))
        return;
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->qpdf, stream);
    if (qpdf_oh_is_name_and_equals(pass->qpdf, pass_get(pass, dictionary, "/Subtype"),
                                   "/Form"))
        fix_form(press, stream, &nowhere);
    else
        fix_space(press, dictionary);
}

static void
fix_shading(Press *press, qpdf_oh shading)
{
    qpdf_data qpdf = press->pass->qpdf;
    fix_space(press, qpdf_oh_is_stream(qpdf, shading) ? qpdf_oh_get_dict(qpdf, shading)
                                                      : shading);
}

static void
fix_pattern(Press *press, qpdf_oh pattern)
{
    if (qpdf_oh_is_stream(press->pass->qpdf, pattern))
        fix_form(press, pattern, &nowhere);
    else
        fix_shading(press, pass_get(press->pass, pattern, "/Shading"));
}

/* The group of a soft mask. */
static void
fix_state(Press *press, qpdf_oh state)
{
    Pass *pass = press->pass;
    qpdf_oh group = pass_get(pass, pass_get(pass, state, "/SMask"), "/G");
    if (qpdf_oh_is_stream(pass->qpdf, group) && is_new(press, group))
        fix_form(press, group, &nowhere);
}

/* Glyphs that are drawn: a Type 3 font (9.6.5). */
static void
fix_font(Press *press, qpdf_oh font)
{
    Pass *pass = press->pass;
    qpdf_oh glyphs = pass_get(pass, font, "/CharProcs");
    g_autoptr(GPtrArray) keys = pass_keys(pass, glyphs);
    for (guint i = 0; i < keys->len; i++) {
        qpdf_oh glyph = pass_get(pass, glyphs, keys->pdata[i]);
        if (qpdf_oh_is_stream(pass->qpdf, glyph) && is_new(press, glyph))
            fix_drawing(press, glyph, font, &nowhere);
    }
    if (keys->len > 0)
        g_queue_push_tail(&press->waiting, GUINT_TO_POINTER(font));
}

static void
fix_category(Press *press, qpdf_oh resources, const char *category,
             void (*fix)(Press *, qpdf_oh))
{
    Pass *pass = press->pass;
    qpdf_oh entries = pass_get(pass, resources, category);
    g_autoptr(GPtrArray) keys = pass_keys(pass, entries);
    for (guint i = 0; i < keys->len; i++) {
        qpdf_oh entry = pass_get(pass, entries, keys->pdata[i]);
        if (is_new(press, entry))
            fix(press, entry);
    }
}

/* All that page draws with, however deep. */
static void
fix_resources(Press *press, qpdf_oh page)
{
    g_queue_push_tail(&press->waiting, GUINT_TO_POINTER(page));
    while (!g_queue_is_empty(&press->waiting)) {
        qpdf_oh owner = GPOINTER_TO_UINT(g_queue_pop_head(&press->waiting));
        qpdf_oh resources = pass_get(press->pass, owner, "/Resources");
        if (!qpdf_oh_is_dictionary(press->pass->qpdf, resources) ||
            !is_new(press, resources))
            continue;
        fix_category(press, resources, "/XObject", fix_external);
        fix_category(press, resources, "/Pattern", fix_pattern);
        fix_category(press, resources, "/Shading", fix_shading);
        fix_category(press, resources, "/ExtGState", fix_state);
        fix_category(press, resources, "/Font", fix_font);
    }
}

/* The forms that the page itself draws, which may reach the trim. */
static void
fix_page_forms(Press *press, qpdf_oh page, const Spot *spot)
{
    Pass *pass = press->pass;
    qpdf_oh entries = pass_get(pass, pass_get(pass, page, "/Resources"), "/XObject");
    g_autoptr(GPtrArray) keys = pass_keys(pass, entries);
    for (guint i = 0; i < keys->len; i++) {
        qpdf_oh entry = pass_get(pass, entries, keys->pdata[i]);
        const SeparateMatrix *matrix = g_hash_table_lookup(spot->drawn, keys->pdata[i]);
        qpdf_oh dictionary = qpdf_oh_is_stream(pass->qpdf, entry)
                                 ? qpdf_oh_get_dict(pass->qpdf, entry)
                                 : entry;
        if (!matrix || qpdf_oh_has_key(pass->qpdf, dictionary, "/Matrix") ||
            !qpdf_oh_is_name_and_equals(
                pass->qpdf, pass_get(pass, dictionary, "/Subtype"), "/Form") ||
            !is_new(press, entry))
            continue;
        const Spot there = {.trim = spot->trim, .matrix = matrix};
        fix_form(press, entry, &there);
    }
}

static PassBox
grown(const PassBox *box, double by)
{
    return (PassBox){box->x0 - by, box->y0 - by, box->x1 + by, box->y1 + by};
}

/* ISO 32000-1, 14.11.2. */
static void
set_boxes(Press *press, qpdf_oh page, const PassBox *trim)
{
    Pass *pass = press->pass;
    PassBox bleed = grown(trim, press->bleed), media = grown(trim, press->margin);
    pass_set(pass, page, "/MediaBox", pass_box_array(pass, &media));
    pass_set(pass, page, "/BleedBox", pass_box_array(pass, &bleed));
    pass_set(pass, page, "/TrimBox", pass_box_array(pass, trim));
    static const char *const gone[] = {"/CropBox", "/ArtBox",        "/Annots", "/Tabs",
                                       "/AA",      "/StructParents", NULL};
    pass_remove(pass, page, gone);
}

/* Before the content, where nothing has moved the page yet. */
static void
add_crop_marks(Press *press, qpdf_oh page, const PassBox *trim, GString *content)
{
    g_autoptr(GString) marks = g_string_new("q ");
    crop_put_stroke(marks, TRUE);
    crop_put_marks(marks, trim, press->bleed);
    g_string_append(marks, "Q\n");
    g_string_prepend_len(content, marks->str, (gssize)marks->len);
    crop_add_space(press->pass, page);
}

static gboolean
fix_page(Press *press, int number)
{
    Pass *pass = press->pass;
    qpdf_oh page = pass_page(pass, number);
    PassBox trim = pass_trim(pass, page);
    gsize length;
    g_autofree char *bytes = pass_content(pass, page, &length);
    if (!bytes)
        return FALSE;
    g_autoptr(GHashTable) drawn =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const Spot spot = {.trim = &trim, .drawn = drawn};
    GString *content = separated(press, page, &spot, bytes, length);
    fix_group(press, page);
    fix_page_forms(press, page, &spot);
    fix_resources(press, page);
    if (press->margin > press->bleed)
        add_crop_marks(press, page, &trim, content);
    int stream = pass_add_stream(pass, content->str, content->len);
    g_string_free(content, TRUE);
    pass_set(pass, page, "/Contents", pass_object(pass, stream));
    set_boxes(press, page, &trim);
    pass_release(pass);
    return !press->failed;
}

/* 14.11.5; the profile goes with the file. */
static void
write_output_intent(Pass *pass)
{
    const GByteArray *profile = pass->options->icc;
    g_autofree char *description = condition_description(profile);
    g_autofree char *registered =
        description ? condition_registered(description) : NULL;
    int stream = pass_add_stream(pass, profile->data, profile->len);
    qpdf_oh dictionary = qpdf_oh_get_dict(pass->qpdf, pass_object(pass, stream));
    pass_set(pass, dictionary, "/N", qpdf_oh_new_integer(pass->qpdf, 4));
    qpdf_oh intent = qpdf_oh_new_dictionary(pass->qpdf);
    pass_set_name(pass, intent, "/Type", "/OutputIntent");
    pass_set_name(pass, intent, "/S", "/GTS_PDFX");
    pass_set_text(pass, intent, "/OutputConditionIdentifier",
                  registered ? registered : "Custom");
    pass_set_text(pass, intent, "/Info", description ? description : "CMYK");
    if (registered)
        pass_set_text(pass, intent, "/RegistryName", "http://www.color.org");
    pass_set(pass, intent, "/DestOutputProfile", pass_object(pass, stream));
    pass_set(
        pass, qpdf_get_root(pass->qpdf), "/OutputIntents",
        qpdf_oh_wrap_in_array(pass->qpdf, pass_object(pass, pass_add(pass, intent))));
}

gboolean
press_apply(Pass *pass, GError **error)
{
    if (!condition_check(pass->options->icc, error))
        return FALSE;
    double bleed = length_points(pass->options->bleed);
    gboolean marks = pass->options->crop_marks && !pass->options->imposed;
    Press press = {.pass = pass,
                   .bleed = bleed,
                   .margin = marks ? crop_margin(bleed) : bleed,
                   .waiting = G_QUEUE_INIT,
                   .visited = g_hash_table_new(NULL, NULL)};
    gboolean done = TRUE;
    for (int i = 0; done && i < pass->page_count; i++)
        done = fix_page(&press, i);
    g_hash_table_unref(press.visited);
    g_queue_clear(&press.waiting);
    if (!done) {
        pass_take_error(pass, error);
        return FALSE;
    }
    write_output_intent(pass);
    pass_release(pass);
    return TRUE;
}
