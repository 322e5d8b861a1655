"""Small Word files made by hand, good and bad."""

import io
import zipfile
from xml.sax.saxutils import escape

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
DOCUMENT = (
    '<?xml version="1.0"?>{}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>{}</w:body></w:document>'
)
PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
    '<a:blip r:embed="rId{}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r></w:p>"
)


def paragraph(text):
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def item(text, list_id, level=0):
    """A paragraph of a list of NUMBERING."""
    marks = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr></w:pPr>'
    return paragraph(text).replace("<w:p>", f"<w:p>{marks}")


def styled(text):
    """A paragraph of the list of STYLED."""
    return paragraph(text).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Nomor"/></w:pPr>')


# Of list 1 the items are numbered, below them by letters, of list 2 they have bullets; 3 is list 1 from 1 again,
# of 5 they have Roman numbers.
NUMBERING = (
    "word/numbering.xml",
    '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:abstractNum w:abstractNumId="{n}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level, form in enumerate(forms)
        )
        + "</w:abstractNum>"
        for n, forms in ((1, ("decimal", "lowerLetter")), (2, ("bullet",)), (5, ("upperRoman",)))
    )
    + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2, 5))
    + '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num></w:numbering>",
)
# Paragraphs of the style Nomor are numbered, which only the style says.
STYLED = (
    "word/numbering.xml",
    '<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Nomor"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
)


def docx(paragraphs=(), pictures=(), body="", doctype="", extra=()):
    """The bytes of a .docx with these paragraphs, then raw `body` XML and pictures; `extra` are further parts."""
    inside = "".join(paragraph(text) for text in paragraphs) + body
    inside += "".join(PICTURE.format(number) for number in range(10, 10 + len(pictures)))
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/image" Target="media/{number}.jpeg"/>'
        for number in range(10, 10 + len(pictures))
    )
    main = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS.format(main))
        archive.writestr("word/document.xml", DOCUMENT.format(doctype, inside))
        archive.writestr("word/_rels/document.xml.rels", RELS.format(links))
        for number, picture in enumerate(pictures, start=10):
            archive.writestr(f"word/media/{number}.jpeg", picture)
        for name, content in extra:
            archive.writestr(name, content)
    return out.getvalue()
