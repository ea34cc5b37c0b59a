#!/bin/sh
# SPDX-License-Identifier: MIT
#
# accept.sh NAME…: takes the pictures that the last run of the golden tests left in
# build/PRESET/golden (debug unless PRESET says another). Look at diff.png first.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$here/../build/${PRESET:-debug}
for name in "$@"; do
    out=$build/golden/$name
    [ -s "$out/out.png" ] || {
        echo "accept.sh: $out/out.png: no such file; run ctest --preset ${PRESET:-debug} -R golden-$name" >&2
        exit 1
    }
    cp "$out/out.png" "$here/golden/$name/map.png"
    cp "$out/out.json" "$here/golden/$name/scene.json"
    echo "accepted: $name"
done
