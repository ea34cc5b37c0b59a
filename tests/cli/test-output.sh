# SPDX-License-Identifier: MIT
# Targets that can't be written, and files that appear whole or not at all.
. "$SOURCE/tests/cli/lib.sh"
write_sample

run 1 draw sample.csv -o nowhere/m.png
says 'cannot write nowhere/m.png: No such file or directory'
run 1 draw sample.csv -o sample.csv/m.png
says 'cannot write sample.csv/m.png: Not a directory'
mkdir folder.png
run 1 draw sample.csv -o folder.png
says 'cannot write folder.png'

# A full disk, as a limit for file sizes.
(
    trap '' XFSZ
    ulimit -f 8
    "$INCMAP" draw sample.csv -o full.png 2>err
    [ $? = 1 ] || echo bad >>verdict
)
[ ! -e verdict ] || fail "a full disk is no failure"
says 'cannot write full.png: '
for left in full.png* .full* ./*.tmp ./*XXXX*; do
    [ ! -e "$left" ] || fail "a full disk left $left"
done
if [ -w /dev/full ]; then
    for arguments in "draw sample.csv -o - --format png" "list sizes" "locate Gao" "help draw" \
        --version "read sample.csv"; do
        # shellcheck disable=SC2086 # words are wanted
        "$INCMAP" $arguments >/dev/full 2>err
        [ $? = 1 ] || fail "incmap $arguments >/dev/full succeeds"
        notes 'No space left on device'
    done
fi

# A reader that goes away early is no reason for a message.
"$INCMAP" list types 2>err | head -n 1 >/dev/null
silent

# All formats in one run; an old file with the same bytes keeps its time.
run 0 draw sample.csv -o m.png -o m.svg -o m.pdf --report m.json
silent
[ "$(head -c 8 m.png | od -An -c | tr -d ' \n')" = '211PNG\r\n032\n' ] || fail "m.png is no PNG"
head -c 5 m.pdf | grep -q '%PDF-' || fail "m.pdf is no PDF"
! command -v pdfinfo >/dev/null || pdfinfo m.pdf | grep -q '^Keywords:  *Mali, ' ||
    fail "m.pdf has no keywords"
grep -q '<text' m.svg || fail "m.svg holds no text"
grep -q '"alt": "' m.json || fail "the report lacks its alternative text"
# physical NAME PIXELS: the pixels per metre that a PNG states, in hexadecimal
physical() {
    od -An -v -tx1 "$1" | tr -d ' \n' | grep -q "70485973$2${2}01" || fail "$1 lacks its physical size"
}
physical m.png 00000ec4 # 96 dpi
run 0 draw sample.csv --size 100x60mm -o print.png
physical print.png 00002e23 # 300 dpi
touch -d 2001-01-01 m.png
run 0 draw sample.csv -o m.png
[ "$(date -r m.png +%Y)" = 2001 ] || fail "an unchanged picture was written again"
run 0 draw sample.csv -o - --format svg
cmp -s out m.svg || fail "standard output differs from the file"
run 0 draw sample.csv --each row -o 'map-{id}-{place}-{n}.svg'
for name in map-1-Kidal-1.svg map-2-Gao-2.svg map-3-Timbuktu-3.svg; do
    [ -s "$name" ] || fail "--each did not write $name"
done
for stage in read locate project arrange; do
    run 0 draw sample.csv --dump $stage
    shows "\"stage\": \"$stage\""
done
finish
