#!/bin/sh
# SPDX-License-Identifier: MIT
#
# sh setup.sh map    installs what is missing, builds, draws the example
# sh setup.sh test   installs what is missing, runs the whole test suite
#
# Needs Debian 12 and, for installing, root or sudo. Nothing is installed that is already there.
set -eu
cd "$(dirname "$0")"

# Debian packages and what each is for. The last group is for the tests only.
packages() {
    cat <<'END'
build-essential      C compiler and linker
cmake                build description
ninja-build          build
pkg-config           finds the libraries
libglib2.0-dev       strings, errors, command line
libgdal-dev          vector files and tables of all kinds
libproj-dev          projections
libxml2-dev          HTML pages and feeds
libcairo2-dev        PNG and PDF
librsvg2-dev         icons of one's own as SVG
libpango1.0-dev      text in every script
libyaml-dev          style files
libdeflate-dev       fast PNG compression
zlib1g-dev           compressed base layers
fonts-inter          the supplied styles' type
fonts-urw-base35     names of water and deserts
fonts-noto-core      Arabic, Cyrillic and other scripts
fonts-dejavu-core    the last resort
END
    if [ "$1" = test ]; then
        cat <<'END'
libpng-dev           compares pictures
libxml2-utils        checks SVG
poppler-utils        checks PDF
librsvg2-bin         checks that SVG draws
postgresql-15-postgis-3  a database to read incidents from
chromium             checks SVG and pages in a browser
END
    fi
}

say() {
    printf '%s\n' "$*"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "setup.sh: installing needs root, and there is no sudo; run as root: $*" >&2
        exit 1
    fi
}

install_missing() {
    command -v dpkg-query >/dev/null || {
        say "setup.sh: this is not Debian; install these packages' counterparts by hand:" >&2
        packages "$1" >&2
        exit 1
    }
    installed=" $(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' 2>/dev/null |
        sed -n 's/^ii //p' | tr '\n' ' ')"
    missing=
    while read -r package reason; do
        case $installed in
        *" $package "*) ;;
        *)
            missing="$missing $package"
            say "missing: $package ($reason)"
            ;;
        esac
    done <<END
$(packages "$1")
END
    [ -n "$missing" ] || return 0
    say "installing:$missing"
    as_root apt-get -qq update
    # shellcheck disable=SC2086 # words are wanted
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq install -y --no-install-recommends $missing </dev/null
}

build() {
    log=build/$1.log
    mkdir -p build
    if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        say "setup.sh: the build failed; all of its output is in $log" >&2
        exit 1
    fi
}

# What drives the browser: 14 MB from npm, where that is there. Debian's own brings 300 packages, so it
# isn't asked for; without it the test of pages says that it is skipped.
install_browser_driver() {
    [ -d build/npm/node_modules/playwright-core ] && return
    if command -v npm >/dev/null; then
        npm install --silent --no-save --no-audit --no-fund --prefix build/npm playwright-core@1 ||
            say "setup.sh: playwright-core can't be installed; pages aren't tested in a browser" >&2
    else
        say "setup.sh: npm is not installed; pages aren't tested in a browser" >&2
    fi
}

# Configuring costs seconds: ninja does it by itself when something has changed.
build_release() {
    if [ -f build/release/build.ninja ] && ninja -C build/release >build/release.log 2>&1; then
        return
    fi
    say "building (some minutes the first time) …"
    build program
}

draw_example() {
    build/release/bin/incmap draw tests/gallery/tinzaouaten.txt --date 2024-08-05 \
        -o tinzaouaten.png -o tinzaouaten.svg
    say "drawn: $PWD/tinzaouaten.png"
    say "       $PWD/tinzaouaten.svg"
}

case ${1-} in
map)
    install_missing map
    build_release
    draw_example
    ;;
test)
    install_missing test
    install_browser_driver
    cmake --workflow --preset debug
    cmake --workflow --preset sanitize
    ;;
*)
    say "usage: sh setup.sh map|test" >&2
    exit 2
    ;;
esac
