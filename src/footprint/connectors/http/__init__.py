"""
The one guarded way out to the web. Nothing else in Footprint opens an outside address.

`addresses` says which addresses may be asked, `wire` connects to the very address that was
checked and keeps the deadline, `unpacking` bounds what comes back, `door` puts them together,
`answers` turns statuses into sentences.
"""

from footprint.connectors.http.addresses import Guard
from footprint.connectors.http.answers import raise_for_status, retry_after
from footprint.connectors.http.door import GuardedHttp

__all__ = ["Guard", "GuardedHttp", "raise_for_status", "retry_after"]
