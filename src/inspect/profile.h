#ifndef INSPECT_PROFILE_H
#define INSPECT_PROFILE_H

/* Colour profiles (ICC.1:2010, 7.2), as far as their header tells. */

#include "inspect/inspection.h"

enum { SPACE_RGB = 0x52474220, SPACE_CMYK = 0x434D594B, SPACE_GREY = 0x47524159 };

/* The space of the colours that a profile describes; 0 where it is no profile. */
guint32
profile_space(const Inspection *inspection, const Value *stream);

/* What is wrong with a profile, in Dutch, as the end of a sentence; NULL: nothing. classes:
 * the classes that it may be of. Caller frees. */
char *
profile_fault(const Inspection *inspection, const Value *stream, const char *classes);

#endif
