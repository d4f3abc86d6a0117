"""The connection to the package index: the proxy and the certificates of the QGIS settings.

They are passed to pip in environment variables, so that no password is part of a command or a log.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

from ..errors import BridgeError
from ..translation import tr

#: Used to ask the system for its proxy; nothing is sent there.
PROXY_TEST_URL = "https://download.pytorch.org"
PROXY_VARIABLES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY")
#: The second and third take precedence over the first in pip.
CERTIFICATE_VARIABLES = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")


@dataclass(frozen=True)
class Connection:
    """Environment variables of pip for the connection to the index."""

    variables: dict[str, str] = field(default_factory=dict)
    certificates: str = ""  # PEM; empty for those of the system
    description: str = ""

    def environment(self, certificates: Path) -> dict[str, str]:
        """The variables to set; certificates, if any, are written to the given file."""
        if not self.certificates:
            return dict(self.variables)
        certificates.parent.mkdir(parents=True, exist_ok=True)
        certificates.write_text(self.certificates, encoding="ascii")
        return self.variables | {name: str(certificates) for name in CERTIFICATE_VARIABLES}


def connection_of_qgis() -> Connection:
    """The connection settings of QGIS; must be called in its main thread."""
    variables, proxy_description = _proxy()
    certificates, trusted = _certificates()
    description = "; ".join(text for text in (proxy_description, trusted) if text)
    return Connection(variables, certificates, description)


def _proxy() -> tuple[dict[str, str], str]:
    settings = QgsSettings()
    if not settings.value("proxy/proxyEnabled", False, bool):
        if any(os.environ.get(name) or os.environ.get(name.lower()) for name in PROXY_VARIABLES):
            return {}, tr("proxy of the environment variables")
        return {}, ""
    manager = QgsNetworkAccessManager.instance()
    manager.setupDefaultProxyAndCache()
    proxy = manager.fallbackProxy()
    kind = QNetworkProxy.ProxyType
    if manager.useSystemProxy() or proxy.type() in (kind.DefaultProxy, kind.NoProxy):
        proxies = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(PROXY_TEST_URL)))
        proxy = proxies[0] if proxies else QNetworkProxy(kind.NoProxy)
    if proxy.type() == kind.NoProxy or not proxy.hostName():
        return {}, ""
    host_and_port = f"{proxy.hostName()}:{proxy.port()}"
    if proxy.type() == kind.Socks5Proxy:
        raise BridgeError(
            "setup.proxy",
            tr("pip does not support the SOCKS proxy {} of the QGIS settings.").format(
                host_and_port
            ),
            tr(
                "Set an HTTP proxy under Settings ▸ Options ▸ Network, or install from a wheel "
                "folder."
            ),
        )
    user = quote(proxy.user(), safe="")
    if user and proxy.password():
        user += f":{quote(proxy.password(), safe='')}"
    address = f"http://{user}@{host_and_port}" if user else f"http://{host_and_port}"
    variables = dict.fromkeys(PROXY_VARIABLES[:2], address)
    variables |= {name.lower(): address for name in variables}
    if exceptions := _without_proxy(manager):
        variables |= {"NO_PROXY": exceptions, "no_proxy": exceptions}
    return variables, tr("proxy {} of the QGIS settings").format(host_and_port)


def _without_proxy(manager: QgsNetworkAccessManager) -> str:
    """The hosts that QGIS reaches without its proxy."""
    listed = [*manager.excludeList(), *manager.noProxyList()]
    hosts = [QUrl(text).host() or text.strip() for text in listed if text.strip()]
    return ",".join(dict.fromkeys(hosts))


def _certificates() -> tuple[str, str]:
    authorities = QgsApplication.authManager()
    # Only where the user has added certificates to QGIS, for example those of a company.
    if authorities is None or authorities.isDisabled():
        return "", ""
    custom_certificates = [*authorities.databaseCAs(), *authorities.extraFileCAs()]
    if not custom_certificates:
        return "", ""
    text = bytes(authorities.trustedCaCertsPemText()).decode("ascii", "ignore")
    # Certificates of the environment variables stay trusted.
    files = {os.environ.get(name, "") for name in CERTIFICATE_VARIABLES}
    for file in sorted(name for name in files if os.path.isfile(name)):
        text += "\n" + Path(file).read_text(encoding="ascii", errors="ignore")
    return text, tr("{} custom certificates of the QGIS settings").format(len(custom_certificates))
