"""Elements of a Microsoft Project file, with text, and nothing that XML cannot hold."""

from __future__ import annotations

import io
from xml.sax.saxutils import XMLGenerator

from engagedesk.interchange.tables import XML_FORBIDDEN


class Xml:
    """Writes into a stream, each element on a line of its own."""

    def __init__(self, out: io.BytesIO) -> None:
        self._made = XMLGenerator(out, "UTF-8", short_empty_elements=True)
        self._made.startDocument()
        self._depth = 0

    def open(self, name: str, **attributes: str) -> None:
        self._made.ignorableWhitespace("\n" + "\t" * self._depth if self._depth else "")
        self._made.startElement(name, attributes)  # type: ignore[arg-type]  # a mapping is what it takes
        self._depth += 1

    def close(self, name: str) -> None:
        self._depth -= 1
        self._made.ignorableWhitespace("\n" + "\t" * self._depth)
        self._made.endElement(name)

    def value(self, name: str, text: str | int | None) -> None:
        if text is None:
            return
        self._made.ignorableWhitespace("\n" + "\t" * self._depth)
        self._made.startElement(name, {})  # type: ignore[arg-type]
        self._made.characters(XML_FORBIDDEN.sub("", str(text)))
        self._made.endElement(name)

    def custom(self, field_id: str, text: str) -> None:
        self.open("ExtendedAttribute")
        self.value("FieldID", field_id)
        self.value("Value", text)
        self.close("ExtendedAttribute")
