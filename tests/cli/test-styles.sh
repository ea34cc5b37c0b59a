# SPDX-License-Identifier: MIT
# Every supplied style, and a house style of twenty lines over it, draws a story and a table.
. "$SOURCE/tests/cli/lib.sh"
write_sample
cp "$SOURCE/tests/golden/dispatch/input.txt" story.txt

for base in news dark sitrep print atlas places; do
    sed "s/^extends: .*/extends: $base/" "$SOURCE/tests/styles/house.yaml" >"house-$base.yaml"
    run 0 check "house-$base.yaml"
    shows 'well-formed'
    for style in "$base" "house-$base.yaml"; do
        run 0 draw sample.csv --style "$style" --size social -o table.svg
        silent
        run 0 draw story.txt --date 2024-08-05 --style "$style" --size a4l -o story.svg
        silent
        # The house's own ground for the page's country is on the map.
        case $style in
        house-*)
            grep -qi 'fff8e1' story.svg || fail "$style: the base's colour is still there"
            ;;
        esac
    done
done
[ "$(wc -l <"$SOURCE/tests/styles/house.yaml")" -le 20 ] || fail "the house style is longer than it says"

# The dark card tells the figures in its column, not on a callout.
run 0 draw story.txt --date 2024-08-05 --style dark --size social -o dark.svg --report dark.json
grep -q 'id="story"' dark.svg || fail "the dark card lacks its column"
grep -q 'id="callouts"' dark.svg && fail "the dark card has a callout beside its column"

# The atlas shows the relief of a country, below its lakes and rivers; not that of a city.
run 0 draw sample.csv --style atlas -o atlas.svg
sed -n '/<g id="\(relief\|lakes\|focus\)"/s/.*id="\([a-z]*\)".*/\1/p' atlas.svg | tr '\n' ' ' >order
[ "$(cat order)" = "focus relief lakes " ] || fail "the relief is not between land and lakes: $(cat order)"
sed -n '/<g id="relief"/,/<\/g>/p' atlas.svg | grep -q '<image' || fail "the atlas lacks its relief"
grep -q 'KDE Marble' atlas.svg || fail "the relief is not credited"
run 0 draw sample.csv --style atlas --extent -0.3,16,0.3,16.5 -o city.svg
grep -q '<image' city.svg && fail "a map of a city shows the cells of the relief"

# In print without colour everything is grey: no colour has unlike channels.
run 0 draw sample.csv --style print -o grey.svg
grep -oiE '#[0-9a-f]{6}' grey.svg | sort -u | while read -r color; do
    case $color in
    '#'??????)
        r=$(echo "$color" | cut -c2-3) g=$(echo "$color" | cut -c4-5) b=$(echo "$color" | cut -c6-7)
        [ "$r$g" = "$g$b" ] || echo "$color"
        ;;
    esac
done >colored
[ ! -s colored ] || fail "print is not grey: $(tr '\n' ' ' <colored)"
finish
