# SPDX-License-Identifier: MIT
# The examples for schedulers: each is what its reader wants, and its command draws the whole job.
# YAML_JSON is the program that reads manifests. What isn't installed is skipped and said.
. "$SOURCE/tests/cli/lib.sh"
examples=$SOURCE/src/run/examples
mkdir bin srv
ln -s "$INCMAP" bin/incmap
PATH=$work/bin:$PATH
cat >srv/maps.yaml <<'END'
maps:
  - {name: rows, input: in.csv, each: row, size: 300x200px, title: "", output: "out/{id}.svg"}
END
echo 'id,lat,lon' >srv/in.csv
for i in 1 2 3 4 5 6 7 8 9; do echo "$i,$i,$i"; done >>srv/in.csv
touch -d '1 hour ago' srv/in.csv

begin() {
    rm -rf srv/out srv/.maps.yaml.state*
}
# complete WHAT: all nine maps are there, and each was drawn by one part
complete() {
    n=$(find srv/out -name '*.svg' 2>/dev/null | wc -l)
    [ "$n" = 9 ] || fail "$1: $n maps, not 9"
}
# command FILE PATTERN: the command of an example with the test's paths
command_of() {
    sed -nE "s|$2|\1|p" "$1" | sed "s|/usr/local/bin/incmap|incmap|; s|/srv/maps|$work/srv|g"
}

# --- systemd ----------------------------------------------------------------------------------
service=$(command_of "$examples/incmap-maps.service" '^ExecStart=(.*)')
begin
sh -c "$service" >said 2>complained || fail "the service: $(cat complained)"
complete 'the service'
[ ! -s complained ] || fail "the service: $(cat complained)"
grep -q 'drawn: rows (1)' said || fail "the service logs: $(cat said)"
if command -v systemd-analyze >/dev/null; then
    # It wants the program where the unit names it.
    mkdir units
    sed "s|/usr/local/bin/incmap|$INCMAP|" "$examples/incmap-maps.service" >units/incmap-maps.service
    cp "$examples/incmap-maps.timer" units
    (cd units && systemd-analyze verify --man=no ./incmap-maps.service ./incmap-maps.timer) >said 2>&1 ||
        fail "systemd-analyze verify: $(cat said)"
    grep incmap said && fail "systemd-analyze verify: $(cat said)"
    calendar=$(sed -n 's/^OnCalendar=//p' "$examples/incmap-maps.timer")
    systemd-analyze calendar "$calendar" >said 2>&1 || fail "OnCalendar: $(cat said)"
    sed -i 's/^OnCalendar=.*/OnCalendar=hurly/' units/incmap-maps.timer
    (cd units && systemd-analyze verify --man=no ./incmap-maps.timer) 2>&1 | grep -q hurly ||
        fail "systemd-analyze finds no faults"
else
    echo "skipped: systemd-analyze is not installed"
fi

# --- cron -------------------------------------------------------------------------------------
for line in "$(grep -E '^[0-9*]' "$examples/incmap-maps.cron")" \
    "$(sed -nE 's/^    ([0-9*].* )(\/[^ ]*incmap run .*)/\1root \2/p' "$SOURCE/README.md")"; do
    echo "$line" | grep -qE '^([0-9*]+ +){5}[a-z]+ +/[^ ]+/incmap run ' || fail "no line of a crontab: $line"
    case $line in *%*) fail "a % ends the command in a crontab: $line" ;; esac
    begin
    command=$(echo "$line" | sed -E 's|^([^ ]+ +){6}||; s|[^ ]*/incmap |incmap |' | sed "s|/srv/maps|$work/srv|g")
    # the environment of cron (Debian's crontab(5))
    env -i HOME="$work" LOGNAME=root SHELL=/bin/sh PATH="$work/bin:/usr/bin:/bin" \
        /bin/sh -c "$command" >said 2>&1 || fail "cron: $(cat said)"
    [ ! -s said ] || fail "cron would mail: $(cat said)"
    complete cron
done
[ "$(tail -c 1 "$examples/incmap-maps.cron" | od -An -tx1 | tr -d ' ')" = 0a ] ||
    fail "cron ignores a last line without a line feed"

# --- several machines: each part of its own, together the whole --------------------------------
begin
if command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    HOME=$work sh "$examples/parallel.sh" srv/maps.yaml 3 >said 2>complained || fail "parallel: $(cat complained)"
    complete 'GNU parallel'
else
    echo "skipped: GNU parallel is not installed"
fi
n=$(sed -nE 's/^#SBATCH --array=1-([0-9]+)/\1/p' "$examples/slurm.sh")
begin
for i in $(seq "$n"); do
    SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=$n SLURM_CPUS_PER_TASK=1 \
        sh "$examples/slurm.sh" srv/maps.yaml >said 2>complained || fail "Slurm $i: $(cat complained)"
    [ "$(grep -c drawn: said)" -le 2 ] || fail "Slurm $i draws what is another's: $(cat said)"
done
complete Slurm

# --- Kubernetes -------------------------------------------------------------------------------
"$YAML_JSON" "$examples/kubernetes.yaml" >manifest.json || fail "the manifest is no YAML"
for words in '"kind":"CronJob"' '"completionMode":"Indexed"' '"completions":4' '"restartPolicy":"Never"' \
    '"command":\["/bin/sh","-c"\]'; do
    tr -d ' ' <manifest.json | grep -q "$words" || fail "the manifest lacks $words: $(cat manifest.json)"
done
command=$(sed -E 's/.*"args": ?\["((\\.|[^"\\])*)"\].*/\1/; s/\\"/"/g' manifest.json | sed "s|/srv/maps|$work/srv|g")
n=$(sed -E 's/.*"completions": ?([0-9]+).*/\1/' manifest.json)
begin
for i in $(seq 0 $((n - 1))); do
    JOB_COMPLETION_INDEX=$i /bin/sh -c "$command" >said 2>complained || fail "pod $i: $(cat complained)"
done
complete Kubernetes
[ "$(find srv -name '.maps.yaml.state-*-of-4' | wc -l)" = 4 ] || fail "the parts of a job share a state"
if command -v kubectl >/dev/null; then
    kubectl create --dry-run=client --validate=false -f "$examples/kubernetes.yaml" -o name >said 2>&1 &&
        grep -q 'cronjob.batch/maps' said || echo "kubectl without a cluster says: $(head -c 200 said)"
fi
finish
