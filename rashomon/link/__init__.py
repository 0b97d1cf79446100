"""Link: mentions of many articles to judgements on who is the same actor."""
