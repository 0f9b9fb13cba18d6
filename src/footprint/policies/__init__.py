"""From a school's document to an adopted policy: reading, confirmation, versions."""
