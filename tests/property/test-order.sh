# SPDX-License-Identifier: MIT
# The order of the rows of a table doesn't change the picture: the page's dump is the same up to the
# numbers of the rows. INCMAP_SEED repeats a run, INCMAP_ORDERS says how many orders (default 4).
. "$SOURCE/tests/cli/lib.sh"
seed=${INCMAP_SEED:-20240805}
echo "seed $seed"

# page NAME ARGUMENT…: the arranged page of a map without row numbers and what is listed by row,
# in NAME.page
page() {
    name=$1
    shift
    "$INCMAP" draw "$@" --dump arrange >"$name.json" 2>err || {
        fail "$name: $(cat err)"
        return
    }
    sed -n '/^  "page"/,/^    "positions"/p' "$name.json" |
        sed 's/, "incident": [0-9]*//' >"$name.page"
    [ "$(wc -l <"$name.page")" -gt 40 ] || fail "$name: the dump has no page"
}

# shuffled TABLE ROUND: the rows in another order, the header on top
shuffled() {
    head -n 1 "$1"
    tail -n +2 "$1" | awk -v seed="$((seed + $2))" '
        BEGIN { srand(seed) } { printf "%.9f\t%s\n", rand(), $0 }' | sort | cut -f 2-
}

# The incidents of eight rows in two countries, some alike in every number, some unknown.
cat >alike.csv <<'END'
date,type,place,country,lat,lon,fatalities
2024-07-25,battle,Kidal,Mali,18.44,1.41,3
2024-07-26,battle,Kidal,Mali,18.44,1.41,3
2024-07-27,riot,Gao,Mali,16.27,-0.04,3
2024-07-28,protest,Timbuktu,Mali,16.77,-3.01,3
2024-07-28,protest,Niamey,Niger,13.51,2.11,3
2024-07-29,protest,Agadez,Niger,16.97,7.99,
2024-07-29,battle,Xyzzyplugh,Niger,,,
2024-07-30,battle,Yzzyplugh,Niger,,,
END
for table in alike.csv "$SOURCE/tests/gallery/myanmar-week.csv" \
    "$SOURCE/tests/gallery/tonga-quakes.csv" "$SOURCE/tests/gallery/high-north.csv"; do
    for style in news sitrep; do
        page first "$table" --style $style
        round=0
        while [ $round -lt "${INCMAP_ORDERS:-4}" ]; do
            round=$((round + 1))
            shuffled "$table" $round >other.csv
            [ "$(sort other.csv | cksum)" = "$(sort "$table" | cksum)" ] || fail "rows were lost"
            page other other.csv --style $style
            cmp -s first.page other.page || {
                fail "$(basename "$table"), $style, order $round: the page differs:"
                diff first.page other.page | head -n 6 | cut -c 1-200 >&2
            }
        done
    done
done
finish
