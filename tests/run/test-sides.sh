# SPDX-License-Identifier: MIT
# What goes beside a picture: the incidents as GeoJSON and KML, where the picture lies as a world
# file, a coordinate system and a GeoTIFF. GDAL's own program looks at the last where it is there.
. "$SOURCE/tests/cli/lib.sh"
write_sample
cat >>sample.csv <<'END'
4,2024-07-30,protest,Nowhere-at-all,Mali,,,0
5,2024-07-31,<b>&,"Niamey ""x""",Niger,13.51,2.11,
END

run 0 draw sample.csv --size 800x500px -o m.png -o m.pgw -o m.prj -o m.geojson -o m.kml -o m.tif --report m.json
[ "$(grep -c '"type": "Feature"' m.geojson)" = 5 ] || fail "GeoJSON: $(cat m.geojson)"
grep -q '"coordinates": \[1.41, 18.44\]' m.geojson || fail "GeoJSON lacks Kidal"
[ "$(grep -c '<Placemark>' m.kml)" -ge 4 ] || fail "KML: $(cat m.kml)"
grep -q '<coordinates>1.41,18.44</coordinates>' m.kml || fail "KML lacks Kidal"
grep -q '<when>2024-07-25</when>' m.kml || fail "KML lacks the day"
grep -q '<b>' m.kml && fail "KML takes a text for elements"
if command -v xmllint >/dev/null; then
    xmllint --noout m.kml || fail "KML is not XML"
fi
[ "$(wc -l <m.pgw)" = 6 ] || fail "the world file: $(cat m.pgw)"
[ "$(sed -n '2p;3p' m.pgw | tr '\n' ' ')" = "0 0 " ] || fail "the world file turns: $(cat m.pgw)"
[ "$(sed -n 1p m.pgw)" = "$(sed -n 's/^-//;4p' m.pgw | tail -1 | tr -d -)" ] || fail "pixels aren't square"
grep -q '^PROJCS\["' m.prj && grep -q 'WGS_1984' m.prj || fail "the coordinate system: $(cat m.prj)"

# position ID: the page's point of an incident in pixels, from the report
position() {
    tr -d '\n' <m.json | sed -E "s/.*\"id\": \"$1\"[^}]*\"x\": ([0-9.]+), \"y\": ([0-9.]+)\}.*/\1 \2/"
}
# where the pixel of Kidal lies by the world file, and where Kidal lies
if command -v gdaltransform >/dev/null && command -v gdalinfo >/dev/null; then
    for id in 1 2 3; do
        at=$(position $id)
        wanted=$(awk -F, -v id=$id '$1 == id {print $7, $6}' sample.csv)
        echo "$at" | awk '{print $1 * 96 / 72 - 0.5, $2 * 96 / 72 - 0.5}' |
            cat - m.pgw | awk 'NR == 1 {x = $1; y = $2} NR == 2 {a = $1} NR == 5 {e = $1} NR == 6 {c = $1}
                NR == 7 {printf "%.3f %.3f\n", c + a * x, $1 + e * y}' |
            gdaltransform -s_srs m.prj -t_srs EPSG:4326 -output_xy >found
        echo "$wanted $(cat found)" |
            awk '{exit !(($1 - $3) ^ 2 + ($2 - $4) ^ 2 < 0.0001)}' || fail "world file: incident $id lies at $(cat found), not $wanted"
        # the same by the GeoTIFF; pixels are counted from corners there
        echo "$at" | awk '{print $1 * 96 / 72, $2 * 96 / 72}' |
            gdaltransform m.tif -t_srs EPSG:4326 -output_xy >found
        echo "$wanted $(cat found)" |
            awk '{exit !(($1 - $3) ^ 2 + ($2 - $4) ^ 2 < 0.0001)}' || fail "GeoTIFF: incident $id lies at $(cat found), not $wanted"
    done
    gdalinfo m.tif >info 2>&1
    grep -q 'Size is 800, 500' info || fail "GeoTIFF: $(cat info)"
    grep -q 'ColorInterp=Blue' info || fail "GeoTIFF: $(cat info)"
    grep -q 'TIFFTAG_XRESOLUTION=96' info || fail "GeoTIFF has no resolution"
    gdalinfo -checksum m.tif 2>/dev/null | grep -o 'Checksum=.*' >tif.sums
    gdalinfo -checksum m.png 2>/dev/null | grep -o 'Checksum=.*' >png.sums
    [ "$(wc -l <png.sums)" = 1 ] || cmp -s tif.sums png.sums || fail "GeoTIFF and PNG show different pictures"
else
    echo "skipped: gdalinfo and gdaltransform are not installed (gdal-bin)"
fi
head -c 4 m.tif | od -An -tx1 | grep -q '49 49 2a 00' || fail "no TIFF"
cp m.tif first.tif
run 0 draw sample.csv --size 800x500px -o m.tif
cmp -s m.tif first.tif || fail "the same input gives another GeoTIFF"
run 0 draw sample.csv -o - --format kml
shows '<kml'
mkdir each
run 0 draw sample.csv --each row -o 'each/{id}.kml' -o 'each/{id}.tif' --size 500x400px
[ "$(grep -c '<Placemark>' each/1.kml)" = 1 ] && [ -s each/5.tif ] || fail "each row: $(ls each)"

# --- projections ------------------------------------------------------------------------------
for projection in 'lambert azimuthal' 'albers' 'utm' 'web mercator' 'EPSG:32630' 'polar stereographic'; do
    run 0 draw sample.csv --projection "$projection" --size 500x400px -o p.tif -o p.prj
    if command -v gdalinfo >/dev/null; then
        gdalinfo p.tif | grep -qE 'PROJCRS\[' || fail "$projection: no coordinate system"
    fi
done
for projection in 'winkel tripel' 'equal earth' 'patterson'; do
    "$INCMAP" draw sample.csv --projection "$projection" --size 500x400px -o q.tif 2>err
    [ $? = 0 ] || { grep -q 'choose another one with --projection' err && [ ! -e q.tif ]; } ||
        fail "$projection: $(cat err)"
    rm -f q.tif
done
# --- a job ------------------------------------------------------------------------------------
cat >maps.yaml <<'END'
maps:
  - name: m
    input: sample.csv
    size: 800x500px
    output: [job/m.png, job/m.pgw, job/m.prj, job/m.geojson, job/m.kml, job/m.tif]
END
run 0 run maps.yaml
for name in m.png m.pgw m.prj m.geojson m.kml m.tif; do
    cmp -s $name job/$name || fail "a job makes another $name"
done
finish
