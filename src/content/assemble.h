#ifndef CONTENT_ASSEMBLE_H
#define CONTENT_ASSEMBLE_H

/* Assembles what a stylesheet needs into one document:
 *
 *   <publicatie naam="…" xmlns:ow="urn:opbouwwerk:fo">
 *     <boek id="boek">            title and edition, from boek.xml
 *     <boekje naam="…">           of this booklet
 *     <deel gezet="ja|nee" ow:bestand="FILE">   every part, those of the booklet first set
 *     <koppelingen>
 *       <soort naam heen terug aantal/>
 *       <knoop id="…">            each node with links, in reading order
 *         <verwijzing naar="ID" soort wijze richting="heen|terug" groep>reason</verwijzing>
 *       <zonder-tegenhanger knoop in>reason</zonder-tegenhanger>
 *
 * Every element of a part carries ow:regel, the line it stood on. The caller frees the
 * document with xmlFreeDoc(). */

#include "content/linkbase.h"

/* The same with no booklet and no part of it set: what other publications refer to. Their
 * own elements are added to the root. */
xmlDoc *
assemble_references(const Collection *collection, const Linkbase *linkbase,
                    const char *name);

xmlDoc *
assemble_booklet(const Collection *collection, const Linkbase *linkbase,
                 const Booklet *booklet);

#endif
