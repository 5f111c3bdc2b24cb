"""Running Samspil on one machine without setting anything up first."""
