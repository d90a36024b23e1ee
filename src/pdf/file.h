#ifndef PDF_FILE_H
#define PDF_FILE_H

/* The file that is written: objects in object streams, streams compressed, a
 * cross-reference stream (ISO 32000-1, 7.5). An object gets its number first and is written
 * once, in any order; what is written is not read again, and only the file itself stays in
 * memory. Equal objects in equal order give equal bytes. */

#include <glib.h>

typedef struct PdfFile PdfFile;

PdfFile *
pdf_file_new(void);
void
pdf_file_free(PdfFile *file);

/* A new object's number. */
int
pdf_file_allocate(PdfFile *file);

/* The object is appended to what this returns, until pdf_file_end(). */
GString *
pdf_file_begin(PdfFile *file, int number);
void
pdf_file_end(PdfFile *file);

typedef enum PdfFilter {
    PDF_AS_IS,   /* bytes are what dictionary says */
    PDF_COMPRESS /* bytes are compressed, which is added to the dictionary */
} PdfFilter;

/* A stream object. dictionary: its entries but for Length and, PDF_COMPRESS, Filter. No
 * object may be open. */
void
pdf_file_add_stream(PdfFile *file, int number, const char *dictionary,
                    const void *bytes, gsize length, PdfFilter filter);

/* Ends the file. Every object that was allocated has been written. Caller unrefs. */
GByteArray *
pdf_file_finish(PdfFile *file, int catalog, int info);

#endif
