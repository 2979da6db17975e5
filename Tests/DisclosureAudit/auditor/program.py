"""Runs the program as its users do, and keeps what it printed."""

import json
import subprocess


class Program:
    """The `netmap` under audit."""

    def __init__(self, path, timeout=120):
        self.path = str(path)
        self.timeout = timeout
        self.sums_leave_out = False     # see probes.py

    def run(self, *arguments):
        """Standard output and standard error; a refusal, a crash and a timeout are faults of their own."""
        done = self.done(arguments)
        if done.returncode not in (0, 1):
            raise ProgramFailed(f"{' '.join(map(str, arguments))}: exit {done.returncode}: {done.stderr[-300:]}")
        return done.stdout, done.stderr

    def answer(self, *arguments):
        """All that is printed, also where the question is refused, as of a period of which nothing is told."""
        done = self.done(arguments)
        if done.returncode not in (0, 1, 2):
            raise ProgramFailed(f"{' '.join(map(str, arguments))}: exit {done.returncode}: {done.stderr[-300:]}")
        return f"{done.returncode}\n{done.stdout}{done.stderr}"

    def done(self, arguments):
        return subprocess.run([self.path, *map(str, arguments)], capture_output=True, text=True, timeout=self.timeout)

    def json(self, *arguments):
        output, errors = self.run(*arguments, "--format", "json")
        try:
            return json.loads(output), errors
        except json.JSONDecodeError:
            raise ProgramFailed(f"{' '.join(map(str, arguments))}: no JSON: {errors[-300:]}") from None

    def accepts(self, folder):
        """Whether the map is read without an error."""
        return subprocess.run([self.path, "check", str(folder)], capture_output=True, timeout=self.timeout).returncode == 0


class ProgramFailed(Exception):
    """The program did not do what was asked."""
