"""One page cut into its articles, and the rest dropped with a reason."""

from rashomon.records import Cut, Page


def articles(page: Page) -> Cut:
    """The articles of a page with their metadata; every other stretch of its text is in ``dropped``."""
    return Cut(page=page)
