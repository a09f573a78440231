"""What comes along and what does not, icons, what is entered into the menus of a Linux desktop: needs no bundle."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from bundling.contents import ROOT, foreign_modules, runtime_parts, wanted
from bundling.identity import SIZES, write_icons
from core.program import VERSION

LINUX = ROOT / "bundling" / "linux"
PLUGINS = "PySide6/Qt/plugins"


def test_what_only_tests_does_not_come_along() -> None:
    assert {"pytest", "hypothesis", "mypy"} <= set(foreign_modules())
    assert {"PySide6", "yaml", "fluent", "sqlcipher3", "pandas"} & set(foreign_modules()) == set()
    assert {"pyside6-essentials", "shiboken6", "pyspiro"} <= set(runtime_parts())


@pytest.mark.parametrize(
    ("place", "is_wanted"),
    [
        (f"{PLUGINS}/platforms/libqxcb.so", True),
        (f"{PLUGINS}/platforms/libqeglfs.so", False),
        (f"{PLUGINS}/tls/libqopensslbackend.so", False),
        (f"{PLUGINS}/networkinformation/libqglib.so", False),
        (f"{PLUGINS}/platformthemes/libqgtk3.so", False),
        (f"{PLUGINS}/printsupport/libcupsprintersupport.so", True),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/Qt6Pdf.dll", True),
    ],
)
def test_of_qt_comes_what_the_window_uses(place: str, is_wanted: bool) -> None:
    entry = (place, str(Path(sys.prefix) / place), "BINARY")
    assert (entry in wanted([entry], lambda _: ())) == is_wanted


def test_a_library_of_the_system_comes_along_for_what_loads_it() -> None:
    own = ("own.so", str(Path(sys.prefix) / "own.so"), "EXTENSION")
    system = [(name, f"/lib/somewhere/{name}", "BINARY") for name in ("liba.so.1", "libb.so.1")]
    assert wanted([own, *system], lambda _: ["liba.so.1"]) == [own, system[0]]


def test_the_icon_is_drawn_at_every_size(tmp_path: Path) -> None:
    write_icons(tmp_path)
    for edge in SIZES:
        image = QImage(str(tmp_path / f"{edge}x{edge}" / "apps" / "kriterion.png"))
        assert (image.width(), image.height()) == (edge, edge)
        assert image.pixelColor(0, 0).alpha() == 0, "its corners are round"
        assert image.pixelColor(edge // 2, edge // 2).alpha() == 255
    assert (tmp_path / "scalable" / "apps" / "kriterion.svg").is_file()


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION


def test_it_is_entered_into_the_menus_and_taken_out_again(tmp_path: Path) -> None:
    folder, share = tmp_path / "a folder & more", tmp_path / "share"
    folder.mkdir()
    for path in LINUX.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    write_icons(folder / "icons" / "hicolor")
    command = ["sh", str(folder / "install.sh")]
    environment = {**os.environ, "XDG_DATA_HOME": str(share)}
    subprocess.run(command, check=True, env=environment)
    starter = (share / "applications" / "kriterion.desktop").read_text(encoding="utf-8")
    assert f'Exec="{folder}/kriterion" %f' in starter.splitlines()
    assert "@FOLDER@" not in starter
    assert "kriterion-rules" in (share / "mime" / "packages" / "kriterion.xml").read_text(encoding="utf-8")
    subprocess.run([*command, "--remove"], check=True, env=environment)
    left = [path for path in share.rglob("*") if path.is_file() and "kriterion" in path.name]
    assert left == []
