"""Sources and the mentions found there: fetch, match to a school, keep what names it."""
