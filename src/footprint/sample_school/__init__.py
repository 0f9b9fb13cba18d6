"""An invented school, an invented trust of three schools, and what happened to them lately."""
