"""PDF files: what was read on pictures and pages as text that can be searched and copied, over their own pixels."""
