#!/bin/sh
# SPDX-License-Identifier: MIT
#
# check-includes.sh [SRC]: fails when an include points the wrong way.
#
# A folder may include itself, what the table allows it, and "incmap.h" where the table says
# "public". Headers of libraries are allowed by folder too: only draw has Cairo and Pango, only
# project has PROJ, only layers/ogr has GDAL.
set -eu
src=${1:-$(dirname "$0")/../src}

# folder: what it may include
table='
base: public
style: base
scene: base style
layers: base
read: base scene layers
locate: base scene layers
project: base scene layers
arrange: base scene style
draw: base scene style
pipeline: base style scene layers read locate project arrange draw public
cli: public
'
# library header, as a pattern: the only folder that may have it
libraries='
cairo draw
pango draw
fontconfig draw
hb draw
proj\.h project
ogr_ layers/ogr
gdal layers/ogr
cpl_ layers/ogr
yaml\.h style
libdeflate draw
'

bad=0
complain() {
    echo "$1: includes $2, which $3 may not" >&2
    bad=1
}

check_own() {
    file=$1 folder=$2 wanted=$3
    case $wanted in
    incmap.h) target=public ;;
    */*) target=${wanted%%/*} ;;
    *)
        complain "$file" "$wanted without its folder" "$folder"
        return
        ;;
    esac
    [ "$target" = "$folder" ] && return
    allowed=$(printf '%s' "$table" | sed -n "s/^$folder: //p")
    case " $allowed " in
    *" $target "*) ;;
    *) complain "$file" "\"$wanted\"" "$folder" ;;
    esac
}

check_library() {
    file=$1 wanted=$2
    while read -r pattern owner; do
        [ -n "$pattern" ] || continue
        case $file in "$owner"/*) continue ;; esac
        if printf '%s' "$wanted" | grep -q "^$pattern"; then
            complain "$file" "<$wanted>" "only $owner has; ${file%%/*}"
        fi
    done <<END
$libraries
END
}

cd "$src"
includes=$(mktemp)
trap 'rm -f "$includes"' EXIT
grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]' --include='*.[ch]' . |
    sed -E 's|^\./([^:]*):[0-9]+:[[:space:]]*#[[:space:]]*include[[:space:]]*(["<])([^">]*)[">].*|\1 \2 \3|' >"$includes"
[ -s "$includes" ] || {
    echo "check-includes.sh: no sources in $src" >&2
    exit 1
}
while read -r file kind wanted; do
    case $file in
    */*) folder=${file%%/*} ;;
    main.c) folder=main ;;
    *) folder=public ;;
    esac
    if [ "$kind" = '<' ]; then
        check_library "$file" "$wanted"
    elif [ "$folder" = main ]; then
        [ "$wanted" = cli/cli.h ] || complain "$file" "\"$wanted\"" main
    else
        check_own "$file" "$folder" "$wanted"
    fi
done <"$includes"
exit $bad
