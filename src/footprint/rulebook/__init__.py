"""What a school's policy says and what follows from it: pure, standard library only, no clock."""
