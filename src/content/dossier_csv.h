#ifndef CONTENT_DOSSIER_CSV_H
#define CONTENT_DOSSIER_CSV_H

/* A dossier as a table for spreadsheets. The first cell of a row says what it is: "gegeven",
 * "meting", "beoordeling", "score", "bewijs", "doel", … A row belongs to what stands above
 * it: a score to the last rating, that to the last measurement. The first row is "dossier";
 * rows that begin with "#" explain the columns. */

#include "content/csv.h"
#include "content/dossier.h"

/* Whether the table begins as a dossier does. */
gboolean
dossier_csv_is(const CsvTable *table);

/* The table as a document whose elements stand at their rows and columns, for dossier_new().
 * NULL after reporting cells that cannot be read. */
xmlDoc *
dossier_csv_read(const CsvTable *table, const Collection *collection, Diag *diag);

/* An empty table with all competences to fill in, or where dossier is not NULL all that it
 * holds. With byte order mark, so that spreadsheets know it for UTF-8. The caller frees. */
char *
dossier_csv_write(const Collection *collection, const Levels *levels,
                  const Dossier *dossier);

#endif
