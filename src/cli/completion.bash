# SPDX-License-Identifier: MIT
# bash completion for incmap(1)

_incmap() {
    local cur prev command options
    COMPREPLY=()
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    command=${COMP_WORDS[1]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'check doctor draw gazetteer help list locate read run snippet watch --help --version' -- "$cur")
        return
    fi
    case $prev in
    --style) mapfile -t COMPREPLY < <(compgen -f -W "$(_incmap_names styles)" -- "$cur") && return ;;
    --projection) mapfile -t COMPREPLY < <(compgen -W "$(_incmap_names projections)" -- "$cur") && return ;;
    --size) mapfile -t COMPREPLY < <(compgen -W "$(_incmap_names sizes)" -- "$cur") && return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "$(_incmap_names languages)" -- "$cur") && return ;;
    --type) mapfile -t COMPREPLY < <(compgen -W "$(_incmap_names types)" -- "$cur") && return ;;
    --layout) mapfile -t COMPREPLY < <(compgen -W 'acled ucdp usgs generic' -- "$cur") && return ;;
    --as) mapfile -t COMPREPLY < <(compgen -W 'text table' -- "$cur") && return ;;
    --dump) mapfile -t COMPREPLY < <(compgen -W 'read locate project arrange' -- "$cur") && return ;;
    --each) mapfile -t COMPREPLY < <(compgen -W 'row' -- "$cur") && return ;;
    esac
    case $command in
    check) options='--format --strict --as --columns
        --layout --input-layer --date --since --until --week --type --country --places
        --gazetteer --review --lang
        --extent --worldview --projection --size --dpi --style --fade --title --subtitle --organisation --disclaimers --layer
        --help' ;;
    doctor) options='--format --strict --help' ;;
    draw) options='--output --format --report --each --dump --explain --check --strict --as --columns
        --layout --input-layer --date --since --until --week --type --country --places
        --gazetteer --review --lang
        --extent --worldview --projection --size --dpi --style --fade --title --subtitle --organisation --disclaimers --layer
        --help' ;;
    gazetteer) options='--name --columns --gazetteer --help' ;;
    help) options='--help' ;;
    list) options='--format --help' ;;
    locate) options='--output --format --reverse --explain --strict --columns --country --places
        --gazetteer --review --lang --help' ;;
    read) options='--output --format --annotate --explain --strict --as --columns --layout --input-layer
        --date --since --until --week --type --country --places
        --gazetteer --review --lang --help' ;;
    run) options='--jobs --shard --force --lock-wait --input-wait --state --report --log --strict
        --help' ;;
    snippet) options='--format --help' ;;
    watch) options='--output --format --report --check --explain --jobs --state --log --as --columns
        --layout --input-layer --date --since --until --week --type --country --places
        --gazetteer --review --lang
        --extent --worldview --projection --size --dpi --style --fade --title --subtitle --organisation --disclaimers --layer
        --help' ;;
    *) options= ;;
    esac
    case $command:$cur in
    *:-*) mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur") ;;
    help:*) mapfile -t COMPREPLY < <(compgen -W 'check doctor draw gazetteer help list locate read run snippet watch' -- "$cur") ;;
    gazetteer:*) mapfile -t COMPREPLY < <(compgen -f -W 'add build info remove' -- "$cur") ;;
    list:*) mapfile -t COMPREPLY < <(compgen -W 'languages layers projections properties regions sizes styles symbols types worldviews' -- "$cur") ;;
    *) mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
    esac
}

_incmap_names() {
    incmap list "$1" --format csv 2>/dev/null | sed '1d; s/,.*//'
}

complete -o filenames -F _incmap incmap
