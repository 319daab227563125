"""The terminologist's commands."""
