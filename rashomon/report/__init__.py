"""Report: a case for people, as one page of HTML, Markdown or DOCX."""
