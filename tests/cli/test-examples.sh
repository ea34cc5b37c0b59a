# SPDX-License-Identifier: MIT
# Every example of the man page runs as it stands, with files of these names.
. "$SOURCE/tests/cli/lib.sh"
write_sample
cp sample.csv incidents.csv
printf 'id,place,country\n1,Gao,Mali\n' >rows.csv
printf 'id,name,lat,lon\n1,Gao,16.27,-0.04\n2,Kidal,18.44,1.41\n' >towns.csv
printf 'KIDAL, Mali - Gunmen ambushed a convoy near Kidal on 27 July, killing 12 soldiers.\n' \
    >dispatch.txt
printf 'maps:\n  - {input: incidents.csv, each: country, output: "run/{country}.png"}\n' >maps.yaml
mkdir out
SOURCE_DATE_EPOCH=1722470400 # 1 August 2024
export SOURCE_DATE_EPOCH
PATH=$(dirname "$INCMAP"):$PATH
sed -n '/^\.SH EXAMPLES/,$s/^\(incmap .*\)/\1/p' "$SOURCE/src/cli/incmap.1" | sed 's/\\-/-/g' >examples
[ "$(wc -l <examples)" -ge 8 ] || fail "fewer examples than known"
while read -r line; do
    sh -c "$line" >result 2>err </dev/null || {
        fail "$line: exit status $?"
        sed 's/^/    /' err >&2
    }
done <examples
for name in map.png map.svg week.pdf out/1.png out/2.png located.csv run/Mali.png run.json; do
    [ -s "$name" ] || fail "the examples did not write $name"
done
finish
