"""The one settings file. Every value comes from the environment, or from .env, which the environment overrides.

With nothing set these are production's settings. Only an http SITE_URL on loopback turns the HTTPS
redirect, HSTS and secure cookies off. A value that makes no sense stops the start with one line.
"""

import ipaddress
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env", overwrite=False)


def _read(name: str, read: Callable[[], Any]) -> Any:
    try:
        return read()
    except Exception as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error


def _boolean(name: str, default: bool) -> bool:
    # django-environ reads every unknown word as False, so "ture" would pass in silence.
    word = env.str(name, default="").strip().lower()
    if word in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return word in {"1", "true", "yes", "on"} if word else default
    raise ImproperlyConfigured(f"{name}: {word!r} is neither true nor false")


def _count(name: str, default: int) -> int:
    number = _read(name, lambda: env.int(name, default=default))
    if number < 0:
        raise ImproperlyConfigured(f"{name}: {number} is below 0")
    return number


def _site_url() -> str:
    url = env.str("SITE_URL", default="https://localhost").rstrip("/")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(f"SITE_URL: {url!r} is not a scheme and a host")
    return url


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _database(name: str, default: str) -> dict[str, Any]:
    config = _read(name, lambda: env.db_url(name, default=default))
    if config["ENGINE"] not in {"django.db.backends.sqlite3", "django.db.backends.postgresql"}:
        raise ImproperlyConfigured(f"{name}: only sqlite and postgres are supported")
    if config["ENGINE"].endswith("sqlite3"):
        # Writers wait for each other instead of failing; readers never wait.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
                "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; PRAGMA temp_store=MEMORY;"
            ),
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


# The site -----------------------------------------------------------------------------------------

DEBUG = _boolean("DEBUG", default=False)
SITE_URL = _site_url()
SITE_HOST = urlsplit(SITE_URL).hostname or ""
IS_HTTPS = SITE_URL.startswith("https://")
# Demo accounts can log in, and plain HTTP is allowed, only while the site stays on this machine.
IS_ON_LOOPBACK = _is_loopback(SITE_HOST)
if not IS_HTTPS and not IS_ON_LOOPBACK:
    raise ImproperlyConfigured("SITE_URL: http is only for loopback; give the https address")

# A key made up at the start keeps commands working, but every restart logs everyone out.
SECRET_KEY = env.str("SECRET_KEY", default="") or secrets.token_urlsafe(50)
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY: at least 50 characters")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE_HOST])
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")

INSTALLED_APPS = [
    "dprd_news",
    "articles",
    "people",
    "taggit",
    "axes",
    "csp",
    "django_prose_editor",
    "js_asset",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "dprd_news.apps.NewsroomConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dprd_news.lib.compression.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "dprd_news.middleware.council_time",
    "dprd_news.middleware.without_cookies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dprd_news.middleware.old_addresses",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "dprd_news.urls"
WSGI_APPLICATION = "dprd_news.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "people.context.council",
                "dprd_news.styles.context",
            ],
            "builtins": ["people.templatetags.indonesian"],
        },
    },
]

# Data ---------------------------------------------------------------------------------------------

DATABASES = {"default": _database("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if env.str("REPLICA_URL", default=""):
    DATABASES["replica"] = _database("REPLICA_URL", "") | {"TEST": {"MIRROR": "default"}}
    DATABASE_ROUTERS = ["dprd_news.lib.replica.ReplicaRouter"]
    MIDDLEWARE.insert(0, "dprd_news.lib.replica.replica_reads")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Content versions must be seen by every process, so without Redis they live in the database.
_versions_in_database = {
    "BACKEND": "django.core.cache.backends.db.DatabaseCache",
    "LOCATION": "content_versions",
    "TIMEOUT": None,
}
if env.str("CACHE_URL", default=""):
    _cache = _read("CACHE_URL", lambda: env.cache_url("CACHE_URL"))
    CACHES = {"default": _cache, "versions": _cache | {"TIMEOUT": None, "KEY_PREFIX": "versions"}}
else:
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "versions": _versions_in_database,
    }

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

TAGGIT_CASE_INSENSITIVE = True

# Files --------------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
# Holds originals and renditions alike; nothing here is served by path, see dprd_news.views.media.
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(BASE_DIR / "media")))
MEDIA_URL = "/media/"
_media: dict[str, Any] = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
if env.str("S3_BUCKET", default=""):
    _media = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": env.str("S3_BUCKET"),
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
            "access_key": env.str("S3_ACCESS_KEY", default="") or None,
            "secret_key": env.str("S3_SECRET_KEY", default="") or None,
            "default_acl": "private",
            "file_overwrite": False,
        },
    }
STORAGES = {
    "default": _media,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Language and time --------------------------------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
USE_I18N = True
USE_TZ = True
# The council's own time zone is data (people.Council); this is the one before any council exists.
TIME_ZONE = "Asia/Jakarta"

# Mail, hub ----------------------------------------------------------------------------------------

EMAIL_URL = env.str("EMAIL_URL", default="")
HAS_EMAIL = bool(EMAIL_URL)
vars().update(_read("EMAIL_URL", lambda: env.email_url_config(EMAIL_URL or "dummymail://")))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"redaksi@{SITE_HOST}")
WEBSUB_HUB_URL = env.str("WEBSUB_HUB_URL", default="")

# Accounts -----------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "dprd_news.accounts.NewsroomBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "registration/locked_out.html"
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_ENABLE_ADMIN = False  # dprd_news.admin shows the tries, in Indonesian
TRUSTED_PROXIES = _count("TRUSTED_PROXIES", 0)
AXES_CLIENT_IP_CALLABLE = "dprd_news.lib.clients.client_address"

# Security -----------------------------------------------------------------------------------------

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "dprd_news.views.stale_form"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort")
}

# Logs ---------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    # The worker tells of each task it does; only what went wrong is worth a line.
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
if env.str("SENTRY_DSN", default=""):
    import sentry_sdk

    _read("SENTRY_DSN", lambda: sentry_sdk.init(dsn=env.str("SENTRY_DSN"), send_default_pii=False))
