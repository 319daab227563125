"""viterm: a terminology glossary and term-consistency linter."""

__version__ = "0.1.0"
