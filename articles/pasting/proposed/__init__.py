"""What a reading proposes, a module for each thing that is proposed; `articles.pasting.proposals` gathers it."""
