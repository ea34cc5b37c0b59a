#!/bin/bash
# SPDX-License-Identifier: MIT
# Scores the reading of news texts against public collections with known answers, and times it.
#   tests/bench/read.sh
# INCMAP: the program, build/release/bin/incmap when unset. EVAL_DIR: a folder with the scoring script
# eval_geoparse.py and the texts in geoparse-dev/COLLECTION, ../shared/eval beside the source tree when
# unset. Neither is part of this repository; without them the script says so and skips.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${INCMAP:-$root/build/release/bin/incmap}
eval=${EVAL_DIR:-}
if [ -z "$eval" ]; then
    for folder in "$root/../shared/eval" "$root/../../shared/eval"; do
        [ -d "$folder" ] && eval=$folder && break
    done
fi
skip() {
    echo "skipped: $1"
    exit 0
}
[ -f "$eval/eval_geoparse.py" ] || skip "the collections are absent; set EVAL_DIR"
[ -x "$program" ] || skip "$program is not built"
command -v python3 >/dev/null || skip "python3 is not installed"

python3 "$eval/eval_geoparse.py" --batch --offsets bytes \
    --cmd "$program read --format jsonl {dir}" "$@" |
    awk -F'\t' '{ printf "%-9s %5s %-20s %-20s %6s %-20s\n", $1, $2, $5, $6, $7, $12 }'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/all"
cp "$eval"/geoparse-dev/*/*.txt "$work/all/"
while [ "$(cat "$work/large.txt" 2>/dev/null | wc -c)" -lt 10000000 ]; do
    cat "$work"/all/*.txt >>"$work/large.txt"
done
head -c 10000000 "$work/large.txt" | iconv -c -f UTF-8 -t UTF-8 >"$work/ten.txt"
printf 'A quiet day.\n' >"$work/one.txt"

# The least of three, in milliseconds of one core, and of wall time.
measure() {
    local best=999999 user=999999
    for _ in 1 2 3; do
        TIMEFORMAT='%R %U'
        read -r real cpu < <({ time "$@" >/dev/null 2>&1; } 2>&1)
        best=$(awk -v a="$best" -v b="$real" 'BEGIN { b *= 1000; print (b < a ? b : a) }')
        user=$(awk -v a="$user" -v b="$cpu" 'BEGIN { b *= 1000; print (b < a ? b : a) }')
    done
    echo "$user ms CPU, $best ms wall"
}
echo "all $(ls "$work/all" | wc -l) texts in one process: $(measure "$program" read --format jsonl "$work/all")"
echo "one text of 10 MB: $(measure "$program" read --format jsonl "$work/ten.txt")"
echo "a text of one line: $(measure "$program" read "$work/one.txt")"
echo "true: $(measure true)"
