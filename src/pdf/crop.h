#ifndef PDF_CROP_H
#define PDF_CROP_H

/* Printer's marks beside the trim, outside the bleed (ISO 32000-1, 14.11.3). */

#include "pdf/pass.h"

/* The name of the colour space in which marks are drawn on all plates. */
#define CROP_SPACE "/OWAll"

/* From the trim to the edge of the sheet, in points: room for bleed and marks. */
double
crop_margin(double bleed);

/* Appends the marks at the corners of trim, in the colour that is set. */
void
crop_put_marks(GString *out, const PassBox *trim, double bleed);
/* Appends marks above and below trim where the sheet is folded. */
void
crop_put_fold(GString *out, const PassBox *trim, double bleed, double x);

/* Appends operators that set the stroke for marks: on all plates, which the resources need
 * CROP_SPACE for, or black. */
void
crop_put_stroke(GString *out, gboolean all_plates);
/* Adds CROP_SPACE to the resources of page. */
void
crop_add_space(const Pass *pass, qpdf_oh page);

#endif
