#!/usr/bin/python3
"""Makes two small fonts beside itself whose outlines are not those of Vierkant.

Wisselend is variable (its bars grow from 600 to 800 units with the weight), Kubisch has
CFF outlines, 2048 units to the em. The fonts are committed; this is only to remake them
(Debian: python3-fonttools).
"""

import os

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

FOLDER = os.path.dirname(os.path.abspath(__file__))
CODES = [0x20] + list(range(0x61, 0x7B))


def bar(pen, width, height):
    pen.moveTo((0, 0))
    pen.lineTo((0, height))
    pen.lineTo((width, height))
    pen.lineTo((width, 0))
    pen.closePath()


def begin(units, is_truetype):
    names = {code: "u%04X" % code for code in CODES}
    builder = FontBuilder(units, isTTF=is_truetype)
    builder.setupGlyphOrder([".notdef"] + list(names.values()))
    builder.setupCharacterMap(names)
    return builder, [".notdef"] + list(names.values())


def finish(builder, family, units, names):
    builder.setupHorizontalMetrics({name: (units * 6 // 10, 0) for name in names})
    builder.setupHorizontalHeader(ascent=units * 8 // 10, descent=-units * 2 // 10)
    builder.setupNameTable({
        "familyName": family, "styleName": "Regular", "psName": family + "-Regular",
        "copyright": "Made for the tests of opbouwwerk; Apache License 2.0"}, mac=False)
    builder.setupOS2(sTypoAscender=units * 8 // 10, usWinAscent=units,
                     usWinDescent=units // 5, fsType=0)
    builder.setupPost(keepGlyphNames=False)
    builder.font["head"].created = builder.font["head"].modified = 3786912000  # 2024-01-01
    builder.font.recalcTimestamp = False


def make_variable():
    units = 1000
    builder, names = begin(units, True)
    glyphs = {}
    for name in names:
        pen = TTGlyphPen(None)
        if name != "u0020":
            bar(pen, 500, 500)
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    finish(builder, "Wisselend", units, names)
    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    still, wider = (0, 0), (200, 0)
    phantoms = [still, wider, still, still]
    bars = [still, still, wider, wider] + phantoms
    builder.setupGvar({
        name: [TupleVariation({"wght": (0, 1, 1)}, phantoms if name == "u0020" else bars)]
        for name in names})
    builder.save(os.path.join(FOLDER, "Wisselend.ttf"))


def make_cubic():
    units = 2048
    builder, names = begin(units, False)
    glyphs = {}
    for name in names:
        pen = T2CharStringPen(units * 6 // 10, None)
        if name != "u0020":
            bar(pen, units // 2, units // 2)
        glyphs[name] = pen.getCharString()
    matrix = [1 / units, 0, 0, 1 / units, 0, 0]
    builder.setupCFF("Kubisch-Regular", {"FullName": "Kubisch", "FontMatrix": matrix},
                     glyphs, {})
    finish(builder, "Kubisch", units, names)
    builder.save(os.path.join(FOLDER, "Kubisch.otf"))


make_variable()
make_cubic()
