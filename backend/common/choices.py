"""Values, defaults and limits of options, for both sides of the process boundary.

Where a tuple lists the values of an option, the first one is its default.
"""

# --- input -------------------------------------------------------------------------------------

#: Bands that a scene must have at least.
MIN_BANDS = 3
#: Field of a label layer that holds the class, where no other is named.
DEFAULT_CLASS_FIELD = "class"
#: Which pixels a polygon labels: those whose centre lies inside, all that it touches, or those of
#: which it covers a minimum share.
POLYGON_RULES = ("centre", "touched", "coverage")
DEFAULT_MIN_COVERAGE = 0.5

#: Pixels that are excluded: those that the product flags (`auto`), none, or those of a raster.
NO_MASK = "none"

# --- computing ---------------------------------------------------------------------------------

#: Stands for "choose what suits" wherever an option has it.
AUTO = "auto"
#: Where to compute; `auto` takes a GPU where there is one that works, else the CPU.
DEVICES = (AUTO, "cpu", "cuda", "mps")
MAX_SEED = 2**31 - 1

# --- diffusion features ------------------------------------------------------------------------

#: The backbone that comes with the plugin.
BUNDLED_BACKBONE = "bundled"
#: False-colour composites by wavelength, and those of the principal components 1-3 and 4-6.
COMPOSITES = ("rgb", "cir", "swir", "pca1", "pca2")
#: Features and networks as in the paper.
PAPER_PRESET = "paper"
PRESETS = ("default", PAPER_PRESET)
MAX_TIMESTEP = 999
#: No supported network has more; how many there are is known once it is loaded.
MAX_BLOCK = 99
#: At a larger scale a single window would hold most scenes several times.
MAX_SCALE = 32
MAX_COMPONENTS = 256

# --- accuracy assessment -----------------------------------------------------------------------

#: How the reference data were sampled; `auto` derives it from the data.
DESIGNS = (AUTO, "random", "stratified", "purposive", "census")
#: How a sample is allocated to the strata.
ALLOCATIONS = ("olofsson", "proportional", "equal")
#: How classes of map and reference are matched; `auto` uses codes only where that is safe.
CLASS_MATCHES = (AUTO, "names", "codes")
DEFAULT_SAMPLE_SIZE = 500

# --- suggestions and campaigns -----------------------------------------------------------------

SUGGESTION_GEOMETRIES = ("polygon", "point")
DEFAULT_SUGGESTION_COUNT = 20
#: Why a location is suggested, as layers of suggestions name it.
UNCERTAIN = "uncertain between two classes"
UNLIKE_SAMPLES = "unlike any training sample"
TYPICAL_OF_REGION = "typical of a large region without training samples"
RARE_CLASS = "check of a class with few training samples"
SPREAD_OVER_SCENE = "far from other training samples in the scene"
SUGGESTION_REASONS = (
    UNCERTAIN,
    UNLIKE_SAMPLES,
    TYPICAL_OF_REGION,
    RARE_CLASS,
    SPREAD_OVER_SCENE,
)
#: Names of the rasters that `batch` writes.
DEFAULT_OUTPUT_NAME = "{name}_{kind}.tif"
