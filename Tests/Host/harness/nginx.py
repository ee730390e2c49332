"""nginx with blocks of the manual, on a loopback port of a test's own."""

import subprocess
from pathlib import Path


def start(folder: Path, port: int, root: Path, locations: str) -> subprocess.Popen:
    """One process, without a master, so that it is ended by its id."""
    home = folder / f"nginx-{port}"
    home.mkdir()
    paths = "".join(
        f"{name}_temp_path {home}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration = home / "nginx.conf"
    configuration.write_text(
        f"""
        daemon off; master_process off; pid {home}/pid; error_log {home}.log;
        events {{ worker_connections 64; }}
        http {{
          include /etc/nginx/mime.types; access_log {home}-access.log; {paths}
          server {{ listen 127.0.0.1:{port}; root {root}; {locations} }}
        }}
        """
    )
    return subprocess.Popen(["nginx", "-e", f"{home}.log", "-c", str(configuration)])
