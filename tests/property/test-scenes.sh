# SPDX-License-Identifier: MIT
# In every map of the gallery and in random maps: no label overlaps another, leaves the map, or stands
# on a symbol, card, inset, legend or scale bar; no piece of furniture lies on another; no symbol hides
# another; every country that is more than an eighth of the map is named. Each takes at most two seconds of a
# processor; INCMAP_MOST_S is another limit.
# INCMAP_SEED repeats a run, INCMAP_EXTENTS says how many random maps (default 50; 250 before a
# release: INCMAP_EXTENTS=250 ctest --preset release -R property-scenes).
. "$SOURCE/tests/cli/lib.sh"
seed=${INCMAP_SEED:-20240805}
echo "seed $seed"
gallery=$SOURCE/tests/gallery

# used: seconds of a processor that this shell's children have taken, of the lines of `times`
used() {
    awk 'NR == 2 { gsub(/s/, ""); split($1, user, "m"); split($2, kernel, "m")
                   print user[1] * 60 + user[2] + kernel[1] * 60 + kernel[2] }' "$1"
}

check() {
    name=$1
    shift
    times >before
    timeout 120 "$INCMAP" draw "$@" --dump arrange >dump.json 2>err || {
        fail "$name: $(cat err): $*"
        return
    }
    times >after
    took_s=$(echo "$(used after) $(used before)" | awk '{ print $1 - $2 }')
    echo "$took_s" | awk -v most="${INCMAP_MOST_S:-2}" '{ exit $1 > most }' ||
        fail "$name took $took_s s: $*"
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

# Random maps: every latitude, width, aspect, page, style and language, the dateline and the poles
# among them; one place or many, exact or not, close together or far apart, names short, long and in
# other scripts, or no place at all; the extent given or chosen.
awk -v seed="$seed" -v n="${INCMAP_EXTENTS:-50}" '
function pick(list,    parts) { return parts[1 + int(rand() * split(list, parts, " "))] }
function place(i, k) {
    if (k % 5 == 3)
        return "A village with a rather long name No " k
    return i % 9 == 4 ? "\xd8\xa8\xd9\x84\xd8\xaf\xd8\xa9 " k : "Place " k
}
BEGIN {
    srand(seed)
    for (i = 0; i < n; i++) {
        lat = rand() * 176 - 88
        lon = i % 5 == 0 ? 170 + rand() * 20 : rand() * 360 - 180
        height = exp(log(0.4) + rand() * (log(60) - log(0.4)))
        width = height * (0.5 + rand() * 2)
        south = lat - height / 2 < -90 ? -90 : lat - height / 2
        north = lat + height / 2 > 90 ? 90 : lat + height / 2
        size = pick("1200x750px 900x900px 89x149mm 1000x600px slide social square a4l a3 col1 600x400px")
        style = pick("news sitrep atlas print dark places news")
        language = i % 6 == 5 ? pick("ar zh ru uk fr de es pt") : "en"
        rows = pick("1 1 1 2 3 5 8 14 40 0")
        extent = i % 4 == 3 && rows > 0 ? "auto" : sprintf("%.3f,%.3f,%.3f,%.3f", lon - width / 2, south, lon + width / 2, north)
        near = pick("1 1 0.3 0.05")
        print i, extent, size, style, language > "extents"
        file = "table-" i ".csv"
        print "place,lat,lon,type,fatalities,geo_precision" > file
        for (k = 0; k < rows; k++) {
            y = (south + north) / 2 + (rand() - 0.5) * (north - south) * near * 0.96
            x = lon + (rand() - 0.5) * width * near * 0.96
            x = x > 180 ? x - 360 : x < -180 ? x + 360 : x
            printf "%s,%.4f,%.4f,%s,%d,%s\n", place(i, k), y, x,
                pick("battle explosion riot protest earthquake flood"), rand() < 0.3 ? 0 : exp(rand() * 6),
                pick("1 1 1 2 3") > file
        }
        if (rows == 0)
            print "Xyzzyplugh,,,battle,1," > file
        close(file)
    }
}'
[ "$(wc -l <extents)" = "${INCMAP_EXTENTS:-50}" ] || fail "the extents were not made"
while read -r number extent size style language; do
    set -- "table-$number.csv" --size "$size" --style "$style" --lang "$language"
    [ "$extent" = auto ] || set -- "$@" --extent "$extent"
    check "map $number" "$@"
done <extents
finish
