"""
Clean copies of pictures: still, re-drawn, without anything but what can be seen.

A room of its own because it is Django-free: `child.copy_in_child` is what the web process calls;
only the child calls `copying.clean_copy`. There is no face recognition here and none may be added.
"""
