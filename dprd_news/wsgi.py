"""The WSGI application; any WSGI server can run it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from dprd_news.lib.content_types import utf8_alone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dprd_news.settings")
application = utf8_alone(get_wsgi_application())

# What is loaded now stays: no reader waits while it is looked through for garbage.
gc.collect()
gc.freeze()
