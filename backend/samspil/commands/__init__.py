"""The commands that work on a file, each in its own module; `samspil.cli` lists them."""
