#!/bin/sh
# SPDX-License-Identifier: MIT
#
# make.sh [FOLDER]: draws the gallery into FOLDER (default: build/gallery).
# make.sh --accept: into tests/gallery/pictures, which is in the repository, and writes the page that
# shows them, tests/gallery/README.md.
# INCMAP names the program (default: build/release/bin/incmap).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
INCMAP=${INCMAP:-$top/build/release/bin/incmap}
case ${1-} in
--accept) out=$here/pictures ;;
'') out=$top/build/gallery ;;
*) out=$1 ;;
esac
mkdir -p "$out"
page=$out/page.md
cat >"$page" <<'END'
# Gallery

Every map is drawn by one command from the small input beside it, untouched afterwards; `make.sh` draws
them all. The events are real unless a title says otherwise.

END

# map NAME INPUT OPTION…
map() {
    name=$1
    input=$2
    shift 2
    "$INCMAP" draw "$here/$input" "$@" -o "$out/$name.png" --report "$out/report.json"
    alt=$(sed -n 's/^ *"alt": "\(.*\)",\{0,1\}$/\1/p' "$out/report.json" | sed 's/\\"/"/g')
    options=
    for word in "$@"; do
        case $word in
        *' '*) options="$options '$word'" ;;
        *) options="$options $word" ;;
        esac
    done
    printf '## %s\n\n![%s](pictures/%s.png)\n\n    incmap draw %s%s -o %s.png\n\n' \
        "$name" "$alt" "$name" "$input" "$options" "$name" >>"$page"
    echo "$name"
}

map tinzaouaten tinzaouaten.txt --date 2024-08-05 --size 1200x750px
map tinzaouaten-dark tinzaouaten.txt --date 2024-08-05 --style dark --size social
map tinzaouaten-column tinzaouaten.txt --date 2024-08-05 --size 89x149mm --dpi 150
map myanmar-week myanmar-week.csv --style sitrep --size a4l --dpi 110 \
    --title 'Myanmar: incidents and reported fatalities (illustrative data)'
map myanmar-grey myanmar-week.csv --style print --size a4l --dpi 110 \
    --title 'Myanmar: incidents and reported fatalities (illustrative data)'
map tonga-quakes tonga-quakes.csv --size 1000x800px --title 'Large earthquakes around Fiji and Tonga'
map high-north high-north.csv --size 1000x800px --title 'Accidents above 75° north'
map antarctica antarctica.csv --style atlas --size 1000x800px --title 'Accidents in Antarctica'
map istanbul istanbul.csv --size 1000x700px --title 'Deadliest attacks in Istanbul, 2016–2022'
map quakes-world quakes-world.csv --extent world --projection 'equal earth' --size 1200x750px \
    --title 'Deadly earthquakes since 2000'
map quake-turkey quake-turkey.csv --size 1080x1080px \
    --title 'Where the earthquakes of 6 February 2023 killed most'
map mediterranean mediterranean.csv --size 1200x700px --title 'Deadly shipwrecks in the Mediterranean'
map freddy freddy.csv --size 1000x800px --title 'Cyclone Freddy, February and March 2023'
map mayfield mayfield.txt --date 2021-12-12 --size 1000x700px
map christchurch christchurch.txt --date 2011-02-24 --size 1000x700px
map noto noto.txt --date 2024-01-02 --size slide
map pahalgam pahalgam.txt --date 2025-04-24 --size 1000x700px
map pakistan-floods pakistan-floods.csv --size 1000x800px --style sitrep
map haiti haiti.csv --style atlas --size 1000x900px --lang es
map brumadinho brumadinho.txt --date 2019-01-29 --lang pt --size 1000x700px
map solhan solhan.txt --date 2021-06-07 --lang fr --size 1000x700px
map krasnogorsk krasnogorsk.txt --date 2024-03-25 --lang ru --size 1000x700px
map zhengzhou zhengzhou.txt --date 2021-08-03 --lang zh --size 1000x700px
map derna-ar derna.txt --date 2023-09-14 --lang ar --size 1000x700px
map kupiansk-uk kupiansk.txt --date 2023-10-08 --lang uk --size 1000x700px
map kankara-column kankara.txt --date 2020-12-14 --size 89x140mm --dpi 150

rm -f "$out/report.json"
if [ "$out" = "$here/pictures" ]; then
    mv "$page" "$here/README.md"
else
    sed 's|(pictures/|(|' "$page" >"$out/README.md"
    rm -f "$page"
fi
