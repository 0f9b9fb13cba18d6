"""People of the school: who is here in which part, who belongs to whose family, who has left."""
