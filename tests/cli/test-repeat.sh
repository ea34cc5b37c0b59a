# SPDX-License-Identifier: MIT
# The same bytes twice, whatever the locale, the time zone, the folder and HOME.
. "$SOURCE/tests/cli/lib.sh"
write_sample
mkdir -p elsewhere/deep

draw() {
    "$INCMAP" draw "$1/sample.csv" -o "$2.png" -o "$2.svg" -o "$2.pdf" 2>err || fail "draw $2"
}
draw . first
draw . second
(cd elsewhere/deep && draw "$work" "$work/folder")
LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 draw . german
LC_ALL=C draw . posix
TZ=Asia/Kathmandu draw . zone
HOME=/nonexistent draw . homeless
env -u HOME -u LC_ALL -u TZ "$INCMAP" draw sample.csv -o bare.png -o bare.svg -o bare.pdf ||
    fail "draw without an environment"
for variant in second folder german posix zone homeless bare; do
    for ending in png svg pdf; do
        cmp -s "first.$ending" "$variant.$ending" || fail "$variant.$ending differs"
    done
done
"$INCMAP" draw sample.csv --dump arrange >first.json
LC_ALL=de_DE.UTF-8 TZ=Asia/Kathmandu "$INCMAP" draw sample.csv --dump arrange >second.json
cmp -s first.json second.json || fail "the dumps differ"
finish
