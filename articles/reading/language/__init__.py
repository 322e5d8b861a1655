"""What is fixed about the language of releases: word lists, ends of sentences, quotation marks, the words of visits."""
