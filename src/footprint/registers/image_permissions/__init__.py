"""Permission for pictures, use by use; and the protection that beats every permission."""
