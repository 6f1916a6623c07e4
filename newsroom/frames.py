"""What may stand in a frame. A view says so by `X-Frame-Options`; here the policy is made to say the same."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from newsroom import csp

if csp.HAS_OWN_CSP:
    from django.views.decorators.csp import csp_override as policed
else:
    from csp.decorators import csp as policed

FRAMED = policed({**csp.POLICY, "frame-ancestors": [csp.SELF]})


def follow_frame_options(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Stands within the policy's own middleware, which writes the header."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.get("X-Frame-Options") == "SAMEORIGIN":
            return FRAMED(lambda request: response)(request)
        return response

    return middleware
