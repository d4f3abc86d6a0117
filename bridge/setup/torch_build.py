"""Which build of PyTorch suits the machine: CUDA where an NVIDIA driver is new enough."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QProcess, QStandardPaths

from ..errors import BridgeError
from ..runtime import clean_environment
from .pins import Recipe

#: What a user may ask for; the lock file also knows Apple's build, the only one there.
BUILDS = ("auto", "cpu", "cuda")
NVIDIA_SMI_QUERY = ["--query-gpu=name,driver_version,compute_cap", "--format=csv,noheader"]
QUERY_MILLISECONDS = 15_000
#: Where the driver's own program lies when it is not on the path.
WINDOWS_FOLDERS = ["C:/Windows/System32", "C:/Program Files/NVIDIA Corporation/NVSMI"]


@dataclass(frozen=True)
class Cuda:
    """What a build with CUDA asks of the machine."""

    version: str
    driver: tuple[int, ...]
    capability: tuple[float, float]  # of the GPU: from, to


#: By the index that has the build; the public one has that for CUDA 13.
CUDA = {
    "": Cuda("13.0", (580, 65), (7.5, 99.0)),
    "cu126": Cuda("12.6", (528, 33), (5.0, 9.0)),
}


@dataclass(frozen=True)
class Gpu:
    """An NVIDIA GPU as its driver describes it."""

    name: str
    driver: str
    capability: float  # 0 if not told

    @property
    def driver_numbers(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.driver.split(".") if part.isdigit())


@dataclass(frozen=True)
class BuildChoice:
    """A build, and why it."""

    recipe: Recipe
    reason: str


def find_gpu() -> Gpu | None:
    """The machine's NVIDIA GPU; None if no driver answers."""
    program = QStandardPaths.findExecutable("nvidia-smi") or QStandardPaths.findExecutable(
        "nvidia-smi", WINDOWS_FOLDERS
    )
    if not program:
        return None
    process = QProcess()
    process.setProcessEnvironment(clean_environment())
    process.start(program, NVIDIA_SMI_QUERY)
    if not (process.waitForStarted() and process.waitForFinished(QUERY_MILLISECONDS)):
        process.kill()
        process.waitForFinished()
        return None
    if process.exitCode() != 0:
        return None
    lines = bytes(process.readAllStandardOutput()).decode("utf-8", "replace").splitlines()
    return parse_gpu(lines[0]) if lines else None


def parse_gpu(line: str) -> Gpu | None:
    """One line of the driver's answer: name, version of the driver, compute capability."""
    parts = [part.strip() for part in line.split(",")]
    if len(parts) < 2 or not parts[1][:1].isdigit():
        return None
    try:
        capability = float(parts[2])
    except (IndexError, ValueError):
        capability = 0.0
    return Gpu(parts[0], parts[1], capability)


def choose_build(requested: str, recipes: dict[str, Recipe], gpu: Gpu | None) -> BuildChoice:
    """The build to install; raises BridgeError if one is asked for that does not exist."""
    if "apple" in recipes:
        if requested == "cuda":
            raise _no_such_build(requested)
        return BuildChoice(recipes["apple"], _tr("Apple's GPU and processor share one build"))
    if requested != "auto":
        if requested not in recipes:
            raise _no_such_build(requested)
        recipe = recipes[requested]
        limitation = build_limitation(recipe, gpu) if requested == "cuda" else ""
        return BuildChoice(recipe, _tr("as chosen") + (f"; {limitation}" if limitation else ""))
    if gpu is not None and "cuda" in recipes:
        limitation = build_limitation(recipes["cuda"], gpu)
        if not limitation:
            explanation = _tr("{} with driver {}").format(gpu.name, gpu.driver)
            return BuildChoice(recipes["cuda"], explanation)
    elif gpu is not None:
        limitation = _tr("for this Python, no build with CUDA is offered")
    else:
        limitation = _tr("no NVIDIA driver answers")
    if "cpu" in recipes:
        return BuildChoice(recipes["cpu"], limitation)
    larger = _tr("for this Python, the small build without CUDA is not offered")
    return BuildChoice(next(iter(recipes.values())), f"{limitation}; {larger}")


def build_limitation(recipe: Recipe, gpu: Gpu | None) -> str:
    """Why a build with CUDA would not compute on a GPU; empty if it would."""
    if gpu is None:
        return _tr("no NVIDIA driver answers, so it will compute on the CPU")
    cuda = CUDA[recipe.index.rpartition("/")[2]]
    if gpu.driver_numbers < cuda.driver:
        return _tr("the driver {} of {} is too old for CUDA {}, which needs {}").format(
            gpu.driver, gpu.name, cuda.version, ".".join(str(part) for part in cuda.driver)
        )
    min_capability, max_capability = cuda.capability
    if gpu.capability and not min_capability <= gpu.capability <= max_capability:
        return _tr("{} (compute capability {}) is not supported by CUDA {} builds").format(
            gpu.name, gpu.capability, cuda.version
        )
    return ""


def _no_such_build(requested: str) -> BridgeError:
    return BridgeError(
        "setup.build",
        _tr("PyTorch has no build “{}” for this kind of computer and Python.").format(requested),
        _tr("Choose “auto”."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
