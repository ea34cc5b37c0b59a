# SPDX-License-Identifier: MIT
# Installs into an empty prefix; the program works from elsewhere without HOME, and a program of
# one's own compiles against the header and the .pc file.
. "$SOURCE/tests/cli/lib.sh"
cmake --install "$BUILD" --prefix "$work/prefix" >log 2>&1 || {
    cat log >&2
    fail "the installation fails"
    finish
}
[ ! -L prefix/share/incmap/styles ] || fail "the installed styles are a link"
mv prefix moved
for file in bin/incmap include/incmap.h share/man/man1/incmap.1 share/incmap/styles/news.yaml \
    share/bash-completion/completions/incmap share/incmap/layers.inm share/incmap/gazetteer.inm; do
    [ -s "moved/$file" ] || fail "not installed: $file"
done
[ "$(find moved/include -type f | wc -l)" = 1 ] || fail "more than one header is installed"
mkdir elsewhere
write_sample
(
    cd elsewhere || exit 1
    env -u INCMAP_DATA -u INCMAP_MODULE_DIR HOME=/nonexistent \
        "$work/moved/bin/incmap" draw "$work/sample.csv" -o "$work/m.png" 2>"$work/err"
) || {
    fail "the installed program fails:"
    cat err >&2
}
"$INCMAP" draw sample.csv -o built.png
cmp -s m.png built.png || fail "installed and built program draw different pictures"

PKG_CONFIG_PATH=$(dirname "$(find "$work/moved" -name incmap.pc)")
export PKG_CONFIG_PATH
cat >user.c <<'END'
#include <incmap.h>
int
main(void)
{
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_autoptr(GError) error = NULL;
    if (!incmap_map_add_input(map, "sample.csv", &error) ||
        !incmap_map_set(map, "size", "600x400px", &error) ||
        !incmap_map_draw(map, "user.png", NULL, &error))
        g_error("%s", error->message);
    return 0;
}
END
# The sanitized library wants its run-time library in the program as well.
flags=$(grep -q '^INCMAP_SANITIZE:BOOL=ON' "$BUILD/CMakeCache.txt" &&
    echo -fsanitize=address,undefined)
# shellcheck disable=SC2046,SC2086 # words are wanted
${CC:-cc} -std=c17 -Wall -Wextra -Werror -pedantic $flags user.c -o user \
    $(pkg-config --cflags --libs incmap) || fail "a program of one's own doesn't compile"
LD_LIBRARY_PATH=$(pkg-config --variable=libdir incmap) ./user || fail "a program of one's own fails"
[ -s user.png ] || fail "a program of one's own draws nothing"

# Only what the header declares can be seen from outside.
nm -D --defined-only "$(pkg-config --variable=libdir incmap)/libincmap.so" |
    sed -n 's/.* [TDBRV] \(incmap_.*\)/\1/p' | sort >seen
grep -oE 'incmap_[a-z_]+\(' "$SOURCE/src/incmap.h" | tr -d '(' | sort -u >declared
comm -23 seen declared >undeclared
[ ! -s undeclared ] || fail "seen from outside but not declared: $(tr '\n' ' ' <undeclared)"
sed -n 's/^INCMAP_API .* \**\(incmap_[a-z_]*\)(.*/\1/p' "$SOURCE/src/incmap.h" | sort -u >promised
comm -13 seen promised >missing
[ ! -s missing ] || fail "declared but missing: $(tr '\n' ' ' <missing)"
finish
