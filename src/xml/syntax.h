#ifndef XML_SYNTAX_H
#define XML_SYNTAX_H

/* What libxml2's parser error numbers mean, in Dutch. Internal to xml/. */

#include "base/diag.h"

/* The message for number, or NULL where the table has none; *code is set where the fault
 * is of another kind than malformed XML. */
const char *
xml_syntax_message(int number, DiagCode *code);

#endif
