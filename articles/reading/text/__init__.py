"""From what was pasted or dropped to a release's parts: headline, dateline, caption, byline, paragraphs."""
