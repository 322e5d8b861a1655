"""What the editor decided, a module for each thing that is decided; `articles.pasting.outcomes` gathers it."""
