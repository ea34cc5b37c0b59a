# SPDX-License-Identifier: MIT
# Whose view of disputed territories a map takes: areas, lines, names and the credits.
. "$SOURCE/tests/cli/lib.sh"
write_sample

# land VIEW EXTENT LAYER: ids of a layer's features, one a line
land() {
    run 0 draw sample.csv --worldview "$1" --extent="$2" --dump project -o map.svg
    sed -n "/\"layer\": \"$3\"/,/\\]/p" out | grep -oE '"id": "[^"]*"' | sort
}
# count TEXT: how many lines of standard input hold it
count() {
    grep -cF "\"$1\""
}

sahara=-18,20,-5,30
[ "$(land iso $sahara countries | count EH)" = 1 ] || fail "iso lacks Western Sahara"
[ "$(land iso $sahara borders | count 'EH|MA')" -ge 1 ] || fail "iso lacks the northern limit"
[ "$(land ma $sahara countries | count EH)" = 0 ] || fail "ma has Western Sahara"
[ "$(land ma $sahara borders | count 'EH|MA')" = 0 ] || fail "ma has the northern limit"
[ "$(land ma $sahara borders | count 'EH|EH')" = 0 ] || fail "ma has the berm"
[ "$(land de-facto $sahara countries | count MA)" = 4 ] || fail "de facto lacks the divisions west of the berm"
[ "$(land de-facto $sahara borders | count 'EH|MA')" = 1 ] || fail "de facto lacks the berm as a border"

crimea=31,44,38,48
[ "$(land iso $crimea borders | count 'UA|UA')" = 1 ] || fail "iso lacks the line of Crimea"
[ "$(land ua $crimea borders | count 'UA|UA')" = 0 ] || fail "ua has the line of Crimea"
[ "$(land de-facto $crimea countries | count RU)" = 3 ] || fail "de facto doesn't give Crimea and Sevastopol to Russia"
[ "$(land de-facto $crimea borders | count 'RU|UA')" -ge 1 ] || fail "de facto lacks a border at Crimea"

arunachal=90,23,99,32
[ "$(land iso $arunachal countries | count CN)" = 1 ] || fail "iso has more of China"
[ "$(land cn $arunachal countries | count CN)" = 2 ] || fail "cn lacks Arunachal Pradesh"
[ "$(land cn 118,21,123,26 countries | count TW)" = 0 ] || fail "cn has Taiwan as a country"
[ "$(land tr 32,34,35,36 borders | count 'CY|XN')" = 1 ] || fail "tr lacks the border of the north"
[ "$(land cy 32,34,35,36 countries | count XN)" = 0 ] || fail "cy has a country in the north"
[ "$(land rs 20,41,22,44 borders | count 'RS|XK')" = 0 ] || fail "rs has a border at Kosovo"

# The credits name the view, a map without one does not.
run 0 draw sample.csv --worldview DE-FACTO -o map.svg --report map.json
grep -q 'Boundaries: de facto view' map.json || fail "the credits lack the view"
run 0 draw sample.csv -o map.svg --report map.json
grep -q 'Boundaries:' map.json && fail "the credits name a view that nobody asked for"
run 0 draw sample.csv --worldview iso --extent=-62,-54,-56,-50 -o map.svg
grep -qi 'malvinas' map.svg || fail "iso lacks the double name of the Falkland Islands"

# What the layers lack is said.
run 2 draw sample.csv --worldview in -o map.svg
says "the Indian view can't be drawn: Aksai Chin"
run 2 draw sample.csv --worldview ru -o map.svg
says "the Russian view can't be drawn: "
run 2 draw sample.csv --worldview atlantis -o map.svg
says 'unknown worldview "atlantis"; there are iso, de-facto'
run 0 list worldviews
shows 'de-facto'
shows "can't be drawn"
finish
