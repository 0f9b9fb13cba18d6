"""
Settings: from the environment only (`environment.SETTINGS` lists them), and they fail loudly.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from footprint.config.environment import (
    SETTINGS,
    Mode,
    kept_master_key,
    kept_secret_key,
    unsafe,
)

env = Env()
_default = {setting.name: setting.default for setting in SETTINGS}


def _text(name: str) -> str:
    return str(env.str(name, _default[name]))


MODE = Mode(_text("FOOTPRINT_MODE"))
DEMO = MODE is Mode.DEMO
DATA = Path(_text("FOOTPRINT_DATA")).resolve()
BASE_URL = _text("FOOTPRINT_BASE_URL") or "http://127.0.0.1:8000"
FETCH_ALLOW = frozenset(_text("FOOTPRINT_TEST_ALLOW").split())
FAILPOINT = _text("FOOTPRINT_TEST_FAILPOINT")
SECRET_KEY = _text("FOOTPRINT_SECRET_KEY")
MASTER_KEY = _text("FOOTPRINT_MASTER_KEY")
KEYS = Path(_text("FOOTPRINT_KEYS") or DATA / "keys").resolve()
DEFAULT_FROM_EMAIL = _text("FOOTPRINT_EMAIL_FROM") or "footprint@oakfield.example"

if MODE is Mode.PRODUCTION:
    _remedies = unsafe(
        secret_key=SECRET_KEY,
        master_key=MASTER_KEY,
        base_url=BASE_URL,
        email_url=_text("FOOTPRINT_EMAIL_URL"),
        email_from=_text("FOOTPRINT_EMAIL_FROM"),
        allow=_text("FOOTPRINT_TEST_ALLOW"),
        failpoint=FAILPOINT,
    )
    if _remedies:
        raise ImproperlyConfigured(
            "Footprint does not start in production like this:\n- " + "\n- ".join(_remedies)
        )
SECRET_KEY = SECRET_KEY or kept_secret_key(DATA)
MASTER_KEY = MASTER_KEY or kept_master_key(DATA)

DEBUG = False
ROOT_URLCONF = "footprint.config.urls"
WSGI_APPLICATION = "footprint.config.wsgi.application"
ALLOWED_HOSTS = (
    [urlsplit(BASE_URL).hostname]
    if MODE is Mode.PRODUCTION
    else ["127.0.0.1", "localhost", "[::1]", "testserver", urlsplit(BASE_URL).hostname]
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "footprint.sample_school",
    "footprint.reference",
    "footprint.website",
    "footprint.reports",
    "footprint.home",
    "footprint.inbox",
    "footprint.publishing",
    "footprint.concerns",
    "footprint.incidents",
    "footprint.rota",
    "footprint.listening",
    "footprint.registers.agreements",
    "footprint.registers.connection_exceptions",
    "footprint.registers.image_permissions",
    "footprint.registers.lessons",
    "footprint.registers.official_accounts",
    "footprint.people",
    "footprint.evidence",
    "footprint.policies",
    "footprint.guidance",
    "footprint.schools",
    "footprint.users",
    "footprint.audit",
    "footprint.notices",
    "footprint.design",  # before django.forms and allauth: its templates take precedence
    "footprint.worker",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "footprint.users.middleware.DoorMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "footprint.home.context.every_page",
            ]
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# trusted_schema stays ON: with OFF, SQLite 3.40 refuses the JSON_VALID check that Django puts on
# every JSON column, and no row could be written.
# FULL, because "report received" is a promise: NORMAL may roll a commit back after a power cut.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
    "PRAGMA secure_delete=ON;"
)
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "footprint.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": SQLITE_PRAGMAS,
    },
}
DATABASES = {
    "default": (
        env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=True)
        if _text("DATABASE_URL")
        else SQLITE
    )
}
# Shared by all processes: guesses of passwords and used codes are counted once, not per process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "footprint_cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

AUTH_USER_MODEL = "users.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:today"
ACCOUNT_ADAPTER = "footprint.users.adapter.StaffOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the school, never by the person
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Footprint"

# What rooms above `policies` tell it: which open matters keep a version, who is in post (ADR 9).
POLICY_KEEPERS = ("footprint.incidents.keeping.open_incidents",)
POLICY_PEOPLE = ("footprint.people.in_post.adults_by_name",)

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
if MODE is Mode.PRODUCTION:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
if _text("FOOTPRINT_BEHIND_PROXY") == "yes":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # else all share the proxy's address, and its rate limit
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["footprint.design.uploads.OnlyWhereAsked"]  # never to disk as they came

if _text("FOOTPRINT_EMAIL_URL"):
    vars().update(env.dj_email_url("FOOTPRINT_EMAIL_URL"))
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "mail"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
