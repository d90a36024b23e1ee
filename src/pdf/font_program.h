#ifndef PDF_FONT_PROGRAM_H
#define PDF_FONT_PROGRAM_H

/* What is embedded of a font, and its descriptor (ISO 32000-1, 9.8 and 9.9). For font.c and
 * form_font.c only. */

#include "pdf/document.h"
#include <hb-subset.h>

/* The name that the font has in PostScript. Caller frees. */
char *
font_program_name(hb_face_t *face);

gboolean
font_program_is_truetype(hb_face_t *face);

/* Writes the descriptor of face with part of it as its file. flags: table 123. Returns the
 * object. */
int
font_descriptor_write(const Pdf *pdf, hb_face_t *face, hb_face_t *part,
                      const char *name, int flags);

#endif
