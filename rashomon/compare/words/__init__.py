"""Words: what makes two wordings one deed, what makes them opposites, and which sides exclude each other."""
