# SPDX-License-Identifier: MIT
# A run that fails or is killed at each of its operations on files, and at random moments: every
# map is the old one or the new one, whole, and the next run repairs. FAULT is the shim's file;
# INCMAP_KILLS says how many random moments.
. "$SOURCE/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1795608000
export SOURCE_DATE_EPOCH

# Small islands in a wide sea: as many operations as anywhere, and little to draw.
printf 'extends: news\nincmap: {inset: {kind: none}}\n' >plain.yaml
cat >maps.yaml <<'END'
defaults: {size: 300x250px, title: "", mark-new: true, style: plain.yaml}
maps:
  - {name: rows, input: in.csv, each: country, keep: 3, output: ["out/{country}.png", "out/{country}.svg"]}
  - {name: all, input: in.csv, output: out/all.svg}
END
cat >old.csv <<'END'
id,date,country,latitude,longitude,event_type,fatalities
a1,2026-11-01,Nauru,-0.52,166.93,Battles,3
a2,2026-11-03,Palau,7.5,134.58,Protests,0
END
cp old.csv new.csv
printf 'a3,2026-11-04,Nauru,-0.53,166.94,Battles,9\na4,2026-11-05,Palau,7.35,134.47,Riots,1\n' >>new.csv
touch -d '2 hours ago' old.csv
touch -d '1 hour ago' new.csv

# versions old/ and new/ of all files, and start/: the folder before the run under test
cp -p old.csv in.csv
"$INCMAP" run maps.yaml -j 1 || fail "the first run fails"
cp -a out old
mkdir start
cp -a out in.csv maps.yaml plain.yaml .maps.yaml.state start
cp -p new.csv in.csv
"$INCMAP" run maps.yaml -j 1 || fail "the second run fails"
cp -a out new
cp -p new.csv start/in.csv
for name in Nauru.png Palau.svg all.svg; do
    cmp -s old/$name new/$name && fail "$name is no other map with the new rows"
done

# check FOLDER WHAT: each picture is there and is one of the two versions
check() {
    for path in "$SOURCE_WORK"/old/*.png "$SOURCE_WORK"/old/*.svg; do
        name=${path##*/}
        cmp -s "$1/out/$name" "$path" || cmp -s "$1/out/$name" "$SOURCE_WORK/new/$name" ||
            fail "$2: $name is torn or missing"
    done
}
# repair FOLDER WHAT: the next run brings all to the new version and leaves nothing behind
repair() {
    "$INCMAP" run "$1/maps.yaml" -j 1 2>complained || {
        fail "$2: the next run fails"
        sed 's/^/    /' complained >&2
    }
    for path in "$SOURCE_WORK"/new/*.png "$SOURCE_WORK"/new/*.svg; do
        cmp -s "$1/out/${path##*/}" "$path" || fail "$2: ${path##*/} is not repaired"
    done
    left=$(find "$1" -name '.*.incmap-*')
    [ -z "$left" ] || fail "$2: left behind: $left"
}
SOURCE_WORK=$work

# --- each operation ---------------------------------------------------------------------------
# fault AT HOW: one run in the folder t with the n-th operation failing
fault() {
    rm -rf t
    cp -a start t
    head -c 28 /dev/zero >counter
    LD_PRELOAD=$FAULT FAULT_FOLDER=$work/t FAULT_COUNTER=$work/counter FAULT_AT=$1 FAULT_HOW=$2 \
        setsid -w "$INCMAP" run t/maps.yaml -j 1 >said 2>complained
    status=$?
}
n_runs=0
if [ -n "${FAULT:-}" ]; then
    fault 0 full
    [ $status = 0 ] || fail "the shim alone makes the run fail: $(cat complained)"
    set -- $(od -An -v -tu4 counter)
    n_operations=$1
    kinds="$2 open, $3 write, $4 fsync, $5 rename, $6 link, $7 mkdir"
    # Five pictures and the state, each to the disk and renamed; a version of four pictures.
    [ $(($2 + $3 + $4 + $5 + $6 + $7)) = "$n_operations" ] && [ "$4" -ge 6 ] && [ "$5" -ge 6 ] &&
        [ "$3" -ge 6 ] && [ "$6" = 4 ] || fail "the counts can't be: $n_operations: $kinds"
    for how in ${INCMAP_FAULTS:-full broken readonly kill}; do
        n_told=0
        for at in $(seq 1 "$n_operations"); do
            fault "$at" "$how"
            n_runs=$((n_runs + 1))
            check t "operation $at, $how"
            if [ "$how" = kill ]; then
                [ $status -ge 128 ] || fail "operation $at: the run was not killed but ended with $status"
            else
                [ $status -le 1 ] || fail "operation $at, $how: exit status $status"
                # Whoever fails says so. What fails without harm (to create a folder that is
                # there, to link where a copy does) leaves every map new.
                [ $status = 0 ] || n_told=$((n_told + 1))
                [ $status != 0 ] || diff -rq new t/out >difference || grep -q 'history' difference ||
                    fail "operation $at, $how: nothing is told, but $(cat difference)"
                [ $status = 0 ] || [ -s complained ] || fail "operation $at, $how: no line says why"
                [ "$(wc -l <complained)" -le 4 ] || fail "operation $at, $how: $(cat complained)"
            fi
            repair t "after operation $at, $how"
        done
        [ "$how" = kill ] || [ $n_told -ge $((n_operations / 2)) ] ||
            fail "$how: only $n_told of $n_operations failures are told"
    done
    echo "$n_runs runs with a fault at one of $n_operations operations ($kinds)"
fi

# --- random moments ---------------------------------------------------------------------------
seed=${INCMAP_SEED:-$(date +%s)}
n_kills=${INCMAP_KILLS:-200}
rm -rf t
cp -a start t
start=$(date +%s%N)
"$INCMAP" run t/maps.yaml --force 2>complained || fail "the run to be killed fails"
span=$((($(date +%s%N) - start) / 1000000))
awk -v seed="$seed" -v n="$n_kills" -v span="$span" \
    'BEGIN { srand(seed); for (i = 0; i < n; i++) printf "%.3f\n", (0.003 + rand() * span * 1.05) / 1000 }' >moments
n_ended=0
i=0
while read -r moment; do
    i=$((i + 1))
    if [ $((i % 2)) = 0 ]; then cp -p new.csv t/in.csv; else cp -p old.csv t/in.csv; fi
    timeout -s KILL "$moment" "$INCMAP" run t/maps.yaml --lock-wait 10s 2>complained
    [ $? = 137 ] || n_ended=$((n_ended + 1))
    # The shell itself may say that something was killed.
    grep -v '^Killed$' complained && fail "kill $i: it complains"
    check t "kill $i after $moment s"
    if [ $((i % 20)) = 0 ]; then
        cp -p new.csv t/in.csv
        "$INCMAP" run t/maps.yaml 2>complained || fail "kill $i: the next run fails: $(cat complained)"
        check t "after kill $i"
    fi
done <moments
cp -p new.csv t/in.csv
"$INCMAP" run t/maps.yaml || fail "the run after all kills fails"
left=$(find t -name '.*.incmap-*')
[ -z "$left" ] || fail "left behind after all kills: $left"
[ "$(find t/out/history -name 'Nauru-*.png' | wc -l)" -le 3 ] || fail "more than three versions are kept"
echo "$n_kills kills at random moments (seed $seed), $n_ended of them after the end"
[ "$n_ended" -lt "$n_kills" ] || fail "no run was killed"

# --- two at once ------------------------------------------------------------------------------
rm -rf t
cp -a start t
"$INCMAP" run t/maps.yaml --force --lock-wait 60s & # holds the lock for a while
first=$!
for i in 1 2 3 4 5 6 7 8 9 10; do
    "$INCMAP" run t/maps.yaml --force 2>complained
    status=$?
    [ $status = 1 ] && break
done
if [ $status = 1 ]; then
    grep -q 'another run of this job is under way (process [0-9]*)' complained || fail "two at once: $(cat complained)"
fi
wait $first || fail "the first of two runs fails"
"$INCMAP" run t/maps.yaml --force --lock-wait 60s &
first=$!
"$INCMAP" run t/maps.yaml --lock-wait 60s || fail "the second run does not wait"
wait $first || fail "the first of two runs fails"
check t "two at once"

# A run that was killed may leave a worker that dies a moment later and holds the lock so long.
true &
wait $!
printf '%10d\n' $! >t/.maps.yaml.state.lock # the number of a process that is no more
flock t/.maps.yaml.state.lock sleep 1 &
sleep 0.3
"$INCMAP" run t/maps.yaml 2>complained || fail "a lock of the dead: $(cat complained)"
wait

# --- an input that is being written -----------------------------------------------------------
cp -p old.csv t/in.csv
"$INCMAP" run t/maps.yaml || fail "run before"
head -c 120 new.csv >t/in.csv
(
    exec >>t/in.csv # open for writing, half a row in it
    sleep 1
    tail -c +121 new.csv
) &
"$INCMAP" run t/maps.yaml --input-wait 20s 2>complained || fail "a slow writer: $(cat complained)"
wait
repair t "a slow writer"
head -c 120 new.csv >t/in.csv
(
    exec >>t/in.csv
    sleep 2
) &
writer=$!
"$INCMAP" run t/maps.yaml --input-wait 0.3s 2>complained
[ $? = 1 ] || fail "half an input is taken"
grep -q 'in.csv: another program is still writing it' complained || fail "half an input: $(cat complained)"
kill $writer 2>/dev/null
wait
check t "half an input"
finish
