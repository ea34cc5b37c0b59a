#!/bin/sh
# SPDX-License-Identifier: MIT
#
# run.sh NAME: draws tests/golden/NAME (input.*, args) and compares the scene exactly and the
# picture with a tolerance. A failure leaves out.json, out.png and diff.png in BUILD/golden/NAME
# and says how to repeat it. map.xfail.png beside map.png is the picture of a known bug.
set -u
name=$1
wanted=$SOURCE/tests/golden/$name
out=$BUILD/golden/$name
rm -rf "$out"
mkdir -p "$out"
set --
for input in "$wanted"/input.*; do
    set -- "$@" "$input"
done
# One argument a line.
while IFS= read -r argument; do
    [ -n "$argument" ] && set -- "$@" "$argument"
done <"$wanted/args"

repeat() {
    echo "repeat: $INCMAP draw $* -o $out/out.png" >&2
    echo "accept: sh $SOURCE/tests/accept.sh $name" >&2
}

"$INCMAP" draw "$@" --dump arrange -o "$out/out.png" >"$out/out.json" || {
    repeat "$@"
    exit 1
}
status=0
diff -u "$wanted/scene.json" "$out/out.json" >"$out/diff.txt" || {
    head -n 40 "$out/diff.txt" >&2
    status=1
}
if "$COMPARE" "$wanted/map.png" "$out/out.png" "$out/diff.png"; then
    [ ! -e "$wanted/map.xfail.png" ] || {
        echo "$name: the known bug is gone; remove map.xfail.png" >&2
        status=1
    }
elif [ -e "$wanted/map.xfail.png" ]; then
    "$COMPARE" "$wanted/map.xfail.png" "$out/out.png" "$out/diff.png" || status=1
else
    status=1
fi
[ $status = 0 ] && rm -rf "$out" || repeat "$@"
exit $status
