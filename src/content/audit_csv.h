#ifndef CONTENT_AUDIT_CSV_H
#define CONTENT_AUDIT_CSV_H

/* An audit as a table for spreadsheets. The first cell of a row says what it is: "gegeven",
 * "beoordelaar", "gesproken", or "vraag" with all that is filled in at one question. The
 * first row is "audit"; rows that begin with "#" explain the columns. */

#include "content/audit.h"
#include "content/csv.h"

/* Whether the table begins as an audit does. */
gboolean
audit_csv_is(const CsvTable *table);

/* The audit in a table, checked. NULL after reporting what is wrong, by row and column. */
Audit *
audit_csv_read(const CsvTable *table, const Questions *questions, Diag *diag);

/* A table to fill in with the questions for that kind of team, or where audit is not NULL
 * all that it holds and the questions that it leaves open. With byte order mark, so that
 * spreadsheets know it for UTF-8. The caller frees. */
char *
audit_csv_write(const Questions *questions, int kind, const Audit *audit);

#endif
