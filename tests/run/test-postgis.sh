# SPDX-License-Identifier: MIT
# Incidents from PostGIS: a server of this test's own, on a socket in its folder and no port. The
# days and the extent are asked of the database, as its log of plans shows. INCMAP_ROWS: how many.
. "$SOURCE/tests/cli/lib.sh"
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -x "$bin/initdb" ] || skip "postgresql is not installed"
ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1 ||
    skip "postgresql-15-postgis-3 is not installed"
n_rows=${INCMAP_ROWS:-1000000}

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups env LC_ALL=C.UTF-8 "$@"
    else
        "$@"
    fi
}
base=$(mktemp -d)
[ "$(id -u)" != 0 ] || chown postgres "$base"
chmod 755 "$work"
stop() {
    as_owner "$bin/pg_ctl" -D "$base/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$base" "$work"
}
trap stop EXIT
cd "$base" || exit 1
as_owner "$bin/initdb" -D "$base/data" -A trust -U tester >"$base/initdb.log" 2>&1 ||
    { cat "$base/initdb.log" >&2; skip "no server can be made here"; }
as_owner sh -c "cat >>'$base/data/postgresql.conf'" <<END
listen_addresses = ''
unix_socket_directories = '$base'
fsync = off
full_page_writes = off
session_preload_libraries = 'auto_explain'
auto_explain.log_min_duration = 0
auto_explain.log_analyze = on
END
as_owner "$bin/pg_ctl" -D "$base/data" -w start >"$work/server.log" 2>&1 ||
    { cat "$work/server.log" >&2; fail "the server does not start"; finish; }
cd "$work" || exit 1
sql() {
    "$bin/psql" -h "$base" -U tester -q -X -v ON_ERROR_STOP=1 -d "${database:-incidents}" "$@"
}
"$bin/createdb" -h "$base" -U tester incidents
sql >/dev/null <<END
CREATE EXTENSION postgis;
CREATE TABLE events (id text, event_date date, event_type text, country text, fatalities int,
    geom geometry(Point, 4326));
INSERT INTO events SELECT 'e' || i, date '2024-01-01' + i % 1000, 'Battles', NULL, i % 5,
    ST_SetSRID(ST_MakePoint(-10 + (i % 997) * 0.04, 5 + (i % 491) * 0.04), 4326)
    FROM generate_series(1, $n_rows) AS i;
CREATE INDEX ON events (event_date);
CREATE INDEX ON events USING gist (geom);
ANALYZE events;
END
source="PG:host=$base user=tester dbname=incidents password=secret"
cat >maps.yaml <<END
defaults: {since: 2026-09-20, until: 2026-09-21, extent: "-6,14,8,24", size: 800x600px}
maps:
  - {name: table, input: {path: "$source", layer: events}, output: drawn/table.svg, report: drawn/table.json}
  - name: query
    input: {path: "$source", sql: "SELECT * FROM events WHERE fatalities > 2;"}
    output: drawn/query.svg
    report: drawn/query.json
  - {name: wrong, input: {path: "$source", sql: "SELECT nothing FROM nowhere"}, output: drawn/wrong.svg}
END
start=$(date +%s%N)
run 1 run maps.yaml
says 'wrong: PG:'
says 'relation "nowhere" does not exist'
grep -q secret "$work/err" && fail "a message holds the password"
echo "$n_rows rows: $(($(date +%s%N) / 1000000 - start / 1000000)) ms"
wanted=$(sql -At -c "SELECT count(*) FROM events WHERE event_date BETWEEN '2026-09-20' AND '2026-09-21'
    AND geom && ST_MakeEnvelope(-6, 14, 8, 24, 4326)")
for name in table query; do
    [ -s drawn/$name.svg ] || fail "$name was not drawn"
    grep -q secret drawn/$name.json && fail "the report holds the password"
done
read=$(sed -n 's/.*"n_incidents": \([0-9]*\).*/\1/p' drawn/table.json | head -n 1)
[ "$read" = "$wanted" ] || fail "$read incidents were read, not $wanted"
[ "$wanted" -gt 0 ] || fail "nothing is wanted"
# The plan: the condition stands in a scan, and few rows leave it.
cp server.log plans
grep -q "event_date >= '2026-09-20'::date" plans || fail "no plan has the first day"
grep -q "event_date < '2026-09-22'::date" plans || fail "no plan has the last day"
grep -qE 'geom && ' plans || fail "no plan has the extent"
grep -qE 'fatalities > 2' plans || fail "no plan has the query"
# Another run without changes touches nothing, though it has to ask.
stat -c '%i %Y' drawn/*.svg >before
run 1 run maps.yaml
stat -c '%i %Y' drawn/*.svg >after
cmp -s before after || fail "an unchanged map was touched"
sql -c "INSERT INTO events VALUES ('new', '2026-09-20', 'Riots', NULL, 9, ST_SetSRID(ST_MakePoint(0, 17), 4326))"
run 1 run maps.yaml --report report.json
grep -q '"n_new": 1' report.json || fail "a new row is not seen"
finish
