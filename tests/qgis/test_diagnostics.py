"""The diagnostics report holds what a developer needs, and nothing private."""

import getpass
import json

import pytest
from qgis_support import FAKE_WORKER

PRIVATE = (
    (
        "cannot read /home/ann/My Project/secret site.tif (no data)",
        "cannot read <path>.tif (no data)",
    ),
    ("/home/ann/.local/share/QGIS/x y/python3.11", "<path>.11"),
    ("file C:\\Users\\Ann Smith\\Desktop\\plot 7.gpkg is locked", "file <path>.gpkg is locked"),
    ('"image": "C:\\\\Users\\\\Ann\\\\x.bsq",', '"image": "<path>.bsq",'),
    ("\\\\server\\share\\site.dat", "<path>.dat"),
    ("at ~/plots/a.csv: 3 rows", "at <path>.csv: 3 rows"),
    ("tls://cluster.example.org:8786 and https://ann:pw@proxy:80/x", "<address> and <address>"),
    ('NETCDF:"/data/x/cube.nc":band', 'NETCDF:"<path>.nc":band'),
    ("mail ann.smith@example.org", "mail <address>"),
    ("HDF5:/data/my a.h5", "HDF5:<path>.h5"),
    ("(/vsizip//data/private/site.zip)", "(<path>.zip)"),
)
ADDRESSES = (
    ("connect to 192.168.17.4:8786 failed.", "connect to <address> failed."),
    ("from 10.0.0.5, 10.0.0.6.", "from <address>, <address>."),
    ("(10.0.0.5/24)", "(<address>)"),
    ("host=[2001:db8::17]:443", "host=<secret>"),
    ("[2001:db8::17]:443 refused", "[<address>]:443 refused"),
    ("fe80::1a2b%eth0: no route", "<address>: no route"),
    ("inet6:fe80::1a2b", "inet6:<address>"),
    ("::ffff:10.1.2.3", "<address>"),
    ("2001:0db8:0000:0000:0000:ff00:0042:8329.", "<address>."),
    ("mac:00:1A:2b:3c:4d:5e", "mac:<address>"),
    ("card 00-1a-2b-3c-4d-5e is down", "card <address> is down"),
    ("switch 001a.2b3c.4d5e", "switch <address>"),
    ("data.example.org/cube.tif?sig=a%2Fb&se=2027", "<address>"),
    ("'//x/y.tif?token=abc'", "'<address>'"),
    ("https://ann:it's@data.example.org/x.tif", "<address>"),
    ("s3://ann-private/site/x.tif?versionId=7", "<address>"),
    ("node7.cluster.example.org:8786 left", "<address> left"),
    ("see www.example.org", "see <address>"),
)
SECRETS = (
    ("AWS_SECRET_ACCESS_KEY=wJalr/XUtn+F7", "AWS_SECRET_ACCESS_KEY=<secret>"),
    ('{"token": "a b/c", "seed": 0}', '{"token": <secret>, "seed": 0}'),
    ('\\"password\\": \\"a b\\", x', '\\"password\\": <secret>, x'),
    ("{'apiKey': 'abc'}", "{'apiKey': <secret>}"),
    ("accessToken=abc; user=ann", "accessToken=<secret>; user=<secret>"),
    ("Proxy-Authorization: Basic YW5uOnB3", "Proxy-Authorization: <secret>"),
    ("sent 'Bearer abc.def.ghi'", "sent 'Bearer <secret>'"),
    ("Set-Cookie: session=1; id=2", "Set-Cookie: <secret>"),
    ("run --password hunter2 --seed 3", "run --password <secret> --seed 3"),
    (
        "PG:host=db dbname='x y' password=p@x.de",
        "PG:host=<secret> dbname=<secret> password=<secret>",
    ),
    ("key hf_abcdefghijklmnopqrstuvwx!", "key <secret>!"),
    ("got eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln", "got <secret>"),
    ("-----BEGIN RSA PRIVATE KEY-----\nab\ncd\n-----END RSA PRIVATE KEY-----", "<secret>"),
    ("-----BEGIN PRIVATE KEY-----\nab\nthe log ends", "<secret>"),
)
HARMLESS = (
    "30 km/h, 1/2 and n/a and/or 3 / 4",
    "224 bands used (400 to 2450 nm); overall accuracy 91.2 %",
    "torch 2.13.0+cu126, GDAL 3.11.4",
    "ratio a/b, 50 %/yr",
    "at 12:34:56 of 2026-11-29, driver 535.104.05, Windows 10.0.19045.3803, x[::2], x[10::20]",
    "c10::Error in at::add; std::bad_alloc; 1.2.3.4.5; v1.2.3.4; 300.1.2.3; 00aabbccddeeff11",
    "author: x, 3 tokens: two; signature of fit(); secret ballot; keys=3; ValueError: auth",
    "UserWarning at forward.py:33: what? a=b, key=value",
)


@pytest.fixture
def redact(qgis):
    from geodiffnet.bridge.redaction import redact

    return redact


@pytest.mark.parametrize(("text", "expected"), [*PRIVATE, *ADDRESSES, *SECRETS])
def test_paths_addresses_and_secrets_are_removed(redact, text, expected):
    assert redact(text) == expected


@pytest.mark.parametrize("text", HARMLESS)
def test_other_text_is_kept(redact, text):
    assert redact(text) == text


def test_names_of_user_and_computer_are_removed(redact, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "asmith")
    text = "asmith on workstation7; ASmith, Anna, annals"
    assert redact(text, ["anna", "workstation7"]) == "<name> on <name>; <name>, <name>, annals"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the folder /home/jane doe is full", "the folder <path> is full"),
        ("C:\\Users\\Jane Doe is full", "<path> is full"),
        ("C:\\Users\\Jane Doe\\secret site\\x.tif", "<path>.tif"),
        ("/home/jane doe/secret/x.tif: Jane Doe", "<path>.tif: <name>"),
        ("..\\jane doe\\x.tif", "..\\<name>\\x.tif"),
    ],
)
def test_a_name_of_two_words_is_removed_from_paths_too(redact, text, expected):
    assert redact(text, ["Jane Doe"]) == expected


def test_common_names_are_kept(redact, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    assert redact("root mean square; QGIS 3.40") == "root mean square; QGIS 3.40"


def test_long_lines_are_redacted_at_once(redact):
    for text in (
        "/a b", "/", "C:\\ ", "~/ .", "a://", "a://b@", ":", "::", "a:", "1.", "1:", "aa-", "a.",
        "?a=", "&", "token", "token=", 'token="', "-", "--token ", "token-", "_token:", "www.",
        "a@", "-----BEGIN PRIVATE KEY-----", "cookie=", "Bearer ", "eyJ", "eyJaaaaaaaa.", "%", "a%",
    ):  # fmt: skip
        text = text * 20_000
        assert len(redact(text)) <= 2 * len(text)


def report(monkeypatch, tmp_path):
    from qgis.core import QgsProcessingFeedback

    from geodiffnet.bridge import diagnostics

    monkeypatch.setattr(diagnostics, "log_folder", lambda: tmp_path / "logs")
    return diagnostics.make_report(QgsProcessingFeedback()).report


def write_log(tmp_path):
    folder = tmp_path / "logs"
    folder.mkdir()
    settings = {
        "image": "/srv/clients/Secret Mine/flight 3.bsq",
        "method": "rf",
        "classes": [{"value": str(number), "name": f"vein {number}"} for number in range(9)],
        "seed": 0,
    }
    text = f"$ /srv/venv/bin/python -m backend\n{json.dumps(settings, indent=1)}\n"
    text += "Traceback (most recent call last):\n" + '  File "/srv/plugin/backend/x.py", line 3\n'
    (folder / "classify-20260101-000000-1-0.log").write_text(text + "ValueError: odd\n")
    (folder / "doctor-20260101-000001-1-0.log").write_text("$ later\n{}\n")


def test_the_report_has_versions_device_settings_and_the_last_log(fake, monkeypatch, tmp_path):
    from qgis.core import Qgis, QgsSettings

    write_log(tmp_path)
    QgsSettings().setValue("geodiffnet/python", "/srv/clients/own python/bin/python")
    try:
        text = report(monkeypatch, tmp_path)
    finally:
        QgsSettings().remove("geodiffnet/python")
    for part in (
        Qgis.version(),
        "GeoDiffNet: 0.1.0",
        "- state: own",
        "- device: ",
        "- python: <path>",
    ):
        assert part in text, (part, text)
    for part in (
        "- job: classify",
        "- image: <path>.bsq",
        "- method: rf",
        "- classes: (9 entries)",
    ):
        assert part in text, (part, text)
    assert 'File "<path>.py", line 3\nValueError: odd' in text
    for private in ("srv", "Secret", "Mine", "flight", "vein", "own python", str(tmp_path)):
        assert private not in text, private


def test_a_backend_that_does_not_run_is_reported(qgis, monkeypatch, tmp_path):
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(tmp_path / "none"))
    text = report(monkeypatch, tmp_path)
    assert "- self-test: failed (runtime." in text
    assert "### Log\nnone" in text
    assert str(tmp_path) not in text
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(FAKE_WORKER))
    monkeypatch.setenv("GEODIFFNET_FAKE", "failure")
    assert "- self-test: failed (" in report(monkeypatch, tmp_path)
