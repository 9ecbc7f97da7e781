#!/usr/bin/env python3
"""Set up and start CertStudy with nothing but Python.

    python3 run.py              sets up on the first call, then opens the app
    python3 run.py test         sets up on the first call, then runs the tests
    python3 run.py COMMAND      any other command of the app, see --help

Everything lands in .venv beside this file; delete that folder to undo it.
"""

# Kept readable for old interpreters, so that they print a sentence and not a SyntaxError.
from __future__ import print_function

import hashlib
import os
import subprocess
import sys
import time

NEED = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, ".venv.lock")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")
STALE_SECONDS = 900


def say(message):
    sys.stderr.write("certstudy: " + message + "\n")
    sys.stderr.flush()


def stop(message, code=2):
    say(message)
    raise SystemExit(code)


def newer_python():
    """An interpreter that is new enough and really runs (a shim may not), for when this one is too old."""
    check = "import sys; sys.exit(sys.version_info < (%d, %d))" % NEED
    for minor in range(19, NEED[1] - 1, -1):
        name = "python3.%d" % minor
        try:
            with open(os.devnull, "w") as null:
                if subprocess.call([name, "-c", check], stderr=null) == 0:
                    return name
        except OSError:
            pass
    return None


def step(words, *command):
    say(words)
    began = time.time()
    code = subprocess.call(command, cwd=ROOT)
    if code:
        stop(
            "this step failed with code %d:\n  %s\nRun the same command again to go on from here."
            % (code, " ".join(command)),
            3,
        )
    say("  done in %.0f s" % (time.time() - began))


def wanted(lock):
    """What the environment must match: this interpreter and the pinned packages."""
    with open(os.path.join(ROOT, "requirements", lock), "rb") as file:
        return sys.version + "\n" + hashlib.sha256(file.read()).hexdigest()


def stamped(lock):
    stamp = os.path.join(VENV, lock + ".stamp")
    if not (os.path.exists(stamp) and os.path.exists(PYTHON)):
        return ""
    with open(stamp) as file:
        return file.read()


def version_of(python):
    """The version an interpreter says it has; None if it does not run."""
    try:
        return subprocess.check_output([python, "-c", "import sys; sys.stdout.write(sys.version)"]).decode()
    except (OSError, subprocess.CalledProcessError):
        return None


def take_turn():
    """Two first runs at once: the second waits for the first."""
    told = False
    while True:
        try:
            os.mkdir(LOCK)
            return
        except OSError:
            if not os.path.isdir(LOCK):
                stop("cannot write to %s; CertStudy sets itself up in its own folder." % ROOT, 3)
            if time.time() - os.path.getmtime(LOCK) > STALE_SECONDS:
                os.rmdir(LOCK)
            elif not told:
                say("another first run is setting up; waiting for it ...")
                told = True
            time.sleep(0.5)


def make_environment():
    try:
        import ensurepip  # Debian and Ubuntu split it off into python3-venv

        del ensurepip
    except ImportError:
        from certstudy import preflight

        if not preflight.install(["python3-venv"], "This Python cannot make a virtual environment."):
            raise SystemExit(3)
    step("making an environment in .venv ...", sys.executable, "-m", "venv", "--clear", VENV)


def set_up(lock):
    """Make .venv hold what requirements/<lock> pins; do nothing if it already does."""
    want = wanted(lock)
    if stamped(lock) == want:
        return
    take_turn()
    try:
        if stamped(lock) == want:
            return
        # one that somebody else made for this Python is kept, with what is in it
        if version_of(PYTHON) != sys.version:
            make_environment()
        step(
            "fetching the packages, about 95 MB, once ...",
            PYTHON,
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--no-user",
            "--only-binary",
            ":all:",
            "--require-hashes",
            "--progress-bar",
            "on" if sys.stderr.isatty() else "off",
            "--quiet" if not sys.stderr.isatty() else "--no-color",
            "--requirement",
            os.path.join(ROOT, "requirements", lock),
        )
        with open(os.path.join(VENV, lock + ".stamp"), "w") as file:
            file.write(want)
    finally:
        os.rmdir(LOCK)


def check_machine(windowed):
    """Install what Qt lacks, or say which line does; True when nothing is missing."""
    if not sys.platform.startswith("linux"):
        return True
    if os.path.exists("/etc/alpine-release"):
        stop("PySide6 has no packages for musl systems such as Alpine; use a glibc system.", 3)
    from certstudy import preflight

    missing = preflight.missing_packages(windowed and preflight.display() == "xcb")
    return not missing or preflight.install(missing, "Qt needs system libraries that this machine lacks.")


def main(argv):
    if sys.version_info < NEED:
        better = newer_python()
        if not better:
            stop("needs Python %d.%d or newer; this is %s." % (NEED + (sys.version.split()[0],)))
        return subprocess.call([better, os.path.abspath(__file__)] + argv)
    sys.path.insert(0, ROOT)
    testing = argv[:1] == ["test"]
    set_up("test.txt" if testing else "run.txt")
    opens_window = not argv or argv[0].startswith("-")
    needs_qt = testing or opens_window or argv[0] == "screenshots"
    if needs_qt and not check_machine(windowed=opens_window) and testing:
        stop("the tests need these libraries.", 3)
    # -P: a folder called certstudy where the person happens to stand must not be taken for the app
    command = [PYTHON, "-m", "pytest"] + argv[1:] if testing else [PYTHON, "-P", "-m", "certstudy"] + argv
    if testing:
        os.chdir(ROOT)
    else:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [ROOT, os.environ.get("PYTHONPATH")]))
    if WINDOWS:
        return subprocess.call(command)
    os.execv(PYTHON, command)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
