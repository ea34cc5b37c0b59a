# SPDX-License-Identifier: MIT
# A job of many maps: what it draws, what it leaves alone, what it says.
. "$SOURCE/tests/cli/lib.sh"

# --- the smallest job file of the README, as it stands ---------------------------------------
cat >maps.yaml <<'END'
defaults: {style: sitrep, lang: en}
maps:
  - name: by-country
    input: incidents.csv            # columns: id, date, country, latitude, longitude, event_type, fatalities
    each: country
    title: "{country}, {period}"
    output: ["out/{country}.png", "out/{country}.svg"]
END
cat >incidents.csv <<'END'
id,date,country,latitude,longitude,event_type,fatalities
a1,2026-11-01,Mali,18.44,1.41,Battles,3
a2,2026-11-02,Mali,16.27,-0.04,Battles,20
a3,2026-11-03,Niger,13.5,2.1,Protests,0
a4,2026-11-05,Chad,12.11,15.04,Riots,1
END
touch -d '1 hour ago' incidents.csv
# As run() and says() of lib.sh, whose files would be in the way of the job's.
printed() {
    expected=$1
    shift
    "$INCMAP" "$@" >"$work/said" 2>"$work/complained" </dev/null
    status=$?
    [ "$status" = "$expected" ] || {
        fail "incmap $*: exit status $status, not $expected"
        sed 's/^/    /' "$work/complained" >&2
    }
}
complains() {
    grep -qF -- "$1" complained || {
        fail "no line says \"$1\":"
        sed 's/^/    /' complained >&2
    }
    [ "$(wc -l <complained)" = "${2:-1}" ] || {
        fail "not ${2:-1} line(s):"
        sed 's/^/    /' complained >&2
    }
}
quiet() {
    [ ! -s complained ] && [ ! -s said ] || {
        fail "it should say nothing:"
        sed 's/^/    /' said complained >&2
    }
}
# stamps FOLDER: each file with its inode and times
stamps() {
    find "$1" -type f -exec stat -c '%n %i %Y %Z %s' {} + | sort
}
# reported KEY: a number of the run's report
reported() {
    sed -n "s/^  \"$1\": \([0-9]*\),*$/\1/p" report.json
}
expect() {
    [ "$(reported "$1")" = "$2" ] || fail "$1 is $(reported "$1"), not $2"
}
printed 0 run maps.yaml --report report.json
quiet
for name in Mali.png Mali.svg Niger.png Niger.svg Chad.png Chad.svg; do
    [ -s "out/$name" ] || fail "out/$name was not drawn"
done
grep -q 'Mali, 1–2 November 2026' out/Mali.svg || fail "the title has no country and period"
[ ! -e out/None.svg ] || fail "a map of no country"

# --- nothing has changed ----------------------------------------------------------------------
stamps out >before
printed 0 run maps.yaml --report report.json
quiet
stamps out >after
cmp -s before after || fail "an unchanged map was touched: $(diff before after)"
expect n_drawn 0
expect n_unchanged 3
# The same bytes with another time, and keys of the job in another order.
touch incidents.csv
printf 'maps:\n  - output: ["out/{country}.png", "out/{country}.svg"]\n    title: "{country}, {period}"\n    each: country\n    input: incidents.csv\n    name: by-country\ndefaults: {lang: en, style: sitrep}\n' >maps.yaml
printed 0 run maps.yaml --report report.json
expect n_drawn 0

# --- one row more: only the map that shows it -------------------------------------------------
echo 'a5,2026-11-06,Niger,14.2,1.45,Battles,2' >>incidents.csv
printed 0 run maps.yaml --report report.json
quiet
expect n_drawn 1
expect n_unchanged 2
stamps out >after
[ "$(diff before after | grep -c '^>')" = 2 ] || fail "other files changed: $(diff before after)"
grep -q '"n_new": 1, "new": \[{"id": "a5"' report.json || fail "the report does not list what is new"
# A row above all others changes no other map.
stamps out >before
sed -i '1a a0,2026-11-06,Chad,13.2,15.45,Battles,2' incidents.csv
printed 0 run maps.yaml --report report.json
expect n_drawn 1
# A picture that someone removed comes back.
rm out/Mali.svg
printed 0 run maps.yaml --report report.json
expect n_drawn 1
[ -s out/Mali.svg ] || fail "a removed picture stays away"
# Another style file, even the one it extends, draws again.
cp "$SOURCE/styles/news.yaml" base.yaml
printf 'extends: base\nname: own\n' >own.yaml
sed -i 's/style: sitrep/style: own.yaml/' maps.yaml
printed 0 run maps.yaml --report report.json
expect n_drawn 3
printed 0 run maps.yaml --report report.json
expect n_drawn 0
echo '# changed' >>base.yaml
printed 0 run maps.yaml --report report.json
expect n_drawn 3
[ "$(reported n_files_changed)" = 0 ] || fail "a comment in a style changed a picture"
# Without a state, and with a broken one, all is drawn and nothing touched.
stamps out >before
for state in '' 'incmap-state 1' 'rubbish'; do
    printf '%s\n' "$state" >.maps.yaml.state
    printed 0 run maps.yaml --report report.json
    quiet
    expect n_drawn 3
done
stamps out >after
cmp -s before after || fail "drawing again touched files"
printed 0 run maps.yaml --force --report report.json
expect n_drawn 3

# --- failures: one line each, the others are drawn --------------------------------------------
cat >maps.yaml <<'END'
maps:
  - {name: good, input: incidents.csv, output: o2/good.svg}
  - {name: gone, input: absent.csv, output: o2/gone.svg}
  - {name: nowhere, input: incidents.csv, output: incidents.csv/x.svg}
  - {name: twice, input: incidents.csv, output: o2/good.svg}
END
printed 1 run maps.yaml --report report.json
complains 'maps.yaml: gone: absent.csv: cannot be read: No such file or directory' 3
complains 'maps.yaml: nowhere: cannot write incidents.csv: Not a directory' 3
complains 'maps.yaml: twice: o2/good.svg is already written by good' 3
expect n_failed 3
expect n_drawn 1
[ -s o2/good.svg ] || fail "the good map was not drawn"
cp incidents.csv absent.csv
sed -i '/nowhere/d; /twice/d' maps.yaml
printed 0 run maps.yaml --report report.json
quiet
expect n_drawn 1
[ -s o2/gone.svg ] || fail "the next run did not repair"
# The input goes: the old picture stays.
cp o2/gone.svg kept.svg
mv absent.csv away.csv
printed 1 run maps.yaml
complains 'gone: absent.csv: cannot be read'
cmp -s o2/gone.svg kept.svg || fail "the old picture did not stay"

# --- faults of the file: line, column and remedy ----------------------------------------------
wrong() {
    printf '%b' "$1" >wrong.yaml
    printed 2 run wrong.yaml
    complains "$2"
    case $1 in # what looks like a job
    'maps:'*'}')
        printed 2 check wrong.yaml
        complains "$2"
        ;;
    esac
}
wrong 'maps: []' 'wrong.yaml:1:7: "maps" has 0 entries'
wrong 'map: []' 'wrong.yaml:1:1: unknown key "map" of a job file; did you mean "maps"?'
wrong 'maps:\n  - {input: a.csv, ouput: b.png}' 'wrong.yaml:2:20: unknown key "ouput" of a map; did you mean "output"?'
wrong 'maps:\n  - {input: a.csv}' 'wrong.yaml:2:5: map "map-1" has no "output"'
wrong 'maps:\n  - {output: a.png}' 'has no "input"'
wrong 'maps:\n  - {input: a.csv, output: b.pgn}' 'wrong.yaml:2:28: output b.pgn: the ending tells no format'
wrong 'maps:\n  - {input: a.csv, output: "{contry}.png", each: country}' 'unknown field {contry}; did you mean {country}?'
wrong 'maps:\n  - {input: a.csv, output: "b.png", each: country}' 'b.png would be written again for each of the countries'
wrong 'maps:\n  - {input: a.csv, output: "{n}.png", each: contry}' 'unknown value "contry" of "each"; did you mean "country"?'
wrong 'maps:\n  - {input: a.csv, output: "{n.png"}' 'has a brace that is not closed'
wrong 'maps:\n  - {input: a.csv, output: a.png, type: battel}' 'unknown type "battel"; did you mean "battle"?'
wrong 'maps:\n  - {input: a.csv, output: a.png, dpi: 5}' 'dpi "5" is not a number from 36 to 1200'
wrong 'maps:\n  - {input: a.csv, output: a.png, keep: -1}' '"keep" is how many versions are kept'
wrong 'maps:\n  - {input: a.csv, output: a.png, mark-new: 1}' '"mark-new" is true or false'
wrong 'maps:\n  - {input: a.csv, output: a.png, gone: no}' '"gone" is keep or remove'
wrong 'maps:\n  - {input: "-", output: a.png}' "a job can't read standard input"
wrong 'maps:\n  - {input: {path: a, sql: b, layer: c}, output: a.png}' '"sql" or "layer", not both'
wrong 'maps:\n  - {name: a, input: a.csv, output: a.png}\n  - {name: a, input: a.csv, output: b.png}' 'two maps are called "a"'
wrong 'maps: {' 'not well-formed'
wrong 'maps:\n  - {input: a.csv, output: a.png, title: [1]}' '"title" is a text, not a list'
printed 2 run nothing.yaml
complains 'nothing.yaml: cannot be read'
printed 2 run
complains 'no job; name a job file'
printed 2 run maps.yaml --shard 3/2
complains 'shard "3/2" is not one of several'
printed 2 run maps.yaml --jobs 0
complains 'jobs "0" is not a number from 1 to 256'
printed 2 run maps.yaml --lock-wait soon
complains 'lock-wait "soon" is not a time'
printed 0 check maps.yaml
grep -q 'maps.yaml: 2 maps' said || fail "check says nothing of a job"

# --- filters, groups, sizes -------------------------------------------------------------------
mkdir texts
printf 'GAO, Mali - Gunmen ambushed a convoy near Gao on 27 July, killing 12 soldiers.\n' >texts/a.txt
printf 'KIDAL, Mali - A bomb killed three people in Kidal on 28 July.\n' >texts/b.txt
cat >more.csv <<'END'
id,date,country,latitude,longitude,event_type,fatalities,desk
b1,2026-11-10,Mali,14.5,-4.2,Battles,1,west
b2,2026-11-20,Mali,16.27,-0.04,Protests,0,east
b3,2026-11-21,Kenya,-1.28,36.82,Protests,0,east
b4,2026-11-22,,0.5,-150.2,Riots,0,
END
cat >maps.yaml <<'END'
maps:
  - {name: week, input: "*.csv", week: 2026-W47, extent: Africa, output: "o3/{week}-{n_incidents}.svg"}
  - {name: since, input: more.csv, since: -7d, output: "o3/since-{since}.svg"}
  - {name: texts, input: texts, date: 2026-07-30, output: o3/texts.svg}
  - {name: desk, input: more.csv, each: {column: desk}, output: "o3/{value}.svg"}
  - {name: province, input: more.csv, each: admin1, output: "o3/{admin1}.svg"}
  - {name: area, input: more.csv, area: [Kenya, Mopti], output: "o3/area-{n_incidents}.svg"}
  - {name: sizes, input: more.csv, type: [riot, protest], output: [{path: o3/s.svg, size: 400x300px}, o3/l.svg]}
  - {name: days, input: more.csv, each: week, country: Mali, output: "o3/{week}.svg"}
  - {name: empty, input: more.csv, since: 2030-01-01, output: o3/empty.svg}
END
SOURCE_DATE_EPOCH=1795608000 # 25 November 2026
export SOURCE_DATE_EPOCH
printed 0 run maps.yaml --report report.json
quiet
for name in 2026-W47-3 since-2026-11-19 texts west east Nairobi area-2 s l 2026-W46 2026-W47; do
    [ -s "o3/$name.svg" ] || fail "o3/$name.svg was not drawn: $(ls o3)"
done
[ ! -e o3/empty.svg ] || fail "a map of nothing"
grep -q 'empty: nothing to map' report.json || fail "the report does not tell of the empty map"
grep -q 'incident without a group is on no map' report.json || fail "the report hides an incident"
printed 3 run maps.yaml --strict
head -c 300 o3/s.svg | grep -q '"0 0 300 225"' || fail "the small picture has another size"
printed 1 run maps.yaml --report /dev/full
sed -i 's/desk}/dekk}/' maps.yaml
printed 1 run maps.yaml
complains 'desk: more.csv: has no column "dekk"; did you mean "desk"?'

# --- versions kept; maps that are no more -----------------------------------------------------
cat >maps.yaml <<'END'
maps:
  - {name: kept, input: k.csv, each: country, gone: remove, keep: 2, output: "o4/{country}.svg"}
END
head -n 1 incidents.csv >k.csv
for i in 1 2 3 4; do
    echo "k$i,2026-11-0$i,Mali,1$i.27,-0.04,Battles,20" >>k.csv
    # The clock goes backwards: the order of the versions doesn't.
    SOURCE_DATE_EPOCH=$((1795608000 - i * 3600)) "$INCMAP" run maps.yaml || fail "run $i fails"
done
[ "$(ls o4/history | wc -l)" = 2 ] || fail "not two versions are kept: $(ls o4/history)"
cmp -s "o4/history/$(ls o4/history | tail -n 1)" o4/Mali.svg || fail "the last version is another"
sed -i '/^k/d' k.csv
echo 'n1,2026-11-01,Niger,13.5,2.1,Battles,1' >>k.csv
printed 0 run maps.yaml --report report.json
[ ! -e o4/Mali.svg ] || fail "the map of a country without incidents stays"
[ -s o4/Niger.svg ] || fail "the new country has no map"

# --- what is new is marked until the map changes again ----------------------------------------
for style in news sitrep; do
    cat >maps.yaml <<END
maps:
  - {name: $style, input: n.csv, mark-new: true, style: $style, output: "o6/{name}.svg"}
END
    cp incidents.csv n.csv
    printed 0 run maps.yaml
    grep -q 'New since the last version' o6/$style.svg && fail "$style: all is new on the first map"
    echo 'a9,2026-11-07,Chad,13.8,16.1,Battles,2' >>n.csv
    printed 0 run maps.yaml
    grep -q 'New since the last version' o6/$style.svg || fail "$style: what is new isn't marked"
    stamps o6 >before
    printed 0 run maps.yaml
    stamps o6 >after
    cmp -s before after || fail "$style: an unchanged map was drawn without its mark"
    sed -i '/^a9/d' n.csv
    printed 0 run maps.yaml
    grep -q 'New since the last version' o6/$style.svg && fail "$style: the mark stays"
done

# --- the log ----------------------------------------------------------------------------------
cat >maps.yaml <<'END'
maps:
  - {name: good, input: incidents.csv, output: o7/good.svg}
  - {name: gone, input: absent.csv, output: o7/gone.svg}
END
rm -f run.log
printed 1 run maps.yaml --log run.log
grep -qE '^[0-9-]{10}T[0-9:]{8}Z drawn: good$' run.log || fail "the log lacks the drawn map"
grep -q 'Z failed: maps.yaml: gone: absent.csv' run.log || fail "the log lacks the failure"
grep -q 'Z maps.yaml: 2 maps, 1 drawn, 0 unchanged, 1 failed' run.log || fail "the log lacks the sum"
mv run.log old.log
printed 1 run maps.yaml --log run.log
[ "$(wc -l <run.log)" = 2 ] || fail "the second log: $(cat run.log)"
# A log that has grown long is put aside once, whoever forgot to.
head -c 8400000 /dev/zero >run.log
printed 1 run maps.yaml --log run.log
[ "$(wc -c <run.log.1)" = 8400000 ] && [ "$(wc -l <run.log)" = 2 ] || fail "a long log stays"
printed 1 run maps.yaml --log /nonexistent/run.log
complains 'cannot write the log /nonexistent/run.log: No such file or directory'
sed -i '/gone/d' maps.yaml
rm -r o7
printed 1 run maps.yaml --log /dev/full
complains 'cannot write the log /dev/full: No space left on device'
[ -s o7/good.svg ] || fail "without its log the map is not drawn"
# The journal of systemd gets severities and keeps the time itself.
echo '  - {name: gone, input: absent.csv, output: o7/gone.svg}' >>maps.yaml
journal=$(stat -L -c %d:%i said)
JOURNAL_STREAM=$journal "$INCMAP" run maps.yaml --force --log - >said 2>&1
grep -qx '<6>drawn: good' said && grep -q '^<3>failed: maps.yaml: gone' said &&
    grep -q '^<3>maps.yaml: gone: absent.csv' said && grep -q '^<4>maps.yaml: 2 maps' said ||
    fail "the journal gets: $(cat said)"

# --- every option of a map is a key of a job ----------------------------------------------------
cat >maps.yaml <<'END'
maps:
  - {name: views, input: incidents.csv, output: o8/a.svg, worldview: de-facto, disclaimers: own.csv}
END
printed 1 run maps.yaml
complains 'own.csv'
cp "$SOURCE/styles/disclaimers.csv" own.csv
printed 0 run maps.yaml --report report.json
touch -d '1 hour ago' own.csv
echo >>own.csv
printed 0 run maps.yaml --report report.json
expect n_drawn 1
printf 'maps: [{nokey: 1}]\n' >bad.yaml
printed 2 run bad.yaml
tr ',' '\n' <complained | sed 's/.*there are //' | tr -d ' ' | sort >keys
"$INCMAP" check --help | grep -oE '^ +--[a-z-]+' | tr -d ' -' | sort >options
sed 's/-//g' keys | sort >keys.plain
for option in $(grep -vxE 'strict|help' options); do
    grep -qx "$option" keys.plain || fail "a job has no key $option"
done
for key in $(grep -vxE 'area|atlas|each|gone|input|keep|mark-new|name|output|report' keys); do
    sed 's/\\-/-/g' "$SOURCE/src/cli/incmap.1" | sed -n '/The keys of a map/,/^\.TP/p' |
        grep -qE "[( ]$key[,)]" || fail "the man page lacks the key $key"
done

# --- parts ------------------------------------------------------------------------------------
cat >maps.yaml <<'END'
maps:
  - {name: rows, input: incidents.csv, each: row, output: "o5/{id}.svg"}
END
for part in 1 2 3; do
    printed 0 run maps.yaml --shard $part/3
    ls o5 | wc -l
done >counts
[ "$(tr '\n' ' ' <counts)" = "2 4 6 " ] || fail "the parts are not even: $(cat counts)"
mv o5 parts
printed 0 run maps.yaml --jobs 1
diff -r parts o5 || fail "parts differ from the whole"
mv o5 one
rm -f .maps.yaml.state
printed 0 run maps.yaml --jobs 3
diff -r one o5 || fail "several at once differ from one after the other"

# --- a text and a table as a job: what `draw` makes of the same options -----------------------
cp "$SOURCE"/tests/gallery/kupiansk.txt "$SOURCE"/tests/gallery/pakistan-floods.csv .
cat >maps.yaml <<'END'
maps:
  - {name: kupiansk-uk, input: kupiansk.txt, date: 2023-10-08, lang: uk, size: 1000x700px, output: "drawn/{name}.png"}
  - {name: pakistan-floods, input: pakistan-floods.csv, size: 1000x800px, style: sitrep, output: "drawn/{name}.png"}
END
printed 0 run maps.yaml
quiet
printed 0 draw kupiansk.txt --date 2023-10-08 --lang uk --size 1000x700px -o one.png
cmp -s one.png drawn/kupiansk-uk.png || fail "run and draw make different pictures"
printed 0 draw pakistan-floods.csv --size 1000x800px --style sitrep -o one.png
cmp -s one.png drawn/pakistan-floods.png || fail "run and draw make different pictures of a table"
cat >maps.yaml <<'END'
maps:
  - {name: rows, input: incidents.csv, each: row, output: "o5/{id}.svg"}
END

# --- elsewhere: paths are those of the job file, and cron has another folder ------------------
mkdir elsewhere
cd elsewhere || exit 1
rm -rf ../o5
env -i "$INCMAP" run ../maps.yaml >said 2>complained || fail "cron's environment is not enough"
[ ! -s complained ] && [ ! -s said ] || fail "it prints: $(cat said complained)"
[ -s ../o5/a1.svg ] || fail "the picture lies elsewhere"
cd ..
[ -z "$(find . -name '.*.incmap-*')" ] || fail "temporary files are left"
finish
