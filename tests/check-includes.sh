#!/bin/sh
# SPDX-License-Identifier: MIT
#
# check-includes.sh [SRC]: fails when an include points the wrong way.
#
# A folder may include itself and what the table allows it; "public" is incmap.h. The second table
# says which folder alone may have the headers of a library.
set -eu
cd "${1:-$(dirname "$0")/../src}"

tables='
allow base public
allow style base
allow scene base style
allow layers base
allow read base scene layers
allow locate base scene layers
allow project base scene layers
allow arrange base scene style
allow draw base scene style
allow pipeline base style scene layers read locate project arrange draw public
allow run base style scene layers read locate pipeline public
allow cli public
allow main cli
library ^cairo draw
library ^pango draw
library ^fontconfig draw
library ^hb draw
library ^libdeflate draw
library ^proj[.]h project
library ^(ogr|gdal|cpl)_ layers/ogr
library ^yaml[.]h style
library ^libxml/ read/markup
library ^librsvg/ draw/vector
'

find . -name '*.[ch]' | sort | xargs awk -v tables="$tables" '
function complain(what, who) {
    printf "%s: includes %s, which %s may not\n", file, what, who > "/dev/stderr"
    n_bad++
}
BEGIN {
    n_rows = split(tables, rows, "\n")
    for (i = 1; i <= n_rows; i++) {
        n = split(rows[i], words, " ")
        if (words[1] == "library")
            owner[words[2]] = words[3] "/"
        for (j = 3; words[1] == "allow" && j <= n; j++)
            allowed[words[2], words[j]] = 1
    }
}
FNR == 1 {
    file = substr(FILENAME, 3)
    folder = file == "main.c" ? "main" : file ~ /\// ? substr(file, 1, index(file, "/") - 1) : "public"
}
match($0, /^[ \t]*#[ \t]*include[ \t]*["<][^">]*[">]/) {
    n_includes++
    name = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
    kind = substr(name, 1, 1)
    name = substr(name, 2)
    sub(/[">].*/, "", name)
    if (kind == "<") {
        for (pattern in owner)
            if (name ~ pattern && index(file, owner[pattern]) != 1)
                complain("<" name ">", "only " owner[pattern] " may have and " folder)
        next
    }
    target = name == "incmap.h" ? "public" : index(name, "/") ? substr(name, 1, index(name, "/") - 1) : ""
    if (target == "")
        complain("\"" name "\" without its folder", folder)
    else if (target != folder && !((folder, target) in allowed))
        complain("\"" name "\"", folder)
}
END {
    if (n_includes == 0)
        print "check-includes.sh: no sources here" > "/dev/stderr"
    exit n_bad > 0 || n_includes == 0
}'
