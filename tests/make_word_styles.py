"""Writes `resources/word/styles.docx`: every style that a paper uses, and not a word of text.

Run `python tests/make_word_styles.py` after a change here and commit the file that it writes; a test
compares the two. Sizes are half points and lengths twentieths of a point, as in the file itself.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

TEMPLATE = Path(__file__).parent.parent / "resources" / "word" / "styles.docx"

INK, SOFT, RULE, BAR, PALE, LINK = "1D3A54", "566070", "C3CCD5", "9FB3C4", "E6ECF1", "1D5B79"
SANS, MONO = "Arial", "Consolas"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def looks(size: int = 0, *, bold: bool = False, colour: str = "", font: str = "") -> str:
    """The properties of a run, in schema order."""
    return "".join((
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/><w:bCs/>" if bold else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
    ))


def space(before: int = 0, after: int = 0, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def style(name: str, paragraph: str = "", run: str = "", *, based: str = "Normal", then: str = "",
          kind: str = "paragraph", rest: str = "", priority: int = 9) -> str:
    """One style; `based` and `then` are names too. Its id is its name without blanks, in capitals as Word's."""
    parts = (
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{identity(based)}"/>' if based else "",
        f'<w:next w:val="{identity(then)}"/>' if then else "",
        f'<w:uiPriority w:val="{priority}"/><w:qFormat/>',
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
        rest,
    )
    custom = ' w:customStyle="1"' if name in CUSTOM else ""
    return f'<w:style w:type="{kind}"{custom} w:styleId="{identity(name)}">{"".join(parts)}</w:style>'


CUSTOM = ("Numbered Paragraph", "Table Text", "Table Label", "Table Heading", "Table List", "Inline Code",
          "Paper Table")


def identity(name: str) -> str:
    words = name.replace("toc", "TOC").split(" ")
    return "".join(word[:1].upper() + word[1:] for word in words)


def heading(level: int, size: int, before: int, after: int, colour: str = INK) -> str:
    return style(f"heading {level}",
                 f'<w:keepNext/><w:keepLines/>{space(before, after, 252)}<w:outlineLvl w:val="{level - 1}"/>',
                 looks(size, bold=True, colour=colour), then="Body Text")


def list_styles() -> list[str]:
    found = []
    for level in range(1, 6):
        suffix = f" {level}" if level > 1 else ""
        left = 720 + 360 * (level - 1)
        item = f'{space(0, 80)}<w:ind w:left="{left}" w:hanging="360"/>'
        found += [style(f"List Bullet{suffix}", item, based="Body Text"),
                  style(f"List Number{suffix}", item, based="Body Text"),
                  style(f"List Continue{suffix}", f'{space(0, 80)}<w:ind w:left="{left}"/>', based="Body Text")]
    return found


def table_styles() -> list[str]:
    def border(side: str, width: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'

    borders = border("top", 8, BAR) + border("bottom", 8, BAR) + border("insideH", 4, RULE)
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>'
                    for side, width in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85)))
    first_row = (f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{border("bottom", 8, BAR)}</w:tcBorders>'
                 f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE}"/><w:vAlign w:val="bottom"/></w:tcPr>'
                 f"</w:tblStylePr>")
    text = space(20, 20, 240)
    return [
        style("Paper Table", based="TableNormal", kind="table",
              rest=f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
                   f"{first_row}"),
        style("Table Text", text, looks(22)),
        style("Table Label", "", looks(bold=True, colour=INK), based="Table Text"),
        style("Table Heading", "<w:keepNext/>", looks(bold=True, colour=INK), based="Table Text"),
        style("Table List", space(0, 20, 252), based="Table Text"),
    ]


def paragraph_styles() -> list[str]:
    bar = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{BAR}"/></w:pBdr>'
    centred = f'{space(0, 0, 252)}<w:jc w:val="center"/>'
    contents = [style(f"toc {level}",
                      f'<w:tabs><w:tab w:val="left" w:pos="480"/></w:tabs>{space(80 if level == 1 else 20, 20, 252)}'
                      f'<w:ind w:left="{480 * min(level - 1, 1) + 240 * max(level - 2, 0)}"/>', priority=39)
                for level in range(1, 5)]
    return [
        style("Title", f"<w:keepNext/>{space(0, 80, 240)}", looks(52, bold=True, colour=INK), then="Subtitle"),
        style("Subtitle", space(0, 320, 252), looks(28, colour=SOFT), then="Body Text"),
        heading(1, 34, 320, 120), heading(2, 26, 240, 80), heading(3, 25, 200, 80),
        heading(4, 24, 200, 60, colour=SOFT),
        style("Body Text", space(0, 120)),
        style("Numbered Paragraph", f'{space(0, 120)}<w:ind w:left="720" w:hanging="720"/>', based="Body Text"),
        style("Quote", f'{bar}{space(40, 160)}<w:ind w:left="567" w:right="567"/>', looks(colour="2F3D4B")),
        style("Plain Text",
              f'<w:shd w:val="clear" w:color="auto" w:fill="F4F6F8"/>{space(40, 160, 252)}'
              '<w:ind w:left="170" w:right="170"/>',
              looks(22, font=MONO)),
        style("caption", f"<w:keepNext/>{space(200, 100, 252)}", looks(22, bold=True, colour=INK), then="Body Text"),
        style("header", centred, looks(20, bold=True, colour=SOFT)),
        style("footer", centred, looks(20, colour=SOFT)),
        style("TOC Heading", f"<w:keepNext/>{space(320, 120, 252)}", looks(34, bold=True, colour=INK),
              then="Body Text"),
        *contents,
    ]


def styles() -> str:
    """The whole of styles.xml."""
    defaults = (f'<w:docDefaults><w:rPrDefault><w:rPr>'
                f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="{SANS}"/>'
                f'<w:sz w:val="24"/><w:szCs w:val="24"/>'
                f'<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
                f"<w:pPrDefault><w:pPr>{space()}</w:pPr></w:pPrDefault></w:docDefaults>")
    ground = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )
    runs = [style("Hyperlink", run=f'<w:color w:val="{LINK}"/><w:u w:val="single"/>', based="DefaultParagraphFont",
                  kind="character"),
            style("Inline Code", run=looks(font=MONO), based="DefaultParagraphFont", kind="character")]
    found = "".join([*paragraph_styles(), *list_styles(), *table_styles(), *runs])
    return f'<w:styles xmlns:w="{W}">{defaults}{ground}{found}</w:styles>'


def parts() -> dict[str, str]:
    """Every part of the file by its name."""
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings"}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>'
                        for name, kind in kinds.items())
    related = "".join(f'<Relationship Id="rId{number}" Type="{OFFICE}/{name}" Target="{name}.xml"/>'
                      for number, name in enumerate(("styles", "numbering", "settings"), start=1))
    return {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
            f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml":
            f'<w:document xmlns:w="{W}"><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
            f'<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"'
            f' w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        "word/styles.xml": styles(),
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}"/>',
        "word/settings.xml":
            f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
            f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting'
            f' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            f'<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>',
    }


def write(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts().items():
            package.writestr(zipfile.ZipInfo(name), DECLARATION + xml, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    write(TEMPLATE)
