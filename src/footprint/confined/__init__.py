"""A stranger's file is parsed in a process of its own, with limits, that knows no secret."""
