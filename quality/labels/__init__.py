"""Reports labelled by hand for who says what to whom, on whose word and how surely."""
