# SPDX-License-Identifier: MIT
# All maps of an entry bound into one PDF: its pages, bookmarks and fonts, and when it is drawn again.
. "$SOURCE/tests/cli/lib.sh"
SOURCE_DATE_EPOCH=1795608000
export SOURCE_DATE_EPOCH
command -v pdfinfo >/dev/null || skip "pdfinfo is not installed (poppler-utils)"
cat >in.csv <<'END'
id,date,country,latitude,longitude,event_type,fatalities
a1,2026-11-01,Mali,18.44,1.41,Battles,3
a2,2026-11-02,Mali,16.27,-0.04,Battles,20
a3,2026-11-03,Niger,13.5,2.1,Protests,0
a4,2026-11-05,Chad,12.11,15.04,Riots,1
END
touch -d '1 hour ago' in.csv
cat >maps.yaml <<'END'
defaults: {size: 500x400px, input: in.csv}
maps:
  - {name: By country, each: country, atlas: "pdf/{name}.pdf", keep: 2, mark-new: true, output: "pdf/{country}.svg"}
  - {name: rows, each: row, atlas: pdf/rows.pdf}
END
job() { # job N: the run draws N maps and says nothing
    run 0 run maps.yaml --report report.json "${2:---jobs=2}"
    silent
    n=$(sed -n 's/^  "n_drawn": \([0-9]*\),/\1/p' report.json)
    [ "$n" = "$1" ] || fail "$n maps are drawn, not $1"
}
outline() {
    pdftohtml -xml -i -stdout "$1" 2>/dev/null | sed -n 's/^<item page="\([0-9]*\)">\(.*\)<.item>$/\1 \2/p'
}
job 5
[ "$(pdfinfo 'pdf/By country.pdf' | sed -n 's/^Pages: *//p')" = 3 ] || fail "not three pages"
pdfinfo 'pdf/By country.pdf' | grep -q '^Title: *By country' || fail "the PDF has no title"
pdfinfo 'pdf/By country.pdf' | grep -q '^CreationDate: *.*2026' && fail "the PDF has the time of day"
outline 'pdf/By country.pdf' >found
printf '1 Chad\n2 Mali\n3 Niger\n' | cmp -s - found || fail "the bookmarks: $(cat found)"
for page in '1 Chad' '2 Mali' '3 Niger'; do
    pdftotext -f "${page% *}" -l "${page% *}" 'pdf/By country.pdf' - | grep -q "${page#* }" || fail "page $page"
done
[ "$(outline pdf/rows.pdf | wc -l)" = 4 ] || fail "the bookmarks of rows: $(outline pdf/rows.pdf)"
pdffonts 'pdf/By country.pdf' | awk 'NR > 2 {print $1}' | sed 's/.*+//' | sort | uniq -d >twice
[ "$(wc -l <twice)" -le 2 ] || fail "fonts are in it for each page: $(cat twice)"
if command -v qpdf >/dev/null; then
    qpdf --check 'pdf/By country.pdf' >said 2>&1 || fail "qpdf: $(cat said)"
else
    echo "skipped: qpdf is not installed"
fi

# --- nothing new, one row more, a lost file ---------------------------------------------------
cp -a pdf before
job 0
cp 'pdf/By country.pdf' first.pdf
job 5 --force
cmp -s first.pdf 'pdf/By country.pdf' || fail "drawn again the atlas has other bytes"
[ "$(stat -c %i 'pdf/By country.pdf')" = "$(stat -c %i "pdf/history/$(ls pdf/history | grep 'By country')")" ] ||
    fail "no version of the atlas is kept"
echo 'a5,2026-11-06,Niger,14.2,1.45,Battles,2' >>in.csv
job 3
pdftotext -f 3 -l 3 'pdf/By country.pdf' - | grep -q 'New since' || fail "what is new is not marked in the atlas"
pdftotext -f 1 -l 1 'pdf/By country.pdf' - | grep -q 'New since' && fail "what is old is marked in the atlas"
[ "$(find pdf/history -name 'By country-*' | wc -l)" = 2 ] || fail "two versions are kept: $(ls pdf/history)"
rm pdf/rows.pdf
job 1
sed -i '/Chad/d' in.csv
job 2
[ "$(outline 'pdf/By country.pdf' | wc -l)" = 2 ] || fail "a page that is gone stays"

# --- parts of a job ---------------------------------------------------------------------------
mv pdf whole
rm .maps.yaml.state
for part in 1 2 3; do
    run 0 run maps.yaml --shard $part/3
done
for name in rows.pdf Mali.svg; do # on the others something was new
    cmp -s "whole/$name" "pdf/$name" || fail "parts make another $name"
done
[ "$(outline 'pdf/By country.pdf' | wc -l)" = 2 ] || fail "an atlas of parts lacks pages"

# --- faults -----------------------------------------------------------------------------------
printf 'maps:\n  - {input: in.csv, each: country, atlas: pdf/a.png}\n' >bad.yaml
run 2 run bad.yaml
says 'bad.yaml:2:43: an atlas is a PDF'
printf 'maps:\n  - {input: in.csv, atlas: "pdf/{nme}.pdf"}\n' >bad.yaml
run 2 run bad.yaml
says 'unknown field {nme}; did you mean {name}?'
printf 'maps:\n  - {name: a, input: in.csv, atlas: pdf/x.pdf}\n  - {name: b, input: in.csv, atlas: pdf/x.pdf}\n' >bad.yaml
run 1 run bad.yaml
says 'b (atlas): pdf/x.pdf is already written by a (atlas)'
# A page that can't be drawn: the atlas stays as it was, the other maps are drawn.
cp pdf/rows.pdf rows.pdf
printf 'defaults: {size: 150x120px, input: in.csv}\nmaps:\n  - {name: rows, each: row, atlas: rows.pdf}\n' >bad.yaml
run 1 run bad.yaml
says 'bad.yaml: rows (atlas): page 1 (a1): '
cmp -s rows.pdf pdf/rows.pdf || fail "a failed atlas takes the place of the old one"
finish
