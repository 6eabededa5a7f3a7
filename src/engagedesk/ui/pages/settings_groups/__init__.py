"""The groups of Settings, one module each; ``rows`` has the kinds of row that all are made of."""
