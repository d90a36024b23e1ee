#include "area/structure.h"

StructureTree *
structure_new(Arena *arena)
{
    StructureTree *tree = arena_new0(arena, StructureTree);
    tree->arena = arena;
    tree->root = arena_new0(arena, StructureElement);
    tree->root->role = "Document";
    return tree;
}

static StructureKid *
kid_new(StructureTree *tree, StructureKidKind kind)
{
    StructureKid *kid = arena_new0(tree->arena, StructureKid);
    kid->kind = kind;
    return kid;
}

static void
insert_kid(StructureElement *element, StructureKid *previous, StructureKid *kid)
{
    StructureKid **link = previous ? &previous->next : &element->first;
    kid->next = *link;
    *link = kid;
    if (!kid->next)
        element->last = kid;
}

StructureElement *
structure_add(StructureTree *tree, StructureElement *parent, const char *role)
{
    StructureElement *element = arena_new0(tree->arena, StructureElement);
    element->role = role;
    element->parent = parent ? parent : tree->root;
    element->kid = kid_new(tree, STRUCTURE_CHILD);
    element->kid->child = element;
    element->kid->number = ++element->parent->child_count;
    insert_kid(element->parent, element->parent->last, element->kid);
    return element;
}

/* An element that gets its first mark is from now on one of the read kids of its parent. */
static void
note_marked(StructureElement *element)
{
    for (; !element->marked; element = element->parent) {
        element->marked = TRUE;
        StructureElement *parent = element->parent;
        if (!parent)
            return;
        if (element->kid->number > parent->latest_rank) {
            parent->latest_rank = element->kid->number;
            parent->latest = element->kid;
        }
    }
}

static void
add_drawn(StructureTree *tree, StructureElement *element, StructureKidKind kind,
          int page, int number)
{
    StructureKid *kid = kid_new(tree, kind);
    kid->page = page;
    kid->number = number;
    insert_kid(element, element->latest, kid);
    element->latest = kid;
    note_marked(element);
}

void
structure_add_mark(StructureTree *tree, StructureElement *element, int page, int mcid)
{
    add_drawn(tree, element, STRUCTURE_MARK, page, mcid);
}

void
structure_add_field(StructureTree *tree, StructureElement *element, int page,
                    int number)
{
    add_drawn(tree, element, STRUCTURE_FIELD, page, number);
}

void
structure_add_object(StructureTree *tree, StructureElement *element, int page,
                     int number)
{
    StructureKid *kid = kid_new(tree, STRUCTURE_OBJECT);
    kid->page = page;
    kid->number = number;
    insert_kid(element, element->last, kid);
}
