#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

/* Syntax: values as PDF writes them (ISO 32000-1, 7.3), appended to out. A value that would
 * run together with what stands before it begins with a space, so that values and literal
 * text can follow each other as they come: "/K" and put_integer(out, 5) make "/K 5". */

#include "base/unit.h"
#include <glib.h>

void
put_integer(GString *out, gint64 value);
/* In points, to a thousandth. */
void
put_length(GString *out, gint64 length);
/* number: of an object, 0 writes null. */
void
put_reference(GString *out, int number);
/* name: without its solidus; cut to what PDF/A allows (6.1.13), "Span" where it is empty. */
void
put_name(GString *out, const char *name);
/* The bytes of a string as they are: an id, a URI. */
void
put_string(GString *out, const char *bytes);
/* A text string (7.9.2.2): valid, without control characters, no longer than PDF/A allows. */
void
put_text(GString *out, const char *text);
/* key, which is literal ("/Title"), with a text string; nothing for NULL. */
void
put_text_entry(GString *out, const char *key, const char *text);

/* The text as put_text() would write it, in UTF-8. Caller frees. */
char *
pdf_clean_text(const char *text);

#endif
