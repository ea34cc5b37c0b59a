#!/bin/sh
# SPDX-License-Identifier: MIT
#
# sheets.sh TARGETS [FOLDER]: draws the stories of hand-made pictures (TARGETS/NAME.png, not in the
# repository) and lays each beside its picture, with what is better (+) and what is worse (-) in ours,
# into FOLDER (default: build/sheets). INCMAP names the program (default: build/release/bin/incmap).
# Skipped (exit status 77) where there are no such pictures or no ImageMagick.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
INCMAP=${INCMAP:-$top/build/release/bin/incmap}
targets=${1:-}
out=${2:-$top/build/sheets}
[ -n "$targets" ] && [ -d "$targets" ] || {
    echo "skipped: no folder of pictures to compare with"
    exit 77
}
command -v convert >/dev/null || {
    echo "skipped: ImageMagick (convert) is not installed"
    exit 77
}
mkdir -p "$out"

# sheet NAME INPUT OPTION…: standard input has the points, one a line
sheet() {
    name=$1
    input=$here/$2
    shift 2
    [ -f "$targets/$name.png" ] || {
        echo "$name: $targets/$name.png is not there"
        return
    }
    "$INCMAP" draw "$input" "$@" -o "$out/$name-ours.png"
    fold -s -w 150 >"$out/$name.txt"
    convert "$targets/$name.png" -resize 1200x1000 "$out/left.png"
    convert "$out/$name-ours.png" -resize 1200x1000 "$out/right.png"
    convert "$out/left.png" "$out/right.png" -background '#888888' -gravity north \
        -bordercolor '#888888' -border 6 +append "$out/both.png"
    width=$(convert "$out/both.png" -format '%w' info:)
    convert -background white -fill '#222222' -pointsize 22 -size "$((width - 60))x" \
        label:@"$out/$name.txt" -bordercolor white -border 30 "$out/words.png"
    convert "$out/both.png" "$out/words.png" -background white -append "$out/$name.png"
    rm -f "$out/left.png" "$out/right.png" "$out/both.png" "$out/words.png" "$out/$name.txt"
    echo "$out/$name.png"
}

sheet news-wide tinzaouaten.txt --date 2024-08-05 --size 1600x1000px --dpi 120 <<'POINTS'
POINTS
sheet news-column tinzaouaten.txt --date 2024-08-05 --size 89x149mm --dpi 300 <<'POINTS'
POINTS
sheet news-dark tinzaouaten.txt --date 2024-08-05 --style dark --size social <<'POINTS'
POINTS
sheet sitrep-a4 sudan-week.csv --style sitrep --size a4l --dpi 200 --date 2026-11-08 \
    --title 'Sudan: incidents and reported fatalities (illustrative data)' <<'POINTS'
POINTS
sheet sitrep-grey sudan-week.csv --style print --size a4l --dpi 200 --date 2026-11-08 \
    --title 'Sudan: incidents and reported fatalities (illustrative data)' <<'POINTS'
POINTS
