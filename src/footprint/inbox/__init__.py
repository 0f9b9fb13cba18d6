"""A mention on somebody's desk: suggested, confirmed, answered, or opened as an incident."""
