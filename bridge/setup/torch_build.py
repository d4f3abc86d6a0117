"""Chooses the PyTorch build: CUDA where the NVIDIA driver is new enough."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QProcess, QStandardPaths

from ..errors import BridgeError
from ..runtime import clean_environment
from ..translation import tr
from .pins import Recipe

#: Builds that can be requested; macOS has one build only, “apple” in the lock file.
BUILDS = ("auto", "cpu", "cuda")
NVIDIA_SMI_QUERY = ["--query-gpu=name,driver_version,compute_cap", "--format=csv,noheader"]
QUERY_MILLISECONDS = 15_000
#: Folders of nvidia-smi where it is not on the path.
WINDOWS_FOLDERS = ["C:/Windows/System32", "C:/Program Files/NVIDIA Corporation/NVSMI"]


@dataclass(frozen=True)
class Cuda:
    """Requirements of a CUDA build."""

    version: str
    driver: tuple[int, ...]
    capability: tuple[float, float]  # compute capability of the GPU: minimum, maximum


#: By the package index of the build; the default index has that for CUDA 13.
CUDA = {
    "": Cuda("13.0", (580, 65), (7.5, 99.0)),
    "cu126": Cuda("12.6", (528, 33), (5.0, 9.0)),
}


@dataclass(frozen=True)
class Gpu:
    """An NVIDIA GPU, as reported by its driver."""

    name: str
    driver: str
    capability: float  # 0 if unknown

    @property
    def driver_numbers(self) -> tuple[int, ...]:
        return tuple(int(part) for part in self.driver.split(".") if part.isdigit())


@dataclass(frozen=True)
class BuildChoice:
    """The chosen build, and the reason."""

    recipe: Recipe
    reason: str


def find_gpu() -> Gpu | None:
    """The NVIDIA GPU of the computer; None if there is no driver."""
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
    """Parse a line of nvidia-smi: name, driver version, compute capability."""
    parts = [part.strip() for part in line.split(",")]
    if len(parts) < 2 or not parts[1][:1].isdigit():
        return None
    try:
        capability = float(parts[2])
    except (IndexError, ValueError):
        capability = 0.0
    return Gpu(parts[0], parts[1], capability)


def choose_build(requested: str, recipes: dict[str, Recipe], gpu: Gpu | None) -> BuildChoice:
    """The build to install; raises BridgeError if the requested one does not exist."""
    if "apple" in recipes:
        if requested == "cuda":
            raise _no_such_build(requested)
        return BuildChoice(recipes["apple"], tr("one build for CPU and Apple GPU"))
    if requested != "auto":
        if requested not in recipes:
            raise _no_such_build(requested)
        recipe = recipes[requested]
        limitation = build_limitation(recipe, gpu) if requested == "cuda" else ""
        return BuildChoice(recipe, tr("as requested") + (f"; {limitation}" if limitation else ""))
    if gpu is not None and "cuda" in recipes:
        limitation = build_limitation(recipes["cuda"], gpu)
        if not limitation:
            explanation = tr("{} with driver {}").format(gpu.name, gpu.driver)
            return BuildChoice(recipes["cuda"], explanation)
    elif gpu is not None:
        limitation = tr("no CUDA build for this Python")
    else:
        limitation = tr("no NVIDIA driver found")
    if "cpu" in recipes:
        return BuildChoice(recipes["cpu"], limitation)
    larger = tr("no CPU build for this Python")
    return BuildChoice(next(iter(recipes.values())), f"{limitation}; {larger}")


def build_limitation(recipe: Recipe, gpu: Gpu | None) -> str:
    """Why a CUDA build would not use the GPU; empty if it would."""
    if gpu is None:
        return tr("no NVIDIA driver found, so the CPU will be used")
    cuda = CUDA[recipe.index.rpartition("/")[2]]
    if gpu.driver_numbers < cuda.driver:
        return tr("driver {} of {} is too old for CUDA {}, which requires {}").format(
            gpu.driver, gpu.name, cuda.version, ".".join(str(part) for part in cuda.driver)
        )
    min_capability, max_capability = cuda.capability
    if gpu.capability and not min_capability <= gpu.capability <= max_capability:
        return tr("{} (compute capability {}) is not supported by the CUDA {} build").format(
            gpu.name, gpu.capability, cuda.version
        )
    return ""


def _no_such_build(requested: str) -> BridgeError:
    return BridgeError(
        "setup.build",
        tr("There is no PyTorch build “{}” for this platform and Python version.").format(
            requested
        ),
        tr("Choose the automatic build."),
    )
