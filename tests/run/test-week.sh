# SPDX-License-Identifier: MIT
# A week of hourly runs with growing input and a moving clock: every map is right at every hour,
# versions are kept, nothing is left behind. INCMAP_HOURS: how many hours; 168 is the week.
. "$SOURCE/tests/cli/lib.sh"
n_hours=${INCMAP_HOURS:-168}
first=1795392000 # Monday, 23 November 2026, 0:00 UTC
cat >maps.yaml <<'END'
defaults: {size: 500x400px, title: ""}
maps:
  - {name: country, input: feed.csv, each: country, since: -2d, keep: 5, gone: remove, mark-new: true, output: "maps/{country}.svg"}
  - {name: all, input: feed.csv, title: "Until {until}", output: maps/all.svg}
  - {name: fixed, input: fixed.csv, output: maps/fixed.svg}
END
echo 'id,date,country,latitude,longitude,event_type,fatalities' >feed.csv
cp feed.csv fixed.csv
echo 'f1,2026-11-01,Kenya,-1.28,36.82,Protests,0' >>fixed.csv
touch -d '1 day ago' fixed.csv
n_drawn=0
hour=0
while [ $hour -lt "$n_hours" ]; do
    SOURCE_DATE_EPOCH=$((first + hour * 3600))
    export SOURCE_DATE_EPOCH
    day=$(date -u -d @$SOURCE_DATE_EPOCH +%F)
    # Something happens every third hour, in one of two countries by turns of two days.
    if [ $((hour % 3)) = 0 ]; then
        if [ $((hour / 48 % 2)) = 0 ]; then
            echo "m$hour,$day,Mali,$((15 + hour % 5)).$((hour % 90 + 10)),-1.5,Battles,1"
        else
            echo "n$hour,$day,Niger,$((14 + hour % 3)).$((hour % 90 + 10)),4.5,Riots,0"
        fi >>feed.csv
    fi
    "$INCMAP" run maps.yaml --report report.json >said 2>complained || fail "hour $hour: $(cat complained)"
    [ ! -s said ] && [ ! -s complained ] || fail "hour $hour: it says $(cat said complained)"
    n=$(sed -n 's/^  "n_drawn": \([0-9]*\),/\1/p' report.json)
    n_drawn=$((n_drawn + n))
    [ $((hour % 3)) = 0 ] || [ $((hour % 24)) = 0 ] || [ "$n" = 0 ] ||
        fail "hour $hour: $n maps drawn though nothing happened"
    # Each country of the last two days has a map that counts its incidents; the others have none.
    since=$(date -u -d "@$((SOURCE_DATE_EPOCH - 86400))" +%F)
    for country in Mali Niger; do
        count=$(awk -F, -v c=$country -v s="$since" '$3 == c && $2 >= s' feed.csv | wc -l)
        if [ "$count" = 0 ]; then
            [ ! -e maps/$country.svg ] || fail "hour $hour: a map of $country without incidents"
        elif ! grep -qE "It marks (one|$count) incident" maps/$country.svg; then
            fail "hour $hour: $country should mark $count: $(grep -o 'It marks [^:.]*' maps/$country.svg)"
        fi
        versions=$(find maps/history -name "$country-*.svg" 2>/dev/null | wc -l)
        [ "$versions" -le 5 ] || fail "hour $hour: $versions versions of $country"
    done
    total=$(($(wc -l <feed.csv) - 1))
    grep -qE "It marks (one|$total) incident" maps/all.svg || fail "hour $hour: the map of all does not mark $total"
    # Nothing piles up: files, what holds the lock, memory.
    n=$(find . -type f | wc -l)
    [ "$n" -le 24 ] || fail "hour $hour: $n files: $(find . -type f)"
    flock -n .maps.yaml.state.lock true || fail "hour $hour: the lock is still held"
    peak=$(sed -n 's/^  "peak_memory_kb": \([0-9]*\),/\1/p' report.json)
    [ $hour -ge 24 ] || [ "${peak:-0}" -le "${day_peak:-0}" ] || day_peak=$peak
    [ "$peak" -gt 1000 ] && [ "$peak" -le $((${day_peak:-0} * 12 / 10)) ] ||
        fail "hour $hour: $peak KB of memory, on the first day at most ${day_peak:-0}"
    hour=$((hour + 1))
done
# What is left: pictures, their versions, the state and its lock.
find . -type f | sed 's/-[0-9T]*Z\././' | sort -u >left
for name in ./.maps.yaml.state ./.maps.yaml.state.lock ./maps/all.svg ./maps/fixed.svg; do
    grep -qxF "$name" left || fail "$name is missing"
done
[ "$(find . -name '.*' -type f | wc -l)" = 2 ] || fail "hidden files are left: $(find . -name '.*' -type f)"
[ "$(find maps/history -type f | wc -l)" -le 10 ] || fail "too many versions"
[ "$(wc -c <.maps.yaml.state)" -lt 100000 ] || fail "the state grows"
echo "$n_hours hours, $n_drawn maps drawn, $peak KB of memory in the last ($day_peak on the first day)"
finish
