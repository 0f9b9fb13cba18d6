"""The shape of the code: who may open what, where things live, how long they are."""
