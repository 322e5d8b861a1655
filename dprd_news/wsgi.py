"""The WSGI application; any WSGI server can run it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dprd_news.settings")
application = get_wsgi_application()
