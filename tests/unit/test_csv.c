#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "content/csv.h"

typedef struct State {
    Arena *arena;
    Diag *diag;
} State;

static int
set_up(void **state)
{
    State *own = g_new0(State, 1);
    own->arena = arena_new();
    own->diag = diag_new();
    *state = own;
    return 0;
}

static int
tear_down(void **state)
{
    State *own = *state;
    arena_free(own->arena);
    diag_free(own->diag);
    g_free(own);
    return 0;
}

static const CsvTable *
read_text(State *state, const char *text)
{
    return csv_read(state->arena, text, strlen(text), "a.csv", state->diag);
}

static void
assert_fault(State *state, DiagCode code, int row, int column)
{
    guint count;
    const DiagMessage *messages = diag_messages(state->diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].code, code);
    assert_int_equal(messages[0].place.line, row);
    assert_int_equal(messages[0].place.column, column);
}

static void
separators(void **state)
{
    static const struct {
        const char *text;
        char separator;
    } cases[] = {{"a;b\n1;2\n", ';'},
                 {"a,b\r\n1,2\r\n", ','},
                 {"a\tb\r1\t2", '\t'},
                 {"\xEF\xBB\xBF"
                  "a;b\n1;2",
                  ';'},
                 {"sep=,\r\na,b\r\n1,2", ','},
                 {"\"a,x\";b\n1;2", ';'}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const CsvTable *table = read_text(*state, cases[i].text);
        assert_non_null(table);
        assert_int_equal(table->separator, cases[i].separator);
        assert_int_equal(table->row_count, 2);
        assert_string_equal(csv_cell(table, 1, 2), "b");
        assert_string_equal(csv_cell(table, 2, 1), "1");
        assert_string_equal(csv_cell(table, 2, 2), "2");
    }
}

static void
quotes_and_line_ends(void **state)
{
    State *own = *state;
    const CsvTable *table = read_text(
        own, "x;\"een \"\"twee\"\"; drie\";\"regel\r\nregel\rregel\"\r\n;;\r\n");
    assert_int_equal(table->row_count, 2);
    assert_string_equal(csv_cell(table, 1, 2), "een \"twee\"; drie");
    assert_string_equal(csv_cell(table, 1, 3), "regel\nregel\nregel");
    assert_int_equal(table->rows[1].cell_count, 3);
    assert_string_equal(csv_cell(table, 2, 9), "");
    assert_string_equal(csv_cell(table, 3, 1), "");
    assert_string_equal(csv_cell(table, 0, 1), "");
    assert_true(csv_is_remark(table, 2));
    assert_false(csv_is_remark(table, 1));
    assert_int_equal(diag_count(own->diag, DIAG_ERROR), 0);
}

static void
last_cell_empty(void **state)
{
    const CsvTable *table = read_text(*state, "a;b\nc;");
    assert_int_equal(table->row_count, 2);
    assert_int_equal(table->rows[1].cell_count, 2);
    assert_string_equal(csv_cell(table, 2, 2), "");
}

static void
unclosed_quote(void **state)
{
    assert_non_null(read_text(*state, "a;b\nc;d\ne;\"f\ng;h\n"));
    assert_fault(*state, DIAG_CSV_QUOTE, 3, 2);
}

static void
quote_in_cell(void **state)
{
    const CsvTable *table = read_text(*state, "a;b\nc;een \"twee\" drie\n");
    assert_string_equal(csv_cell(table, 2, 2), "een \"twee\" drie");
    assert_fault(*state, DIAG_CSV_QUOTE, 2, 2);
}

static void
text_after_quote(void **state)
{
    assert_non_null(read_text(*state, "a;b\n\"c\"d;e\n"));
    assert_fault(*state, DIAG_CSV_QUOTE, 2, 1);
}

static void
control_character(void **state)
{
    const CsvTable *table = read_text(*state, "a;b\n1;x\x01y\n");
    assert_string_equal(csv_cell(table, 2, 2), "xy");
    assert_fault(*state, DIAG_CSV_CHARACTER, 2, 2);
}

static void
wrong_encoding(void **state)
{
    assert_null(read_text(*state, "a;b\nc;caf\xE9\n"));
    assert_fault(*state, DIAG_CSV_ENCODING, 2, 0);
}

static void
nul_byte(void **state)
{
    State *own = *state;
    assert_null(csv_read(own->arena, "a;b\0c", 5, "a.csv", own->diag));
    assert_fault(own, DIAG_CSV_ENCODING, 1, 0);
}

static void
empty_file(void **state)
{
    assert_null(read_text(*state, "\xEF\xBB\xBF"));
    assert_fault(*state, DIAG_CSV_EMPTY, 1, 1);
}

static void
named_cell(void **state)
{
    State *own = *state;
    const CsvTable *table = read_text(own, "a;b\n");
    csv_report(table, 1, 28, own->diag, DIAG_CSV_QUOTE, "fout %d", 3);
    guint count;
    assert_string_equal(diag_messages(own->diag, &count)[0].text, "cel AB1: fout 3");
    assert_string_equal(csv_column_name(own->arena, 26), "Z");
    assert_string_equal(csv_column_name(own->arena, 703), "AAA");
}

static void
numbers(void **state)
{
    (void)state;
    double number = 0;
    assert_true(csv_number("3,5", &number));
    assert_true(number == 3.5);
    assert_true(csv_number("12.25", &number));
    assert_true(number == 12.25);
    static const char *const none[] = {"", ",", "1,2,3", "1e9", "-1", "3 ", "drie"};
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++)
        assert_false(csv_number(none[i], &number));
}

static void
round_trip(void **state)
{
    static const char *const cells[] = {"gewoon",       "met ; erin", "met \"quote\"",
                                        "twee\nregels", "=SOM(A1)",   "- streepje",
                                        "'= geciteerd", "'los",       "",
                                        "a,b",          NULL};
    static const char separators_used[] = ";,\t";
    for (int i = 0; i < 3; i++) {
        g_autoptr(GString) text = g_string_new("kop");
        g_string_append_printf(text, "%cb\r\n", separators_used[i]);
        csv_append_row(text, separators_used[i], cells);
        const CsvTable *table = read_text(*state, text->str);
        assert_int_equal(table->separator, separators_used[i]);
        assert_int_equal(table->row_count, 2);
        for (int column = 0; cells[column]; column++)
            assert_string_equal(csv_cell(table, 2, column + 1), cells[column]);
        assert_null(strstr(text->str, ";=SOM"));
    }
    assert_int_equal(diag_count(((State *)*state)->diag, DIAG_ERROR), 0);
}

/* Twice the bytes take about twice the time: a table of 200,000 cells within
 * seconds. */
static void
large(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 50000; i++)
        g_string_append(text, "een;\"twee\";drie;\"vier\"\n");
    const CsvTable *table = read_text(*state, text->str);
    assert_int_equal(table->row_count, 50000);
    assert_string_equal(csv_cell(table, 50000, 4), "vier");
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(separators),        CASE(quotes_and_line_ends),
        CASE(last_cell_empty),   CASE(unclosed_quote),
        CASE(quote_in_cell),     CASE(text_after_quote),
        CASE(control_character), CASE(wrong_encoding),
        CASE(nul_byte),          CASE(empty_file),
        CASE(named_cell),        CASE(numbers),
        CASE(round_trip),        CASE(large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
