#include "inspect/font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H

struct Program {
    FT_Library library;
    FT_Face face;
    char *bytes;
};

static const Value *
program_stream(const Value *descriptor)
{
    static const char *const keys[] = {"FontFile2", "FontFile3", "FontFile"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        if (value_has(descriptor, keys[i]))
            return value_get(descriptor, keys[i]);
    return value_null();
}

Program *
program_open(const Inspection *inspection, const Value *descriptor, gboolean *embedded)
{
    const Value *stream = program_stream(descriptor);
    *embedded = stream->kind == VALUE_STREAM;
    if (!*embedded)
        return NULL;
    g_autoptr(Program) program = g_new0(Program, 1);
    gsize length;
    program->bytes = objects_data(inspection->objects, stream, &length);
    if (!program->bytes || length > G_MAXINT ||
        FT_Init_FreeType(&program->library) != 0 ||
        FT_New_Memory_Face(program->library, (const FT_Byte *)program->bytes,
                           (FT_Long)length, 0, &program->face) != 0)
        return NULL;
    return g_steal_pointer(&program);
}

void
program_free(Program *program)
{
    if (!program)
        return;
    if (program->face)
        FT_Done_Face(program->face);
    if (program->library)
        FT_Done_FreeType(program->library);
    g_free(program->bytes);
    g_free(program);
}

int
program_glyph_count(const Program *program)
{
    return (int)MIN(program->face->num_glyphs, G_MAXINT);
}

gboolean
program_width(const Program *program, guint glyph, double *width)
{
    FT_Fixed advance = 0;
    if (program->face->units_per_EM == 0 ||
        FT_Get_Advance(program->face, glyph, FT_LOAD_NO_SCALE, &advance) != 0)
        return FALSE;
    *width = (double)advance * 1000 / program->face->units_per_EM;
    return TRUE;
}

static gboolean
choose_map(const Program *program, int platform, int encoding)
{
    for (int i = 0; i < program->face->num_charmaps; i++) {
        FT_CharMap map = program->face->charmaps[i];
        if (map->platform_id == platform && map->encoding_id == encoding)
            return FT_Set_Charmap(program->face, map) == 0;
    }
    return FALSE;
}

/* 9.6.6.4. */
guint
program_symbol(const Program *program, guint code)
{
    enum { SYMBOLS = 0xF000 };
    if (choose_map(program, 3, 0)) {
        guint glyph = FT_Get_Char_Index(program->face, SYMBOLS + code);
        return glyph ? glyph : FT_Get_Char_Index(program->face, code);
    }
    if (choose_map(program, 1, 0) || program->face->num_charmaps > 0)
        return FT_Get_Char_Index(program->face, code);
    return 0;
}

gboolean
program_character(const Program *program, gunichar character, guint *glyph)
{
    if (FT_Select_Charmap(program->face, FT_ENCODING_UNICODE) != 0) {
        if (character > 0x7E || !choose_map(program, 1, 0))
            return FALSE;
    }
    *glyph = FT_Get_Char_Index(program->face, character);
    return TRUE;
}

guint
program_name(const Program *program, const char *name)
{
    return FT_HAS_GLYPH_NAMES(program->face)
               ? FT_Get_Name_Index(program->face, (FT_String *)name)
               : 0;
}

guint
program_code(const Program *program, guint code)
{
    static const FT_Encoding encodings[] = {FT_ENCODING_ADOBE_CUSTOM,
                                            FT_ENCODING_ADOBE_STANDARD};
    for (guint i = 0; i < G_N_ELEMENTS(encodings); i++)
        if (FT_Select_Charmap(program->face, encodings[i]) == 0)
            return FT_Get_Char_Index(program->face, code);
    return 0;
}

gboolean
program_is_numbered(const Program *program)
{
    FT_Bool numbered = 0;
    return FT_Get_CID_Is_Internally_CID_Keyed(program->face, &numbered) == 0 &&
           numbered;
}

int
program_maps(const Program *program, gboolean *unicode, gboolean *symbol)
{
    *unicode = *symbol = FALSE;
    for (int i = 0; i < program->face->num_charmaps; i++) {
        FT_CharMap map = program->face->charmaps[i];
        *unicode = *unicode || (map->platform_id == 3 && map->encoding_id == 1);
        *symbol = *symbol || (map->platform_id == 3 && map->encoding_id == 0);
    }
    return program->face->num_charmaps;
}
