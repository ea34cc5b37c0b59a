# SPDX-License-Identifier: MIT
# In every map of the gallery and in maps of random extents: no label overlaps another, leaves the
# map, or stands on a symbol, card, inset, legend or scale bar; each is drawn within two seconds.
# INCMAP_SEED repeats a run, INCMAP_EXTENTS says how many extents (default 40).
. "$SOURCE/tests/cli/lib.sh"
seed=${INCMAP_SEED:-20240805}
echo "seed $seed"
gallery=$SOURCE/tests/gallery

check() {
    name=$1
    shift
    timeout 60 "$INCMAP" draw "$@" --dump arrange >dump.json 2>err || {
        fail "$name: $(cat err)"
        return
    }
    "$CHECK_SCENE" "$name" <dump.json || fail "$name: $*"
}

# The gallery as its script draws it: continuation lines joined.
grep -A1 '^map ' "$gallery/make.sh" | sed 's/^--$//' | awk '
    /^map / { line = $0; if (line ~ /\\$/) { sub(/\\$/, "", line); getline more; line = line more }
              sub(/^map /, "", line); print line }' >maps
[ "$(wc -l <maps)" -ge 10 ] || fail "the gallery lists only $(wc -l <maps) maps"
while IFS= read -r words; do
    eval "set -- $words"
    name=$1
    input=$gallery/$2
    shift 2
    check "$name" "$input" "$@"
done <maps

# Random extents: every latitude, width, aspect and page, the dateline and the poles among them.
awk -v seed="$seed" -v n="${INCMAP_EXTENTS:-40}" 'BEGIN {
    srand(seed)
    split("1200x750px 900x900px 89x149mm 1000x600px", sizes, " ")
    for (i = 0; i < n; i++) {
        lat = rand() * 176 - 88
        lon = i % 5 == 0 ? 170 + rand() * 20 : rand() * 360 - 180
        height = exp(log(0.4) + rand() * (log(60) - log(0.4)))
        width = height * (0.5 + rand() * 2)
        south = lat - height / 2 < -90 ? -90 : lat - height / 2
        north = lat + height / 2 > 90 ? 90 : lat + height / 2
        printf "%.3f,%.3f,%.3f,%.3f %s %.4f %.4f\n", lon - width / 2, south, lon + width / 2, north,
            sizes[1 + int(rand() * 4)], (lon > 180 ? lon - 360 : lon), (south + north) / 2
    }
}' >extents
[ "$(wc -l <extents)" = "${INCMAP_EXTENTS:-40}" ] || fail "the extents were not made"
while read -r extent size lon lat; do
    printf 'place,lat,lon,type,fatalities\nSomewhere,%s,%s,battle,3\n' "$lat" "$lon" >one.csv
    check "extent $extent at $size" one.csv --extent "$extent" --size "$size"
done <extents
finish
