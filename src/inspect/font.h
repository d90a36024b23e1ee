#ifndef INSPECT_FONT_H
#define INSPECT_FONT_H

/* Fonts: what text was shown in, the font programs that the file embeds (by FreeType) and
 * the maps from codes to characters. For fonts.c and what it calls only. */

#include "inspect/inspection.h"

enum {
    CODE_SHOWN = 1,
    CODE_MUTE = 2 /* also where no ActualText says what it means */
};

struct FontUse {
    const Value *font;
    int page; /* index of the first that shows it */
    gboolean composite;
    gboolean unread; /* its codes follow a CMap that is not read here */
    struct CMap
        *cmap; /* that its codes follow, two bytes each; NULL: they are numbers */
    GHashTable *codes; /* code → CODE_… */
};

typedef struct Program Program;

/* The embedded program; NULL where there is none (error unset) or none that can be read. */
Program *
program_open(const Inspection *inspection, const Value *descriptor, gboolean *embedded);
void
program_free(Program *program);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Program, program_free)

int
program_glyph_count(const Program *program);
/* In thousandths of the size; FALSE where the glyph cannot be had. */
gboolean
program_width(const Program *program, guint glyph, double *width);
/* The glyph of a character code in a TrueType program without an encoding. */
guint
program_symbol(const Program *program, guint code);
/* The glyph of a character; 0: none. FALSE where the program does not know characters. */
gboolean
program_character(const Program *program, gunichar character, guint *glyph);
/* The glyph of that name; 0: none. */
guint
program_name(const Program *program, const char *name);
/* The glyph of a code by the program's own encoding. */
guint
program_code(const Program *program, guint code);
/* Whether the program numbers its glyphs itself, and not by their place. */
gboolean
program_is_numbered(const Program *program);
/* How many maps a TrueType program has, and whether one is for Windows and Unicode (3,1) or
 * for Windows and symbols (3,0). */
int
program_maps(const Program *program, gboolean *unicode, gboolean *symbol);

enum { MEANS_SOMETHING = 1, MEANS_NOTHING = 2, MEANS_PRIVATE = 4 };

/* A map of codes to characters or of codes to glyphs (ISO 32000-1, 9.7.5 and 9.10.3). */
typedef struct CMap {
    GHashTable *meanings; /* code → MEANS_… */
    GHashTable *numbers;  /* code → number of a glyph (CID) */
    gboolean has_pairs;   /* all its codes are of two bytes */
    gint64 direction;     /* WMode */
    gboolean built_on;    /* another */
} CMap;

/* NULL where the stream cannot be read. */
CMap *
cmap_read(const Inspection *inspection, const Value *stream);
void
cmap_free(CMap *cmap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CMap, cmap_free)

/* The number of the glyph that the code stands for; -1: of none. */
int
cmap_number(const CMap *cmap, guint code);

/* Windows' Latin alphabet (annex D.2); 0: nothing. */
gunichar
winansi_character(guint code);

#endif
