"""Words as data: what counts as the same when an assumption is compared with the pages."""
