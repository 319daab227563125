"""The commands of `viterm`, one module each: its options, and what it does with them.

With `viterm.cli` these are the only places that print. A command is `add(commands)`, which gives it its options and
sets its function: arguments in, exit code out. What costs start-up time is imported inside the functions.
"""
