#include "xml/syntax.h"

#include <libxml/xmlerror.h>

static const struct {
    int number;
    const char *message;
} messages[] = {
    {XML_ERR_DOCUMENT_EMPTY, "het bestand bevat geen element"},
    {XML_ERR_DOCUMENT_END,
     "na het einde van het document staat nog iets, of het is afgebroken"},
    {XML_ERR_INVALID_HEX_CHARREF,
     "een tekenverwijzing (&#x…;) is niet goed geschreven"},
    {XML_ERR_INVALID_DEC_CHARREF, "een tekenverwijzing (&#…;) is niet goed geschreven"},
    {XML_ERR_INVALID_CHARREF,
     "een tekenverwijzing wijst naar een teken dat XML niet toestaat"},
    {XML_ERR_INVALID_CHAR, "hier staat een teken dat XML niet toestaat"},
    {XML_ERR_UNDECLARED_ENTITY, "onbekende entiteit"},
    {XML_WAR_UNDECLARED_ENTITY, "onbekende entiteit"},
    {XML_ERR_ENTITYREF_SEMICOL_MISSING, "achter een entiteit ontbreekt de puntkomma"},
    {XML_ERR_ENTITYREF_NO_NAME, "een los &-teken: schrijf &amp;"},
    {XML_ERR_NAME_REQUIRED,
     "hier hoort een naam te staan; een los &-teken schrijft men als &amp;"},
    {XML_ERR_LT_IN_ATTRIBUTE, "in een attribuut schrijft men < als &lt;"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,
     "de waarde van een attribuut hoort tussen aanhalingstekens"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED, "het slot van een attribuutwaarde ontbreekt"},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "een attribuut heeft geen waarde"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "een attribuut staat twee keer in dezelfde tag"},
    {XML_ERR_SPACE_REQUIRED, "hier ontbreekt een spatie"},
    {XML_ERR_GT_REQUIRED, "een tag is niet afgesloten met >"},
    {XML_ERR_LT_REQUIRED, "hier hoort een element te beginnen"},
    {XML_ERR_TAG_NAME_MISMATCH, "begin- en eindtag passen niet bij elkaar"},
    {XML_ERR_TAG_NOT_FINISHED,
     "het bestand is afgebroken: een element is niet gesloten"},
    {XML_ERR_COMMENT_NOT_FINISHED, "een commentaar (<!-- … -->) is niet gesloten"},
    {XML_ERR_HYPHEN_IN_COMMENT, "in een commentaar mag -- niet staan"},
    {XML_ERR_PI_NOT_FINISHED, "een verwerkingsopdracht (<? … ?>) is niet gesloten"},
    {XML_ERR_CDATA_NOT_FINISHED, "een CDATA-sectie is niet gesloten"},
    {XML_ERR_MISPLACED_CDATA_END, "]]> mag niet los in de tekst staan"},
    {XML_ERR_XMLDECL_NOT_FINISHED, "de XML-declaratie is niet gesloten met ?>"},
    {XML_ERR_RESERVED_XML_NAME,
     "de XML-declaratie hoort op de allereerste plaats te staan"},
    {XML_ERR_DOCTYPE_NOT_FINISHED, "de DOCTYPE is niet gesloten"},
    {XML_ERR_EXTRA_CONTENT, "na het laatste element staat nog iets"},
    {XML_NS_ERR_UNDEFINED_NAMESPACE,
     "een voorvoegsel is niet verbonden met een naamruimte"},
};

static const struct {
    int number;
    DiagCode code;
    const char *message;
} refusals[] = {
    {XML_ERR_INVALID_ENCODING, DIAG_XML_ENCODING, "hier staat geen geldige UTF-8"},
    {XML_ERR_UNKNOWN_ENCODING, DIAG_XML_ENCODING,
     "onbekende codering: bewaar het bestand als UTF-8"},
    {XML_ERR_UNSUPPORTED_ENCODING, DIAG_XML_ENCODING,
     "onbekende codering: bewaar het bestand als UTF-8"},
    {XML_ERR_ENTITY_LOOP, DIAG_XML_BOMB,
     "entiteiten verwijzen naar elkaar of groeien te hard"},
    {XML_ERR_INTERNAL_ERROR, DIAG_XML_LARGE,
     "de bron is te diep genest of te groot om te lezen"},
    {XML_ERR_NAME_TOO_LONG, DIAG_XML_LARGE, "een naam is te lang"},
};

const char *
xml_syntax_message(int number, DiagCode *code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(refusals); i++) {
        if (refusals[i].number == number) {
            *code = refusals[i].code;
            return refusals[i].message;
        }
    }
    for (gsize i = 0; i < G_N_ELEMENTS(messages); i++)
        if (messages[i].number == number)
            return messages[i].message;
    return NULL;
}
