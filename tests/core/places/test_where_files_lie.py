"""Where a record, a backup or a paper would leave this computer: one table a system, and what only looks alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.places.concern import Concern, Danger, concern_at, concern_of
from core.places.mounts import Mount, mount_of, mounts_of_linux, mounts_of_mac
from core.places.surroundings import Surroundings
from core.store.vault.place import UnsuitablePlaceError, check_place
from core.wording.errors import error_words
from core.wording.places import paper_warning, record_warning

LINUX = b"""\
sysfs /sys sysfs rw,nosuid 0 0
overlay / overlay rw,relatime,lowerdir=/a:/b 0 0
/dev/sda2 /people ext4 rw 0 0
server:/export /people/me/shared nfs4 rw,vers=4.2 0 0
/dev/sdb1 /people/me/shared/stick fuseblk rw 0 0
//files/clinic /mnt/Klinik\\040Daten cifs rw 0 0
me@host:/data /mnt/ssh fuse.sshfs rw 0 0
drive: /mnt/rclone fuse.rclone rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
onedriver /mnt/onedriver fuse.onedriver rw 0 0
google-drive-ocamlfuse /mnt/gdrive fuse.google-drive-ocamlfuse rw 0 0
s3fs /mnt/s3 fuse.s3fs rw 0 0
https://x/ /mnt/dav fuse.davfs rw 0 0
https://x/ /mnt/dav2 davfs rw 0 0
never-heard-of /mnt/unheard fuse.unheard rw 0 0
sshfs#me@host: /mnt/oldssh fuse rw 0 0
/dev/sdc1 /mnt/oldfuse fuse rw 0 0
/dev/sdd1 /mnt/ntfs fuse.ntfs-3g rw 0 0
/dev/sde1 /mnt/exfat fuse.exfat rw 0 0
veracrypt /mnt/aux fuse.veracrypt rw 0 0
/dev/mapper/veracrypt1 /media/veracrypt1 ext4 rw 0 0
gocryptfs /mnt/gocryptfs fuse.gocryptfs rw 0 0
encfs /mnt/encfs fuse.encfs rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
host /mnt/host 9p rw 0 0
box /mnt/vbox vboxsf rw 0 0
server:/afs /afs afs rw 0 0
ceph /mnt/ceph ceph rw 0 0
/dev/sdf1 /mnt/tab\\011and\\134stroke ext4 rw 0 0
server:/x /mnt/twice nfs rw 0 0
/dev/sdg1 /mnt/twice ext4 rw 0 0
/dev/sdh1 /mnt/over ext4 rw 0 0
server:/y /mnt/over nfs rw 0 0
too short
"""
MAC = b"""\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//GUEST:@server._smb._tcp.local/Klinik on /Volumes/Klinik (smbfs, nodev, nosuid, mounted by me)
afp_1 on /Volumes/Alt (afpfs, nodev, nosuid, mounted by me)
server:/nfs on /Volumes/nfs on the roof (nfs, nodev)
http://dav/ on /Volumes/dav (webdav, nodev, noexec)
/dev/disk4s1 on /Volumes/Stick (msdos, local, nodev)
/dev/disk5s2 on /Volumes/Second disk (hfs, local, journaled)
drive: on /Volumes/rclone (macfuse, nodev, synchronous)
"""
DRIVES = {"C:\\": 3, "D:\\": 2, "E:\\": 5, "H:\\": 4, "Z:\\": 4}

FOLDERS: Mapping[str, tuple[str, ...]] = {
    "/people/me/Synced": (".stfolder", "a"),
    "/people/me/Boxes": (".dropbox",),
    "/people/me/cloud": (".sync_0a1b2c.db", "letters"),
    "/people/me/megasynced": (".megaignore",),
    "/people/me/drive": (".tmp.driveupload",),
    "/people/me/nas": (".SynologyWorkingDirectory",),
    "/people/me/own": ("a.db", "sync_list.txt"),
    "/persons/me/Library/Mobile Documents/com~apple~CloudDocs": ("Documents", "Notes"),
    "C:\\Users\\me": ("OneDrive - Klinikum Nord", "Klinikum Nord", "Documents"),
    "C:\\Users\\me\\Klinikum Nord": ("Rheuma - Dokumente",),
    "D:\\Team": ("Rheuma - Dokumente", "OneDrive"),
    "D:\\Archive": ("Letters - Documents", "Old"),
}


def names_in(folder: PurePath) -> frozenset[str]:
    return frozenset(FOLDERS.get(str(folder), ()))


ON_LINUX = Surroundings(PurePosixPath("/people/me"), mounts_of_linux(LINUX), names_in)
ON_MAC = Surroundings(PurePosixPath("/persons/me"), mounts_of_mac(MAC), names_in, is_mac=True)
ON_WINDOWS = Surroundings(PureWindowsPath("C:\\Users\\me"), (), names_in, lambda root: DRIVES.get(root, 1))

SYNCHRONISED_NAMES = (
    "OneDrive",
    "onedrive",
    "OneDrive - Klinikum Nord",
    "OneDrive – Klinikum",
    "OneDrive-Personal",
    "OneDrive (2)",
    "Dropbox",
    "Dropbox (Klinik)",
    "Acme Dropbox",
    "Google Drive",
    "Google Drive (me@example.org)",
    "GoogleDrive-me@example.org",
    "GoogleDrive",
    "My Drive",
    "Meine Ablage",
    "Mon Drive",
    "Mi unidad",
    "Il mio Drive",
    "Mijn Drive",
    "Mo\u0301j dysk",
    "Мой диск",
    "マイドライブ",
    "My Drive (me@example.org)",
    "Shared drives",
    "Geteilte Ablagen",
    "iCloud Drive",
    "iCloudDrive",
    "Mobile Documents",
    "com~apple~CloudDocs",
    "Box",
    "Box Sync",
    "Box-Box",
    "Nextcloud",
    "nextcloud",
    "Nextcloud2",
    "Nextcloud - Klinik",
    "ownCloud",
    "owncloud2",
    "Seafile",
    "SeaDrive",
    "pCloud Drive",
    "pCloudDrive",
    "pCloud Sync",
    "MEGA",
    "MEGAsync",
    "MEGAsync Uploads",
    "SynologyDrive",
    "Synology Drive",
    "CloudStation",
    "Syncthing",
    "HiDrive",
    "MagentaCLOUD",
    "Proton Drive",
    "sciebo",
    "PowerFolders",
    "Tresorit",
)
OWN_NAMES = (
    "Boxenstopp",
    "Boxes",
    "box",
    "Box 3",
    "Box - old letters",
    "Sandbox",
    "Dropboxer",
    "Dropbox2go",
    "dropboxes",
    "OneDriveless",
    "OneDriver",
    "My OneDrive notes",
    "megabytes",
    "mega",
    "MEGAphone",
    "megasyncing",
    "Google Drives and more",
    "Googledriver",
    "My Driveway",
    "My Drives",
    "Meine Ablagen",
    "Monday",
    "iCloudy",
    "iCloud Driver",
    "Nextclouds",
    "ownCloudy",
    "Seafiles",
    "Seafile-Handbuch",
    "pCloudy",
    "Syncthings",
    "Synology Drives",
    "HiDrives",
    "Team - Documents",
    "CloudStorage",
    "Library",
    "Documents",
    "Desktop",
    "drive",
    "cloud",
)

IN_LINUX = (
    ("/people/me/vault", None),
    ("/srv/vault", None),
    ("/people/me/shared", Danger.NETWORK),
    ("/people/me/shared/deep/vault", Danger.NETWORK),
    ("/people/me/shared2", None),
    ("/people/me/shared/stick/vault", None),
    ("/mnt/Klinik Daten/vault", Danger.NETWORK),
    ("/mnt/Klinik", None),
    ("/mnt/ssh/vault", Danger.NETWORK),
    ("/mnt/rclone/vault", Danger.NETWORK),
    ("/run/user/1000/gvfs/smb-share:server=a,share=b/vault", Danger.NETWORK),
    ("/mnt/onedriver/vault", Danger.NETWORK),
    ("/mnt/gdrive/vault", Danger.NETWORK),
    ("/mnt/s3/vault", Danger.NETWORK),
    ("/mnt/dav/vault", Danger.NETWORK),
    ("/mnt/dav2/vault", Danger.NETWORK),
    ("/mnt/unheard/vault", Danger.NETWORK),
    ("/mnt/oldssh/vault", Danger.NETWORK),
    ("/mnt/oldfuse/vault", None),
    ("/mnt/ntfs/vault", None),
    ("/mnt/exfat/vault", None),
    ("/mnt/aux/vault", None),
    ("/media/veracrypt1/vault", None),
    ("/mnt/gocryptfs/vault", None),
    ("/mnt/encfs/vault", None),
    ("/run/user/1000/doc/vault", None),
    ("/mnt/host/vault", Danger.NETWORK),
    ("/mnt/vbox/vault", Danger.NETWORK),
    ("/afs/cell/vault", Danger.NETWORK),
    ("/mnt/ceph/vault", Danger.NETWORK),
    ("/mnt/tab\tand\\stroke/vault", None),
    ("/mnt/twice/vault", None),
    ("/mnt/over/vault", Danger.NETWORK),
    ("/people/me/Synced/a/b", Danger.SYNCHRONISED),
    ("/people/me/Synced", Danger.SYNCHRONISED),
    ("/people/me/Syncedly", None),
    ("/people/me/Boxes/vault", Danger.SYNCHRONISED),
    ("/people/me/cloud/vault", Danger.SYNCHRONISED),
    ("/people/me/megasynced/vault", Danger.SYNCHRONISED),
    ("/people/me/drive/vault", Danger.SYNCHRONISED),
    ("/people/me/nas/vault", Danger.SYNCHRONISED),
    ("/people/me/own/vault", None),
)
IN_MAC = (
    ("/persons/me/Library/Application Support/Kriterion/vault", None),
    ("/persons/me/Library/CloudStorage/Anything-at-all/vault", Danger.SYNCHRONISED),
    ("/persons/me/Library/CloudStorage/OneDrive-Klinik/vault", Danger.SYNCHRONISED),
    ("/persons/me/Library/Mobile Documents/com~apple~CloudDocs/vault", Danger.SYNCHRONISED),
    ("/persons/me/Documents/vault", Danger.SYNCHRONISED),
    ("/persons/me/Documents", Danger.SYNCHRONISED),
    ("/persons/me/Documents2/vault", None),
    ("/persons/me/Desktop/vault", None),
    ("/persons/other/Documents/vault", None),
    ("/Volumes/Klinik/vault", Danger.NETWORK),
    ("/Volumes/Alt/vault", Danger.NETWORK),
    ("/Volumes/nfs on the roof/vault", Danger.NETWORK),
    ("/Volumes/dav/vault", Danger.NETWORK),
    ("/Volumes/rclone/vault", Danger.NETWORK),
    ("/Volumes/Stick/vault", None),
    ("/Volumes/Second disk/vault", None),
)
IN_WINDOWS = (
    ("C:\\Users\\me\\AppData\\Local\\Kriterion\\vault", None),
    ("C:\\Users\\me\\OneDrive\\vault", Danger.SYNCHRONISED),
    ("C:\\Users\\me\\OneDrive - Klinikum Nord\\Dokumente", Danger.SYNCHRONISED),
    ("C:\\Users\\me\\Klinikum Nord\\Rheuma - Dokumente\\vault", Danger.SYNCHRONISED),
    ("C:\\Users\\me\\Klinikum Nord", Danger.SYNCHRONISED),
    ("C:\\Users\\me\\Documents\\vault", None),
    ("D:\\Team\\Rheuma - Dokumente\\vault", Danger.SYNCHRONISED),
    ("D:\\Archive\\Letters - Documents\\vault", None),
    ("G:\\Meine Ablage\\vault", Danger.SYNCHRONISED),
    ("G:\\Geteilte Ablagen\\Klinik", Danger.SYNCHRONISED),
    ("D:\\vault", None),
    ("H:\\vault", Danger.NETWORK),
    ("h:\\vault", Danger.NETWORK),
    ("Z:\\a\\b", Danger.NETWORK),
    ("\\\\server\\share\\vault", Danger.NETWORK),
    ("//server/share/vault", Danger.NETWORK),
    ("\\\\wsl.localhost\\Ubuntu\\home\\me", Danger.NETWORK),
    ("\\\\?\\UNC\\server\\share\\vault", Danger.NETWORK),
    ("\\\\?\\C:\\vault", None),
    ("\\\\?\\Z:\\vault", Danger.NETWORK),
)
TABLE: tuple[tuple[PurePath, Surroundings, Danger | None], ...] = (
    *((PurePosixPath(path), ON_LINUX, danger) for path, danger in IN_LINUX),
    *((PurePosixPath(path), ON_MAC, danger) for path, danger in IN_MAC),
    *((PureWindowsPath(path), ON_WINDOWS, danger) for path, danger in IN_WINDOWS),
    *((PurePosixPath("/people/me", name, "vault"), ON_LINUX, Danger.SYNCHRONISED) for name in SYNCHRONISED_NAMES),
    *((PureWindowsPath("C:\\", name), ON_WINDOWS, Danger.SYNCHRONISED) for name in SYNCHRONISED_NAMES),
    *((PurePosixPath("/srv/own", name, "vault"), ON_LINUX, None) for name in OWN_NAMES),
    *((PureWindowsPath("C:\\Data\\old", name), ON_WINDOWS, None) for name in OWN_NAMES),
)


@pytest.mark.parametrize(
    ("path", "around", "danger"), TABLE, ids=lambda each: str(each) if isinstance(each, PurePath) else ""
)
def test_each_row_of_the_table(path: PurePath, around: Surroundings, danger: Danger | None) -> None:
    found = concern_of(path, around)
    assert (None if found is None else found.danger) is danger


def test_the_table_is_long_enough() -> None:
    print(f"{len(TABLE)} paths, {sum(danger is None for _, _, danger in TABLE)} of them somebody's own")
    assert len(TABLE) >= 60


def test_a_mac_whose_list_cannot_be_read_trusts_no_other_disk() -> None:
    unread = Surroundings(PurePosixPath("/persons/me"), is_mac=True)
    assert concern_of(PurePosixPath("/Volumes/Any/vault"), unread) == Concern(Danger.NETWORK, "Any")
    assert concern_of(PurePosixPath("/persons/me/vault"), unread) is None


def test_a_list_of_bytes_that_are_no_text_is_read() -> None:
    mounts = mounts_of_linux(b"a /mnt/\xff\xfe nfs rw 0 0\n\n \n\\040\n")
    assert [each.kind for each in mounts] == ["nfs"]
    assert mount_of(PurePosixPath("/mnt/\udcff\udcfe/x"), mounts) == mounts[0]
    assert mount_of(PurePosixPath("/mnt"), mounts) is None


def test_of_two_mounts_at_one_place_the_last_counts() -> None:
    mounts = (Mount("auto", "/net", "autofs"), Mount("s:/", "/net", "nfs"), Mount("s:/b", "/net/b", "ext4"))
    assert [mount_of(PurePosixPath(path), mounts) for path in ("/net/a", "/net/b/c")] == [mounts[1], mounts[2]]


def test_here_and_now_is_asked_without_an_error(tmp_path: Path) -> None:
    assert concern_at(tmp_path / "not" / "there") is None
    (tmp_path / "Synced").mkdir()
    (tmp_path / "Synced" / ".stfolder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Synced")
    assert concern_at(tmp_path / "link" / "vault") == Concern(Danger.SYNCHRONISED, "Synced")
    (tmp_path / "ring").symlink_to(tmp_path / "ring")
    concern_at(tmp_path / "ring" / "vault")


@pytest.mark.parametrize("concern", [Concern(Danger.SYNCHRONISED, "Meine Ablage"), Concern(Danger.NETWORK, "H:")])
def test_each_danger_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, concern: Concern) -> None:
    """Refused for a new record, a warning where one is opened and where a paper is saved."""

    def found(path: Path) -> Concern:
        assert path == tmp_path
        return concern

    for module in ("core.store.vault.place", "core.wording.places"):
        monkeypatch.setattr(f"{module}.concern_at", found)
    with pytest.raises(UnsuitablePlaceError) as caught:
        check_place(tmp_path)
    assert isinstance(caught.value, WorldError)
    for language in LANGUAGES:
        phrases = spoken(language)
        said = {error_words(caught.value, phrases), paper_warning(tmp_path, phrases), record_warning(tmp_path, phrases)}
        assert len(said) == 3
        assert concern.danger is Danger.NETWORK or all("Meine Ablage" in words for words in said)


def test_an_own_folder_needs_no_warning(tmp_path: Path) -> None:
    assert paper_warning(tmp_path / "paper.pdf", spoken("en")) == ""
    assert record_warning(tmp_path, spoken("en")) == ""
    check_place(tmp_path)
