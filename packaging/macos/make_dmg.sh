#!/usr/bin/env bash
# NEVER RUN: written without a Mac.
# Signs Eyebox.app, packs it into a disk image and has Apple notarize that: packaging/macos/make_dmg.sh [APP] [FOLDER]
#
# IDENTITY        "Developer ID Application: ..." of the keychain; without it the signature is ad hoc and others' Macs refuse it
# NOTARY_PROFILE  what `xcrun notarytool store-credentials` was told; without it nothing is sent to Apple
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
app=${1:-$here/build/frozen/Eyebox.app}
output=${2:-$here/dist}
identity=${IDENTITY:--}
entitlements=$here/packaging/macos/entitlements.plist
version=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleShortVersionString' "$app/Contents/Info.plist")
image=$output/eyebox-$version-macos-$(uname -m).dmg

sign=(codesign --force --options runtime --sign "$identity")
[ "$identity" = - ] || sign+=(--timestamp)

# From the inside out: what lies deeper is part of what the outer signature covers.
while IFS= read -r -d '' file; do
    if file -b "$file" | grep -q 'Mach-O'; then
        "${sign[@]}" "$file"
    fi
done < <(find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) -print0)
for program in eyebox-engine eyebox; do
    "${sign[@]}" --entitlements "$entitlements" "$app/Contents/MacOS/$program"
done
"${sign[@]}" --entitlements "$entitlements" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

# A folder with the program and a link to where it belongs becomes the image.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/Eyebox.app"
ln -s /Applications "$stage/Applications"
mkdir -p "$output"
rm -f "$image"
hdiutil create -volname "Eyebox $version" -srcfolder "$stage" -fs APFS -format ULMO "$image"
[ "$identity" = - ] || codesign --sign "$identity" --timestamp "$image"

if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
fi
echo "$image"
