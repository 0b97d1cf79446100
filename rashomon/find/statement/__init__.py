"""Who is reported to have said what: quotation marks, cues, their speakers and contents."""
