"""What granian loads, with `--interface rsgi`."""

from samspil.app import create_app
from samspil.core.http.gateway import Gateway
from samspil.settings import from_environment

# Needs near anywhere, by position and by place, as the first screen asks for them.
EXPECTED = ("/api/v1/needs?lat=56&lon=11&with_total=true", "/api/v1/needs?place=a&with_total=true")

app = Gateway(create_app(from_environment()), EXPECTED)
