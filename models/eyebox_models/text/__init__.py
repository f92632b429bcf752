"""What is asked of a page's text: find, extract, fields, tables, requests and replies."""
