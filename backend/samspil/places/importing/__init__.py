"""Authorities' files of areas, places and addresses, read without trusting them."""
