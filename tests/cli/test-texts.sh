# SPDX-License-Identifier: MIT
# Pages, feeds and marked texts: what is read of them, and what comes out.
. "$SOURCE/tests/cli/lib.sh"
pages=$SOURCE/tests/read/pages

# The article of a page, without menus, scripts, captions and asides; its date counts.
run 0 read "$pages/article.html"
silent
shows '"title": "Ferry sinks off Mombasa"'
shows '"date": "2024-08-03"'
shows '"place_words": "Mombasa"'
shows '12 people, the coast guard said.'
for word in Tokyo Cairo Lagos Paris London Naples Dhaka Manila Berlin Rome; do
    ! grep -q "$word" out || fail "the page's $word is no part of its article"
done
# The offsets are bytes of extracted_text.
python3 - <<'END' || fail 'the offsets do not fit extracted_text'
import json, sys
d = json.load(open('out'))
text = d['extracted_text'].encode()
for p in d['places']:
    if text[p['start']:p['end']].decode() != p['text']:
        sys.exit(p['text'])
for i in d['incidents']:
    assert text[i['start']:i['end']].decode().replace('\n', ' ') == i['notes'], i['notes']
    for f in i['figures']:
        assert f['words'] in text[f['start']:f['end']].decode(), f
END
# A date that is asked for goes before the page's own.
run 0 read "$pages/article.html" --date 2024-09-02
shows '"date": "2024-08-31"'
"$INCMAP" read - <"$pages/article.html" >piped 2>err || fail 'a page from standard input'
grep -q '"place_words": "Mombasa"' piped || fail 'a page from standard input is not read as one'

# Pages as sites have them: menus, banners, related stories, a date beside the text, front matter.
sites=$SOURCE/tests/read/sites
run 0 read "$sites/local.html" "$sites/divs.html" "$sites/feed.xml" "$sites/post.md" --format jsonl
python3 - <<'END' || fail 'the pages of sites are not read as expected'
import json
found = [(d['title'], [(i['place_words'], i['date'], i['figures'][0]['low']) for i in d['incidents']],
          {p['text'] for p in d['places']}) for d in map(json.loads, open('out'))]
expected = [
    ('Two killed as boda boda and lorry collide in Nakuru', [('Gilgil', '2024-03-11', 2)]),
    ('One dead after explosion in Rotterdam flat', [('Rotterdam', '2024-02-05', 1)]),
    ('Bus plunges into ravine in Himachal Pradesh, 6 dead', [('Kullu', '2023-07-03', 6)]),
    ('Opinion: why the monsoon matters', []),
    ('Landslide kills 12 in Raigad', [('Irshalwadi', '2023-07-19', 12)]),
    ('Tornado tears through Barnsdall', [('Barnsdall', '2024-05-06', 1)]),
]
assert [f[:2] for f in found] == expected, found
assert not found[0][2] & {'Mombasa', 'Eldoret', 'Dubai', 'Lamu', 'Paris', 'Naivasha'}, found[0]
assert not found[1][2] & {'Amsterdam', 'Antwerp', 'Madeira', 'Utrecht'}, found[1]
END

# Windows-1251, named in the page only.
printf '<html><head><meta charset="windows-1251"></head><body><p>%s</p></body></html>' \
    'Взрыв в Москве в пятницу, погибли 3 человека.' | iconv -t windows-1251 >old.html
run 0 read old.html --date 2024-08-05
shows '"language": "ru"'
shows 'Москве'

# Every item of a feed is a document with its own id and date.
run 0 read "$pages/news.rss" --format jsonl
[ "$(wc -l <out)" = 2 ] || fail 'a feed of two texts gives two lines'
notes 'news.rss: item 3: left out, it has no words'
shows '"id": "coast-1"'
shows '"id": "https://example.org/2"'
shows '"date": "2024-08-04"'
shows '"date": "2024-08-05"'
! grep -q 'x()' out || fail 'a script of a feed was read'
run 0 read "$pages/news.atom"
shows '"id": "tag:example.org,2024:7"'
shows '"title": "Quake near Gaziantep"'
run 0 read "$pages/news.rss" --format csv
[ "$(wc -l <out)" = 3 ] || fail 'a feed of two incidents gives a header and two rows'
run 0 draw "$pages/news.rss" -o feed.svg
[ -s feed.svg ] || fail 'a feed is drawn'
run 0 read "$pages" --format jsonl
[ "$(wc -l <out)" = 4 ] || fail 'a folder gives a line for each text'
printf '<rss><channel></channel></rss>' >empty.rss
run 1 read empty.rss
says 'empty.rss: the feed has no items'
printf '<html><body><script>x</script></body></html>' >empty.html
run 1 read empty.html
says 'empty.html: no text was found in it'
# Entities that a feed defines are not expanded, nor files taken in.
run 1 read "$SOURCE/tests/fuzz/corpus/feed/entities.rss"
run 0 read "$SOURCE/tests/fuzz/corpus/feed/external.rss"
! grep -q root out || fail 'a feed read another file'
INCMAP_MODULE_DIR=$work/none
export INCMAP_MODULE_DIR
run 1 read "$pages/article.html"
says 'incmap-markup.so: cannot be loaded'
unset INCMAP_MODULE_DIR

# The event's place, not the speaker's: with a distance and a direction as agencies shorten it.
for words in '45 km NE of Kidal, a spokesman in Bamako said' '45 km north-east of Kidal, said a spokesman in Bamako' \
    '28 miles (45 km) northeast of Kidal, according to a spokesman in Bamako'; do
    echo "GAO, Mali — Gunmen attacked a convoy $words." >distance.txt
    run 0 read distance.txt --date 2024-08-05 --format csv
    shows '18.728'
done
echo 'A bomb exploded outside a church in Madalla in Niger state on Christmas Day.' >niger.txt
run 0 read niger.txt --date 2012-01-05 --format json
shows '"name": "Mada'
shows '"country": "Nigeria"'

# The text with its names marked.
printf 'GAO, Mali – A bomb killed 4 <people> in Kidal on Friday.\033[2J\n' >marked.txt
run 0 read marked.txt --date 2024-08-05 --annotate
shows '[Kidal | event 1: Kidal, Mali (exact)]'
shows '[GAO | dateline: '
shows '1. Bombing (explosion), 2024-08-02 ("Friday"), Kidal'
! grep -q "$(printf '\033')" out || fail 'escapes reach a file'
run 0 read marked.txt --date 2024-08-05 --annotate -o marked.html
grep -q '<mark class="event"><bdi>Kidal</bdi>' marked.html || fail 'the page has no mark'
grep -q '4 &lt;people&gt;' marked.html || fail 'the page is not escaped'
! grep -qi '<script' marked.html || fail 'the page has a script'
xmllint --html --noout marked.html 2>err || true
! grep -v 'Tag \(article\|mark\|bdi\) invalid' err | grep -q error || fail 'the page is no HTML'
run 0 read marked.txt --date 2024-08-05 --annotate=html
shows '<!DOCTYPE html>'
run 2 read marked.txt --annotate=pdf
says 'unknown form "pdf"; there are text, ansi, html'
run 2 read marked.txt --annotate --format csv
says '--annotate has no --format'

# Adjectives are printed, and said to be no names.
printf 'Kenyan officials met in Kisumu.\n' >adjective.txt
run 0 read adjective.txt --format jsonl
shows '"form": "adjective"'
# The subtitle tells a figure that nothing contradicts, and none where two do.
printf 'A bomb killed at least 14 people in Kidal, Mali on 5 May 2024.\n' >one.txt
run 0 draw one.txt --dump=arrange
shows 'killed at least 14 people on 5 May 2024'
printf 'At least 14 people were killed in Kidal, Mali on 5 May 2024, police said.\n' >bare.txt
run 0 draw bare.txt --dump=arrange
shows 'At least 14 people were killed in Mali'
printf 'A bomb killed 14 people in Kidal, Mali on 5 May 2024, police said. The rebels claimed the bomb killed 30 people.\n' >two.txt
run 0 draw two.txt --dump=arrange
shows 'killed people on 5 May 2024'
printf 'A 71-year-old man was arrested after a bomb in Kidal, Mali.\n' >man.txt
run 0 draw man.txt --dump=arrange
shows '71-year-old man'
! grep -q '1 71-year' out || fail 'one man is counted'

# CSV comes back: the same places, days, types and numbers.
story=$SOURCE/tests/read/stories
for name in ua-hroza ke-two cl-fires sy-homs-two ma-toldtwice; do
    day=$(sed -n 's/^written: //p' "$story/$name.expected")
    run 0 read "$story/$name.txt" --date "$day" --format csv -o "$name.csv"
    run 0 read "$story/$name.txt" --date "$day" --format geojson -o first.geojson
    run 0 read "$name.csv" --format geojson -o second.geojson
    python3 - "$name" <<'END' || fail "$name.csv does not come back as it was"
import json, sys
first, second = (json.load(open(n))['features'] for n in ('first.geojson', 'second.geojson'))
assert len(first) == len(second), (len(first), len(second))
for a, b in zip(first, second):
    assert a['geometry'] == b['geometry'], (a['geometry'], b['geometry'])
    for key in ('date', 'date_to', 'event', 'precision', 'value'):
        x, y = a['properties'].get(key), b['properties'].get(key)
        assert x == y, (sys.argv[1], key, x, y)
END
done
# Two towns on a border are no city: both countries stand out, in a region.
printf 'id,place,country\n1,Isfara,Tajikistan\n2,Ak-Say,Kyrgyzstan\n' >border.csv
run 0 draw border.csv --dump=arrange
python3 - out <<'END' || fail 'a border of two countries is drawn as a city'
import json, sys
scene = json.load(open(sys.argv[1]))
assert scene['focus_country'] is None, scene['focus_country']
assert 'the city' not in scene['frame']['extent_reason'], scene['frame']['extent_reason']
END
finish
