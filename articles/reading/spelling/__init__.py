"""Words that are misspelt, or spelt otherwise than the house does, and what was probably meant."""
