"""The same settings in test mode: plain static files, quick passwords, mail kept in memory."""

import os
import tempfile

os.environ.setdefault("FOOTPRINT_MODE", "test")
os.environ.setdefault("FOOTPRINT_DATA", tempfile.mkdtemp(prefix="footprint-test-"))

from footprint.config.settings import *  # noqa: F403 (the mode must be set before)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # hundreds of sign-ins
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405 (whitenoise warns without it)
