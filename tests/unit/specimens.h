#ifndef UNIT_SPECIMENS_H
#define UNIT_SPECIMENS_H

/* For each rule of base/rules.def a specimen that breaks it: what is changed in the text of a
 * sound file, as a regular expression and its replacement. */

#include "base/diag.h"

typedef enum SpecimenBase { SCREEN, PRESS } SpecimenBase;

typedef struct Specimen {
    DiagCode code;
    SpecimenBase base;
    const char *find, *put;   /* where the fault is */
    const char *find2, *put2; /* what else is changed, or NULL */
    const char *add;          /* an object that is added, or NULL */
    const char
        *at;  /* matches in the object that the finding names; NULL: find's; "": none */
    int page; /* that it names; 0: none or any */
    gboolean raw;     /* places and lengths are not made right again */
    DiagCode also[5]; /* what cannot but be broken besides; ends with 0 */
} Specimen;

#define A_STREAM(number, entries, bytes)                                               \
    "\n" number " 0 obj\n<<\n  " entries "\n  /Length 991 0 R\n>>\nstream\n" bytes     \
    "\nendstream\nendobj\n\n991 0 obj\n1\nendobj\n"
#define AN_IMAGE(entries)                                                              \
    A_STREAM("990",                                                                    \
             "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "  \
             "/ColorSpace /DeviceGray " entries,                                       \
             "x")
/* find becomes put. */
#define S(rule, sound, pattern, replacement, ...)                                      \
    {                                                                                  \
        .code = rule, .base = sound, .find = pattern, .put = replacement, __VA_ARGS__  \
    }
/* The catalog has entries more. */
#define CATALOG(rule, entries, ...)                                                    \
    S(rule, SCREEN, "  /Lang \\(nl\\)\n", "\\0  " entries "\n", __VA_ARGS__)
/* The page with a figure draws object 990, which is added. */
#define DRAWN(rule, object)                                                            \
    S(rule, SCREEN, "/XObject <<", "/XObject <<\n    /im 990 0 R",                     \
      .find2 = "/P\\d+ Do", .put2 = "\\0 /im Do", .at = "/Width 1|/Subtype /PS",       \
      .page = 2, .add = object)
#define FIRST_CONTENT "/Span<</MCID 0>>BDC\n"
#define FIRST_TEXT " Td\n\\[?<"
#define GRADIENT "/ColorSpace /DeviceRGB\n    /Coords"

static const Specimen specimens[] = {
    /* the file and its objects */
    S(DIAG_PDF_DAMAGED, SCREEN, "startxref\n\\d+", "startxref\n7", .at = "",
      .raw = TRUE),
    S(DIAG_PDF_HEADER, SCREEN, "%PDF-1.7", " %PDF-1.7", .at = "", .raw = TRUE),
    S(DIAG_PDF_BINARY, SCREEN, "^%\xBF\xF7\xA2\xFE", "%abcd", .at = "", .raw = TRUE),
    S(DIAG_PDF_TAIL, SCREEN, "%%EOF\n", "%%EOF\n\n", .at = "", .raw = TRUE),
    S(DIAG_PDF_FILE_ID, SCREEN, "  /ID \\[.*\\]\n", "", .at = ""),
    S(DIAG_PDF_STREAM_LENGTH, SCREEN, "\nendstream", " endstream", .raw = TRUE),
    CATALOG(DIAG_PDF_FILTER, "/X 990 0 R", .at = "LZWDecode",
            .add = A_STREAM("990", "/Filter /LZWDecode", "x")),
    CATALOG(DIAG_PDF_EXTERNAL, "/X 990 0 R", .at = "/F \\(x\\)",
            .add = A_STREAM("990", "/F (x)", "x")),
    CATALOG(DIAG_PDF_STRING_LONG, "/X (@LONG@)"),
    CATALOG(DIAG_PDF_NAME_LONG, "/X /@NAME@"),
    S(DIAG_PDF_NAME_TEXT, SCREEN, "/BaseFont /(\\w+\\+)Vollkorn-Regular\n  /CIDS",
      "/BaseFont /\\1x#ff\n  /CIDS", .find2 = "/FontName /(\\w+\\+)Vollkorn-Regular\n",
      .put2 = "/FontName /\\1x#ff\n"),
    CATALOG(DIAG_PDF_NUMBER, "/X 3000000000"),

    /* what the file says of itself */
    S(DIAG_PDF_XMP_MISSING, PRESS, "  /Metadata \\d+ 0 R\n", "", .at = "/Type /Catalog",
      .also = {DIAG_PDF_PRESS_VERSION}),
    S(DIAG_PDF_XMP, SCREEN, "</rdf:RDF>", "</rdf:RDX>"),
    S(DIAG_PDF_XMP_PACKET, SCREEN, " id=\"W5M0", " bytes=\"1\" id=\"W5M0"),
    S(DIAG_PDF_XMP_TYPE, SCREEN, "<rdf:Alt>", "<rdf:Bag>", .find2 = "</rdf:Alt>",
      .put2 = "</rdf:Bag>"),
    S(DIAG_PDF_XMP_SCHEMA, SCREEN, "<dc:format>", "<dc:vorm>x</dc:vorm><dc:format>"),
    S(DIAG_PDF_XMP_EXTENSION, SCREEN, "<pdfaProperty:category>internal",
      "<pdfaProperty:category>binnen"),
    S(DIAG_PDF_XMP_CLAIM, SCREEN, "conformance>A<", "conformance>C<"),
    S(DIAG_PDF_XMP_TITLE, SCREEN, "x-default\">Proef<", "x-default\"> <",
      .find2 = "  /Title \\(Proef\\)\n", .put2 = ""),
    S(DIAG_PDF_INFO_DIFFERS, SCREEN, "/Title \\(Proef\\)", "/Title (Anders)"),
    S(DIAG_PDF_INFO_DATE, SCREEN, "/CreationDate \\(D:2026", "/CreationDate (D:gis"),
    S(DIAG_PDF_MARKED, SCREEN, "/Marked true", "/Marked false"),
    S(DIAG_PDF_SUSPECTS, SCREEN, "/Marked true", "/Marked true /Suspects true"),
    S(DIAG_PDF_TITLE_BAR, SCREEN, "/DisplayDocTitle true", "/DisplayDocTitle false"),
    S(DIAG_PDF_LANGUAGE_MISSING, SCREEN, "/PageLayout /OneColumn",
      "/PageLayout /OneColumn", .find2 = "  /Lang \\(nl\\)\n", .put2 = ""),
    S(DIAG_PDF_LANGUAGE, SCREEN, "/Lang \\(en\\)", "/Lang (e_n)"),
    CATALOG(DIAG_PDF_REQUIREMENTS, "/Requirements []"),
    S(DIAG_PDF_PRESENTATION, SCREEN, "/Tabs /S\n", "\\0  /PresSteps <<>>\n", .page = 3),
    CATALOG(DIAG_PDF_PERMISSIONS, "/Perms << /X 1 >>"),
    CATALOG(DIAG_PDF_LAYER, "/OCProperties << /OCGs [] /D << /Order [] >> >>"),
    CATALOG(
        DIAG_PDF_EMBEDDED, "/X 989 0 R", .at = "/Type /Filespec",
        .add =
            "\n989 0 obj\n<<\n  /Type /Filespec\n  /F (x)\n  /EF <<>>\n>>\nendobj\n"),
    S(DIAG_PDF_ACTION, SCREEN, "/S /URI", "/S /Launch"),
    CATALOG(DIAG_PDF_ACTION_AUTOMATIC, "/AA << /WC << /S /GoTo /D (een) >> >>"),

    /* output intents and colours */
    S(DIAG_PDF_PROFILE, SCREEN, "/N 3\n", "/N 4\n"),
    S(DIAG_PDF_INTENT_DIFFERENT, SCREEN, "/OutputIntents \\[",
      "\\0 << /S /GTS_PDFX /OutputConditionIdentifier (x) /DestOutputProfile 990 "
      "0 R >>",
      .add = A_STREAM("990", "/N 3", "x"), .also = {DIAG_PDF_PROFILE}),
    S(DIAG_PDF_INTENT_REFERENCE, SCREEN, "/S /GTS_PDFA1",
      "\\0 /DestOutputProfileRef <<>>"),
    S(DIAG_PDF_RGB, PRESS, "0 0 0 1 k", "0 0 0 rg", .at = "/Type /Page$", .page = 1),
    S(DIAG_PDF_CMYK, SCREEN, "0 0 0 rg", "0 0 0 1 k", .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_GREY, SCREEN, "/Marked true", "\\0",
      .find2 = "  /OutputIntents \\[\n[^\\]]*\\]\n", .put2 = "",
      .at = "^q 0 0 351|^0 G|/Tx BMC", .page = 3, .also = {DIAG_PDF_RGB}),
    S(DIAG_PDF_SPACE, SCREEN, GRADIENT, "/ColorSpace [ /X /Y ]\n    /Coords",
      .page = 2),
    S(DIAG_PDF_INKS, SCREEN, GRADIENT,
      "/ColorSpace [ /DeviceN [ /a /a /a /a /a /a /a /a /a /a /a /a /a /a /a /a "
      "/a /a /a /a "
      "/a /a /a /a /a /a /a /a /a /a /a /a /a ] /DeviceRGB <<>> ]\n    /Coords",
      .page = 2),
    S(DIAG_PDF_RENDERING, SCREEN, FIRST_CONTENT, "\\0/X ri\n", .at = "/Type /Page$",
      .page = 3),

    /* what is drawn */
    S(DIAG_PDF_PAGE_TREE, SCREEN, "/Count 3\n  /Kids", "/Count 4\n  /Kids"),
    S(DIAG_PDF_BOX, SCREEN, "/Tabs /S\n", "\\0  /Rotate 45\n", .page = 3),
    S(DIAG_PDF_BOX_SIZE, SCREEN, "    419.527\n", "    20000\n", .page = 3),
    S(DIAG_PDF_BOX_NESTING, SCREEN, "/Tabs /S\n", "\\0  /TrimBox [ -9 0 99 99 ]\n",
      .page = 3),
    S(DIAG_PDF_CONTENT, SCREEN, "<<\n  /BBox", "<<\n  /Filter /FlateDecode\n  /BBox",
      .page = 3, .also = {DIAG_PDF_DAMAGED}),
    S(DIAG_PDF_OPERATOR, SCREEN, FIRST_CONTENT, "\\0teken\n", .at = "/Type /Page$",
      .page = 3),
    S(DIAG_PDF_RESOURCE_MISSING, SCREEN, FIRST_CONTENT, "\\0/a9 gs\n",
      .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_RESOURCE_INHERITED, SCREEN,
      "  /Resources \\d+ 0 R\n(?=  /Subtype /Form\n  /Type /XObject\n  /Length "
      "\\d+ 0 "
      "R\n>>\nstream\nq\n0 0 0 rg)",
      "", .at = "stream\nq\n0 0 0 rg", .page = 2),
    S(DIAG_PDF_SAVE_DEPTH, SCREEN, FIRST_CONTENT,
      "\\0q q q q q q q q q q q q q q q q q q q q q q q q q q q q q\n"
      "Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q Q\n",
      .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_SAVE_BALANCE, SCREEN, FIRST_CONTENT, "\\0q\n", .at = "/Type /Page$",
      .page = 3),
    S(DIAG_PDF_TRANSFER, SCREEN, "/CA 1\n", "/TR /Identity /CA 1\n", .page = 2),
    S(DIAG_PDF_HALFTONE, SCREEN, "/CA 1\n", "/HTP [ 0 0 ] /CA 1\n", .page = 2),
    S(DIAG_PDF_BLEND, SCREEN, "/CA 1\n", "/BM /X /CA 1\n", .page = 2),
    S(DIAG_PDF_TRANSPARENCY, SCREEN, "  /Group <<[^>]*>>\n(?=  /MediaBox)", "",
      .find2 = "  /OutputIntents \\[\n[^\\]]*\\]\n", .put2 = "", .page = 2,
      .also = {DIAG_PDF_RGB, DIAG_PDF_GREY}),
    DRAWN(DIAG_PDF_ALTERNATE_IMAGE, AN_IMAGE("/Alternates []")),
    DRAWN(DIAG_PDF_INTERPOLATE, AN_IMAGE("/Interpolate true")),
    DRAWN(DIAG_PDF_OPI, AN_IMAGE("/OPI <<>>")),
    DRAWN(DIAG_PDF_POSTSCRIPT, A_STREAM("990", "/Type /XObject /Subtype /PS", "x")),
    S(DIAG_PDF_REFERENCE, SCREEN, "  /Subtype /Form\n(?=[^q]*stream\nq\nq /Pattern)",
      "\\0  /Ref <<>>\n", .page = 2),

    /* content and the structure tree */
    S(DIAG_PDF_MARK_LOOSE, SCREEN, FIRST_CONTENT, "0 0 9 9 re f\n\\0",
      .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_ARTIFACT_IN_MARK, SCREEN, FIRST_CONTENT, "\\0/Artifact BMC\nEMC\n",
      .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_MARK_IN_ARTIFACT, SCREEN, FIRST_CONTENT "([^\xFF]*?)EMC\n",
      "/Artifact BMC\n" FIRST_CONTENT "\\1EMC\nEMC\n", .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_ARTIFACT, SCREEN, "/Subtype/Header", "/Subtype/Hoofd",
      .at = "/StructParents 0", .page = 1),
    S(DIAG_PDF_MARK_NESTED, SCREEN, "EMC\n(/Span<</MCID 1>>BDC\n[^\xFF]*?EMC\n)",
      "\\1EMC\n", .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_MARK_BALANCE, SCREEN, FIRST_CONTENT, "EMC\n\\0", .at = "/Type /Page$",
      .page = 3),
    S(DIAG_PDF_MARK_UNKNOWN, SCREEN, FIRST_CONTENT, "/Span<</MCID 99>>BDC\nEMC\n\\0",
      .at = "/Type /Page$", .page = 3),
    S(DIAG_PDF_MARK_TWICE, SCREEN, FIRST_CONTENT, "\\0EMC\n\\0", .at = "/Type /Page$",
      .page = 3),
    S(DIAG_PDF_MARK_SHARED, SCREEN, "/K 0\n", "/K [ 0 0 ]\n", .page = 1),
    S(DIAG_PDF_MARK_ABSENT, SCREEN, "/K 0\n", "/K [ 0 99 ]\n", .page = 1),
    S(DIAG_PDF_MARK_PARENT, SCREEN, "obj\n\\[\n  (\\d+ 0 R)\n  (\\d+ 0 R)\n",
      "obj\n[\n  \\2\n  \\1\n", .at = "/StructParents 0", .page = 1),
    S(DIAG_PDF_FORM_MARKS, SCREEN, "  /Subtype /Form\n(?=[^q]*stream\nq\n0 0 0 rg)",
      "\\0  /StructParents 99\n", .find2 = "/a1 gs /(x\\d+) Do", .put2 = "\\0 /\\1 Do",
      .page = 2, .also = {DIAG_PDF_PARENT_KEY}),
    S(DIAG_PDF_PARENT_TREE, SCREEN, "/Nums \\[\n    0\n    \\d+ 0 R\n", "\\0    7\n",
      .at = "/Type /StructTreeRoot",
      .also = {DIAG_PDF_MARK_PARENT, DIAG_PDF_PARENT_KEY, DIAG_PDF_OBJECT_PARENT}),
    S(DIAG_PDF_PARENT_NEXT, SCREEN, "/ParentTreeNextKey \\d+", "/ParentTreeNextKey 3"),
    S(DIAG_PDF_PARENT_KEY, SCREEN, "  /Subtype /Form\n", "\\0  /StructParents 99\n"),
    S(DIAG_PDF_PARENT_EXTRA, SCREEN, "obj\n\\[\n  (\\d+ 0 R)\n([^\\]]*)\\]",
      "obj\n[\n  \\1\n\\2  \\1\n]", .at = "/StructParents 0", .page = 1),
    S(DIAG_PDF_TREE_MISSING, SCREEN, "  /StructTreeRoot \\d+ 0 R\n", "",
      .at = "/Type /Catalog",
      .also = {DIAG_PDF_PARENT_KEY, DIAG_PDF_LINK_TREE, DIAG_PDF_WIDGET_TREE}),
    S(DIAG_PDF_TREE_KID, SCREEN, "/K 0\n", "/K [ 0 (x) ]\n", .page = 1),
    S(DIAG_PDF_TREE_PARENT, SCREEN, "/P \\d+ 0 R\n(  /Pg \\d+ 0 R\n  /S /H1)",
      "/P 1 0 R\n\\1", .page = 1),
    S(DIAG_PDF_TREE_TWICE, SCREEN, "/K \\[\n    (\\d+ 0 R)\n", "\\0    \\1\n",
      .at = "/S /H1"),
    S(DIAG_PDF_TREE_NESTING, SCREEN, "/K \\[\n    (\\d+ 0 R)\n",
      "\\0    << /Type /OBJR /Obj 1 0 R >>\n",
      .also = {DIAG_PDF_OBJECT_UNKNOWN, DIAG_PDF_OBJECT_PARENT}),
    S(DIAG_PDF_ROLE, SCREEN, "/S /H2", "/S /Kop", .page = 1),
    S(DIAG_PDF_ROLE_CIRCULAR, SCREEN, "/ParentTreeNextKey",
      "/RoleMap << /Kop /Titel /Titel /Kop >> \\0"),
    S(DIAG_PDF_ROLE_REMAPPED, SCREEN, "/ParentTreeNextKey",
      "/RoleMap << /P /Span >> \\0"),
    S(DIAG_PDF_OBJECT_UNKNOWN, SCREEN, "/Obj \\d+ 0 R\n      /Type",
      "/Obj 999 0 R\n      /Type", .page = 1, .also = {DIAG_PDF_LINK_TREE}),
    S(DIAG_PDF_OBJECT_SHARED, SCREEN,
      "    <<\n      /Obj (\\d+) 0 R\n      /Type /OBJR\n    >>\n", "\\0\\0",
      .page = 1),
    S(DIAG_PDF_OBJECT_PARENT, SCREEN, "/StructParent 3\n", "/StructParent 4\n",
      .page = 1, .also = {DIAG_PDF_PARENT_KEY}),
    S(DIAG_PDF_ID_TWICE, SCREEN, "/ID \\(noot-1\\)", "/ID (noot-1)", .find2 = "/S /H2",
      .put2 = "/S /H2 /ID (noot-1)", .at = "/S /H2 /ID", .page = 1,
      .also = {DIAG_PDF_ID_TREE}),
    S(DIAG_PDF_ID_TREE, SCREEN, "    \\(noot-1\\)", "    (noot-2)", .at = "/S /Note"),

    /* elements */
    S(DIAG_PDF_HEADING_FIRST, SCREEN, "/S /H1", "/S /H2", .page = 1),
    S(DIAG_PDF_HEADING_SKIPPED, SCREEN, "/S /H2", "/S /H4", .page = 1),
    S(DIAG_PDF_HEADING_MIXED, SCREEN, "/S /H2", "/S /H", .page = 1),
    S(DIAG_PDF_HEADING_TWICE, SCREEN, "/S /H2", "/S /H", .find2 = "/S /H2",
      .put2 = "/S /H", .at = "/S /H\n(?![^\xFF]*/S /H\n)",
      .also = {DIAG_PDF_HEADING_MIXED}),
    S(DIAG_PDF_FIGURE_WORDS, SCREEN, "/Alt \\(.*\\)", "/Alt ()", .page = 2),
    S(DIAG_PDF_FORMULA_WORDS, SCREEN, "/S /Figure", "/S /Formula",
      .find2 = "/Alt \\(.*\\)", .put2 = "/Alt ()", .at = "/S /Formula", .page = 2),
    S(DIAG_PDF_FIGURE_BOX, SCREEN, "/BBox \\[\n      (.*\n)", "/BBox [\n", .page = 2),
    S(DIAG_PDF_TABLE_NESTING, SCREEN, "/S /TD", "/S /P", .page = 2,
      .also = {DIAG_PDF_TABLE_REGULAR}),
    S(DIAG_PDF_TABLE_SECTIONS, SCREEN, "/S /TBody", "/S /THead", .at = "/S /Table",
      .page = 2),
    S(DIAG_PDF_TABLE_REGULAR, SCREEN, "/ColSpan 2", "/ColSpan 1",
      .at = "/S /TR\n(?![^\xFF]*/S /TR\n)", .page = 2),
    S(DIAG_PDF_TABLE_SCOPE, SCREEN, "/Scope /Column\n", "", .page = 2,
      .also = {DIAG_PDF_TABLE_UNHEADED}),
    S(DIAG_PDF_TABLE_HEADERS, SCREEN, "/ColSpan 2", "/ColSpan 2 /Headers [ (weg) ]",
      .page = 2),
    S(DIAG_PDF_TABLE_UNHEADED, SCREEN, "/Scope /Column\n", "/Scope /Row\n",
      .at = "/S /TD", .page = 2),
    S(DIAG_PDF_CAPTION, SCREEN, "/S /TOCI([^\xFF]*?)/S /TOCI", "/S /TOCI\\1/S /Caption",
      .at = "/S /Caption", .page = 1),
    S(DIAG_PDF_LIST_NESTING, SCREEN, "/S /LI", "/S /Div", .page = 1),
    S(DIAG_PDF_LIST_NUMBERING, SCREEN,
      "  /A <<\n    /ListNumbering /Disc\n    /O /List\n  >>\n", "", .at = "/S /L\n",
      .page = 1),
    S(DIAG_PDF_TOC_NESTING, SCREEN, "/S /TOCI", "/S /P", .page = 1),
    S(DIAG_PDF_NOTE_ID, SCREEN, "  /ID \\(noot-1\\)\n", "", .at = "/S /Note", .page = 1,
      .also = {DIAG_PDF_ID_TREE}),
    S(DIAG_PDF_LINK_EMPTY, SCREEN, "/S /H2", "/S /Link", .page = 1),
    S(DIAG_PDF_ATTRIBUTE, SCREEN, "/Scope /Column", "/Scope /Kolom", .page = 2),

    /* annotations and forms */
    S(DIAG_PDF_TABS, SCREEN, "  /Tabs /S\n", "  /Tabs /R\n", .page = 3),
    S(DIAG_PDF_ANNOTATION_KIND, SCREEN, "/Subtype /Link", "/Subtype /Sound", .page = 1,
      .also = {DIAG_PDF_ANNOTATION_TREE, DIAG_PDF_APPEARANCE}),
    S(DIAG_PDF_ANNOTATION_FLAGS, SCREEN, "/F 4\n(?=  /Rect)", "/F 6\n", .page = 1),
    S(DIAG_PDF_APPEARANCE, SCREEN, "    /N (\\d+ 0 R)\n", "\\0    /D \\1\n", .page = 3),
    S(DIAG_PDF_ANNOTATION_TREE, SCREEN, "/Subtype /Link", "/Subtype /Text", .page = 1,
      .also = {DIAG_PDF_APPEARANCE}),
    S(DIAG_PDF_LINK_TREE, SCREEN, "/S /Link", "/S /Span", .at = "/StructParent 3",
      .page = 1),
    S(DIAG_PDF_WIDGET_TREE, SCREEN, "/S /Form", "/S /Div", .at = "/T \\(naam\\)",
      .page = 3),
    S(DIAG_PDF_CONTENTS, SCREEN, "/Contents \\(Een tabel\\)", "/Contents ()",
      .page = 1),
    S(DIAG_PDF_ANNOTATION_PLACE, SCREEN,
      "/Rect \\[\n    \\d+[\\d.]*\n([^\\]]*?)\n\\s+(\\S+)\n\\s+(\\S+)\n  \\]",
      "/Rect [ 900 \\1 990 \\3 ]", .page = 3),
    S(DIAG_PDF_FIELD, SCREEN, "/T \\(eens\\)", "/T (naam)"),
    S(DIAG_PDF_FIELD_FONT, SCREEN, "/DA \\(/F0", "/DA (/F9"),
    S(DIAG_PDF_FIELD_WORDS, SCREEN, "/TU \\(Uw naam\\)", "/TU ()", .page = 3),
    S(DIAG_PDF_NEED_APPEARANCES, SCREEN, "/AcroForm <<", "\\0 /NeedAppearances true"),
    S(DIAG_PDF_XFA, SCREEN, "/AcroForm <<", "\\0 /XFA []"),

    /* finding one's way */
    S(DIAG_PDF_NAME_TREE, SCREEN, "    \\(een\\)", "    (zee)",
      .also = {DIAG_PDF_DESTINATION}),
    S(DIAG_PDF_DESTINATION, SCREEN, "/Dest \\(tabel\\)(?=\n  /F)", "/Dest (weg)",
      .page = 1),
    S(DIAG_PDF_LINK_NOWHERE, SCREEN, "  /Dest \\(tabel\\)\n(?=  /F )", "",
      .at = "/Contents \\(Een tabel\\)", .page = 1),
    S(DIAG_PDF_OUTLINE, SCREEN, "/Prev \\d+ 0 R", "/Prev 1 0 R"),
    S(DIAG_PDF_PAGE_LABELS, SCREEN, "/S /r\n", "/S /x\n"),

    /* fonts */
    S(DIAG_PDF_FONT, SCREEN, "(/ToUnicode \\d+ 0 R\n)  /Type /Font\n(?=>>)", "\\1",
      .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_NAME, SCREEN, "/BaseFont /\\w+\\+(Vollkorn-Regular\n  /CIDS)",
      "/BaseFont /deel+\\1", .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_UNSET, SCREEN, "/F0 \\S+ Tf\n", "", .at = "/Type /Page$",
      .page = 3),
    S(DIAG_PDF_FONT_MISSING, SCREEN, "(/Flags 4\n[^>]*)/FontFile2 ", "\\1/Bestand ",
      .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_PROGRAM, SCREEN, "(/Flags 4\n[^>]*/FontFile2 )\\d+", "\\1 7",
      .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_GLYPH, SCREEN, FIRST_TEXT, "\\g<0>7001", .at = "/Subtype /Type0",
      .page = 1, .also = {DIAG_PDF_FONT_UNICODE}),
    S(DIAG_PDF_FONT_NOTDEF, SCREEN, FIRST_TEXT, "\\g<0>0000", .at = "/Subtype /Type0",
      .page = 1, .also = {DIAG_PDF_FONT_UNICODE}),
    S(DIAG_PDF_FONT_WIDTH, SCREEN, "(/W \\[\n    \\d+\n    \\[\n)      \\d+",
      "\\1      7", .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_ENCODING, SCREEN,
      "(/BaseFont /\\w\\S+\n  /Encoding )/WinAnsiEncoding", "\\1/StandardEncoding",
      .page = 3),
    S(DIAG_PDF_FONT_GLYPH_MAP, SCREEN, "  /CIDToGIDMap \\d+ 0 R\n", "",
      .at = "/Subtype /Type0", .page = 1, .also = {DIAG_PDF_FONT_WIDTH}),
    S(DIAG_PDF_FONT_CMAP, SCREEN, "/Encoding /Identity-H", "/Encoding /X", .page = 1),
    S(DIAG_PDF_FONT_SET, SCREEN, "(/Flags 4\n)", "\\1  /CIDSet 990 0 R\n",
      .add = A_STREAM("990", "", " "), .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_UNICODE, SCREEN, "(/Subtype /Type0\n)  /ToUnicode \\d+ 0 R\n",
      "\\1", .page = 1),
    S(DIAG_PDF_FONT_UNICODE_VALUE, SCREEN, "(<\\w+>)<2265>", "\\1<FEFF>",
      .at = "/Subtype /Type0", .page = 1),
    S(DIAG_PDF_FONT_PRIVATE, SCREEN, "(<\\w+>)<2265>", "\\1<E001>",
      .at = "/Subtype /Type0", .page = 1),

    /* for a press */
    S(DIAG_PDF_PRESS_HEADER, PRESS, "%PDF-1.6", "%PDF-1.7", .at = "", .raw = TRUE),
    S(DIAG_PDF_PRESS_VERSION, PRESS, "<xmpMM:VersionID>1</xmpMM:VersionID>", ""),
    S(DIAG_PDF_PRESS_TRAPPED, PRESS, "<pdf:Trapped>False", "<pdf:Trapped>Unknown"),
    S(DIAG_PDF_PRESS_TRIM, PRESS, "/TrimBox", "/ArtBox", .find2 = "/ArtBox",
      .put2 = "/Weg", .at = "/Weg", .page = 1),
    S(DIAG_PDF_PRESS_INTENT, PRESS, "/S /GTS_PDFX", "/S /GTS_PDFA1",
      .at = "/Type /Catalog"),
    S(DIAG_PDF_PRESS_ANNOTATION, PRESS, "/TrimBox",
      "/Annots [ << /Subtype /Link /Rect [ 0 0 9 9 ] /A << /S /URI /URI (x) >> "
      ">> ] "
      "/TrimBox",
      .page = 1),
    S(DIAG_PDF_RICH_BLACK, PRESS, "0 0 0 1 k", "0.5 0 0 1 k", .at = "/Type /Page$",
      .page = 1),
};

#endif
