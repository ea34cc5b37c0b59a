#!/bin/sh
# SPDX-License-Identifier: MIT
#
# make.sh [FOLDER]: draws the gallery of the README into FOLDER (default: build/gallery).
# make.sh --accept: into tests/gallery/pictures, which is in the repository.
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

# map NAME INPUT OPTION…
map() {
    name=$1
    input=$2
    shift 2
    "$INCMAP" draw "$here/$input" "$@" -o "$out/$name.png"
    echo "$name"
}

map tinzaouaten tinzaouaten.txt --date 2024-08-05 --size 1200x750px
map myanmar-week myanmar-week.csv --style sitrep --size a4l --dpi 110 \
    --title 'Myanmar: incidents and reported fatalities (illustrative data)'
map tonga-quakes tonga-quakes.csv --size 1000x800px --title 'Large earthquakes around Fiji and Tonga'
map high-north high-north.csv --size 1000x800px --title 'Accidents above 75° north'
map istanbul istanbul.csv --size 1000x700px --title 'Deadliest attacks in Istanbul, 2016–2022'
map quakes-world quakes-world.csv --extent world --projection 'equal earth' --size 1200x750px \
    --title 'Deadly earthquakes since 2000'
map derna-ar derna.txt --date 2023-09-14 --lang ar --size 1000x700px
map kupiansk-uk kupiansk.txt --date 2023-10-08 --lang uk --size 1000x700px
map pakistan-floods pakistan-floods.csv --size 1000x800px --style sitrep
map kankara-column kankara.txt --date 2020-12-14 --size 89x140mm --dpi 150
map noto noto.txt --date 2024-01-02 --size 1000x700px
