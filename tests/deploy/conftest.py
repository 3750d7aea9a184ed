"""Real servers with the configuration of deploy/, on this machine only."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"


@dataclass(frozen=True)
class Answer:
    """What a server said. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server, by its port number."""

    port: int

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for an address."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            said = answer.getheaders()
            names = [name.lower() for name, _ in said]
            assert len(set(names)) == len(names), f"a header stands twice: {names}"
            return Answer(answer.status, dict(zip(names, (v for _, v in said), strict=True)),
                          answer.read())  # fmt: skip
        finally:
            connection.close()


@pytest.fixture(scope="session")
def generated(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make deploy` writes."""
    folder = tmp_path_factory.mktemp("generated")
    tool = [sys.executable, ROOT / "tools/server_files.py", "--site", site_dir, "--to", folder]
    subprocess.run(tool, check=True)
    return folder


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


def needs(command: str) -> str:
    """Return the path of a server's program; without it the test is left out, except in CI."""
    path = shutil.which(command) or shutil.which(command, path="/usr/sbin:/usr/local/sbin")
    if not path:
        assert not os.environ.get("CI"), f"CI must have {command}"
        pytest.skip(f"NOT CHECKED HERE: {command} was not found")
    return path


def running(command: list[str | Path], port: int, **options: str) -> Iterator[Server]:
    """Run a server until the fixture ends; fails with what it said if it does not start."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | options
    ) as process:
        try:
            while process.poll() is None:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    continue
            if process.poll() is not None:
                assert process.stdout is not None
                pytest.fail(f"{command[0]} ended: {process.stdout.read().decode()}")
            yield Server(port)
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def nginx(
    site_dir: Path, generated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """nginx with deploy/nginx/record-relief.conf; only port and folders are of this machine."""
    program = needs("nginx")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    text = (DEPLOY / "nginx/record-relief.conf").read_text(encoding="utf-8")
    for old, new in {
        "listen 8080;": f"listen 127.0.0.1:{port};",
        "root /srv/record-relief;": f"root {site_dir};",
        "/etc/nginx/record-relief/": f"{generated}/",
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "site.conf").write_text(text, encoding="utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\nworker_processes 2;\npid {folder}/pid;\nerror_log stderr;\n"
        "events { worker_connections 1024; }\nhttp {\n"
        "include /etc/nginx/mime.types;\ndefault_type application/octet-stream;\n"
        f"client_body_temp_path {folder}/body;\nproxy_temp_path {folder}/proxy;\n"
        f"fastcgi_temp_path {folder}/fastcgi;\nuwsgi_temp_path {folder}/uwsgi;\n"
        f"scgi_temp_path {folder}/scgi;\ninclude {folder}/site.conf;\n}}\n",
        encoding="utf-8",
    )
    yield from running([program, "-e", "stderr", "-c", folder / "nginx.conf"], port)


@pytest.fixture(scope="session")
def caddy(
    site_dir: Path, generated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Caddy with deploy/Caddyfile, without HTTPS."""
    program = needs("caddy")
    folder, port = tmp_path_factory.mktemp("caddy"), free_port()
    text = "{\n\tadmin off\n}\n" + (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    (folder / "Caddyfile").write_text(text, encoding="utf-8")
    yield from running(
        [program, "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"],
        port,
        RECORD_RELIEF_ADDRESS=f"http://127.0.0.1:{port}",
        RECORD_RELIEF_SITE=str(site_dir),
        RECORD_RELIEF_CONFIG=str(generated),
        XDG_DATA_HOME=str(folder),
        XDG_CONFIG_HOME=str(folder),
    )
