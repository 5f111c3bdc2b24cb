"""Samspil: where people who want to help, associations and the municipality meet."""
