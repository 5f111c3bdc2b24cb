"""What any other web server loads. It has to see itself to it that slow bodies hold no thread."""

from samspil.app import create_app
from samspil.settings import from_environment

app = create_app(from_environment())
