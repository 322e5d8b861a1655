"""What callers say of the text they send, before Django believes it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def utf8_alone(application: "WSGIApplication") -> "WSGIApplication":
    """Addresses and forms are read as UTF-8, whatever a caller's Content-Type says of them.

    Django would read both by any codec that Python has: some fail, some make text that no database takes, and all
    give one address several answers, of which a shared cache would keep the wrong one.
    """

    def reading(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        kind, *parameters = environ.get("CONTENT_TYPE", "").split(";")
        needed = [one for one in parameters if one.strip().lower().startswith("boundary=")]
        environ["CONTENT_TYPE"] = ";".join([kind, *needed])
        return application(environ, start_response)

    return reading
