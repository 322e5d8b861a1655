"""Search in Indonesian: words into terms, a reader's words into a question, terms found back in a text."""
