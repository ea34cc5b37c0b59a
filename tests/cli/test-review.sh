# SPDX-License-Identifier: MIT
# A review file asks, is obeyed, and becomes lasting; rows keep all their columns.
. "$SOURCE/tests/cli/lib.sh"

cat >rows.csv <<'END'
id;note;place;admin1;country;my column
1;"a;b";Springfield;;United States;x
2;c;Gao;Gao;Mali;"say ""hi"""
3;d;Xyzzyville;;;z
4;e;Springfield;;US;w
5;f;San;;Mali;
END
run 0 locate rows.csv --review review.csv
head -n 1 review.csv | grep -q '^choice,place,admin2,admin1,country,rows,candidate,found,within,lat,lon' ||
    fail "the header is $(head -n 1 review.csv)"
[ "$(grep -c ',Springfield,,,United States,2,' review.csv)" = 5 ] || fail 'Springfield has not five candidates'
grep -q '^,Xyzzyville,,,,1,,,,,' review.csv || fail 'an unknown name is not asked about'
grep -q '^,Gao,' review.csv && fail 'Gao in Gao was not in doubt'
shows 'id,note,place,admin1,country,my column,lat,lon,precision,radius_km,score,matched,reason'
shows '1,a;b,Springfield,,United States,x,'
shows '2,c,Gao,Gao,Mali,"say ""hi""",'
cp review.csv untouched.csv
run 0 locate rows.csv --review review.csv
cmp -s review.csv untouched.csv || fail 'a second run changed the review'

# Choices: on the candidate, by number, as coordinates; a column of one's own stays.
awk -F, -v OFS=, 'NR == 1 { print $0, "who"; next }
    /,Springfield,,,United States,2,1,/ { sub(/^/, "choose:2") }
    /,Xyzzyville,/ { sub(/^/, "\"coords 12.5,-8.1\"") }
    { print $0, "me" }' untouched.csv >review.csv
run 0 locate rows.csv --review review.csv
silent
shows '39.80172,-89.64371,exact'
shows 'chosen in review.csv, line 2'
shows '3,d,Xyzzyville,,,z,12.5,-8.1,exact,1,1,'
grep -q '^choose:2,Springfield,.*,me$' review.csv || fail 'the choice or the own column went'
[ "$(grep -c ",Springfield,," review.csv)" = 5 ] || fail "the candidates of a decided name went"
cp review.csv decided.csv
run 0 locate rows.csv --review review.csv
cmp -s review.csv decided.csv || fail 'obeying changed the review'

# The same question written in another way, and from another command.
printf 'place,country\nspringfield,U.S.\n' >other.csv
run 0 locate other.csv --review review.csv
shows '39.80172,-89.64371'
run 0 read other.csv --review review.csv
shows '39.80172'

# Lasting.
XDG_DATA_HOME=$work/data
run 0 gazetteer add review.csv
silent
run 0 gazetteer info
shows 'review: choices of a review'
run 0 locate rows.csv
shows '39.80172,-89.64371'
shows '12.5,-8.1'
run 0 gazetteer remove review
run 0 locate rows.csv
shows '37.21533,-93.29824'

# skip and accept.
printf 'choice,place,admin2,admin1,country,lat,lon,found,candidate\nskip,Springfield,,,US,,,,\naccept,Xyzzyville,,,,1.5,2.5,Somewhere,1\n' >r.csv
run 0 locate rows.csv --review r.csv
shows 'Springfield,,United States,x,,,none,,0,,"skipped in r.csv, line 2"'
shows '1.5,2.5'

# What can't be understood is said with its line.
faulty() {
    printf 'choice,place,admin2,admin1,country,candidate,found,lat,lon\n%b\n' "$1" >r.csv
    run 1 locate rows.csv --review r.csv
    says "$2"
}
faulty 'acept,Springfield,,,US,1,S,1,1' 'r.csv:2: choice "acept" is none of accept, choose:N, coords LAT,LON, skip'
faulty 'choose:7,Springfield,,,US,1,S,1,1' 'r.csv:2: "Springfield" has no such candidate'
faulty 'accept,Springfield,,,US,1,S,x,1' 'r.csv:2: the candidate has no lat and lon'
faulty '"coords 99,1",Springfield,,,US,1,S,1,1' 'is none of accept'
faulty 'accept,Springfield,,,US,1,S,1,1\nskip,Springfield,,,US,2,T,1,1' 'r.csv:3: "Springfield" has two choices, the other in line 2; keep one'
printf 'a,b\n1,2\n' >r.csv
run 1 locate rows.csv --review r.csv
says 'r.csv:1: no column "choice"; is this a file of --review?'
run 1 locate rows.csv --review no/such/folder/r.csv
says 'cannot write no/such/folder/r.csv'
printf 'choice,place,lat,lon,candidate\n,A,1,1,1\n' >r.csv
XDG_DATA_HOME=$work/data
run 1 gazetteer add r.csv
says 'no choice is marked'

# Columns called like those that are added stay under another name; a second run replaces its own.
printf 'id,place,lat,score,x\n1,Gao,,7,"a, b"\n' >clash.csv
run 0 locate clash.csv --country Mali
shows 'id,place,lat_in,score_in,x,lat,lon,precision'
shows '1,Gao,,7,"a, b",16.27167'
cp out again.csv
run 0 locate again.csv --country Mali
[ "$(head -n 1 out)" = "$(head -n 1 again.csv)" ] || fail 'locating twice changed the table'
finish
