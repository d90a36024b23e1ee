#include "pdf/file.h"
#include "pdf/syntax.h"

#include <libdeflate.h>
#include <string.h>

/* Objects in one object stream: readers unpack it whole for each of them. */
enum { MOST_MEMBERS = 200 };
/* Of the levels 1 to 12: beyond it, half as much time again takes off one byte in a hundred. */
enum { PACKING = 5 };

/* Where an object is (7.5.8.3): 1 and its offset in the file, or 2, its object stream and
 * its index there; 0: nowhere. */
typedef struct Entry {
    guint8 kind;
    guint16 index;
    guint32 place;
} Entry;

struct PdfFile {
    GByteArray *bytes;
    GArray *entries;  /* Entry, by object number */
    GString *members; /* of the object stream that is filled */
    GString *numbers; /* of these, and their offsets in members */
    int member_count;
    int stream;    /* the object stream's own number */
    gboolean open; /* the last member is being written */
    GByteArray *packed;
    struct libdeflate_compressor *compressor;
};

PdfFile *
pdf_file_new(void)
{
    static const char header[] = "%PDF-1.7\n%\xBF\xF7\xA2\xFE\n";
    PdfFile *file = g_new0(PdfFile, 1);
    file->bytes = g_byte_array_new();
    g_byte_array_append(file->bytes, (const guint8 *)header, strlen(header));
    file->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_size(file->entries, 1);
    file->members = g_string_new(NULL);
    file->numbers = g_string_new(NULL);
    file->packed = g_byte_array_new();
    file->compressor = libdeflate_alloc_compressor(PACKING);
    return file;
}

void
pdf_file_free(PdfFile *file)
{
    g_byte_array_unref(file->bytes);
    g_array_unref(file->entries);
    g_string_free(file->members, TRUE);
    g_string_free(file->numbers, TRUE);
    g_byte_array_unref(file->packed);
    libdeflate_free_compressor(file->compressor);
    g_free(file);
}

int
pdf_file_allocate(PdfFile *file)
{
    g_array_set_size(file->entries, file->entries->len + 1);
    return (int)file->entries->len - 1;
}

static void
note_place(PdfFile *file, int number, Entry entry)
{
    Entry *place = &g_array_index(file->entries, Entry, number);
    g_assert(place->kind == 0);
    *place = entry;
}

/* file->packed becomes bytes compressed. */
static void
pack(PdfFile *file, const void *bytes, gsize length)
{
    gsize most = libdeflate_zlib_compress_bound(file->compressor, length);
    g_byte_array_set_size(file->packed, (guint)most);
    gsize packed = libdeflate_zlib_compress(file->compressor, bytes, length,
                                            file->packed->data, most);
    g_assert(packed > 0);
    g_byte_array_set_size(file->packed, (guint)packed);
}

static void
append_text(PdfFile *file, const char *text, gsize length)
{
    g_byte_array_append(file->bytes, (const guint8 *)text, (guint)length);
}

void
pdf_file_add_stream(PdfFile *file, int number, const char *dictionary,
                    const void *bytes, gsize length, PdfFilter filter)
{
    static const char end[] = "\nendstream\nendobj\n";
    note_place(file, number, (Entry){1, 0, file->bytes->len});
    if (filter == PDF_COMPRESS) {
        pack(file, bytes, length);
        bytes = file->packed->data;
        length = file->packed->len;
    }
    g_autoptr(GString) head = g_string_new(NULL);
    g_string_append_printf(head, "%d 0 obj\n<<%s/Length %" G_GSIZE_FORMAT, number,
                           dictionary, length);
    g_string_append(head, filter == PDF_COMPRESS ? "/Filter/FlateDecode>>" : ">>");
    g_string_append(head, "\nstream\n");
    append_text(file, head->str, head->len);
    append_text(file, bytes, length);
    append_text(file, end, strlen(end));
}

/* ISO 32000-1, 7.5.7. */
static void
end_members(PdfFile *file)
{
    if (file->member_count == 0)
        return;
    g_autofree char *dictionary =
        g_strdup_printf("/Type/ObjStm/N %d/First %" G_GSIZE_FORMAT, file->member_count,
                        file->numbers->len);
    g_string_prepend_len(file->members, file->numbers->str, (gssize)file->numbers->len);
    pdf_file_add_stream(file, file->stream, dictionary, file->members->str,
                        file->members->len, PDF_COMPRESS);
    g_string_truncate(file->members, 0);
    g_string_truncate(file->numbers, 0);
    file->member_count = 0;
}

GString *
pdf_file_begin(PdfFile *file, int number)
{
    g_assert(!file->open);
    file->open = TRUE;
    if (file->member_count == MOST_MEMBERS)
        end_members(file);
    if (file->member_count == 0)
        file->stream = pdf_file_allocate(file);
    Entry entry = {2, (guint16)file->member_count++, (guint32)file->stream};
    note_place(file, number, entry);
    put_integer(file->numbers, number);
    put_integer(file->numbers, (gint64)file->members->len);
    return file->members;
}

void
pdf_file_end(PdfFile *file)
{
    g_assert(file->open);
    file->open = FALSE;
    g_string_append_c(file->members, '\n');
}

enum { ROW = 7 }; /* kind, place in four bytes, index in two */

/* The rows of the cross-reference stream; each but the first as its difference from the one
 * above (PNG's filter "up"), which packs better. */
static GString *
cross_references(const PdfFile *file)
{
    GString *rows = g_string_sized_new(file->entries->len * (ROW + 1));
    guint8 above[ROW] = {0};
    for (guint i = 0; i < file->entries->len; i++) {
        const Entry *entry = &g_array_index(file->entries, Entry, i);
        g_assert(i == 0 || entry->kind != 0);
        guint16 index = i == 0 ? 65535 : entry->index;
        const guint8 row[ROW] = {entry->kind,
                                 (guint8)(entry->place >> 24),
                                 (guint8)(entry->place >> 16),
                                 (guint8)(entry->place >> 8),
                                 (guint8)entry->place,
                                 (guint8)(index >> 8),
                                 (guint8)index};
        g_string_append_c(rows, 2);
        for (int j = 0; j < ROW; j++)
            g_string_append_c(rows, (char)(row[j] - above[j]));
        memcpy(above, row, ROW);
    }
    return rows;
}

/* What tells one file from others (14.4); equal files have it in common. Two checksums and
 * the length are soon made, and as good as a digest where nobody means to deceive. Caller
 * frees. */
static char *
identifier_of(const PdfFile *file)
{
    const GByteArray *bytes = file->bytes;
    const guint32 sums[4] = {libdeflate_crc32(0, bytes->data, bytes->len),
                             libdeflate_adler32(1, bytes->data, bytes->len), bytes->len,
                             file->entries->len};
    guint8 written[sizeof sums];
    for (guint i = 0; i < sizeof sums; i++)
        written[i] = (guint8)(sums[i / 4] >> (24 - i % 4 * 8));
    return g_compute_checksum_for_data(G_CHECKSUM_MD5, written, sizeof written);
}

GByteArray *
pdf_file_finish(PdfFile *file, int catalog, int info)
{
    end_members(file);
    int number = pdf_file_allocate(file);
    guint start = file->bytes->len;
    g_autofree char *id = identifier_of(file);
    g_autofree char *dictionary = g_strdup_printf(
        "/Type/XRef/Size %u/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]"
        "/DecodeParms<</Predictor 12/Columns %d>>",
        file->entries->len, catalog, info, id, id, ROW);
    g_array_index(file->entries, Entry, number) = (Entry){1, 0, start};
    g_autoptr(GString) rows = cross_references(file);
    g_array_index(file->entries, Entry, number) = (Entry){0};
    pdf_file_add_stream(file, number, dictionary, rows->str, rows->len, PDF_COMPRESS);
    g_autofree char *end = g_strdup_printf("startxref\n%u\n%%%%EOF\n", start);
    append_text(file, end, strlen(end));
    return g_byte_array_ref(file->bytes);
}
