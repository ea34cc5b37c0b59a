#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Names and words of a map in its language, from the command to the picture's own text.
. "$SOURCE/tests/cli/lib.sh"
gallery=$SOURCE/tests/gallery

# map LANGUAGE WORD…: every word stands on the map of the dispatch
map() {
    language=$1
    shift
    run 0 draw "$gallery/kupiansk.txt" --date 2023-10-08 --lang "$language" \
        -o "$work/$language.svg" --report "$work/$language.json"
    for word in "$@"; do
        grep -q ">[^<]*$word" "$work/$language.svg" || fail "$language: no \"$word\" on the map"
    done
}

map fr 'attaque de missiles' '6 octobre 2023' 'Dniepr' 'Sources'
map es 'ataque con misiles' '6 de octubre de 2023' 'Danubio' 'Fuentes'
map pt 'ataque de mísseis' '6 de outubro de 2023' 'Volga' 'Fontes'
map de 'Raketenangriff' '6. Oktober 2023' 'Donau' 'Quellen'
map ru 'ракетный удар' '6 октября 2023' 'Купянск' 'Дунай' 'Источники'
map uk 'ракетний удар' '6 жовтня 2023' 'Куп’янськ' 'Дніпро' 'Дністер' 'Джерела'
map ar 'هجوم صاروخي' '6 أكتوبر 2023' 'كوبيانسك' 'المصادر'
map zh '导弹袭击' '2023年10月6日' '库皮扬斯克' '资料来源'

# Lakes too.
for pair in 'fr:mer Caspienne' 'ru:Каспийское море' 'ar:بحر قزوين' 'zh:里海'; do
    run 0 draw --lang "${pair%%:*}" --extent 44,36,58,48 -o "$work/lake.svg" "$gallery/kupiansk.txt"
    grep -q ">${pair#*:}<" "$work/lake.svg" || fail "no \"${pair#*:}\" on the map"
done

# Names that are out of date stay off the map.
grep -q 'Дніпропетровськ<\|Кіровоград<' "$work/uk.svg" && fail "a former name is on the map"
# The alt text is in the language of the map, in the picture and in the report.
grep -q '<desc[^>]*>Карта: Україна та околиці. На ній позначено один інцидент: Ракетний удар' \
    "$work/uk.svg" || fail "the description is not Ukrainian"
grep -q '"alt": "خريطة: أوكرانيا ومحيطها. تبيّن حادثة واحدة: هجوم صاروخي' "$work/ar.json" ||
    fail "the report's alt text is not Arabic"

# Names without words: English words and a note.
run 0 draw "$gallery/kupiansk.txt" --date 2023-10-08 --lang ja -o "$work/ja.svg"
notes 'there are none in "ja" yet; styles/words/ja.txt would bring them'
grep -q 'キーウ\|ウクライナ' "$work/ja.svg" || fail "no Japanese name on the map"
grep -q '>Sources: ' "$work/ja.svg" || fail "no English words on the Japanese map"
finish
