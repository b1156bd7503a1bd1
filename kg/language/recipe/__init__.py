"""How the shipped pipeline was trained: `python -m kg.language.recipe.train`."""
