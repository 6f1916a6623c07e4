"""A list that answers a hand-made address as the stock one answers a bad filter: by leaving it out."""

import re
from datetime import datetime
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest

#: The years to which a list can be narrowed; near the ends of the calendar another zone has no date.
YEAR = re.compile("[12][0-9]{3}")


class CarefulList(ChangeList):
    def get_filters(self, request: HttpRequest) -> Any:
        year = request.GET.get(f"{self.date_hierarchy}__year")
        if year is not None and not YEAR.fullmatch(year):
            raise IncorrectLookupParameters(f"No such year: {year[:9]}")
        if any("\0" in value for values in self.get_filters_params().values() for value in values):
            raise IncorrectLookupParameters("PostgreSQL refuses to be asked about a NUL.")
        try:
            specs, has_filters, rest, *flags = super().get_filters(request)
        except (OverflowError, ValueError) as error:
            raise IncorrectLookupParameters(error) from error
        self._refuse_lookups(rest)
        return specs, has_filters, rest, *flags

    def _refuse_lookups(self, rest: dict[str, list[Any]]) -> None:
        """Refuse what no filter of the list offers; what it asks of the database might break there."""
        for lookup, values in rest.items():
            # The bounds that the list itself made of a year, month or day.
            if not all(isinstance(value, datetime) for value in values):
                raise IncorrectLookupParameters(f"No filter asks for {lookup[:80]}")
