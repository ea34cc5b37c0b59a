# SPDX-License-Identifier: MIT
# Help of every command; the man page and the completions know exactly the options that exist.
. "$SOURCE/tests/cli/lib.sh"

run 0 --version
shows "incmap 0."
run 0 --help
silent
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out)
[ "$(echo "$commands" | wc -w)" -ge 6 ] || fail "fewer commands than known: $commands"

: >known
for command in $commands; do
    run 0 "$command" --help
    silent
    shows "Usage: incmap $command"
    shows "Example"
    cp out by-option
    run 0 help "$command"
    cmp -s out by-option || fail "help $command and $command --help differ"
    grep -oE '^ +(-[a-z], )?--[a-z-]+' out | grep -oE -e '--[a-z-]+' | sort -u >"options.$command"
    cat "options.$command" >>known
    grep -qE "^\.BR \"incmap $command" "$SOURCE/src/cli/incmap.1" ||
        fail "the man page lacks the command $command"
    # bash: the words between "command) options='" and the closing quote
    tr '\n' ' ' <"$SOURCE/src/cli/completion.bash" |
        sed -nE "s/.* $command\) options='([^']*)'.*/\1/p" | tr -s ' ' '\n' | sort -u >bash.options
    diff "options.$command" bash.options >difference ||
        fail "bash completion of $command: $(cat difference)"
    sed -nE "s/.*from $command' (-f )?-l ([a-z-]+).*/--\2/p" "$SOURCE/src/cli/completion.fish" |
        sort -u >fish.options
    diff "options.$command" fish.options >difference ||
        fail "fish completion of $command: $(cat difference)"
done

sort -u known >known.sorted
sed 's/\\-/-/g' "$SOURCE/src/cli/incmap.1" | grep -E '^\.BR? .*--' | grep -oE -e '--[a-z-]+' |
    grep -v '^--version$' | sort -u >man.options
diff known.sorted man.options >difference || fail "man page: $(cat difference)"
while read -r option; do
    grep -qF -e "$option" "$SOURCE/src/cli/completion.zsh" ||
        fail "zsh completion lacks $option"
done <known.sorted
if command -v bash >/dev/null; then
    bash -n "$SOURCE/src/cli/completion.bash" || fail "bash completion has a syntax error"
fi
finish
