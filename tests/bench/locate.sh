#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints what locating costs: start, lookups, tables through the program, memory.
#   tests/bench/locate.sh [BUILD]      default: build/release
# LARGE=1 also builds a gazetteer of 12 million places and 25 million names (4 GB of disk in TMPDIR,
# five minutes) and asks it.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$root/build/release}
incmap=$build/bin/incmap
[ -x "$incmap" ] || { echo "$incmap is not built" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "GNU time is missing: apt-get install time" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export INCMAP_GAZETTEER=none

# ms COMMAND…: CPU time of one of 50 runs in milliseconds; wall time says more of the machine's others
ms() {
    /usr/bin/time -f '%U %S' -o "$work/ms" sh -c 'i=0
        while [ $i -lt 50 ]; do "$@" >/dev/null 2>&1; i=$((i + 1)); done' sh "$@"
    awk '{ printf "%.1f", ($1 + $2) * 1000 / 50 }' "$work/ms"
}
"$incmap" locate Gao >/dev/null
echo "an empty process: $(ms /bin/true) ms of CPU; incmap locate Gao: $(ms "$incmap" locate Gao) ms"

data=$build/share/incmap
"$build/tests/bench-locate" "$data/gazetteer.inm" "$data/layers.inm" "$root/tests/tables/locate.tsv" "$root/tests/tables/hard.tsv"

# Rows with a name that the gazetteer knows and a country, as tables have them.
rows() {
    echo 'id,place,country,remark'
    gzip -dc "$root/shapefiles/town-names.tsv.gz" | awk -F'\t' -v n="$1" '
        NR > 1 && $2 != "" { split($2, name, "|"); names[++k] = name[1] }
        END { for (i = 0; i < n; i++)
            printf "%d,\"%s\",,\"a remark on row %d, as tables have them\"\n",
                i, names[i * 7919 % k + 1], i }'
}
for n in 100000 1000000 5000000; do
    rows $n >"$work/rows.csv"
    /usr/bin/time -f "$n rows through the program: %e s, %U s of CPU, %M KB resident" \
        "$incmap" locate "$work/rows.csv" -o "$work/out.csv" 2>&1 | tail -n 1
    [ "$(wc -l <"$work/out.csv")" = $((n + 1)) ] || echo 'rows are missing' >&2
done

[ -n "${LARGE:-}" ] || exit 0
"$build/tests/make-dump" 12000000 "$work/places.txt" "$work/names.txt"
/usr/bin/time -f "12 million places, 25 million names built: %e s, %U s of CPU, %M KB resident" \
    "$incmap" gazetteer add "$work/places.txt" "$work/names.txt" --name large \
    --gazetteer "$work/large" 2>&1 | tail -n 1
ls -l "$work/large/large.inm" | awk '{ printf "its size: %.0f MB\n", $5 / 1e6 }'
"$build/tests/bench-large" "$work/large/large.inm" 300000
