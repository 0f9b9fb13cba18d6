"""What is taught about life online, year group by year group, and what families were offered."""
