# SPDX-License-Identifier: MIT
# Bad input: each with one sentence and its exit status, and no picture left.
. "$SOURCE/tests/cli/lib.sh"
write_sample

run 1 draw nowhere.csv -o m.png
says 'nowhere.csv: cannot be read: No such file or directory'
: >empty.csv
run 1 draw empty.csv -o m.png
says 'empty.csv: the file is empty'
: >empty.txt
run 1 draw empty.txt -o m.png
says 'empty.txt: the file is empty'
printf 'a,b\000c\n1,2,3\n' >binary.csv
run 1 draw binary.csv -o m.png
says 'binary.csv:1: is not text'
printf 'Fighting at the caf\351 in Gao\n' >latin.txt
run 1 draw latin.txt -o m.png
says 'latin.txt:1: is not UTF-8'
printf 'a,b\n1,2\n3,4\n' >nowhere-columns.csv
run 1 draw nowhere-columns.csv -o m.png
says 'nowhere-columns.csv:1: no column says where'
printf 'date,place,country\n03/04/2024,Gao,Mali\n05/06/2024,Kidal,Mali\n' >dates.csv
run 1 draw dates.csv -o m.png
says 'dates.csv:2: the date "03/04/2024" can be 2024-04-03 or 2024-03-04'
printf 'id,lat,lon\n1,95,3\n' >lat95.csv
run 1 draw lat95.csv -o m.png
says 'lat95.csv:2: '
notes '95 is outside -90 to 90'
# Epicentres off an archipelago's far islands are in nobody else's country and no slips.
printf 'place,country,lat,lon\nAceh,Indonesia,3.30,95.98\nPadang,Indonesia,-0.72,99.87\n' >off.csv
run 0 read off.csv
silent
shows '"lat": -0.72'
# Myawadi stands on the border river, which the layers draw some hundred metres off.
printf 'place,country,admin1,lat,lon\nMyawadi,Myanmar,Kayin,16.6868,98.5080\n' >river.csv
run 0 read river.csv
silent
printf 'id,lat,lon\n1,0,0\n' >zero.csv
run 1 draw zero.csv -o m.png
says 'nothing to map: none of 1 incident has a place'
printf 'id,place\n1,Xyzzyplugh\n' >unknown.csv
run 1 draw unknown.csv -o m.png
says 'nothing to map: none of 1 incident has a place; the first: "Xyzzyplugh" is in no gazetteer'
printf 'Nothing happened anywhere.\n' >nothing.txt
run 1 draw nothing.txt -o m.png
says 'nothing to map: no incident was found in the input'
run 1 draw sample.csv --since 2030-01-01 -o m.png
says 'nothing to map: all 3 incidents are outside the period, types or country asked for'
{
    printf 'id,place\n1,"'
    head -c 10485760 /dev/zero | tr '\0' x
    printf '"\n'
} >line.csv
run 1 draw line.csv -o m.png
says 'line 2: the place is 10485760 bytes long, the limit is 2000'
head -c 10485760 /dev/zero | tr '\0' x >line.txt
run 1 draw line.txt -o m.png
says 'nothing to map'
seq -s, 1 100001 >columns.csv
run 1 draw columns.csv -o m.png
says 'columns.csv:1: the row has more than 100000 columns'
mkdir empty-folder
run 1 read empty-folder
says 'empty-folder: no .txt, .md, .html, .rss, .atom, .xml, .csv or .tsv files in this folder'
[ ! -e m.png ] || fail "a failure left a picture"

# What can be read after all is drawn, and said.
printf 'id,country,lat,lon\n1,Mali,1.41,18.44\n2,Mali,-0.04,16.27\n' >swapped.csv
run 0 draw swapped.csv -o m.png
notes 'latitude and longitude are swapped'
cat >points.csv <<'END'
id,place,admin1,country,lat,lon
1,A,,Zambia,15.4,28.3
2,B,,Mali,48.85,2.35
3,C,Kidal,Mali,14.5,-4.2
4,D,,Mali,17.5,-3
5,E,,Mali,20,-30
6,Kidal,,Mali,12.65,-8.0
7,G,Kidall,Senegal,14.7,-17.4
8,H,,Mali,NaN,NaN
9,I,,Mali,16.27,
10,J,,Mali,"16°16'12""N","0°2'24""W"
END
run 0 locate points.csv -o located.csv
notes 'incident 1: the latitude has lost its sign: 15.4, 28.3 is outside Zambia; used -15.4, 28.3'
notes 'incident 2: outside the stated country Mali'
notes 'incident 3: in Mopti and not in the stated Kidal'
notes 'incident 4: the point is the middle of Mali and may stand for all of it'
notes 'incident 5: in the sea, outside the stated country Mali'
notes 'incident 6: the coordinates are those of the capital Bamako; Kidal lies'
grep -q '^8,H,.*NaN,NaN,17.5,-3,country,' located.csv || fail 'NaN passes for a coordinate'
grep -q '^4,D,.*,country,632.5,' located.csv || fail 'the middle of a country passes for an exact point'
grep -q '^10,J,.*,16.27,-0.04,exact,' located.csv || fail 'degrees and minutes are not read'
[ "$(wc -l <located.csv)" = 11 ] || fail 'rows are lost'
printf 'id,place,country,lat,lon\n1,Gao,Mali,16.27,-0.04\n2,,,0,0\n' >one-zero.csv
run 0 draw one-zero.csv -o m.png
notes 'the coordinates 0, 0'
run 3 draw one-zero.csv --strict -o m.png
printf 'id,place,country\n1,Gao,Mali\n2,Xyzzyplugh,\n' >one-unknown.csv
run 0 draw one-unknown.csv -o m.png --report report.json
notes 'incident 2: "Xyzzyplugh" is in no gazetteer'
grep -q '"unmapped": \[' report.json || fail "the report lacks the unmapped"
run 3 draw one-unknown.csv -o m.png --strict
printf 'id,place,country,lat,lon\n1,Gao \364\217\277\275,Mali,16.27,-0.04\n' >glyph.csv
run 0 draw glyph.csv -o m.png
notes 'no installed font has U+10FFFD'
# Who names columns in French writes the day first; who names them in English has to say.
printf 'Date,Pays,Lieu,Morts\n03/05/2024,Mali,Bandiagara,12\n' >jour.csv
run 0 read jour.csv --format csv
shows '2024-05-03'
notes 'jour.csv:2: the date "03/05/2024" is read as day/month/year'
run 0 read jour.csv --format csv --columns date=1:mdy
shows '2024-03-05'
printf 'Date,Country,Place,Killed\n03/05/2024,Mali,Bandiagara,12\n' >day.csv
run 1 read day.csv
says 'can be 2024-05-03 or 2024-03-05'

# A field office's export: semicolons, a BOM, French names; the dead stand on the card with the
# injured.
printf '\357\273\277No;Date;Pays;Localité;Type;Morts;Blessés\n1;23/05/2024;Mali;Bandiagara;Attaque armée;12;4\n2;07/05/2024;Burkina Faso;Djibo;Engin explosif improvisé;3;\n' >bureau.csv
run 0 draw bureau.csv --dump=arrange
silent
shows "Explosion"
shows '12 reported killed'
shows '4 people'
finish
