#ifndef LAYOUT_GRAPHIC_H
#define LAYOUT_GRAPHIC_H

/* fo:external-graphic and fo:instream-foreign-object (XSL 1.1, 6.6.5, 6.6.6): the image and
 * the sizes of its viewport and content. Not for other rooms. */

#include "area/image.h"
#include "layout/context.h"

typedef struct Graphic {
    const AreaImage *image; /* NULL: none; the viewport is drawn empty */
    Length width, height;   /* of the viewport's content rectangle */
    Length x, y;            /* of the image in it */
    Length image_width, image_height;
    gboolean clip;
} Graphic;

/* Loads uri once a job; NULL (and one message) where that fails. */
const AreaImage *
graphic_load(Layout *layout, const FoNode *node, const char *uri);

/* ipd: of the line, for percentages. The line's bpd depends on the graphic, so that percentages
 * of it count as auto. What juts out of its viewport is reported, unless the FO says that it
 * is to be hidden or to be seen. */
Graphic
graphic_of(Layout *layout, const FoNode *node, Length ipd);
/* The same, of an image that has been loaded; NULL: none. ipd: -1 where there is no line, so that
 * percentages of it count as auto too. */
Graphic
graphic_sized(Layout *layout, const FoNode *node, const AreaImage *image, Length ipd);

/* Has area, an AREA_IMAGE of the viewport's size, show the graphic. */
void
graphic_show(const Graphic *graphic, Area *area);

/* By how much node's image is wider (or higher) than it is by itself; 0: there is none. */
double
graphic_scale(Layout *layout, const FoNode *node, Length ipd, gboolean height);

#endif
