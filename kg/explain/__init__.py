"""Why a report is there: an article with its words marked, and what made each report of it."""
