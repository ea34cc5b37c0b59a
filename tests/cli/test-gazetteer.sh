# SPDX-License-Identifier: MIT
# Gazetteers of one's own: added, used, built again, removed; every way of going wrong.
. "$SOURCE/tests/cli/lib.sh"
XDG_DATA_HOME=$work/data
folder=$XDG_DATA_HOME/incmap/gazetteers

# tsv ID NAME ALTERNATES LAT LON CLASS CODE ADMIN1 POPULATION: a line of a dump
tsv() {
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\tML\t\t%s\t\t\t\t%s\t\t263\tAfrica/Bamako\t2018-09-05\n' \
        "$1" "$2" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9"
}
# at NAME LAT,LON: where incmap finds a name
at() {
    run 0 locate "$1"
    [ "$(tail -n 1 out | sed 's/^"[^"]*"/x/' | cut -d, -f2,3)" = "$2" ] ||
        fail "$1 is at $(tail -n 1 out), not at $2"
}

{
    tsv 2449067 Timbuktu 'Tombouctou,تمبكتو' 16.5 -3.5 P PPLA 08 54453
    tsv 9000001 Zxqville 'Zxqbourg,Зхкв' 16.5 -3.2 P PPL 08 120
    tsv 9000001 Double '' 16.5 -3.2 P PPL 08 120
    printf '9000002\tShort\tShort\n'
    tsv 9000003 Notanumber '' nan -3.2 P PPL 08 0
    tsv 9000004 'Zxq Airport' '' 16.6 -3.1 S AIRP 08 0
    tsv 9000005 Zxqland '' 16.6 -3.1 A PCLI 00 0
    printf '9000006\tB\351d\tBad\t\t16\t-3\tP\tPPL\tML\t\t08\t\t\t\t0\t\t1\tx\t2018-09-05\n'
} >ML.txt
printf '1\t9000001\tfr\tZxqcité\t\t\t\t\t\t\n2\t9000001\tlink\thttps://x\t\t\t\t\t\t\n3\t77\ten\tNobody\t\t\t\t\t\t\n' \
    >alternateNamesV2.txt
printf 'ML.08\tTombouctou\tTombouctou\t9000004\n' >admin1CodesASCII.txt

run 0 gazetteer info
shows 'standard: '
run 0 gazetteer add ML.txt alternateNamesV2.txt admin1CodesASCII.txt
notes 'ML.txt: 4 of 8 lines left out: 1 with too few columns (line 4), 1 not in UTF-8 (line 8), 1 without coordinates (line 5), 1 with an id that came before (line 3)'
notes 'alternateNamesV2.txt: 1 of 3 lines left out: 1 for places that the files lack (line 3)'
run 0 gazetteer info
shows 'ML: 3 places'
shows 'credit: GeoNames (CC BY 4.0)'
at Zxqville 16.5,-3.2
at Zxqcité 16.5,-3.2
at 'Zxq Airport' 16.6,-3.1
at Timbuktu 16.5,-3.5 # in place of the one with the same id
run 0 locate Zxqville
shows 'Zxqville, Tombouctou, Mali' # the province follows from where the code's places lie
printf 'place,country\nZxqville,Mali\n' >rows.csv
run 0 draw rows.csv -o m.svg --report m.json
grep -q 'GeoNames (CC BY 4.0)' m.json || fail 'the map does not credit GeoNames'
run 0 read rows.csv
shows '16.5'
run 0 locate Zxqville --gazetteer none
shows none
INCMAP_GAZETTEER=none
export INCMAP_GAZETTEER
run 0 locate Zxqville
shows none
INCMAP_GAZETTEER=$folder/ML.inm
at Zxqville 16.5,-3.2
run 2 gazetteer add ML.txt
says 'ML.inm: a file, and gazetteers are added to a folder'
unset INCMAP_GAZETTEER

# One's own places go before a dump, a table of the run before both.
printf 'name,lat,lon,country\nZxqville,10,0,Mali\n' >mine.csv
run 0 gazetteer add mine.csv
silent
at Zxqville 10,0
printf 'name,lat,lon,country\nZxqville,11,1,Mali\n' >now.csv
run 0 locate Zxqville --places now.csv
shows 'Zxqville,11,1'
printf 'name,lat,lon,country\nZxqville,12,0,Mali\n' >mine.csv
run 0 gazetteer build
at Zxqville 12,0
run 2 gazetteer remove mime
says 'no gazetteer is called "mime"; did you mean "mine"?'
run 0 gazetteer remove mine ML
silent
run 0 locate Zxqville
shows none
[ -z "$(ls "$folder")" ] || fail "files are left: $(ls "$folder")"

# Layers: points with their columns named, polygons as areas.
cat >wells.geojson <<'END'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"NOM":"Zxqwell","PAYS":"Mali"},"geometry":{"type":"Point","coordinates":[-3,17]}},
{"type":"Feature","properties":{"NOM":null,"PAYS":"Mali"},"geometry":{"type":"Point","coordinates":[-3,17]}}]}
END
run 2 gazetteer add wells.geojson
says 'wells.geojson: no column is called name; say --columns name=COLUMN, with one of NOM, PAYS'
run 2 gazetteer add wells.geojson --columns name=NAME
says 'wells.geojson: has no column "NAME"; it has NOM, PAYS'
run 2 gazetteer add wells.geojson --columns title=NOM
says 'is not ROLE=COLUMN'
run 0 gazetteer add wells.geojson --columns name=NOM,country=PAYS --name water
says 'wells.geojson: 1 of 2 features left out'
at Zxqwell 17,-3
cat >district.geojson <<'END'
{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Zxqdistrict"},"geometry":{"type":"Polygon","coordinates":[[[-3,17],[-2,17],[-2,18],[-3,18],[-3,17]]]}}]}
END
run 0 gazetteer add district.geojson
run 0 locate Zxqdistrict
shows 'Zxqdistrict,17.5,-2.5,district,6'
run 0 gazetteer remove water district

# Archives, when there is something to make them with.
tsv 9000001 Zxqville '' 16.5 -3.2 P PPL 08 120 >ZZ.txt
gzip -k ZZ.txt
rm ZZ.txt
run 0 gazetteer add ZZ.txt.gz
at Zxqville 16.5,-3.2
run 0 gazetteer remove ZZ

# What can't be.
run 1 gazetteer add nowhere.txt
says 'nowhere.txt: no such file'
run 2 gazetteer add alternateNamesV2.txt
says 'names and codes belong to places'
printf 'Dear diary\n' >diary.txt
run 1 gazetteer add diary.txt
says 'diary.txt: neither a GeoNames dump nor a table of places'
printf 'name,lat,lon\nX,95,0\n' >bad.csv
run 1 gazetteer add bad.csv
says 'bad.csv:2: latitude 95 is outside -90 to 90'
for i in 1 2 3; do tsv $i "$i" '' x y P PPL 08 0; done >faulty.txt
run 1 gazetteer add faulty.txt
says 'faulty.txt: 3 of 3 lines can'
head -c 1100000 /dev/zero | tr '\0' x >long.txt
tsv 1 A '' 1 1 P PPL 08 0 >>long.txt
run 1 gazetteer add long.txt
says 'long.txt:1: the line is longer than 1 MB'
printf 'name,lat,lon\nA,1,1\n' >a.csv
run 2 gazetteer add a.csv ML.txt
says 'a.csv and ML.txt are of different kinds'
run 2 gazetteer add ML.txt --columns name=x
says 'leave --columns out'
run 2 gazetteer add
says 'nothing to add; name files'
run 2 gazetteer info x
says 'info takes no further words'
run 2 gazetteer
says 'say what to do: add, build, info or remove'
run 2 gazetteer ad a.csv
says 'did you mean "add"?'
run 2 gazetteer build
says 'holds no gazetteer to build; add files first'
for i in 1 2 3 4 5 6 7; do run 0 gazetteer add a.csv --name "g$i"; done
run 2 gazetteer add a.csv --name g8
says 'holds 7 gazetteers already'
run 0 gazetteer add a.csv --name g7
run 0 gazetteer remove g1 g2 g3 g4 g5 g6 g7

# A name of 1 MB and an empty row are answered.
{ printf 'place,country\n'; head -c 1000000 /dev/zero | tr '\0' x; printf ',Mali\n'; } >huge.csv
run 1 locate huge.csv
says 'line 2: the place is 1000000 bytes long, the limit is 2000; is a closing quote missing?'
printf 'place,country\n,\nGao,Mali\n' >empty.csv
run 0 locate empty.csv
[ "$(wc -l <out)" = 3 ] || fail 'an empty row was lost'

# Damaged and foreign files say so, everywhere.
run 0 gazetteer add a.csv
head -c 400 "$folder/a.inm" >cut
cp cut "$folder/a.inm"
run 1 locate Gao
says 'build it again with "incmap gazetteer build"'
run 0 gazetteer info
shows 'build it again with "incmap gazetteer build"'
run 0 gazetteer build
run 0 locate Gao
printf '\001\000' | dd of="$folder/a.inm" bs=1 seek=8 conv=notrunc 2>dd
run 1 locate Gao
says 'version 1, but this program reads version 2'
printf 'not a gazetteer' >"$folder/a.inm"
run 1 draw rows.csv -o m.png
says 'a.inm: not a gazetteer file'
run 0 gazetteer remove a

# Without a home there is no folder, and one clear sentence when it is wanted.
(
    unset XDG_DATA_HOME
    HOME=
    export HOME
    run 0 locate Gao
    run 2 gazetteer add a.csv
    says 'there is no folder for gazetteers, since HOME is empty; name one with INCMAP_GAZETTEER'
    INCMAP_GAZETTEER=/proc/none
    export INCMAP_GAZETTEER
    run 1 gazetteer add a.csv
    says 'cannot make /proc/none'
    run 1 locate Gao
    says '/proc/none: no such folder or gazetteer file'
    exit $n_failed
) || n_failed=$((n_failed + 1))

# A build that is killed leaves the old gazetteer, and the next one its place.
awk 'BEGIN { for (i = 1; i <= 200000; i++)
    printf "%d\tTown %d\tTown %d\tVille %d,Stadt %d\t%.4f\t%.4f\tP\tPPL\tML\t\t08\t\t\t\t0\t\t1\tx\t2018-09-05\n",
        i + 20000000, i, i, i, i, 12 + i % 1000 / 200, -6 + i % 777 / 100 }' >many.txt
run 0 gazetteer add a.csv --name many
before=$(cksum <"$folder/many.inm")
"$INCMAP" gazetteer add many.txt 2>/dev/null &
sleep 0.2
kill -KILL $! 2>/dev/null
wait $! 2>/dev/null
now=$(cksum <"$folder/many.inm")
[ "$before" = "$now" ] || run 0 locate 'Town 7' # it may have been quick enough
# Two at once: both end well, and a reader always finds a whole file.
"$INCMAP" gazetteer add many.txt 2>/dev/null &
first=$!
"$INCMAP" gazetteer add many.txt 2>/dev/null &
second=$!
while kill -0 $first 2>/dev/null; do run 0 locate Gao; done
wait $first || fail 'the first of two builds failed'
wait $second || fail 'the second of two builds failed'
run 0 locate 'Town 199999'
shows exact
[ "$(ls -A "$folder" | grep -c '^\.many')" = 0 ] || fail "a killed build's file is left"
finish
