"""The command line: `python -m backend COMMAND`."""

from __future__ import annotations

import io
import os
import sys
import threading
import typing
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from . import worker
from .commands import COMMANDS, load_command
from .common import protocol
from .common.version import VERSION
from .options.declaration import Option, declared_options
from .process.cancellation import cancel_on_requests, exit_process

#: Message after a cancelled command, unless its module has another one.
CANCELLED_MESSAGE = "Cancelled; nothing was written."
RESTORE_CURSOR = b"\r\x1b[K\x1b[?25h"


def main() -> None:
    """Run the command line."""
    commands()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="geodiffnet")
def commands() -> None:
    """Hyperspectral classification from few training samples with diffusion features."""


@commands.command("worker", hidden=True)
def _worker() -> None:
    worker.main()


def _add_command(name: str) -> None:
    module = load_command(name)
    # required options come first in the help
    options = sorted(declared_options(module.Options), key=lambda entry: not entry.is_required)
    variadic = next((entry.name for entry in options if entry.declaration.variadic), None)
    repeated_as = {
        entry.name: further for entry in options if (further := entry.declaration.repeated_as)
    }

    def run(
        json: bool, log: str | None, extra_arguments: tuple[str, ...] = (), **settings: Any
    ) -> None:
        if variadic and extra_arguments:
            settings[variadic] = (*settings[variadic], *extra_arguments)
        for first, further in repeated_as.items():
            given = settings[first]
            settings[first] = given[0] if given else None
            settings[further] = given[1:]
        exit_process(_run(name, settings, as_json=json, log=log))

    command = click.Command(name, callback=run, help=module.SUMMARY)
    command.params = [
        _click_option(entry) for entry in options if entry.name not in repeated_as.values()
    ]
    if variadic:
        command.params.append(click.Argument(["extra_arguments"], nargs=-1, metavar=""))
    command.params += [
        click.Option(["--json"], is_flag=True, help="Print events as lines of JSON on stdout."),
        click.Option(
            ["--log"],
            metavar="FILE",
            help="Append the output of libraries and the details of errors to this file.",
        ),
    ]
    commands.add_command(command)


def _click_option(entry: Option) -> click.Option:
    declared = entry.declaration
    is_flag = entry.kind is bool
    item_kinds = typing.get_args(entry.kind) if entry.is_list else ()
    # an empty list stands for a default that the command knows
    shown_default = None if declared.parse is not None else entry.default
    # a required option must not have a default, not even None
    has_default = not entry.is_required and not entry.is_list
    default: dict[str, Any] = {"default": shown_default} if has_default else {}
    return click.Option(
        [f"--{entry.name.replace('_', '-')}"],
        type=None if is_flag else _parameter_type(entry),
        is_flag=is_flag,
        required=entry.is_required,
        multiple=entry.is_list or bool(declared.repeated_as),
        # names and colours of classes come from layers in QGIS
        hidden=bool(item_kinds) and item_kinds[0] not in (str, Path),
        **default,
        show_default=has_default and shown_default is not None,
        metavar=declared.metavar,
        help=entry.help,
    )


def _parameter_type(entry: Option) -> Any:
    declared = entry.declaration
    if declared.choices:
        return click.Choice(declared.choices)
    if entry.kind is int and (declared.minimum is not None or declared.maximum is not None):
        return click.IntRange(declared.minimum, declared.maximum)
    return entry.kind if entry.kind in (int, float) else str


def _run(name: str, settings: dict[str, object], as_json: bool, log: str | None) -> int:
    cancelled = threading.Event()
    provided = {key: value for key, value in settings.items() if value is not None and value != ()}
    line = protocol.encode_job(protocol.Job(name, provided))
    screen = _claim_stderr(log, line) if log else 2
    if as_json:
        cancel_on_requests(cancelled)
        return worker.run_job(line, worker.EventStream(worker.claim_stdout(), cancelled), cancelled)
    cancelled_message = getattr(load_command(name), "CANCELLED_MESSAGE", CANCELLED_MESSAGE)
    cancel_on_requests(
        cancelled,
        final_action=lambda: _report_cancelled(screen, cancelled_message),
        kept_open=(screen,),
    )
    with _Display(screen) as display:
        status = worker.run_job(line, display.show, cancelled)
    if status == protocol.EXIT_CANCELLED:
        _report_cancelled(screen, cancelled_message)
    return status


def _claim_stderr(log: str, line: str) -> int:
    """Redirect stderr to a file; gives a descriptor of the terminal for messages to the user."""
    try:
        file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    except OSError as error:
        raise click.BadParameter(f"{log}: {error.strerror}.", param_hint="--log") from error
    screen = os.dup(2)
    os.dup2(file, 2)
    os.close(file)
    sys.stderr = worker.open_log()
    print(line, file=sys.stderr, flush=True)
    return screen


def _report_cancelled(screen: int, message: str) -> None:
    if os.isatty(screen):  # an interrupted progress bar leaves the cursor hidden
        os.write(screen, RESTORE_CURSOR)
    os.write(screen, f"{message}\n".encode())


class _Display:
    """Shows events: a progress bar on a terminal, and messages."""

    def __init__(self, screen: int) -> None:
        stream = sys.stderr if screen == 2 else os.fdopen(screen, "w", buffering=1, closefd=False)
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False)
        self._bar = Progress(
            TextColumn("{task.description:<40}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("", total=1.0, left="")
        self._stage = self._activity = ""

    def __enter__(self) -> _Display:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, event: protocol.Event) -> None:
        """Show one event."""
        if isinstance(event, protocol.Progress):
            left = "" if event.seconds_left is None else f"{event.seconds_left:.0f} s left"
            if event.message or event.stage != self._stage:
                self._stage, self._activity = event.stage, event.message or event.stage
            self._bar.update(
                self._task, completed=event.fraction, description=self._activity, left=left
            )
        elif isinstance(event, protocol.Log):
            self._print(event.message, "yellow" if event.level == "warning" else None)
        elif isinstance(event, protocol.Failure):
            self._print(event.message, "bold red")
            if event.hint:
                self._print(event.hint)
        else:
            _print_result(event)

    def _print(self, sentence: str, style: str | None = None) -> None:
        # soft wrapping keeps paths in one piece
        self._console.print(sentence, style=style, soft_wrap=True)


def _print_result(result: protocol.Result) -> None:
    lines = [f"{kind}: {path}" for kind, path in result.outputs.items()]
    for name, value in result.figures.items():
        if isinstance(value, float):
            lines.append(f"{name}: {value:.4f}")
        elif isinstance(value, str):
            lines.append(f"{name}: {value}")
    # the files are written: neither an unprintable character nor a closed pipe is a failure now
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        print(*lines, sep="\n", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


for _name in COMMANDS:
    _add_command(_name)
