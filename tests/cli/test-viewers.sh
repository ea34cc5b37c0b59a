#!/bin/sh
# SPDX-License-Identifier: MIT
#
# SVG in a browser and PDF in a viewer show what the PNG shows, and their words can be found.
# BROWSER names the browser; without one its part is skipped.
. "$SOURCE/tests/cli/lib.sh"
BROWSER=${BROWSER:-chromium}
gallery=$SOURCE/tests/gallery

# Other programs smooth edges and set small glyphs a little differently: so many pixels may differ.
browser_share=0.005
viewer_share=0.02

screenshot() {
    "$BROWSER" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --hide-scrollbars --user-data-dir="$work/profile" --window-size=1000,700 \
        --screenshot="$work/$1.svg.png" "file://$work/$1.svg" >"$work/browser" 2>&1
    [ -s "$work/$1.svg.png" ] || {
        fail "$BROWSER made no picture of $1.svg"
        cat "$work/browser" >&2
    }
}

# alike NAME PICTURE SHARE
alike() {
    "$COMPARE" "$work/$1.png" "$work/$2" "$work/diff.png" "$3" || fail "$2 looks unlike $1.png"
}

# check NAME WORD INPUT OPTION…: WORD stands on the map
check() {
    name=$1
    word=$2
    shift 2
    run 0 draw "$@" --size 1000x700px -o "$work/$name.png" -o "$work/$name.svg" -o "$work/$name.pdf"
    grep -q ">[^<]*$word" "$work/$name.svg" || fail "$name.svg has no text \"$word\""
    if command -v "$BROWSER" >/dev/null; then
        screenshot "$name"
        alike "$name" "$name.svg.png" $browser_share
    fi
    pdftoppm -r 96 -png -singlefile "$work/$name.pdf" "$work/$name.pdf"
    alike "$name" "$name.pdf.png" $viewer_share
    pdftotext "$work/$name.pdf" - | grep -q "$word" || fail "$name.pdf has no text \"$word\""
    pdffonts "$work/$name.pdf" | awk 'NR > 2 && $(NF - 4) != "yes" { exit 1 }' ||
        fail "$name.pdf has a font that is not embedded"
}

check news Tinzaouaten "$gallery/tinzaouaten.txt" --date 2024-08-05
check sheet Sukkur "$gallery/pakistan-floods.csv" --style sitrep
check heat Mandalay "$gallery/myanmar-week.csv" --style "$SOURCE/tests/styles/heat.yaml"
check clinics "Kyaukpyu clinic" "$gallery/myanmar-week.csv" --style "$SOURCE/tests/styles/clinics.yaml" \
    --layer "$SOURCE/tests/styles/clinics.geojson" --extent 91,15,101,26
check world "Pacific Ocean" "$gallery/quakes-world.csv" --extent world
check cyrillic Київ "$gallery/kupiansk.txt" --date 2023-10-08 --lang uk
run 0 draw "$gallery/derna.txt" --date 2023-09-14 --lang ar --size 1000x700px \
    -o "$work/arabic.png" -o "$work/arabic.svg"
if command -v "$BROWSER" >/dev/null; then
    screenshot arabic
    alike arabic arabic.svg.png $browser_share
else
    echo "skipped: $BROWSER is not installed: SVG not looked at"
fi
finish
