# SPDX-License-Identifier: MIT
# A long table goes through locate block by block: the same rows as in pieces, in constant memory.
. "$SOURCE/tests/cli/lib.sh"

# Rows of about 100 bytes, 12 MB: more than is located as a whole. Quotes, line ends inside them.
awk 'BEGIN { print "id,place,country,remark"
    split("Gao,Timbuktu,Kidal,Mopti,Goma,Kano", place, ",")
    split("Mali,Mali,Mali,Mali,DR Congo,Nigeria", country, ",")
    for (i = 0; i < 120000; i++)
        printf "%d,%s,%s,\"a \"\"remark\"\", %s%d of some length, so that the table is long, %d\"\n",
            i, place[i % 6 + 1], country[i % 6 + 1], i % 1000 == 0 ? "\n" : "", i, i }' >long.csv
run 0 locate long.csv
[ "$(head -n 1 out)" = 'id,place,country,remark,lat,lon,precision,radius_km,score,matched,reason,acled_precision,ucdp_precision' ] ||
    fail "the header is $(head -n 1 out)"
[ "$(grep -c ',exact,' out)" = 120000 ] || fail "$(grep -c ',exact,' out) rows of 120000 are located"
[ "$(grep -c '^119999,Kano,Nigeria,"a ""remark"", 119999 of' out)" = 1 ] || fail 'the last row differs'
cp out whole
{ head -n 1 long.csv; sed -n '2,100p' long.csv; } >short.csv
run 0 locate short.csv
head -n 100 whole | cmp -s - out || fail 'the first rows differ from those of a short table'
"$INCMAP" locate - <long.csv >piped 2>err || fail 'a pipe fails'
cmp -s whole piped || fail 'a pipe gives other rows'
run 0 locate long.csv -o file.csv
cmp -s whole file.csv || fail 'a file gets other rows'

# A fault late in a long table has its line, and leaves the old result.
echo old >kept
{ cat long.csv; printf '1,"%s",Mali,x\n' "$(head -c 3000 /dev/zero | tr '\0' y)"; } >late.csv
run 1 locate late.csv -o kept
says 'line 120122: the place is 3000 bytes long'
[ "$(cat kept)" = old ] || fail 'a stopped run left half a file'
{ cat long.csv; printf '1,"never closed\n'; } >open.csv
run 1 locate open.csv -o kept
says 'open.csv:120122: a quoted field that begins in this row is never closed'

# Unplaced rows are counted and noted with where they are.
sed 's/,Kano,Nigeria,/,Xyzzyville,,/' long.csv >lost.csv
run 3 locate lost.csv --strict
notes 'rows from line '
grep -qF 'Xyzzyville,,"a ""remark"", 5 of' out || fail 'a row without a place went'

# Five times the rows need no more memory (with a margin for the allocator; the address sanitizer would
# keep what is freed).
export ASAN_OPTIONS=quarantine_size_mb=1:thread_local_quarantine_size_kb=64
if command -v /usr/bin/time >/dev/null; then
    { cat long.csv; for i in 1 2 3 4; do sed 1d long.csv; done; } >longer.csv
    /usr/bin/time -f %M -o once "$INCMAP" locate long.csv -o file.csv
    /usr/bin/time -f %M -o five "$INCMAP" locate longer.csv -o file.csv
    [ "$(cat five)" -lt $(($(cat once) + 30000)) ] ||
        fail "memory grows: $(cat once) KB, then $(cat five) KB"
fi
finish
