# SPDX-License-Identifier: MIT
# What doctor finds: each thing that can be amiss is made so, and is told with a remedy.
. "$SOURCE/tests/cli/lib.sh"
unset HOME XDG_DATA_HOME SOURCE_DATE_EPOCH INCMAP_DATA

# line VERDICT SUBJECT WORDS: there is such a line
line() {
    grep -E "^$1 +$2: " out | grep -qF -- "$3" || {
        fail "no line \"$1 $2: … $3\":"
        sed 's/^/    /' out >&2
    }
}

run 0 doctor
silent
for subject in program modules layers gazetteer styles fonts proj locale clock memory writing disk; do
    grep -qE "^ok +$subject: " out || fail "nothing is said of $subject"
done
grep -vE '^(ok  |warn|fail)  [a-z]+: .' out && fail "a line of another form"
line warn home 'set INCMAP_GAZETTEER'
line warn path "$INCMAP; write the whole path there"
run 3 doctor --strict
run 2 doctor --format yaml
says 'unknown format "yaml"; there are text, json'
run 2 doctor a b
says 'one job file at a time'

# --- what is amiss ----------------------------------------------------------------------------
INCMAP_DATA=$work/nothing run 1 doctor
line fail layers "$work/nothing/layers.inm: not found; install incmap completely"
line fail styles 'install incmap completely'
line warn variables 'INCMAP_DATA'
mkdir data
cp "$BUILD/share/incmap/gazetteer.inm" data
cp -r "$SOURCE/styles" data/styles
head -c 100000 "$BUILD/share/incmap/layers.inm" >data/layers.inm
echo 'layers: 7' >data/styles/dark.yaml
INCMAP_DATA=$work/data run 1 doctor
line fail layers layers.inm
line fail styles dark.yaml
INCMAP_MODULE_DIR=$work run 1 doctor
line fail modules 'drawing: '
line warn modules 'HTML pages and feeds: '
echo rubbish >incmap-gdal.so
INCMAP_MODULE_DIR=$work run 1 doctor
line warn modules 'incmap-gdal.so'
printf '<fontconfig><dir>%s</dir></fontconfig>' "$work/nothing" >fonts.conf
FONTCONFIG_FILE=$work/fonts.conf run 1 doctor
line fail fonts 'no font is installed; install fonts-inter'
line warn fonts 'P052 is not installed; install fonts-urw-base35'
PROJ_DATA=$work PROJ_LIB=$work run 0 doctor
line warn proj 'install proj-data, or set PROJ_DATA'
LC_ALL=de_DE.ISO-8859-1 run 0 doctor
line warn locale 'de_DE.ISO-8859-1: '
LC_ALL=C run 0 doctor
line ok locale 'C; none is needed'
SOURCE_DATE_EPOCH=1722470400 run 0 doctor
line warn clock 'today is 2024-08-01 for ever; unset SOURCE_DATE_EPOCH'
(ulimit -n 40 && run 0 doctor && line warn limits 'only 40 files may be open' && finish) ||
    fail "few files"
(ulimit -f 100 && run 0 doctor && line warn limits 'ulimit -f' && finish) || fail "small files"
# A build with sanitizers needs terabytes of addresses itself.
if (ulimit -v 200000 && "$INCMAP" --version) >out 2>err; then
    (ulimit -v 200000 && "$INCMAP" doctor >out 2>err)
    line warn memory 'draw fewer maps at once with --jobs'
fi

# --- a job ------------------------------------------------------------------------------------
write_sample
cat >maps.yaml <<'END'
maps:
  - {name: good, input: sample.csv, output: "out.d/{country}/a.svg", each: country}
END
run 0 doctor maps.yaml
line ok job 'maps.yaml: 1 entry'
line ok inputs '1 can be read'
line ok writing '.'
line ok state 'no run has been yet'
[ ! -e out.d ] && [ ! -e .maps.yaml.state ] && [ -z "$(find . -name '.*.incmap-*')" ] ||
    fail "the doctor leaves something behind"
run 0 run maps.yaml
run 0 doctor maps.yaml
line ok state '1 maps are drawn'
echo rubbish >.maps.yaml.state
run 0 doctor maps.yaml
line warn state 'damaged or of another version'
cat >maps.yaml <<'END'
maps:
  - {name: gone, input: absent.csv, output: /proc/none/a.svg, style: nws, places: own.csv}
END
run 1 doctor maps.yaml
line fail inputs 'gone: absent.csv: No such file or directory; name a file'
line fail writing '/proc: '
line fail job 'did you mean "news"?'
line fail job 'own.csv: No such file'
run 1 doctor maps.yaml --format json
for words in '"n_failures": 4' '"subject": "inputs", "verdict": "fail", "text": "gone: absent.csv' \
    '"remedy": "name a file that this user may read"'; do
    shows "$words"
done
echo 'maps: 3' >maps.yaml
run 1 doctor maps.yaml
line fail job 'maps.yaml:1:7: a job file has a list "maps"'
finish
