"""Cuts the shipped faces from their sources: Latin only, figures tabular, no code ligatures.

Usage: python bake.py INTER_DIR INTER_VARIABLE_DIR JETBRAINS_MONO_DIR OUT_DIR (fonttools, brotli; see README.md).
Baking the figures into the character map makes them tabular in every widget, style sheet and rich text,
with any Qt, and spares each QFont its feature list.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD), (0x370, 0x3FF),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF),
    (0x2200, 0x2265), (0x2300, 0x23CE), (0x2500, 0x25FF), (0x2605, 0x2606), (0x2610, 0x2612),
    (0x2713, 0x2717), (0x1E9E, 0x1E9E), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD),
)  # fmt: skip
UNICODES = [code for first, last in RANGES for code in range(first, last + 1)]
DIGITS = set(range(0x30, 0x3A))
FACES = (
    (0, "400Regular/Inter_400Regular.ttf", "Inter", "Regular", 400),
    (0, "500Medium/Inter_500Medium.ttf", "Inter", "Medium", 500),
    (0, "600SemiBold/Inter_600SemiBold.ttf", "Inter", "SemiBold", 600),
    (0, "400Regular_Italic/Inter_400Regular_Italic.ttf", "Inter", "Italic", 400),
    (1, "files/inter-latin-opsz-normal.woff2", "Inter Display", "SemiBold", 600),
    (2, "400Regular/JetBrainsMono_400Regular.ttf", "JetBrains Mono", "Regular", 400),
    (2, "400Regular_Italic/JetBrainsMono_400Regular_Italic.ttf", "JetBrains Mono", "Italic", 400),
    (2, "600SemiBold/JetBrainsMono_600SemiBold.ttf", "JetBrains Mono", "SemiBold", 600),
)
NAME_IDS = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def substitutions(font: TTFont, feature: str) -> dict[str, str]:
    """Glyph to glyph, as the font's single substitutions for the feature say."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return found


def bake_defaults(font: TTFont) -> None:
    """Tabular digits, an l with a tail, round quotes: the forms the design uses everywhere."""
    figures, shapes = substitutions(font, "tnum"), substitutions(font, "cv05") | substitutions(font, "ss03")
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            swap = figures if code in DIGITS else shapes
            table.cmap[code] = swap.get(glyph, glyph)


def rename(font: TTFont, family: str, style: str, weight: int) -> None:
    """One family name on every system, the weight told by OS/2 alone."""
    names = font["name"]
    full = f"{family} {style}"
    for name_id, text in ((1, family), (2, style), (4, full), (6, full.replace(" ", "-"))):
        names.setName(text, name_id, 3, 1, 0x409)
    names.names = [r for r in names.names if r.platformID == 3 and r.nameID in NAME_IDS]
    italic = "Italic" in style
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = (1 if italic else 64) | (font["OS/2"].fsSelection & 128)
    font["head"].macStyle = 2 if italic else 0


def bake(source: Path, target: Path, family: str, style: str, weight: int) -> None:
    """Writes one face."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "case"]
    options.hinting = False
    options.name_IDs = NAME_IDS
    options.notdef_outline = True
    font = TTFont(source)
    font.flavor = None
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": weight, "opsz": 32})
    if family.startswith("Inter"):
        bake_defaults(font)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    rename(font, family, style, weight)
    font.save(target)


def main() -> None:
    """Bakes every face into the folder named last."""
    *sources, out = (Path(argument) for argument in sys.argv[1:])
    for origin, name, family, style, weight in FACES:
        source = sources[origin] / name
        bake(source, out / f"{family}-{style}.ttf".replace(" ", ""), family, style, weight)


if __name__ == "__main__":
    main()
