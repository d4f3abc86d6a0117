"""The same jobs from a shell: `python -m backend COMMAND`; `worker` is the door for QGIS."""

from __future__ import annotations

import dataclasses
import signal
import sys
import threading
import typing
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from . import VERSION, protocol, worker
from .jobs import JOBS, load_job
from .jobs.settings import value_type


def main() -> None:
    """Run the command line."""
    commands()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="geodiffnet")
def commands() -> None:
    """Hyperspectral classification from a few labels with diffusion features."""


@commands.command("worker", hidden=True)
def _worker() -> None:
    worker.main()


def _add_command(name: str) -> None:
    module = load_job(name)

    def run(json: bool, **settings: object) -> None:
        sys.exit(_run(name, settings, as_json=json))

    command = click.Command(name, callback=run, help=module.SUMMARY)
    command.params = [_option(field, module.Settings) for field in dataclasses.fields(module.Settings)]
    command.params.append(
        click.Option(["--json"], is_flag=True, help="Print the door's events as lines of JSON.")
    )
    commands.add_command(command)


def _option(field: dataclasses.Field, owner: type) -> click.Option:
    kind = value_type(field, owner)
    required = field.default is dataclasses.MISSING
    choices = field.metadata["choices"]
    many = typing.get_origin(kind) is tuple
    hidden = many and typing.get_args(kind)[0] not in (str, Path)
    return click.Option(
        [f"--{field.name.replace('_', '-')}"],
        type=click.Choice(choices) if choices else (str if kind is Path or many else kind),
        required=required,
        multiple=many,
        hidden=hidden,
        default=None if required or many else field.default,
        show_default=not required and field.default not in (None, ()),
        metavar=field.metadata["metavar"],
        help=field.metadata["help"],
    )


def _run(name: str, settings: dict[str, object], as_json: bool) -> int:
    cancelled = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: cancelled.set())
    given = {key: value for key, value in settings.items() if value is not None and value != ()}
    line = protocol.encode_job(protocol.Job(name, given))
    if as_json:
        events = worker.claim_stdout()
        return worker.run_job(line, lambda event: worker.send(events, event), cancelled)
    with _Display() as display:
        return worker.run_job(line, display.show, cancelled)


class _Display:
    """Shows events to a person: a bar on a terminal, sentences anywhere."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description:<40}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            console=self._console,
            disable=not self._console.is_terminal,
            transient=True,
        )
        self._task = self._bar.add_task("", total=1.0, left="")

    def __enter__(self) -> _Display:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def show(self, event: protocol.Event) -> None:
        """One event."""
        if isinstance(event, protocol.Progress):
            left = "" if event.seconds_left is None else f"{event.seconds_left:.0f} s left"
            text = event.message or event.stage
            self._bar.update(self._task, completed=event.fraction, description=text, left=left)
        elif isinstance(event, protocol.Log):
            style = "yellow" if event.level == "warning" else None
            self._console.print(event.message, style=style, markup=False)
        elif isinstance(event, protocol.Failure):
            self._console.print(event.message, style="bold red", markup=False)
            if event.hint:
                self._console.print(event.hint, markup=False)
        else:
            for kind, path in event.outputs.items():
                click.echo(f"{kind}: {path}")
            for name, value in event.figures.items():
                if isinstance(value, float):
                    click.echo(f"{name}: {value:.4f}")


for _name in JOBS:
    _add_command(_name)
