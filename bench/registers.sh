#!/usr/bin/env bash
# How long pages of a register take with many cases: 95th percentile of the list, its filters, deeper pages and the report.
# usage: bench/registers.sh [cases [requests]]
# needs psql, curl and a running server with the plugin; reads TUGUAN_URL, TUGUAN_DB_URL (postgresql://…), BENCH_USER, BENCH_PASSWORD.
# Fills the register "university-forum" and empties it again: never run it where that register is in use.
set -euo pipefail
cases=${1:-100000} requests=${2:-60} register=university-forum
url=${TUGUAN_URL:-http://127.0.0.1:8080}
export PGUSER=${TUGUAN_DB_USER:-tuguan} PGPASSWORD=${TUGUAN_DB_PASSWORD:-tuguan}

sql() {
  psql -qAt -v ON_ERROR_STOP=1 "$TUGUAN_DB_URL" "$@"
}

clean() {
  sql -c "DELETE FROM plugin_registers.register_case WHERE number LIKE 'BENCH-%'"
}
trap clean EXIT

sql -v cases="$cases" <<'SQL'
INSERT INTO plugin_registers.register_case
  (number, register, title, category, state, agency, opened, runs_from, due, closed, fields, synthetic)
SELECT 'BENCH-' || n, 'university-forum', '提案 ' || md5(n::text), 'proposal', CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END,
  (ARRAY['rdec', 'works', 'transport', 'police', 'education'])[1 + n % 5], day, day, day + 60, CASE WHEN n % 10 = 0 THEN NULL ELSE day + n % 70 END,
  jsonb_build_object('university', '大學 ' || n % 22), true
FROM (SELECT n, date '2017-01-02' + (n::bigint * 3400 / :cases)::integer AS day FROM generate_series(1, :cases) n) made;
ANALYZE plugin_registers.register_case;
SQL

# milliseconds: median, 95th percentile, slowest
measure() {
  local name=$1 path=$2
  for ((i = 0; i < requests + 10; i++)); do
    curl -sf -o /dev/null -u "${BENCH_USER:-admin}:${BENCH_PASSWORD:-demo-admin}" -w '%{time_total}\n' "$url/api/v1/registers$path"
  done | tail -n "$requests" | sort -n | awk -v name="$name" '{t[NR] = $1 * 1000} END {
    printf "%-28s %8.1f %8.1f %8.1f\n", name, t[int((NR + 1) / 2)], t[int(NR * 0.95 + 0.999)], t[NR]}'
}

deep=$(sql -c "SELECT number FROM plugin_registers.register_case WHERE number LIKE 'BENCH-%' ORDER BY opened, id OFFSET 5000 LIMIT 1")
printf '%-28s %8s %8s %8s\n' "$cases cases (ms)" median p95 slowest
measure "registers" ""
measure "list" "/$register/cases"
measure "list, page far behind" "/$register/cases?after=$deep"
measure "state and agency" "/$register/cases?state=open&agency=works"
measure "overdue" "/$register/cases?overdue=true"
measure "words in the title" "/$register/cases?q=abc"
measure "words that nothing has" "/$register/cases?q=nothing-has-this"
measure "one case" "/$register/cases/$deep"
measure "report, this year" "/$register/report"
measure "report, nine years" "/$register/report?from=2017-01&to=2025-12"
