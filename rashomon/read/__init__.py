"""Read: files to pages, pages to articles, and the rest to dropped text with a reason."""
