#ifndef BASE_MARKUP_H
#define BASE_MARKUP_H

/* Markup: writes indented XML into a string, for dumps and generated files. */

#include "base/unit.h"

typedef struct Markup Markup;

Markup *
markup_new(void);
/* Closes what is open and returns the text; the markup is freed, the string is the caller's. */
char *
markup_finish(Markup *markup);

void
markup_open(Markup *markup, const char *name);
void
markup_close(Markup *markup);
/* Attributes go to the element opened last, before any content. A NULL value writes nothing. */
void
markup_attribute(Markup *markup, const char *name, const char *value);
void
markup_attribute_length(Markup *markup, const char *name, Length value);
void
markup_attribute_printf(Markup *markup, const char *name, const char *format, ...)
    G_GNUC_PRINTF(3, 4);
void
markup_text(Markup *markup, const char *text, gssize length);

/* Appends text escaped for XML content and attribute values; characters that XML 1.0
 * forbids become U+FFFD. */
void
markup_escape(GString *string, const char *text, gssize length);

#endif
