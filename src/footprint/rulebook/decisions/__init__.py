"""One question per module, one public function each, a frozen answer with its reasons."""
