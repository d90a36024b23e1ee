#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

/* What the tests of text share. In the test font every character is a square em: at 10 pt a
 * line of n characters is 10 n points wide. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "text/text.h"

#define EM POINTS(10)

/* fontconfig 2.14 leaks while it reads its configuration. */
const char *
__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\n";
}

typedef struct Bench {
    Text *text;
    Arena *arena;
    Diag *diag;
    TextStyle style;
    TextParameters parameters;
    Place place;
} Bench;

static inline int
set_up(void **state)
{
    GError *error = NULL;
    Bench *bench = g_new0(Bench, 1);
    bench->text = text_new("tests/fonts/fonts.conf", &error);
    assert_null(error);
    bench->arena = arena_new();
    bench->diag = diag_new();
    bench->style = (TextStyle){.families = "Vierkant",
                               .size = EM,
                               .weight = 400,
                               .stretch = PANGO_STRETCH_NORMAL,
                               .language = "nl-NL",
                               .kerning = TRUE,
                               .remain = 2,
                               .push = 2,
                               .hyphen = 0x2010};
    bench->parameters = (TextParameters){.align = TEXT_START,
                                         .align_last = TEXT_START,
                                         .wrap = TRUE,
                                         .language = "nl-NL"};
    bench->place = (Place){"proef.fo", 7, 0};
    *state = bench;
    return 0;
}

static inline int
tear_down(void **state)
{
    Bench *bench = *state;
    arena_free(bench->arena);
    diag_free(bench->diag);
    text_free(bench->text);
    g_free(bench);
    return 0;
}

static inline Length
constant(gpointer owner, int line)
{
    (void)line;
    return *(const Length *)owner;
}

static inline Paragraph *
begin(Bench *bench)
{
    return paragraph_new(bench->text, bench->arena, &bench->parameters, &bench->place,
                         bench->diag);
}

static inline void
add(Bench *bench, Paragraph *paragraph, const char *characters, gpointer owner)
{
    paragraph_add_text(paragraph, characters, (int)strlen(characters),
                       text_style(bench->text, &bench->style), &bench->place, owner);
}

static inline void
assert_piece(const TextPiece *piece, Length x)
{
    assert_int_equal(piece->x, x);
    if (piece->kind != TEXT_GLYPHS)
        return;
    Length width = 0;
    assert_non_null(piece->font);
    for (int i = 0; i < piece->glyphs->num_glyphs; i++) {
        width += piece->glyphs->glyphs[i].geometry.width;
        assert_int_not_equal(piece->glyphs->glyphs[i].glyph, 0);
        assert_true(piece->glyphs->glyphs[i].glyph < 0x10000);
        assert_in_range(piece->glyphs->log_clusters[i], 0, piece->length);
    }
    assert_int_equal(width, piece->width);
    assert_true(g_utf8_validate_len(piece->text, (gsize)piece->length, NULL));
}

/* What holds of all lines. */
static inline void
assert_lines_whole(const TextLines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        const TextLine *line = &lines->lines[i];
        Length x = 0;
        for (int j = 0; j < line->piece_count; j++) {
            assert_piece(&line->pieces[j], x);
            x += line->pieces[j].width;
        }
        assert_int_equal(x, line->width);
    }
}

static inline TextLines
break_at(Paragraph *paragraph, Length measure)
{
    TextLines lines = paragraph_break(paragraph, constant, &measure);
    assert_lines_whole(&lines);
    return lines;
}

static inline TextLines
set(Bench *bench, const char *characters, double measure)
{
    Paragraph *paragraph = begin(bench);
    add(bench, paragraph, characters, NULL);
    return break_at(paragraph, POINTS(measure));
}

/* The lines as text: '|' between them, "‐" for a hyphen drawn, objects as one sign. */
static inline char *
written(const TextLines *lines)
{
    static const char *const signs[] = {"", "#", "…", "<", ">", "@"};
    GString *string = g_string_new(NULL);
    for (int i = 0; i < lines->count; i++) {
        const TextLine *line = &lines->lines[i];
        if (i > 0)
            g_string_append_c(string, '|');
        for (int j = 0; j < line->piece_count; j++) {
            const TextPiece *piece = &line->pieces[j];
            g_string_append(string, signs[piece->kind]);
            if (piece->kind == TEXT_GLYPHS)
                g_string_append_len(string, piece->text,
                                    piece->length - piece->space_after);
            if (piece->hyphen)
                g_string_append(string, "-");
        }
    }
    return g_string_free(string, FALSE);
}

static inline void
assert_written(const TextLines *lines, const char *expected)
{
    g_autofree char *actual = written(lines);
    assert_string_equal(actual, expected);
}

static inline void
assert_messages(Bench *bench, int expected, const char *name)
{
    guint count;
    const DiagMessage *messages = diag_messages(bench->diag, &count);
    assert_int_equal(count, expected);
    for (guint i = 0; i < count; i++)
        assert_string_equal(diag_kind(messages[i].code)->name, name);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
