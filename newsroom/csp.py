"""The one Content-Security-Policy of site and desk, for Django's own middleware and for django-csp.

Nothing inline and nothing from elsewhere. The nonce is written into a response only when a template
asks for it, which the article form does for the editor's import map; readers' pages never ask, so
they can be cached.
"""

import django

SELF, NONE = "'self'", "'none'"

HAS_OWN_CSP = django.VERSION >= (6, 0)

if HAS_OWN_CSP:
    from django.utils.csp import CSP

    NONCE = CSP.NONCE
    MIDDLEWARE = "django.middleware.csp.ContentSecurityPolicyMiddleware"
else:
    from csp.constants import NONCE

    MIDDLEWARE = "csp.middleware.CSPMiddleware"

POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, NONCE],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [NONE],
}
