# SPDX-License-Identifier: MIT
# What read, locate, check and list answer.
. "$SOURCE/tests/cli/lib.sh"
write_sample

run 0 read sample.csv
shows '"id": "sample"'
shows '"precision": "exact"'
if command -v python3 >/dev/null; then
    python3 -c 'import json, sys; json.load(open("out"))' || fail "read prints bad JSON"
fi
run 0 read sample.csv --format csv
shows 'document,id,date,date_to,event,type,place,lat,lon,precision'
run 0 read sample.csv --format geojson
shows '"FeatureCollection"'
mkdir texts
printf 'Fighting broke out in Gao, Mali, on Friday.\n' >texts/a.txt
printf 'A bomb exploded in Kidal, Mali, on Friday.\n' >texts/b.txt
run 0 read --date 2024-08-05 --format jsonl texts
[ "$(wc -l <out)" = 2 ] || fail "a folder of two texts gives $(wc -l <out) lines"
shows '{"id": "a"'
shows '{"id": "b"'
run 0 read sample.csv --type battle --format csv
[ "$(wc -l <out)" = 3 ] || fail "--type keeps $(wc -l <out) lines"
run 0 read sample.csv --since 2024-07-27 --until 2024-07-28 --format csv
[ "$(wc -l <out)" = 2 ] || fail "--since and --until keep $(wc -l <out) lines"
run 0 read sample.csv --date 2024-07-30 --since -2d --format csv
[ "$(wc -l <out)" = 2 ] || fail "--since -2d keeps $(wc -l <out) lines"
run 0 read sample.csv --week 2024-W31 --format csv
[ "$(wc -l <out)" = 2 ] || fail "--week keeps $(wc -l <out) lines"
run 0 read sample.csv --explain
notes 'column'

run 0 locate Gao --explain
notes 'candidate 1: Gao'
notes 'people, by its main name'
run 0 locate Gao
shows 'place,lat,lon,precision,radius_km,score,matched,reason'
shows 'Gao,16.27'
run 0 locate --reverse 16.27,-0.04
shows 'Gao'
# A stretch of border is as vague as it is long.
run 0 locate "near the Algerian border" --country Mali
shows ',country,672.7,'
run 0 locate Gao --format json
shows '"country": "Mali"'
run 3 locate Xyzzyplugh --strict
printf 'id,place,country,remark\n7,Gao,Mali,"one, two"\n8,Xyzzyplugh,,\n' >rows.csv
run 0 locate rows.csv
shows 'id,place,country,remark,lat,lon,precision,radius_km,score,matched,reason'
shows '7,Gao,Mali,"one, two",16.27'
shows '8,Xyzzyplugh,,,,,none,'
cp out from-file
"$INCMAP" locate --format csv - <rows.csv >out 2>err || fail "locate from standard input"
cmp -s out from-file || fail "standard input and file give different rows"
printf 'name,latitude,longitude,country\nXyzzyplugh,16.5,-0.5,Mali\n' >places.csv
printf 'id,notes\n7,"GAO, Mali — Gunmen attacked 45 km north-east of Kidal, said a spokesman in Bamako."\n' |
    "$INCMAP" locate --format csv - >out 2>err || fail "locate a description from standard input"
shows '18.7'
shows '45 km north-east of Kidal'

run 0 locate rows.csv --places places.csv
shows '8,Xyzzyplugh,,,16.5,-0.5,exact'

run 0 check sample.csv
shows 'sample.csv: 3 incidents, 0 without a place'
# A map is judged with the options that would draw it.
run 0 check sample.csv --style sitrep --size a4l --organisation 'Radio'
shows 'sample.csv: 3 incidents'
grep -q 'fault: small-type' out && fail "a supplied style has type that is too small"
printf 'place,country,lat,lon,type\nNowhere,Mali,30,-40,battle\n' >sea.csv
run 3 check sea.csv --strict
shows 'fault: date: '
run 0 check sea.csv --format json
shows '"severity": "fault"'
shows '"code": "date"'
run 3 draw sea.csv -o m.svg --check --strict
notes 'fault: date: '
# What finds no room on a small page is listed with its reason, and is a status for those who ask.
{
    echo 'type,place,lat,lon,fatalities'
    awk 'BEGIN { for (i = 0; i < 36; i++) printf "battle,A place of a long name No %d,%.2f,%.2f,%d\n",
                 i, 16 + int(i / 6) / 5, i % 6 / 5, i + 1 }'
} >crowd.csv
run 3 draw crowd.csv --extent=-4,12,5,21 --size 300x300px -o m.svg --report m.json --strict
grep -q '"class": "incident", "reason": "no free position' m.json ||
    fail "the report lacks the names that were dropped"
run 0 draw crowd.csv --extent=-4,12,5,21 --size 300x300px -o m.svg
run 2 check sample.csv --format xml
says 'unknown format "xml"; there are text, json'
run 0 check --style dark
shows 'style dark is well-formed'
run 2 check sample.csv --size huge
says 'unknown size "huge"'
for what in properties worldviews languages layers projections regions sizes styles symbols types; do
    run 0 list $what
    silent
    [ "$(wc -l <out)" -ge 2 ] || fail "list $what is short"
    run 0 list $what --format csv
    shows 'name,description'
done
run 0 list styles
shows 'news'
# Every property with its default.
run 0 list properties
shows 'line-width'
shows 'incmap.page.margin'
[ "$(grep -c 'default' out)" -gt 300 ] || fail "list properties lacks defaults"
finish
