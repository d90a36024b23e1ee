#ifndef PDF_CFF_H
#define PDF_CFF_H

/* CFF: outlines as OpenType fonts with cubic curves have them (Adobe Technical Note 5176). For
 * font.c only. */

#include <glib.h>

/* By glyph, the number (CID) that a PDF finds it by (ISO 32000-1, 9.7.4.2): its place in the
 * program, or what the program itself numbers it. Caller frees; NULL where the program is
 * broken. */
guint16 *
cff_numbers(const guint8 *bytes, gsize length, guint glyph_count);

#endif
