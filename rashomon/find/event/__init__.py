"""The parts of the event finder: lexicon, triggers, roles, status, parties and circumstances."""
