#!/usr/bin/python3
"""Makes the test family Vierkant beside itself: every glyph is one square em wide.

The fonts are committed; this is only to remake them (Debian: python3-fonttools).
1000 units to the em, ascent 800, descent 200, x-height 500, capital height 700.
"""

import os
import unicodedata

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FOLDER = os.path.dirname(os.path.abspath(__file__))
SPACES = {0x20, 0xA0, 0x202F}
CHARACTERS = sorted(
    set(range(0x20, 0x7F))      # ASCII
    | set(range(0xA0, 0x180))   # Latin-1 and Latin Extended-A
    | set(range(0x5D0, 0x5EB))  # Hebrew letters, for text from right to left
    | set(range(0x2010, 0x2016))  # hyphens and dashes
    | set(range(0x2018, 0x2020))  # quotation marks
    | {0x2022, 0x2026, 0x202F, 0x20AC, 0x2190, 0x2192, 0xFFFD}
)
STYLES = [
    # name, weight, italic, side bearing
    ("Regular", 400, False, 100),
    ("Bold", 700, False, 50),
    ("Italic", 400, True, 100),
]


def glyph(height, bearing, slant):
    """A square or, where the style slants, a parallelogram."""
    pen = TTGlyphPen(None)
    if height:
        pen.moveTo((bearing, 0))
        pen.lineTo((bearing + slant, height))
        pen.lineTo((1000 - bearing + slant, height))
        pen.lineTo((1000 - bearing, 0))
        pen.closePath()
    return pen.glyph()


def height_of(code):
    if code in SPACES:
        return 0
    return 700 if unicodedata.category(chr(code)) in ("Lu", "Nd") else 500


def make(style, weight, italic, bearing):
    slant = 100 if italic else 0
    names = {code: "u%04X" % code for code in CHARACTERS}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef"] + [names[code] for code in CHARACTERS])
    builder.setupCharacterMap(names)
    glyphs = {names[code]: glyph(height_of(code), bearing, slant) for code in CHARACTERS}
    glyphs[".notdef"] = glyph(700, bearing, slant)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(
        {name: (1000, bearing if glyphs[name].numberOfContours else 0) for name in glyphs})
    builder.setupHorizontalHeader(ascent=800, descent=-200, lineGap=0)
    builder.setupNameTable({
        "familyName": "Vierkant",
        "styleName": style,
        "uniqueFontIdentifier": "Vierkant " + style,
        "fullName": "Vierkant " + style,
        "psName": "Vierkant-" + style,
        "version": "Version 1.000",
        "copyright": "Made for the tests of opbouwwerk; Apache License 2.0",
    }, mac=False)
    selection = 0x20 if weight == 700 else 0x01 if italic else 0x40
    builder.setupOS2(
        version=4, sTypoAscender=800, sTypoDescender=-200, sTypoLineGap=0, usWinAscent=800,
        usWinDescent=200, sxHeight=500, sCapHeight=700, usWeightClass=weight,
        fsSelection=selection | 0x80, yStrikeoutPosition=275, yStrikeoutSize=50,
        xAvgCharWidth=1000, fsType=0, achVendID="NONE")
    builder.setupPost(keepGlyphNames=False, underlinePosition=-100, underlineThickness=50,
                      italicAngle=-8 if italic else 0)
    head = builder.font["head"]
    head.created = head.modified = 3786912000  # 2024-01-01
    head.macStyle = (1 if weight == 700 else 0) | (2 if italic else 0)
    builder.font.recalcTimestamp = False
    builder.save(os.path.join(FOLDER, "Vierkant-%s.ttf" % style))


for row in STYLES:
    make(*row)
