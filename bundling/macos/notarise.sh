#!/bin/sh
# NOT TRIED: written without a Mac. On Apple silicon with macOS 14 or newer (PySide6 6.12 has wheels for no older one; Intel Macs
# have no bundle: cryptography 50 has no wheel for them), after "uv run --group bundle python -m bundling.build":
# signs dist/Kriterion.app, has it notarised by Apple, and staples the answer to it.
#   IDENTITY="Developer ID Application: …"  PROFILE=name kept by "xcrun notarytool store-credentials"
# Not written yet: a file that Finder opens comes as an event of the system and not as an argument; the program does not take
# it in. By the menu (Rules) it does.
set -eu
app=dist/Kriterion.app
codesign --force --deep --options runtime --timestamp --sign "$IDENTITY" "$app"
codesign --verify --deep --strict "$app"
ditto -c -k --keepParent "$app" dist/Kriterion.zip
xcrun notarytool submit dist/Kriterion.zip --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$app"
