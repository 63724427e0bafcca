"""A day begins with laptops as the services' tests make them."""

from tests.services.conftest import laptop, shipped, stick

__all__ = ["laptop", "shipped", "stick"]
