#include "pdf/role.h"

gboolean
pdf_role_is_standard(const char *role)
{
    static const char *const roles[] = {
        "Document", "Part",    "Art",   "Sect",  "Div",       "BlockQuote",
        "Caption",  "TOC",     "TOCI",  "Index", "NonStruct", "Private",
        "P",        "H",       "H1",    "H2",    "H3",        "H4",
        "H5",       "H6",      "L",     "LI",    "Lbl",       "LBody",
        "Table",    "TR",      "TH",    "TD",    "THead",     "TBody",
        "TFoot",    "Span",    "Quote", "Note",  "Reference", "BibEntry",
        "Code",     "Link",    "Annot", "Ruby",  "RB",        "RT",
        "RP",       "Warichu", "WT",    "WP",    "Figure",    "Formula",
        "Form",     NULL};
    return role && g_strv_contains(roles, role);
}
