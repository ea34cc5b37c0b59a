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
    points=$(cat)
    convert "$targets/$name.png" -resize 1200x1000 "$out/left.png"
    convert "$out/$name-ours.png" -resize 1200x1000 "$out/right.png"
    convert "$out/left.png" "$out/right.png" -background '#888888' -gravity north \
        -bordercolor '#888888' -border 6 +append "$out/both.png"
    width=$(convert "$out/both.png" -format '%w' info:)
    convert -background white -fill '#222222' -pointsize 22 -size "$((width - 60))x" \
        caption:"$points" -bordercolor white -border 30 "$out/words.png"
    convert "$out/both.png" "$out/words.png" -background white -append "$out/$name.png"
    rm -f "$out/left.png" "$out/right.png" "$out/both.png" "$out/words.png"
    echo "$out/$name.png"
}

sheet news-wide tinzaouaten.txt --date 2024-08-05 --size 1600x1000px --dpi 120 <<'POINTS'
Left: by hand. Right: by rule, from the text alone.
+ Card at the margin, leader in a 45-degree step, NIGER and Tamanrasset kept clear of it, as by hand.
+ Names more of what is in view: Sierra Leone, Ghana, Benin, Conakry, Abuja, Senegal and Gambia.
+ Borders run between the letters of SAHARA.
- No Agadez, Nouakchott, Taoudenni and Tessalit: towns are chosen by score, not by the look of the gap.
- Days of July are missing: the text says "last month".
- KIDAL REGION stands in one line near its town; the card's lines are narrower and make it taller.
- The globe hides some of the coast of Guinea; by hand it stands on bare land.
POINTS
sheet news-column tinzaouaten.txt --date 2024-08-05 --size 89x149mm --dpi 300 <<'POINTS'
Left: by hand. Right: by rule.
+ The country fills the column; the card stands above it and covers none of it; one upright leader.
+ Western Sahara, Ghana and Benin are named, Segou and Sikasso too.
- KIDAL without "region", for which there is no room at the least size; no Taoudenni and Menaka.
- The scale bar stands on a river; 200 km where 300 would fit.
- The line below the headline lists facts where by hand it is a sentence; three lines of credits, not two.
POINTS
sheet news-dark tinzaouaten.txt --date 2024-08-05 --style dark --size social <<'POINTS'
Left: by hand. Right: by rule.
+ Provenance of the place (2 km from the border), Mopti, Sikasso, Agadez, Nigeria, Benin and Ghana.
- The incident's name lies on the province and not on bare land beside it.
- No Timbuktu, Niamey and Ouagadougou: their ground is taken by names of rivers and countries.
- The foot has four lines and stands nearer to the figures.
POINTS
sheet sitrep-a4 sudan-week.csv --style sitrep --size a4l --dpi 200 --date 2026-11-08 \
    --title 'Sudan: incidents and reported fatalities (illustrative data)' <<'POINTS'
Left: by hand. Right: by rule, from a made-up table of the same shape (numbers differ).
+ Every place with data is named; leaders cross nothing; the boxes of provinces sum up their incidents.
+ The country stands a little larger in its frame; the locator and the scale bar keep to corners.
- Cards say counts by type: a table has no sentence about a place.
- Nyala's card is joined by a number, not by a line.
- No hatching and name for Abyei and the Hala'ib triangle, no section that explains the lines.
- Names of districts stand beside their rings, not in them; the scale bar has no steps.
- Provinces have the names of the layer ("West Soudan", "Al Qadarif").
POINTS
sheet sitrep-grey sudan-week.csv --style print --size a4l --dpi 200 --date 2026-11-08 \
    --title 'Sudan: incidents and reported fatalities (illustrative data)' <<'POINTS'
Left: by hand. Right: by rule, from a made-up table of the same shape (numbers differ).
+ Types keep apart by shape and pattern on the map, in rings, bars and table, as by hand.
+ Dots instead of tint for provinces; white keylines keep symbols off the dots.
- The differences of the sheet in colour are the same here.
POINTS
