"""Words of a PDF in the order a person reads them: glyphs, furniture, layout, paragraphs."""
