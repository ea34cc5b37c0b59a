# SPDX-License-Identifier: MIT
# Data files and modules that are missing, cut short or foreign.
. "$SOURCE/tests/cli/lib.sh"
write_sample
data=$BUILD/share/incmap

# Every place that no source has says what it was compared with.
awk -F, 'NR > 1 && $0 !~ / km from here"?$/ { print; bad = 1 } END { exit bad }' \
    "$SOURCE/shapefiles/places-extra.csv" || fail 'a place of places-extra.csv has no source'

mkdir none
INCMAP_DATA=$work/none
export INCMAP_DATA
run 1 draw sample.csv -o m.png
says 'gazetteer.inm: not found; install incmap completely, or set INCMAP_DATA'
run 1 list layers
says 'layers.inm: not found'
run 1 check
says 'layers.inm: not found'
mkdir some
ln -s "$data/gazetteer.inm" "$data/styles" some/
INCMAP_DATA=$work/some
run 1 draw sample.csv -o m.png
says 'layers.inm: not found'
head -c 100000 "$data/layers.inm" >some/layers.inm
run 1 draw sample.csv -o m.png
says 'some/layers.inm: '
printf 'no layers at all\n' >some/layers.inm
run 1 draw sample.csv -o m.png
says 'some/layers.inm: '
mkdir bad
ln -s "$data/layers.inm" "$data/styles" bad/
head -c 5000 "$data/gazetteer.inm" >bad/gazetteer.inm
INCMAP_DATA=$work/bad
run 1 draw sample.csv -o m.png
says 'bad/gazetteer.inm: '
mkdir unstyled
ln -s "$data/layers.inm" "$data/gazetteer.inm" unstyled/
INCMAP_DATA=$work/unstyled
run 1 draw sample.csv -o m.png
says 'no styles found; install incmap completely'
unset INCMAP_DATA

INCMAP_MODULE_DIR=$work/none
export INCMAP_MODULE_DIR
run 1 draw sample.csv -o m.png
says 'incmap-map.so: not found; install incmap completely, or set INCMAP_MODULE_DIR'
run 0 locate Gao
unset INCMAP_MODULE_DIR

run 1 draw sample.csv --style nowhere.yaml -o m.png
says 'nowhere.yaml: no such style file'
printf 'version: [8\n' >bad.yaml
run 1 draw sample.csv --style bad.yaml -o m.png
says 'bad.yaml:'
run 1 check bad.yaml
says 'bad.yaml:'
run 1 draw sample.csv --layer nowhere.geojson -o m.png
notes 'nowhere.geojson'
run 1 draw sample.csv --places nowhere.csv -o m.png
says 'nowhere.csv'
run 0 check
shows 'features in 9 layers'
# A style of one's own extends a supplied one.
printf 'extends: news\nlayers:\n  - id: sea\n    paint: {fill-color: "#123456"}\n' >own.yaml
run 0 draw sample.csv --style own.yaml -o own.svg
grep -q '#123456' own.svg || fail "the style of one's own is not used"
run 0 check own.yaml
# A file of one's own is drawn on top; one named like a standard layer takes its place.
printf '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[-3,15],[2,19]]}}]}' >road.geojson
run 0 draw sample.csv --layer road.geojson -o road.svg
grep -q 'id="road' road.svg || fail "the layer of one's own is not drawn"
cp road.geojson borders.geojson
run 0 draw sample.csv --layer borders.geojson --dump project
[ "$(grep -c '"layer": "borders"' out)" = 1 ] || fail "the own borders do not replace the standard ones"
finish
