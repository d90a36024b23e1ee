#ifndef AREA_STRUCTURE_H
#define AREA_STRUCTURE_H

/* The logical structure tree (ISO 32000-1, 14.7): what a reader hears, in reading order,
 * whatever the drawing order. Built by layout from the FO tree, given its marks by render,
 * written by pdf. Lives in the job's arena. */

#include "base/arena.h"
#include "base/unit.h"

typedef struct StructureElement StructureElement;

typedef enum StructureKidKind {
    STRUCTURE_CHILD,
    STRUCTURE_MARK,
    STRUCTURE_OBJECT,
    STRUCTURE_FIELD
} StructureKidKind;

typedef struct StructureKid {
    StructureKidKind kind;
    StructureElement *child; /* STRUCTURE_CHILD */
    int page;                /* of all but STRUCTURE_CHILD: index from 0 */
    int number;              /* mark: MCID on its page; object: index in area_links();
                                field: index in area_fields(); child: its rank among the
                                children, from 1 */
    struct StructureKid *next;
} StructureKid;

struct StructureElement {
    const char *role;           /* standard structure type: "P", "H1", "TD" */
    const char *alternative;    /* Alt, or NULL */
    const char *actual;         /* ActualText, or NULL */
    const char *language;       /* Lang where it differs from its parent's, or NULL */
    const char *id;             /* or NULL */
    const char *scope;          /* TH: "Column", "Row", "Both" */
    const char *headers;        /* TD: ids of its headers, space-separated */
    int row_span, column_span;  /* 0 or 1: none */
    const char *list_numbering; /* L: "Disc", "Decimal", "None", … */
    Length box[4]; /* Figure, Table: x0 y0 x1 y1 on its page; all 0: none */
    StructureElement *parent;
    StructureKid *first, *last; /* in reading order */

    /* Kept by structure_add() and structure_add_mark(). */
    StructureKid *kid;    /* its own entry among its parent's kids */
    StructureKid *latest; /* the last kid that has marks; NULL: none */
    int child_count;
    int latest_rank; /* the highest rank of a child that has marks */
    gboolean marked; /* it or an element below has marks */
};

typedef struct StructureTree {
    StructureElement *root; /* role "Document" */
    Arena *arena;
} StructureTree;

StructureTree *
structure_new(Arena *arena);

/* Adds an element as the last child of parent (NULL: of the root). role is borrowed. */
StructureElement *
structure_add(StructureTree *tree, StructureElement *parent, const char *role);

/* Adds marked content in the order of drawing. It is read after the children of element
 * that had marks by then and before those that had none, so that text around an inline
 * element stays around it. */
void
structure_add_mark(StructureTree *tree, StructureElement *element, int page, int mcid);

/* Adds a field in the order of drawing, as structure_add_mark() does a mark. */
void
structure_add_field(StructureTree *tree, StructureElement *element, int page,
                    int number);

/* Adds an annotation behind all other kids. */
void
structure_add_object(StructureTree *tree, StructureElement *element, int page,
                     int number);

#endif
