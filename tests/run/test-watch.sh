# SPDX-License-Identifier: MIT
# Drawing again while someone edits: what is saved in place, by renaming or in steps, a wrong input,
# a folder, a style, a job; and a clean end.
. "$SOURCE/tests/cli/lib.sh"
write_sample

# until COMMAND…: waits at most 30 s until it is true
until_() {
    n=0
    until "$@"; do
        n=$((n + 1))
        [ $n -lt 300 ] || return 1
        sleep 0.1
    done
}
marks() { # marks FILE N: the picture marks N incidents
    grep -qE "It marks (one|$2) incident" "$1" 2>/dev/null
}
start() {
    "$INCMAP" watch "$@" >said 2>complained &
    watcher=$!
}
# end SIGNAL: the watcher ends at once and well, and leaves nobody behind
end() {
    kill -"$1" $watcher
    timeout 20 tail --pid=$watcher -f /dev/null || fail "SIG$1 does not end it"
    wait $watcher
    status=$?
    [ $status = 0 ] || fail "SIG$1 ends it with $status"
    [ ! -s said ] || fail "it prints: $(cat said)"
}

run 2 watch
says 'no input; name a file to draw, or a job file'
run 2 watch sample.csv
says 'no output; say where with -o map.png'
run 2 watch - -o a.png
says "standard input can't be watched"
run 2 watch sample.csv -o a.png --szie 3
says 'did you mean "--size"?'
run 2 watch sample.csv -o a.xyz
says 'the ending tells no format'

# --- one map ----------------------------------------------------------------------------------
printf 'extends: news\nname: mine\n' >mine.yaml
start sample.csv --style mine.yaml --size 500x400px -o a.svg
until_ marks a.svg 3 || fail "it draws nothing: $(cat complained)"
echo '4,2024-07-30,battle,Gao,Mali,16.5,0.1,1' >>sample.csv
until_ marks a.svg 4 || fail "a row more is not drawn"
sed '$d' sample.csv >new.csv
mv new.csv sample.csv # as editors save
until_ marks a.svg 3 || fail "a file that took the name is not drawn"
# wrong for a moment: said once, the picture stays, and it goes on
cp a.svg before.svg
cp sample.csv good.csv
echo 'rubbish' >sample.csv
until_ test -s complained || fail "a wrong input is not told"
sleep 1
[ "$(wc -l <complained)" = 1 ] || fail "a wrong input: $(cat complained)"
cmp -s a.svg before.svg || fail "a wrong input changes the picture"
echo '5,2024-07-30,battle,Gao,Mali,16.5,0.1,1' >>good.csv
cp good.csv sample.csv
until_ marks a.svg 4 || fail "it does not go on after a wrong input"
rm sample.csv
until_ grep -q 'No such file' complained || fail "a lost input is not told"
cp good.csv sample.csv
# the style, and the one that it extends
echo 'incmap: {title: {color: "#ab1234"}}' >>mine.yaml
until_ sh -c '! cmp -s a.svg before.svg && grep -q "#ab1234" a.svg' || fail "the style is not drawn"
# many saves are few drawings
touch -d '1 hour ago' a.svg
for i in 1 2 3 4 5 6 7 8; do
    echo "s$i,2024-07-30,battle,Gao,Mali,16.$i,0.1,1" >>sample.csv
    sleep 0.02
done
until_ marks a.svg 12 || fail "many saves are not drawn"
# nothing to do costs nothing: clock ticks of a second
sleep 1
before=$(awk '{print $14 + $15}' /proc/$watcher/stat)
sleep 2
after=$(awk '{print $14 + $15}' /proc/$watcher/stat)
[ $((after - before)) -le 20 ] || fail "waiting took $((after - before)) ticks in 2 s"
end INT

# --- a job ------------------------------------------------------------------------------------
mkdir news
cp good.csv news/a.csv
cat >maps.yaml <<'END'
maps:
  - {name: all, input: news, size: 500x400px, output: job/all.svg}
END
start maps.yaml
until_ marks job/all.svg 4 || fail "the job draws nothing: $(cat complained)"
printf 'id,date,place,country,lat,lon\nx,2024-07-30,Gao,Mali,16.9,0.3\n' >news/b.csv
until_ marks job/all.svg 5 || fail "a file more in the folder is not drawn"
echo 'maps: [' >maps.yaml
until_ grep -q 'maps.yaml:' complained || fail "a wrong job is not told"
cat >maps.yaml <<'END'
maps:
  - {name: one, input: good.csv, size: 500x400px, output: job/one.svg}
END
until_ marks job/one.svg 4 || fail "the mended job is not drawn"
end TERM
# ended while it draws
start maps.yaml
sleep 0.05
end INT
[ -z "$(find . -name '.*.incmap-*')" ] || fail "temporary files are left"
finish
