"""Runs one program after the other in one interpreter, each as if it were the first."""

import ast
import builtins
import errno
import importlib
import json
import linecache
import os
import shutil
import sys
import traceback
import types

HOME = "/home/pyodide"
TEMPORARY = "/tmp"


def empty(folder):
    os.makedirs(folder, exist_ok=True)
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def lay_files(files):
    empty(HOME)
    empty(TEMPORARY)
    os.chdir(HOME)
    for file in files:
        path = os.path.normpath(os.path.join(HOME, file["name"]))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as opened:
            opened.write(file["content"])


def open_streams():
    sys.stdin = open(0, "r", encoding="utf-8", closefd=False)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)


def remember(name, text):
    linecache.cache[name] = (len(text), None, text.splitlines(True), name)
    return compile(text, name, "exec", dont_inherit=True)


def value_of(text, namespace):
    """Runs the code of a test; the value of its last expression as text, or nothing."""
    tree = ast.parse(text, "test.py")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    linecache.cache["test.py"] = (len(text), None, text.splitlines(True), "test.py")
    exec(compile(tree, "test.py", "exec", dont_inherit=True), namespace)
    if last is None:
        return None
    return str(eval(compile(ast.Expression(last.value), "test.py", "eval", dont_inherit=True), namespace))


def show(error):
    """The traceback without the frames of this file."""
    inner = error.__traceback__
    while inner is not None and inner.tb_frame.f_code.co_filename == run.__code__.co_filename:
        inner = inner.tb_next
    return "".join(traceback.format_exception(type(error), error, inner))


def in_one_line(error):
    return "".join(traceback.format_exception_only(type(error), error)).strip().splitlines()[-1]


def end(status, value=None, error=None):
    return {"status": status, "value": value, "error": error}


def run(source, code):
    program = types.ModuleType("__main__" if code is None else "program")
    program.__builtins__ = builtins
    program.__file__ = "main.py"
    sys.modules[program.__name__] = program
    sys.argv = ["main.py"]
    try:
        exec(remember("main.py", source), program.__dict__)
        return end("ok", None if code is None else value_of(code, program.__dict__))
    except SystemExit as left:
        if left.code in (None, 0):
            return end("ok")
        if isinstance(left.code, str):
            print(left.code, file=sys.stderr)
        return end("error", error=f"The program ended with exit code {left.code}.")
    except MemoryError as error:
        program.__dict__.clear()
        error.__traceback__ = None
        return end("out_of_memory", error="MemoryError")
    except OSError as error:
        print(show(error), end="", file=sys.stderr)
        return end("out_of_memory" if error.errno == errno.ENOSPC else "error", error=in_one_line(error))
    except BaseException as error:
        print(show(error), end="", file=sys.stderr)
        return end("error", error=in_one_line(error))


def execute(source, code, files):
    forget_modules()
    lay_files(json.loads(files))
    open_streams()
    try:
        result = run(source, code)
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                pass
    return json.dumps(result)


def forget_modules():
    """Modules of the program's own folder are read anew."""
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(HOME):
            del sys.modules[name]
    importlib.invalidate_caches()


def hide_javascript():
    """Takes the bridge to JavaScript out of sight; the event loop keeps the one setting that it reads from there."""
    sys.modules.pop("js", None)
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "JsFinder"]
    bridge = types.ModuleType("pyodide_js")
    bridge.__path__ = []
    bridge._api = types.ModuleType("pyodide_js._api")
    bridge._api.config = types.SimpleNamespace(enableRunUntilComplete=True)
    sys.modules["pyodide_js"] = bridge
    sys.modules["pyodide_js._api"] = bridge._api


hide_javascript()
