#!/bin/bash
# SPDX-License-Identifier: MIT
# Draws three reference jobs with MapServer, Mapnik and incmap in one run; prints medians and ratios.
#   tests/bench/run.sh [REPS] [JOB...]    default: 5 j1 j2 j5 j6
# INCMAP: the program, build/release/bin/incmap when unset. PEERS: the peers' data and pictures.
# PEERS_DIR: the peers' scripts, ../shared/peers beside the source tree when unset.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
program=${INCMAP:-$root/build/release/bin/incmap}
export PEERS=${PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/incmap-peers}
peers=${PEERS_DIR:-}
if [ -z "$peers" ]; then
    for folder in "$root/../shared/peers" "$root/../../shared/peers"; do
        [ -d "$folder" ] && peers=$folder && break
    done
fi
skip() {
    echo "skipped: $1"
    exit 0
}
[ -f "$peers/scripts/bench.py" ] || skip "the peers' scripts are absent; set PEERS_DIR"
[ -f "$PEERS/data/j5.csv" ] || skip "no data in $PEERS; run the peers' run.sh once with INSTALL=1"
[ -x "$program" ] || skip "$program is not built"
for tool in map2img python3; do
    command -v $tool >/dev/null || skip "$tool is not installed"
done
/usr/bin/python3 -c 'import mapnik' 2>/dev/null || skip "python3-mapnik is not installed"

reps=${1:-5}
[ $# -gt 0 ] && shift
jobs=("$@")
[ ${#jobs[@]} -gt 0 ] || jobs=(j1 j2 j5 j6)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$PEERS"/{out,res,log,ms,scripts} "$work/out"
cp "$peers"/scripts/* "$PEERS/scripts/"
# The slow peers are left out.
sed -i -E "/add\(.*'(qgis|gmt|cartopy|qgis layout)'/d" "$PEERS/scripts/bench.py"
[ -f "$PEERS/ms/j1.map" ] || /usr/bin/python3 "$PEERS/scripts/ms.py"

data=$PEERS/data
size="--size 1600x1200px"
j6="--extent=-11,36,30,60 --projection laea --style places $size"
# jobs NAME PROGRAM. Each run writes a new file: one that is there and the same would stay untouched.
jobs() {
    cat <<END
j1	$1	$2 draw $data/inc1.csv --extent=-6,14,8,24 $size -o $work/out/\$RANDOM\$RANDOM.png
j2	$1	$2 draw $data/inc500.csv --extent world --projection robinson $size -o $work/out/\$RANDOM\$RANDOM.png
j5	$1	$2 draw $data/j5.csv --each row $size -o $work/out/\$RANDOM\$RANDOM-{n}.png
j6	$1	$2 draw $data/eu2000.csv $j6 -o $work/out/\$RANDOM\$RANDOM.png
END
}
# The same 100 maps as a job file for two processes, in a folder of its own, so that none is there yet.
cat >"$work/j5.yaml" <<END
maps:
  - name: places
    input: $data/j5.csv
    each: row
    size: 1600x1200px
    output: "{id}.png"
END
both="d=\$(mktemp -d -p $work) && cp $work/j5.yaml \$d && $program run \$d/j5.yaml --jobs 2"
{
    jobs incmap "$program"
    printf 'j5\tincmap run --jobs 2\t%s\n' "$both"
    [ -z "${BEFORE:-}" ] || jobs before "$BEFORE" # another build to compare with
} >"$work/extra"
EXTRA=$work/extra /usr/bin/python3 "$PEERS/scripts/bench.py" "$reps" "${jobs[@]}" >"$work/table"

# Ratios of wall time and, since others may be at work on the machine, of CPU time.
awk -F'\t' '
NR > 1 { row[++n] = $0 }
NR > 1 && $2 == "incmap" { wall[$1] = $3; cpu[$1] = $6 }
NR > 1 && $2 ~ /--jobs 2/ { both = $3 }
END {
    printf "%-4s %-26s %8s %7s %6s %s\n", "job", "program", "wall s", "CPU s", "MB", "incmap is"
    for (i = 1; i <= n; i++) {
        split(row[i], f, "\t")
        printf "%-4s %-26s %8.3f %7.3f %6d", f[1], f[2], f[3], f[6], f[7]
        if (f[2] != "incmap" && f[3] > 0)
            printf " %.2f of it, %.2f of its CPU time", wall[f[1]] / f[3], cpu[f[1]] / f[6]
        if (f[1] == "j5" && f[2] !~ /incmap/ && both > 0)
            printf "; with --jobs 2 %.2f", both / f[3]
        print (f[9] != 0 ? "  FAILED" : "")
    }
}' "$work/table"

# What j6 is for: names placed, of the 50 largest, none over another or over a dot.
case " ${jobs[*]} " in *" j6 "*) ;; *) exit 0 ;; esac
"$program" draw "$data/eu2000.csv" --extent=-11,36,30,60 --projection laea --style places $size \
    -o "$work/j6.png" --report "$work/j6.json" --dump arrange >"$work/j6.dump"
/usr/bin/python3 - "$work/j6.json" "$data/eu2000.csv" <<'END'
import csv, json, sys
report = json.load(open(sys.argv[1], encoding='utf8'))
names = [l['text'] for l in report['labels'] if l['class'] == 'incident']
largest = [r['name'] for r in list(csv.DictReader(open(sys.argv[2], encoding='utf8')))[:50]]
print('j6   %d names placed; of the 50 largest %d' % (len(names), sum(n in names for n in largest)))
END
check=$(dirname "$program")/../tests/check-scene
[ ! -x "$check" ] || "$check" j6 <"$work/j6.dump" && echo "j6   no name over another or over a dot"
