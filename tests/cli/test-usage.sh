# SPDX-License-Identifier: MIT
# Wrong usage: exit status 2, one sentence, the nearest name.
. "$SOURCE/tests/cli/lib.sh"
write_sample

run 2
says 'no command; see `incmap help`'
run 2 drw
says 'unknown command "drw"; did you mean "draw"?'
run 2 xyzzy
says 'unknown command "xyzzy"; see `incmap help`'
run 2 --sice
says 'unknown option "--sice"; a command comes first'
run 2 help drw
says 'unknown command "drw"; did you mean "draw"?'
run 2 help draw read
says 'help takes one command'
run 2 draw sample.csv --stile news -o m.png
says 'unknown option "--stile"; did you mean "--style"?'
run 2 draw sample.csv -q -o m.png
says 'unknown option "-q"; see `incmap help draw`'
run 2 draw sample.csv -o
says 'missing argument for -o'
run 2 draw -o m.png
says 'no input; name a file, or - for standard input'
run 2 draw sample.csv
says 'no output; say where with -o map.png'
run 2 draw sample.csv -o m.xyz
says 'output m.xyz: the ending tells no format'
run 2 draw sample.csv -o - --format pgn
says 'unknown format "pgn"; did you mean "png"?'
run 2 draw sample.csv -o m.png --style newz
says 'unknown style "newz"; did you mean "news"?'
run 2 draw sample.csv -o m.png --style qqqqqq
says 'unknown style "qqqqqq"; there are '
run 2 draw sample.csv -o m.png --projection robinsn
says 'unknown projection "robinsn"; did you mean "robinson"?'
run 2 draw sample.csv -o m.png --lang xx
says 'unknown language "xx"; there are ar, bn'
run 2 draw sample.csv -o m.png --lang fre
says 'unknown language "fre"; did you mean "fr"?'
run 2 draw sample.csv -o m.png --size a44
says 'unknown size "a44"; did you mean "a4"?'
run 2 draw sample.csv -o m.png --size 12
says 'unknown size "12"; write it as 1600x1000px'
run 2 draw sample.csv -o m.png --size 100000x100000px
says 'is a picture of 100000 × 100000 px; the limits are 30000 px a side'
run 2 draw sample.csv -o m.png --size 20x20px
says 'is less than an inch a side'
run 2 draw sample.csv -o m.png --size 9000x9000mm --dpi 36
says 'points (5.08 m) a side'
run 2 draw sample.csv -o m.png --dpi 9
says 'dpi "9" is not a number from 36 to 1200'
run 2 draw sample.csv -o m.png --date 2024-02-30
says 'date "2024-02-30" is not a day'
run 2 draw sample.csv -o m.png --since yesterday
says 'since "yesterday" is not a day'
run 2 draw sample.csv -o m.png --week 2026-W54
says 'week "2026-W54" is not an ISO week'
run 2 draw sample.csv --fade lots -o m.png
says 'fade "lots" is no span; write it as 30d (or w, m, y), or all'
run 2 draw sample.csv -o m.png --week 2026-W47 --since -7d
says 'week says both first and last day'
run 2 draw sample.csv -o m.png --since 2026-11-02 --until 2026-11-01
says 'since is later than until'
run 2 draw sample.csv -o m.png --type batle
says 'unknown type "batle"; did you mean "battle"?'
run 2 draw sample.csv -o m.png --country Malli
says 'unknown country "Malli"'
run 2 draw sample.csv -o m.png --extent Malli
says 'unknown extent "Malli"; did you mean "Mali"?'
run 2 draw sample.csv -o m.png --extent Europ
says 'unknown extent "Europ"; did you mean "Europe"?'
run 2 draw sample.csv -o m.png --extent 1,2,3
says 'is not four numbers west,south,east,north'
run 2 draw sample.csv -o m.png --extent 1,95,3,96
says 'a latitude is outside -90 to 90; the order is west,south,east,north'
run 2 draw sample.csv -o m.png --extent 1,9,3,2
says 'is empty; the order is west,south,east,north'
run 2 draw sample.csv -o m.png --extent 1e9,9,3,20
says 'a longitude is outside -360 to 360'
run 2 draw sample.csv -o m.png --as movie
says 'unknown kind of input "movie"'
run 2 draw sample.csv -o m.png --layout acle
says 'unknown layout "acle"; did you mean "acled"?'
run 2 draw sample.csv --dump nowhere
says 'unknown stage "nowhere"; there are read, locate, project, arrange'
run 2 draw sample.csv --each row -o map.png
says 'map.png would be written again for each row'
run 2 draw sample.csv --each month -o '{id}.png'
says 'unknown value "month" of --each'
run 2 draw sample.csv --each row --dump read -o '{id}.png'
says "--each and --dump can't be combined"
run 2 read
says 'no input; name a file, a folder, or - for standard input'
run 2 read sample.csv --format yaml
says 'unknown format "yaml"'
run 2 locate
says 'nothing to locate'
run 2 locate Gao sample.csv
says "names and tables can't be located in one run"
run 2 locate --reverse here
says '"here" is not a point; write it as lat,lon'
run 2 locate --reverse 95,3
says 'the latitude is outside -90 to 90'
run 2 list
says 'list takes one of'
run 2 list stiles
says 'unknown list "stiles"; did you mean "styles"?'
run 2 list sizes --format xml
says 'unknown format "xml"; there are text, csv'
[ ! -e m.png ] || fail "a wrong usage left a picture"
# Options are UTF-8 whatever the locale says, and never anything else.
LC_ALL=C run 0 draw sample.csv --title 'Kämpfe am 75° nördlicher Breite' -o title.svg
grep -q '75° nördlicher' title.svg || fail "the title lost its letters under LC_ALL=C"
run 2 draw sample.csv --title "$(printf 'caf\351')" -o title.svg
says 'the value of --title is not UTF-8'

finish
