"""All settings, read from the environment once. Safe by default: debug is off, secrets are demanded.

`make run` writes a `.env` for trying things out; a server sets the same names in its environment.
docs/operations.md lists every name.
"""

from pathlib import Path
from urllib.parse import urlsplit

from newsroom import csp, env, mail

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / "var"

env.load_file(BASE_DIR / ".env")

# The site ------------------------------------------------------------------------------------

SITE_NAME = env.text("SITE_NAME", "The Newsroom")
SITE_URL = env.site_url("SITE_URL", "http://localhost:8000")
SITE_STRAPLINE = env.text("SITE_STRAPLINE", "News, and what readers say of it")

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.secret("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")

_site = urlsplit(SITE_URL)
IS_HTTPS = _site.scheme == "https"
ALLOWED_HOSTS = [_site.hostname, *env.words("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "newsroom.unheard.token_refused"

# How many of our own proxies stand before us. None means that what a request says about where it came
# from (X-Forwarded-For, X-Forwarded-Proto) is the visitor's own claim, and is ignored.
TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT

# How many processes serve the site: granian reads the same name, and a check compares it with the cache.
PROCESS_COUNT = env.number("GRANIAN_WORKERS", 1, least=1)

# Rooms ---------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "newsroom",
    "articles",
    "comments",
    "newsroom.apps.DeskConfig",
    "newsroom.apps.PeopleConfig",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "newsroom.apps.SignInConfig",
    "newsroom.apps.SecondFactorConfig",
    "crispy_forms",
    "django_prose_editor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    csp.MIDDLEWARE,
    "newsroom.frames.follow_frame_options",
    "newsroom.charsets.refuse_other_charsets",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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
                "newsroom.context.site",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "newsroom"
CRISPY_TEMPLATE_PACK = "newsroom"

# Where things are kept -----------------------------------------------------------------------

DATABASES = {
    "default": {
        **env.variables.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}"),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Take the write lock at BEGIN: a transaction that reads first and writes later can't then be
        # refused half-way. Django itself turns foreign keys on.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

# Limits are kept in the database unless there is a cache that all processes share. With Django's own room for
# 300 entries, a crowd of visitors would push out the limits on sign-in.
CACHES = {
    "default": env.variables.cache_url("CACHE_URL", default="dbcache://newsroom_cache?max_entries=100000")
}

MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(DATA_DIR / "media")))
MEDIA_URL = "media/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail ----------------------------------------------------------------------------------------

vars().update(mail.as_settings(env.variables.email_url("EMAIL_URL", default="consolemail://")))
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"newsroom@{_site.hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# The hour, in the zone of the site, at which those who asked for it get one mail with the replies of a day.
REPLY_DIGEST_HOUR = env.number("REPLY_DIGEST_HOUR", 7, most=23)

# The discussion ------------------------------------------------------------------------------

# What readers' reports of a comment must weigh together for it to be held. One person's weighs less than 1
# whatever their record, so that nobody holds a comment alone.
FLAGS_HOLD_AT = env.decimal("FLAGS_HOLD_AT", 1.5, least=1)
# How long after its decision a notice of illegal content keeps who gave it, and what they wrote.
NOTICES_KEPT_DAYS = env.number("NOTICES_KEPT_DAYS", 180, least=1)
# Where readers who are blocked, or whose notice was turned down, can object: an address of the newsroom's.
OBJECTIONS_TO = env.text("OBJECTIONS_TO", DEFAULT_FROM_EMAIL)

# What is known of readers --------------------------------------------------------------------

# After so many days `manage.py forget` deletes what is left of a reader's network address; an e-mail address
# that nobody has shown to be theirs; the words of comments that were removed or taken for spam; and what
# screening saw in comments. docs/privacy.md says what else there is.
READER_ADDRESS_DAYS = env.number("READER_ADDRESS_DAYS", 30, least=1)
UNPROVED_EMAIL_DAYS = env.number("UNPROVED_EMAIL_DAYS", 30, least=1)
REMOVED_TEXT_DAYS = env.number("REMOVED_TEXT_DAYS", 90, least=1)
SIGNAL_DAYS = env.number("SIGNAL_DAYS", 90, least=1)

# Language and time ---------------------------------------------------------------------------

LANGUAGE_CODE = env.text("LANGUAGE_CODE", "en")
TIME_ZONE = env.zone("SITE_TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"
URLIZE_ASSUME_HTTPS = True

# Manners -------------------------------------------------------------------------------------

if csp.HAS_OWN_CSP:
    SECURE_CSP = csp.POLICY
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("django.template.context_processors.csp")
else:
    CONTENT_SECURITY_POLICY = {"DIRECTIVES": csp.POLICY}
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("newsroom.context.csp_nonce")

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", 365 * 24 * 3600) if IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.flag("HSTS_PRELOAD", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXY_COUNT else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True

# Sign-in -------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "newsroom.accounts.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "add_webauthn": "newsroom.passkeys.AddForm",
    "login_webauthn": "newsroom.passkeys.SignInForm",
    "authenticate_webauthn": "newsroom.passkeys.SecondFactorForm",
    "reauthenticate_webauthn": "newsroom.passkeys.OnceMoreForm",
}
MFA_TOTP_ISSUER = SITE_NAME
# Browsers allow passkeys over plain http on localhost alone; allauth wants to be told so.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = _site.hostname == "localhost"

# Logging -------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "newsroom.logs.WithoutSecrets",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.text("LOG_LEVEL", "INFO").upper()},
}
