# SPDX-License-Identifier: MIT
# Snippets: HTML that a parser takes, Markdown and LaTeX with every special letter in its place.
. "$SOURCE/tests/cli/lib.sh"
write_sample
title='50 % of "A_B" & C\D: <x> #1 [y] {z} $2 ~ ^'
draw() {
    run 0 draw sample.csv --title "$title" "$@"
}
draw --size 800x500px -o 'a map.png' -o m.svg -o m.pdf
draw --size 800x500px --dpi 192 -o other.png
printf 'maps:\n  - {input: sample.csv, size: 180x120mm, output: [{path: p.png, dpi: 150}, {path: p2.png, dpi: 300}]}\n' >maps.yaml
run 0 run maps.yaml

run 0 snippet 'a map.png' m.svg
cp out a.html
silent
shows '<img src="a%20map.png" width="800" height="500" alt="'
shows '<source type="image/svg+xml" srcset="m.svg">'
shows '<figcaption>50 % of &quot;A_B&quot; &amp; C\D: &lt;x&gt;'
shows '<figure lang="en">'
shows '3 incidents'
run 0 snippet p2.png p.png
cp out p.html
shows 'srcset="p.png 1063w, p2.png 2126w" sizes="(max-width: 680px) 100vw, 680px"'
shows 'width="680" height="453"'
if command -v xmllint >/dev/null; then
    for page in a p; do
        { echo '<!DOCTYPE html><title>t</title><body>'; cat $page.html; } >page.html
        xmllint --html --noout page.html 2>err
        grep -v -e 'Tag \(figure\|figcaption\|picture\|source\) invalid' err | grep -q 'error' &&
            fail "HTML: $(cat err)"
        xmllint --html --xpath 'string(//figcaption)' page.html 2>/dev/null >read
        [ $page = p ] || [ "$(cat read)" = "$title" ] || fail "the caption is read as $(cat read)"
    done
fi
run 0 snippet 'a map.png' --format markdown
shows '](a%20map.png "50 % of &quot;A\_B&quot; &amp; C\\D: &lt;x&gt; #1 \[y\] {z} $2 ~ ^")'
[ "$(wc -l <out)" = 1 ] || fail "Markdown of several lines"
run 0 snippet m.pdf 'a map.png' --format latex
shows '\includegraphics[width=\linewidth,alt={'
shows '{\detokenize{m.pdf}}'
shows '\caption{50 \% of "A\_B" \& C\textbackslash{}D: <x> \#1 [y] \{z\} \$2 \textasciitilde{} \textasciicircum{}}'
draw --size 89x140mm -o column.png
run 0 snippet column.png -f latex
shows 'width=89mm'
# A language that is written from the right.
run 0 draw sample.csv --lang ar -o ar.svg
run 0 snippet ar.svg
shows '<figure lang="ar">'

run 2 snippet
says 'no picture; name those of one map'
run 2 snippet m.svg -f latx
says 'did you mean "latex"?'
run 1 snippet absent.png
says 'absent.png: cannot be read'
run 1 snippet sample.csv
says 'sample.csv: no whole PNG, SVG or PDF'
head -c 100 'a map.png' >half.png
run 1 snippet half.png
says 'half.png: '
: >empty.svg
run 1 snippet empty.svg
says 'empty.svg: no whole PNG'
run 1 snippet m.pdf
says 'name one of them, too'
run 1 snippet m.svg -f latex
says 'LaTeX takes PDF and PNG'
run 1 snippet m.svg column.png
says 'column.png has another shape than m.svg'
finish
