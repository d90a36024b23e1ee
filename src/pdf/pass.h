#ifndef PDF_PASS_H
#define PDF_PASS_H

/* A pass over a finished PDF: libqpdf's C API with GLib's manners. Objects are passed on by
 * number; handles (qpdf_oh) live until pass_release(). For deliver.c and what it calls. */

#include "pdf/pdf.h"
#include <qpdf/qpdf-c.h>

/* In points, y up. */
typedef struct PassBox {
    double x0, y0, x1, y1;
} PassBox;

typedef struct Pass {
    qpdf_data qpdf;
    const PdfOptions *options;
    int page_count;
    int screen_space; /* object of the colour space of what stays RGB, or 0 */
} Pass;

/* Reads input; every page has its attributes by itself. NULL with error where it is no PDF
 * that can be read. */
Pass *
pass_open(const GByteArray *input, const PdfOptions *options, GError **error);
void
pass_free(Pass *pass);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pass, pass_free)

/* Lets go of all handles. */
void
pass_release(Pass *pass);

/* Sets error to what libqpdf could not do. */
void
pass_take_error(const Pass *pass, GError **error);

qpdf_oh
pass_object(const Pass *pass, int number);
qpdf_oh
pass_page(const Pass *pass, int page);

/* Makes value an object of its own; returns its number. */
int
pass_add(const Pass *pass, qpdf_oh value);
int
pass_add_stream(const Pass *pass, const void *bytes, gsize length);
void
pass_set_stream(const Pass *pass, qpdf_oh stream, const GString *bytes);

qpdf_oh
pass_get(const Pass *pass, qpdf_oh dictionary, const char *key);
void
pass_set(const Pass *pass, qpdf_oh dictionary, const char *key, qpdf_oh value);
/* name: with its solidus. */
void
pass_set_name(const Pass *pass, qpdf_oh dictionary, const char *key, const char *name);
void
pass_set_text(const Pass *pass, qpdf_oh dictionary, const char *key, const char *text);
void
pass_remove(const Pass *pass, qpdf_oh dictionary, const char *const *keys);
/* The dictionary at key, made where there is none. */
qpdf_oh
pass_dictionary(const Pass *pass, qpdf_oh owner, const char *key);
/* The keys as they are now. Caller unrefs. */
GPtrArray *
pass_keys(const Pass *pass, qpdf_oh dictionary);

qpdf_oh
pass_box_array(const Pass *pass, const PassBox *box);
/* The box that the page is cut to: its TrimBox, or what stands in for it. */
PassBox
pass_trim(const Pass *pass, qpdf_oh page);
/* The page's box at key, or otherwise where it has none of that name. */
PassBox
pass_box(const Pass *pass, qpdf_oh page, const char *key, PassBox otherwise);

/* The content of a page or a form, freed by g_free(); NULL where it cannot be read. */
char *
pass_content(const Pass *pass, qpdf_oh page, gsize *length);
char *
pass_stream_bytes(const Pass *pass, qpdf_oh stream, gsize *length);

/* What happens in a pass, in this order. */
gboolean
press_apply(Pass *pass, GError **error);
gboolean
impose_apply(Pass *pass, GError **error);
/* To be called between qpdf_init_write_memory() and qpdf_write(). */
void
protect_apply(const Pass *pass);

#endif
