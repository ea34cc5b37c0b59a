# SPDX-License-Identifier: MIT
#
# Sourced by the tests of the command line. The runner sets INCMAP (the program), SOURCE (the
# project) and BUILD. Each test gets an empty folder and leaves nothing behind.
set -u
# What the user of this machine has added is none of the tests' business.
unset INCMAP_GAZETTEER
XDG_DATA_HOME=/nonexistent
export XDG_DATA_HOME
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
n_failed=0

fail() {
    echo "not ok: $*" >&2
    n_failed=$((n_failed + 1))
}

# run STATUS ARGUMENT…: runs the program, keeps $work/out and $work/err
run() {
    expected=$1
    shift
    "$INCMAP" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
    [ "$status" = "$expected" ] || {
        fail "incmap $*: exit status $status, not $expected"
        sed 's/^/    /' "$work/err" >&2
    }
}

# says TEXT: standard error is one line and holds the text
says() {
    grep -qF -- "$1" "$work/err" || {
        fail "the message lacks \"$1\":"
        sed 's/^/    /' "$work/err" >&2
    }
    [ "$(wc -l <"$work/err")" = 1 ] || {
        fail "the message is not one line:"
        sed 's/^/    /' "$work/err" >&2
    }
}

# notes TEXT: standard error holds the text among others
notes() {
    grep -qF -- "$1" "$work/err" || {
        fail "no note says \"$1\":"
        sed 's/^/    /' "$work/err" >&2
    }
}

# shows TEXT: standard output holds the text
shows() {
    grep -qF -- "$1" "$work/out" || {
        fail "the output lacks \"$1\":"
        head -n 20 "$work/out" | sed 's/^/    /' >&2
    }
}

silent() {
    [ -s "$work/err" ] && {
        fail "it should say nothing:"
        sed 's/^/    /' "$work/err" >&2
    }
    :
}

skip() {
    echo "skipped: $*"
    exit 77
}

finish() {
    [ "$n_failed" = 0 ] || exit 1
    exit 0
}

write_sample() {
    cat >sample.csv <<'END'
id,date,type,place,country,lat,lon,fatalities
1,2024-07-25,battle,Kidal,Mali,18.44,1.41,3
2,2024-07-27,ambush,Gao,Mali,16.27,-0.04,20
3,2024-07-29,protest,Timbuktu,Mali,16.77,-3.01,0
END
}
