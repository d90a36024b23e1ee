#ifndef COMMAND_PIPELINE_H
#define COMMAND_PIPELINE_H

/* The chain, said aloud once: content → assembled document → XSL-FO → FO tree → pages → PDF.
 * A pipeline is warm: stylesheets compiled and fonts open for as long as it lives. */

#include "area/area.h"
#include "command/command.h"
#include "command/output.h"
#include "content/levels.h"
#include "content/linkbase.h"
#include "content/questions.h"
#include "fo/fo.h"
#include "text/text.h"
#include "xml/transform.h"

typedef struct Pipeline {
    char *data;    /* folder of the program's own files */
    char *content; /* folder of the texts */
    char *fonts;   /* fontconfig file */
    Diag *diag;
    Text *text;
    GHashTable *stylesheets; /* name → XmlStylesheet */
    const Output *output;    /* for whom PDFs are; NULL: the screen */
} Pipeline;

/* content, fonts: NULL for the program's own. */
Pipeline *
pipeline_new(const char *content, const char *fonts);
void
pipeline_free(Pipeline *pipeline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pipeline, pipeline_free)

/* Reads what was asked of output and makes it hold for the PDFs of pipeline. FALSE after
 * saying what is wrong. */
gboolean
pipeline_set_output(Pipeline *pipeline, Output *output);

/* Loads the collection and its linkbase. On error returns NULL; faults of the input are in
 * pipeline->diag. */
Collection *
pipeline_load(Pipeline *pipeline, Linkbase **linkbase, GError **error);

/* Loads niveaus.xml, which goes with the collection. As pipeline_load(). */
Levels *
pipeline_levels(Pipeline *pipeline, const Collection *collection, GError **error);

/* Loads the collection and the questions of the checklist, which go with it. The caller frees
 * the collection, and with it the questions. NULL as with pipeline_load(), or where the
 * texts have faults. */
const Questions *
pipeline_questions(Pipeline *pipeline, Collection **collection, GError **error);

/* Applies styles/NAME.xsl to document. The caller frees the result. */
xmlDoc *
pipeline_transform(Pipeline *pipeline, const char *name, xmlDoc *document,
                   GError **error);

/* The FO document of a booklet. The caller frees it. */
xmlDoc *
pipeline_booklet_fo(Pipeline *pipeline, const Collection *collection,
                    const Linkbase *linkbase, const Booklet *booklet, GError **error);

/* Sets an FO document into pages; file names it in messages and is where relative URIs
 * start. NULL with error where the fonts cannot be opened or the root is no fo:root. */
AreaDocument *
pipeline_layout(Pipeline *pipeline, Arena *arena, xmlDoc *fo, const char *file,
                GError **error);

/* The same, as a finished PDF. */
GByteArray *
pipeline_pdf(Pipeline *pipeline, xmlDoc *fo, const char *file, GError **error);

/* The same; *pages becomes the index that other publications cite it by, as XML:
 * <bladzijden titel=""><plaats id="" bladzijde=""/>… The caller frees it. */
GByteArray *
pipeline_booklet_pdf(Pipeline *pipeline, xmlDoc *fo, const char *file, char **pages,
                     GError **error);

/* The pages with what a reader of proofs would mark on them, as a PDF for the screen;
 * *text becomes the same as a table. The caller frees it. */
GByteArray *
pipeline_proof(Pipeline *pipeline, xmlDoc *fo, const char *file, char **text,
               GError **error);

/* Opens the fonts where that has not been done. */
Text *
pipeline_text(Pipeline *pipeline, GError **error);

/* Prints the messages. Returns status, or STATUS_INPUT where that is worse: there is an
 * error among them. */
Status
pipeline_close(Pipeline *pipeline, Status status);

#endif
