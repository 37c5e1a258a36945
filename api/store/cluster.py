"""The private PostgreSQL cluster: Debian's binaries, a Unix socket in a private folder, no TCP.

`Cluster.use` starts the server where it is not running; the last user stops it. Each user holds a
shared lock on `users.lock` for as long as it needs the server, so the kernel forgets a user that
crashed. Starting and stopping happen under `turn.lock`, one at a time. PostgreSQL refuses to run
as root: then the cluster belongs to, and runs as, `postgres`.
"""

import contextlib
import fcntl
import getpass
import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.errors import Problem

BINARIES = Path("/usr/lib/postgresql")
ROLE = "vanthu"
PORT = 5432
START_SECONDS = 60
# A socket's path has at most 107 bytes; "/.s.PGSQL.5432" and its lock file take 19 of them.
LONGEST_SOCKET_FOLDER = 85
# The server's share of the memory, for the indexes that a search reads, and its bounds.
BUFFER_SHARE = 16
FEWEST_BUFFERS_MB, MOST_BUFFERS_MB = 96, 1024
SERVER_OPTIONS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "jit": "off",
    "timezone": "UTC",
    "logging_collector": "off",
}


@dataclass(frozen=True, slots=True)
class Owner:
    """The account that owns and runs the cluster; `switch` where we are root and it is not us."""

    name: str
    uid: int
    gid: int
    switch: bool


def shared_buffers(memory_bytes: int) -> str:
    """How much of the memory the server keeps for pages of its tables and indexes.

    >>> shared_buffers(1 << 30), shared_buffers(8 << 30), shared_buffers(64 << 30)
    ('96MB', '512MB', '1024MB')
    """
    share = memory_bytes // BUFFER_SHARE >> 20
    return f"{min(max(share, FEWEST_BUFFERS_MB), MOST_BUFFERS_MB)}MB"


def find_owner() -> Owner:
    """Our own account; as root that of Debian's package, `postgres`.

    Raises:
        Problem: database_unavailable where root finds no account `postgres`.
    """
    if os.geteuid() != 0:
        return Owner(getpass.getuser(), os.geteuid(), os.getegid(), switch=False)
    try:
        entry = pwd.getpwnam("postgres")
    except KeyError:
        raise Problem(
            code="database_unavailable",
            detail="Chưa cài PostgreSQL. Hãy cài gói “postgresql” rồi chạy lại.",
        ) from None
    return Owner(entry.pw_name, entry.pw_uid, entry.pw_gid, switch=True)


@dataclass(frozen=True, slots=True)
class Cluster:
    """One cluster under `home`; its data lies in a folder named by PostgreSQL's major version."""

    home: Path
    binaries: Path
    owner: Owner

    @classmethod
    def at(cls, data_dir: Path) -> "Cluster":
        """The cluster of a data folder: the version of its data, or the newest that is installed.

        Raises:
            Problem: database_unavailable where the needed version of PostgreSQL is not installed.
        """
        home = data_dir / "postgres"
        return cls(home, BINARIES / _choose_version(home) / "bin", find_owner())

    @property
    def data(self) -> Path:
        """The folder of the data itself (PGDATA)."""
        return self.home / self.binaries.parent.name

    @property
    def socket_folder(self) -> Path:
        """The private folder of the socket; a temporary one where its path would be too long."""
        folder = self.home / "run"
        if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
            return folder
        mark = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"vanthu-{self.owner.uid}-{mark}"

    @property
    def url(self) -> str:
        """The address of its database for SQLAlchemy and libpq."""
        return f"postgresql://{ROLE}@/postgres?host={self.socket_folder}&port={PORT}"

    @contextlib.contextmanager
    def use(self) -> Iterator[str]:
        """Keep the server running meanwhile; gives its address.

        Raises:
            Problem: database_unavailable where it cannot be set up or started.
        """
        self._make_home()
        with (self.home / "users.lock").open("a") as users:
            with self._turn():
                if not self.is_running():
                    self._create()
                    self._start()
                fcntl.flock(users, fcntl.LOCK_SH)
            try:
                yield self.url
            finally:
                self._leave(users.fileno())

    def is_running(self) -> bool:
        """Whether the postmaster that wrote the pid file is alive and works on this folder."""
        try:
            pid = int((self.data / "postmaster.pid").read_text("ascii").split("\n", 1)[0])
            return (Path("/proc") / str(pid) / "cwd").readlink() == self.data.resolve()
        except (OSError, ValueError):
            return False

    def _leave(self, users: int) -> None:
        with self._turn():
            fcntl.flock(users, fcntl.LOCK_UN)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if self.is_running():
                self._run(
                    "pg_ctl", "stop", "-D", self.data, "-m", "fast", "-w", "-t", START_SECONDS
                )

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        with (self.home / "turn.lock").open("a") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield

    def _make_home(self) -> None:
        for folder in (self.home, self.socket_folder):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), self.owner.uid}:
                raise Problem(
                    code="database_unavailable",
                    detail=f"Thư mục {folder} thuộc tài khoản khác; hãy chọn thư mục khác.",
                )
            os.chown(folder, self.owner.uid, self.owner.gid)
            folder.chmod(0o700)
        if self.owner.switch:
            for parent in self.home.parents:
                if not parent.stat().st_mode & 0o001:
                    raise Problem(
                        code="database_unavailable",
                        detail=f"Tài khoản {self.owner.name} không vào được {parent}."
                        " Hãy chọn thư mục dữ liệu khác (VANTHU_DATA_DIR).",
                    )

    def _create(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        fresh = self.home / f"{self.data.name}.new"
        shutil.rmtree(fresh, ignore_errors=True)
        self._run(
            *("initdb", "-D", fresh, "-U", ROLE, "--encoding=UTF8", "--locale=C.UTF-8"),
            *("--auth=peer", "--data-checksums", "--no-instructions"),
        )
        (fresh / "pg_hba.conf").write_text("local all all peer map=vanthu\n", "ascii")
        accounts = dict.fromkeys((self.owner.name, getpass.getuser(), "root"))
        (fresh / "pg_ident.conf").write_text(
            "".join(f'vanthu "{account}" {ROLE}\n' for account in accounts), "utf-8"
        )
        fresh.rename(self.data)

    def _start(self) -> None:
        for stale in (self.data / "postmaster.pid", *self.socket_folder.glob(".s.PGSQL.*")):
            stale.unlink(missing_ok=True)
        options = {
            **SERVER_OPTIONS,
            "shared_buffers": shared_buffers(
                os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
            ),
            "unix_socket_directories": str(self.socket_folder),
            "port": str(PORT),
        }
        self._run(
            *(
                "pg_ctl",
                "start",
                "-D",
                self.data,
                "-w",
                "-t",
                START_SECONDS,
                "-l",
                self.home / "server.log",
            ),
            *("-o", " ".join(f"-c {name}='{value}'" for name, value in options.items())),
        )

    def _run(self, program: str, *arguments: str | Path | int) -> None:
        switch = self.owner.switch
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(  # noqa: S603 - PostgreSQL's own programs, by full path
                [str(self.binaries / program), *(str(argument) for argument in arguments)],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
                user=self.owner.uid if switch else None,
                group=self.owner.gid if switch else None,
                extra_groups=() if switch else None,
            )
            output.seek(0)
            told = output.read().decode("utf-8", "replace").strip()
        if done.returncode:
            reason = told.splitlines()[-1] if told else program
            journal = self.home / "server.log"
            raise Problem(
                code="database_unavailable",
                detail=f"Không khởi động được PostgreSQL ({reason}). Xem nhật ký {journal}.",
            )


def _choose_version(home: Path) -> str:
    installed = {path.name for path in BINARIES.glob("*") if (path / "bin" / "initdb").exists()}
    kept = {path.parent.name for path in home.glob("*/PG_VERSION") if path.parent.name.isdigit()}
    if kept and not kept & installed:
        version = max(kept, key=int)
        raise Problem(
            code="database_unavailable",
            detail=f"Dữ liệu thuộc PostgreSQL {version}. Hãy cài gói “postgresql-{version}”.",
        )
    if not installed:
        raise Problem(
            code="database_unavailable",
            detail="Chưa cài PostgreSQL. Hãy cài gói “postgresql” rồi chạy lại.",
        )
    return max(kept & installed or installed, key=int)
