# SPDX-License-Identifier: MIT
# A page for browsers: one file, looked at in a real browser where there is one.
. "$SOURCE/tests/cli/lib.sh"
# The type in the last row must stay text.
cat >page.csv <<'END'
id,date,country,latitude,longitude,event_type,fatalities,notes
a1,2026-11-01,Mali,18.44,1.41,Battles,3,A convoy was ambushed & burned
a2,2026-11-02,Mali,16.27,-0.04,Battles,20,<b>Shelling</b> "reported"
a3,2026-11-03,Niger,13.5,2.1,Protests,0,
a4,2026-11-05,Chad,12.11,15.04,<script>alert(1)</script>,1,
END
run 0 draw page.csv -o page.html -o page.svg
says 'has a type of event that is not known'
[ "$(grep -c '<svg' page.html)" = 1 ] || fail "the page has no map"
grep -q '<script>alert' page.html && fail "what a table says runs as a script"
grep -q '&lt;b&gt;Shelling' page.html || fail "a note lost its text"
grep -qE '(src|href)="[^#]' page.html && fail "the page asks for another file"
grep -oE 'https?://[^"< ]*' page.html | grep -v '^http://www.w3.org/' && fail "the page names a server"
[ "$(grep -c '<tr id="i' page.html)" = 4 ] || fail "the table lacks rows"
cp page.html first.html
run 0 draw page.csv -o page.html
cmp -s page.html first.html || fail "the same input gives another page"
run 0 draw page.csv -o - --format html
head -c 15 out | grep -q '<!DOCTYPE html>' || fail "no page on standard output"
printf 'maps:\n  - {input: page.csv, each: country, output: "pages/{country}.html"}\n' >maps.yaml
run 0 run maps.yaml
[ -s pages/Mali.html ] || fail "a job makes no pages"
# The page speaks the language of the map.
for words in 'fr Lieu Exactitude' 'de Datum Anmerkungen' 'ar التاريخ المكان' 'zh 日期 国家' 'ru Дата Место'; do
    set -- $words
    run 0 draw page.csv --lang "$1" -o page.html
    grep -q "<html lang=\"$1\"" page.html || fail "$1: the page is in another language"
    grep -qE "<th scope=\"col\">$2|>$2<" page.html || fail "$1: no column $2"
    grep -qE '>(Date|Country|Notes|In the table|exact|How exactly[^<]*)<|reported killed' page.html |
        grep -v '>Date<' && fail "$1: English words are left"
    grep -oE '>(Country|In the table|exact|How exactly[^<]*|Killed)<|[0-9] reported killed' page.html >left
    [ ! -s left ] || fail "$1: English words are left: $(sort -u left | tr '\n' ' ')"
done
grep -q 'dir="rtl"' page.html && fail "Russian is written from the right"
cp first.html page.html
command -v node >/dev/null || {
    echo "skipped in a browser: node is not installed"
    finish
}
NODE_PATH=${PLAYWRIGHT:-$SOURCE/build/npm/node_modules} HOME=$work \
    timeout 120 node "$SOURCE/tests/run/page.js" "$work/page.html" >said 2>&1
status=$?
cat said
[ $status = 0 ] || [ $status = 77 ] || fail "the page in a browser: exit status $status"
finish
