"""What tests are about, made through the services: short to write, with sensible rest."""
