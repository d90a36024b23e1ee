#ifndef PDF_FONT_PROGRAM_H
#define PDF_FONT_PROGRAM_H

/* What is embedded of a font, and its descriptor (ISO 32000-1, 9.8 and 9.9). For font.c and
 * form_font.c only. */

#include "pdf/document.h"
#include <hb-subset.h>

/* The name that the font has in PostScript, without what no PDF may have in it. Caller
 * frees. */
char *
font_program_name(hb_face_t *face);

gboolean
font_program_is_truetype(hb_face_t *face);

/* How a file is embedded (table 126). */
typedef enum FontFile { FONT_TRUETYPE, FONT_CFF, FONT_OPENTYPE } FontFile;

/* Writes the descriptor of face with bytes, a part of it, as its file. flags: table 123.
 * Returns the object. */
int
font_descriptor_write(const Pdf *pdf, hb_face_t *face, const char *name, int flags,
                      FontFile file, hb_blob_t *bytes);

#endif
