"""How pages look: the base page, GOV.UK Design System components, forms. See README.md here."""
