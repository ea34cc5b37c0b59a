# SPDX-License-Identifier: MIT
# Texts that nobody writes: read in time, without a crash, and nothing invented.
. "$SOURCE/tests/cli/lib.sh"

# fill BYTES WORD: the word again and again, without anything between
fill() {
    yes "$2" | tr -d '\n' | head -c "$1"
    echo
}
# nothing FILE: read to its end, and nothing found in it
nothing() {
    run 0 read "$1" --date 2024-08-05
    shows '"places": []'
    shows '"incidents": []'
}

# One word of 10 MB, in letters, capitals, digits, and in scripts without spaces or with marks.
for word in x X 1 昨日北京发生爆炸 الجزائر é; do
    fill 10000000 "$word" | iconv -c -f UTF-8 -t UTF-8 >word.txt
    nothing word.txt
done
# No spaces, but marks.
for mark in - "'" . ,; do
    fill 1000000 "Gao$mark" >marks.txt
    run 0 read marks.txt --date 2024-08-05
    shows '"incidents": []'
done
fill 1000000 '"' >marks.txt
run 1 read marks.txt
says 'marks.txt: the text has no words'

# Controls of writing direction are no part of a name and change no sentence.
printf 'Gunmen killed 5 people in Gao on Friday.\n' >plain.txt
printf '\342\200\256Gunmen killed \342\201\2465\342\201\251 people in \342\200\253Gao\342\200\254 on Friday.\342\200\254\n' \
    >bidi.txt
for name in plain bidi; do
    run 0 read $name.txt --date 2024-08-05
    cp out $name.json
done
python3 - <<'END2' || fail 'controls of writing direction change what is read'
import json
read = [json.load(open(name + '.json')) for name in ('plain', 'bidi')]
for part in read:
    assert [p['text'] for p in part['places']] == ['Gao'], part['places']
    incident, = part['incidents']
    assert incident['date'] == '2024-08-02', incident['date']
    assert [(f['kind'], f['low']) for f in incident['figures']] == [('killed', 5)], incident['figures']
text = open('bidi.txt', 'rb').read()
for place in read[1]['places']:
    assert text[place['start']:place['end']] == b'Gao'
END2
# Entities of a page are its letters; unknown ones and broken ones stop nothing.
printf '<html><body><article><p>Gunmen killed five people in G&#97;o &amp; fled, police said on Friday. &unknown; &#xffffffff; &#0; &</p></article></body></html>' >page.html
run 0 read page.html --date 2024-08-05
shows '"text": "Gao"'
shows '"low": 5'
finish
