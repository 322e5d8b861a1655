"""What a browser would send from a page: the fields of its record's form as they stand."""

from html.parser import HTMLParser

LEFT_OUT = {"submit", "button", "file", "image"}


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.fields = {}
        self._is_inside, self._select, self._text = False, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self._is_inside = given.get("id", "").endswith("_form")
        elif not self._is_inside:
            return
        elif tag == "input" and given.get("type", "text") not in LEFT_OUT and given.get("name"):
            if given.get("type") not in {"checkbox", "radio"} or "checked" in given:
                self._add(given["name"], given.get("value") or "on" * (given.get("type") == "checkbox"))
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and "selected" in given:
            self._add(self._select, given.get("value", ""))
        elif tag == "textarea" and given.get("name"):
            self._text = (given["name"], [])

    def handle_endtag(self, tag):
        if tag == "form":
            self._is_inside = False
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._text:
            self._add(self._text[0], "".join(self._text[1]).removeprefix("\n"))
            self._text = None

    def handle_data(self, data):
        if self._text:
            self._text[1].append(data)

    def _add(self, name, value):
        self.fields.setdefault(name, []).append(value or "")


def fields_of(response):
    """{"title": ["Judul"], ...} of the admin's form on that page, without rows that are only patterns."""
    parser = _Fields()
    parser.feed(response.content.decode())
    return {name: values for name, values in parser.fields.items() if "__prefix__" not in name}


def send(client, address, **changes):
    """Opens the form, changes some fields and sends it; None takes a field out. Answers as the client does."""
    return client.post(address, filled(client, address, **changes))


def filled(client, address, **changes):
    fields = fields_of(client.get(address)) | changes
    return {name: values for name, values in fields.items() if values is not None}
