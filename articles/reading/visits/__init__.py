"""What kind of event it was and, for a visit, who came to whom, where and what for."""
