-- Every deed of violence, with who is held responsible for it and how surely, in order of file and place.
SELECT * FROM incidents ORDER BY file, start, "end", id
