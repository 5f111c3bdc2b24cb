"""What a WSGI server loads."""

from samspil.app import create_app
from samspil.settings import from_environment

app = create_app(from_environment())
