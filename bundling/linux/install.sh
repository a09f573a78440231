#!/bin/sh
# Enters the program into the menus of this user: starter, icons, the type of packs of rule files. The folder stays
# where it lies. `install.sh --remove` takes all of it out again; the record is not touched by either.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
if [ "${1:-}" = --remove ]; then
    rm -f "$share/applications/kriterion.desktop" "$share/mime/packages/kriterion.xml"
    rm -f "$share"/icons/hicolor/*/apps/kriterion.png "$share/icons/hicolor/scalable/apps/kriterion.svg"
else
    mkdir -p "$share/applications" "$share/mime/packages" "$share/icons"
    escaped=$(printf '%s' "$here" | sed 's/[&|\\]/\\&/g')
    sed "s|@FOLDER@/kriterion|\"$escaped/kriterion\"|" "$here/kriterion.desktop" >"$share/applications/kriterion.desktop"
    cp "$here/kriterion.xml" "$share/mime/packages/kriterion.xml"
    cp -R "$here/icons/hicolor" "$share/icons/"
fi
for refresh in "update-desktop-database $share/applications" "update-mime-database $share/mime"; do
    command -v "${refresh%% *}" >/dev/null && ${refresh%% *} "${refresh#* }" || true
done
