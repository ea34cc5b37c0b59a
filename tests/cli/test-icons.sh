# SPDX-License-Identifier: MIT
# Icons of the user's own: drawn as vectors, and every fault in one told in one sentence.
. "$SOURCE/tests/cli/lib.sh"
write_sample
cp -r "$SOURCE/tests/styles/clinics.yaml" "$SOURCE/tests/styles/clinics.geojson" "$SOURCE/tests/styles/icons" .

run 0 check clinics.yaml
shows 'well-formed'
run 0 draw "$SOURCE/tests/gallery/myanmar-week.csv" --style clinics.yaml --layer clinics.geojson \
    --extent 91,15,101,26 -o map.svg -o map.pdf -o map.png
silent
[ "$(grep -c '<symbol id="icon-clinic"' map.svg)" = 1 ] || fail "the icon is not defined once"
[ "$(grep -c '<use href="#icon-clinic"' map.svg)" -ge 2 ] || fail "the icon is not used"
grep -q '<image' map.svg && fail "the icon became pixels"
for text in 'Kyaukpyu clinic' '1,000 beds' 'zone'; do
    grep -q ">$text<" map.svg || fail "the map lacks \"$text\""
done
xmllint --noout map.svg || fail "map.svg is no XML"
run 0 draw "$SOURCE/tests/gallery/myanmar-week.csv" --style clinics.yaml --layer clinics.geojson \
    --extent 91,15,101,26 -o again.svg
cmp -s map.svg again.svg || fail "the same map has other bytes"

# A type of event with a picture: on the map and in the legend.
cat >event.yaml <<'END'
extends: news
incmap:
  symbols:
    battle: {image: icons/clinic.svg}
END
run 0 draw sample.csv --style event.yaml -o event.svg
silent
[ "$(grep -c '<use href="#icon-clinic"' event.svg)" -ge 2 ] || fail "the event's picture is missing"

# check_fault NAME CONTENT WORDS: a style that names the icon is refused
check_fault() {
    printf '%s' "$2" >"$1.svg"
    cat >fault.yaml <<END
extends: news
layers:
  - id: spots
    type: symbol
    source: incidents
    layout: {icon-image: $1}
END
    run 1 check fault.yaml
    says "$3"
    says 'fault.yaml:6:26:'
    run 1 draw sample.csv --style fault.yaml -o fault.png
    says "$3"
    [ ! -e fault.png ] || fail "$1: a map was drawn"
}

check_fault broken '<svg xmlns="http://www.w3.org/2000/svg"><g>' 'broken.svg: not an SVG picture'
check_fault empty '' 'empty.svg: not an SVG picture'
check_fault sizeless '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>' \
    'sizeless.svg: the icon says no size'
check_fault huge '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>' \
    'huge.svg: an icon of 67500'
check_fault flat '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>' \
    'flat.svg: an icon of 0'
check_fault remote '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="http://example.org/a.png" width="9" height="9"/></svg>' \
    'refers to "http://example.org/a.png", which is not read'
check_fault local '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><use href="other.svg#a"/></svg>' \
    'refers to "other.svg#a", which is not read'
check_fault entity '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">&x;</text></svg>' \
    'entity.svg: not an SVG picture'
head -c 2200000 /dev/zero | tr '\0' ' ' >large.svg
check_fault_large=$(cat large.svg)
check_fault large "$check_fault_large" 'at most 2097152'

# A name that is nothing: the nearest one is proposed.
for name in cirlce clnic ../clinic /etc/passwd; do
    cp "$SOURCE/tests/styles/icons/clinic.svg" clinic.svg
    cat >fault.yaml <<END
extends: news
layers:
  - {id: spots, type: symbol, source: incidents, layout: {icon-image: $name}}
incmap: {symbols: {riot: {shape: star}}}
END
    run 1 check fault.yaml
    says "fault.yaml:3:"
    case $name in
    cirlce) says 'did you mean "circle"?' ;;
    clnic) says 'did you mean "clinic"?' ;;
    *) says 'is no shape' ;;
    esac
done

# Names made of data are told when the map is drawn, and lead nowhere out of the folder.
cat >data.yaml <<'END'
extends: news
layers:
  - {id: spots, type: symbol, source: incidents, layout: {icon-image: ["concat", "../", ["get", "place"]]}}
incmap: {incident: {is-shown: false}}
END
run 0 draw sample.csv --style data.yaml -o data.png
notes 'there is no icon "../Gao"'

# Scripts and styles of an icon stay behind.
cat >script.svg <<'END'
<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">
<script>alert(2)</script><style>text { fill: red }</style><text y="8">x</text>
<rect id="r" width="9" height="9" fill="#123456"/><use href="#r" x="1"/></svg>
END
cat >script.yaml <<'END'
extends: news
layers:
  - {id: spots, type: symbol, source: incidents, layout: {icon-image: script}}
incmap: {incident: {is-shown: false}}
END
run 0 draw sample.csv --style script.yaml -o script.svg.out.svg
grep -qE 'alert|root:|<style|<script' script.svg.out.svg && fail "a script or a file came through"
grep -q 'icon-script' script.svg.out.svg || fail "the icon is missing"

# A job draws again when an icon has changed.
cat >maps.yaml <<'END'
maps:
  - {name: one, input: sample.csv, style: event.yaml, output: job.png}
END
run 0 run maps.yaml
cp job.png before.png
run 0 run maps.yaml
cmp -s job.png before.png || fail "an unchanged map was drawn again"
sed -i 's/#2a9d8f/#9d2a2a/' icons/clinic.svg
run 0 run maps.yaml
cmp -s job.png before.png && fail "a changed icon went unseen"
finish
