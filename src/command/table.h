#ifndef COMMAND_TABLE_H
#define COMMAND_TABLE_H

/* What the program knows of itself, as XML for the manual. The caller frees. */

/* <meldingen>: every message with its name, severity, cause and remedy, sorted by name. */
char *
table_of_messages(void);

#endif
