# SPDX-License-Identifier: MIT
# The includes point the right way, and the check would notice if one didn't.
. "$SOURCE/tests/cli/lib.sh"
sh "$SOURCE/tests/check-includes.sh" "$SOURCE/src" || fail "an include points the wrong way"

# planted FILE LINE: the check has to fail with this line in that file. The sources are copied once:
# a copy of all for each line takes long where the disk is busy.
cp -r "$SOURCE/src" src
planted() {
    rm -f kept
    [ ! -e "src/$1" ] || cp "src/$1" kept
    printf '%s\n' "$2" >>"src/$1"
    if sh "$SOURCE/tests/check-includes.sh" src >out 2>err; then
        fail "not noticed: $2 in $1"
    fi
    grep -q "^$1: " err || fail "the message doesn't name $1"
    if [ -e kept ]; then
        mv kept "src/$1"
    else
        rm "src/$1"
    fi
}
planted scene/scene.c '#include "style/style.h"
#include "locate/locate.h"'
planted base/text.c '#include "scene/scene.h"'
planted arrange/labels.c '#include "draw/draw.h"'
planted arrange/labels.c '#include <cairo.h>'
planted locate/rank.c '#include <proj.h>'
planted read/csv.c '#include "locate/gazetteer.h"'
planted cli/draw.c '#include "pipeline/pipeline.h"'
planted layers/vector.c '#include <ogr_api.h>'
planted main.c '#include "incmap.h"'
sh "$SOURCE/tests/check-includes.sh" src || fail "the copy was not put back"
finish
