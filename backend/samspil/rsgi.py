"""What granian loads, with `--interface rsgi`."""

from samspil.app import create_app
from samspil.core.http.serving import Gateway
from samspil.settings import from_environment

app = Gateway(create_app(from_environment()))
