"""Between the web server and the application: nobody who is slow keeps a thread from others."""

from samspil.core.http.serving.gateway import CONNECTIONS, Gateway

__all__ = ["CONNECTIONS", "Gateway"]
