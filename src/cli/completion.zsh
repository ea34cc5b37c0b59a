#compdef incmap
# SPDX-License-Identifier: MIT

_incmap_names() {
    local -a names
    names=(${(f)"$(incmap list $1 --format csv 2>/dev/null | sed '1d; s/,.*//')"})
    compadd -a names
}

_incmap() {
    local -a commands input where page result
    commands=(
        'check:looks for faults in inputs, styles and the installation'
        'doctor:says what this machine lacks'
        'draw:draws a finished map from a news text or a table'
        'gazetteer:keeps gazetteers of your own'
        'help:shows the options of a command'
        'list:lists styles, layers, projections, sizes and more'
        'locate:finds the places that names mean'
        'read:reads news texts and tables into incidents and places'
        'run:draws the maps of a job file that have changed'
        'snippet:prints what embeds a map'
        'watch:draws again whenever something is saved'
    )
    if ((CURRENT == 2)); then
        _describe command commands
        return
    fi
    where=(
        '--columns=[roles of columns]:roles:'
        '--country=[only this country]:name:'
        '--places=[CSV of your own places]:file:_files'
        '--gazetteer=[folder or file of added gazetteers]:path:_files'
        '--review=[CSV of the doubtful places]:file:_files'
        '--lang=[language of names]:code:_incmap_names languages'
    )
    input=(
        '--as=[kind of input]:kind:(text table)'
        '--layout=[layout of a table]:layout:(acled ucdp usgs generic)'
        '--input-layer=[layer of the input]:name:'
        '--date=[day the text was written]:day:'
        '--since=[first day]:day:'
        '--until=[last day]:day:'
        '--week=[ISO week]:week:'
        '--type=[event types]:types:_incmap_names types'
    )
    page=(
        '--extent=[area shown]:area:_incmap_names regions'
        '--worldview=[view of disputed territories]:view:_incmap_names worldviews'
        '--projection=[projection]:name:_incmap_names projections'
        '--size=[size of the page]:size:_incmap_names sizes'
        '--dpi=[resolution]:number:'
        '--style=[name or file]:style:_incmap_names styles'
        '--fade=[older incidents paler]:span:(7d 30d 6m 1y all)'
        '--title=[headline]:text:'
        '--subtitle=[second line]:text:'
        '--organisation=[publisher]:name:'
        '--disclaimers=[CSV of disclaimers]:file:_files'
        '*--layer=[vector file on top]:file:_files'
    )
    result=(
        '--explain[say why]'
        '--strict[exit status 3 when something was left out]'
    )
    local command=$words[2]
    shift words
    ((CURRENT--))
    case $command in
    check)
        _arguments $input $where $page '--strict[exit status 3 when there is a fault]' \
            {-f,--format}'=[format]:format:(text json)' '--help[help]' '*:file:_files'
        ;;
    doctor)
        _arguments {-f,--format}'=[format]:format:(text json)' \
            '--strict[exit status 3 when there is a warning]' '--help[help]' '*:file:_files'
        ;;
    draw)
        _arguments $input $where $page $result '*'{-o,--output}'=[picture]:file:_files' \
            {-f,--format}'=[format]:format:(png svg pdf html tif geojson kml pgw prj)' '--report=[report as JSON]:file:_files' \
            '--check[say what an editor would mend]' '--each=[one map a row]:what:(row)' '--dump=[scene]:stage:(read locate project arrange)' \
            '--help[help]' '*:file:_files'
        ;;
    gazetteer)
        _arguments '--name=[what it is called]:name:' '--columns=[roles of columns]:roles:' \
            '--gazetteer=[folder of the gazetteers]:folder:_files -/' '--help[help]' \
            '1:action:(add build info remove)' '*:file:_files'
        ;;
    help) _arguments '--help[help]' '1:command:(check doctor draw gazetteer help list locate read run snippet watch)' ;;
    list)
        _arguments {-f,--format}'=[format]:format:(text csv)' '--help[help]' \
            '1:what:(languages layers projections properties regions sizes styles symbols types worldviews)'
        ;;
    locate)
        _arguments $where $result {-o,--output}'=[result]:file:_files' \
            {-f,--format}'=[format]:format:(csv json jsonl geojson)' \
            '*--reverse=[what stands there]:lat,lon:' '--help[help]' '*:file:_files'
        ;;
    read)
        _arguments $input $where $result {-o,--output}'=[result]:file:_files' \
            {-f,--format}'=[format]:format:(json jsonl csv geojson)' \
            '--annotate=-[text with its names marked]::form:(text html)' '--help[help]' \
            '*:file:_files'
        ;;
    run)
        _arguments {-j,--jobs}'=[maps drawn at once]:number:' '--shard=[one of several parts]:i/n:' \
            '--force[draw all]' '--lock-wait=[wait for another run]:time:' \
            '--input-wait=[wait for an input]:time:' '--state=[what was drawn]:file:_files' \
            '--report=[report as JSON]:file:_files' '--log=[log file]:file:_files' \
            '--strict[exit status 3 when something was left out]' '--help[help]' '*:file:_files'
        ;;
    snippet)
        _arguments {-f,--format}'=[format]:format:(html markdown latex)' '--help[help]' '*:file:_files'
        ;;
    watch)
        _arguments $input $where $page '*'{-o,--output}'=[picture]:file:_files' \
            {-f,--format}'=[format]:format:(png svg pdf html tif geojson kml pgw prj)' '--report=[report as JSON]:file:_files' \
            '--check[say what an editor would mend]' '--explain[say why]' \
            {-j,--jobs}'=[maps drawn at once]:number:' '--state=[what was drawn]:file:_files' \
            '--log=[log file]:file:_files' '--help[help]' '*:file:_files'
        ;;
    esac
}

_incmap "$@"
