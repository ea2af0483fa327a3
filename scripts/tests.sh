# shellcheck shell=bash
# ./tuguan test: the whole suite on a cluster that lives as long as the tests.

TEST_DIR=

ensure_test_tools() {
  ensure_jdk
  ensure_maven
  ensure_font
  if can_install; then
    apt_install gdal-bin python3-owslib postgis
    command -v chromium >/dev/null || apt_install chromium
    return
  fi
  command -v gdalinfo >/dev/null || must_have "GDAL (gdalinfo, ogrinfo)" test
  /usr/bin/env python3 -c 'import owslib' 2>/dev/null || must_have "OWSLib (python3)" test
  command -v chromium >/dev/null || must_have "Chromium" test
}

make_test_cluster() {
  local port password
  ensure_postgres
  ensure_postgres_user
  TEST_DIR=$(mktemp -d "${TMPDIR:-/tmp}/tuguan-test.XXXXXX")
  trap remove_test_cluster EXIT
  trap 'exit 130' INT TERM HUP
  give_to_postgres "$TEST_DIR"
  password=$(new_password)
  progress "建立測試資料庫 Making a throw-away cluster" "$(logs_dir)/test-initdb.log" \
    make_cluster "$TEST_DIR" tuguan "$password"
  test_settings >>"$TEST_DIR/data/postgresql.conf"
  port=$(free_port $((25432 + $$ % 400)))
  start_cluster "$TEST_DIR" "$port"
  export TUGUAN_TEST_DB_URL=jdbc:postgresql://127.0.0.1:$port/postgres
  export TUGUAN_TEST_DB_USER=tuguan TUGUAN_TEST_DB_PASSWORD=$password
}

test_settings() {
  cat <<'CONF'

# A cluster for tests: nothing in it outlives them.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 128MB
max_connections = 200
jit = off
CONF
}

remove_test_cluster() {
  [ -n "$TEST_DIR" ] || return 0
  if cluster_running "$TEST_DIR"; then stop_cluster "$TEST_DIR" immediate || true; fi
  rm -rf "$TEST_DIR"
}

# Of Maven's words those that show how far it is; all of them are in the log.
show_test_progress() {
  local line
  while IFS= read -r line; do
    case $line in
      *'Tests run:'* | *'] Building Tuguan'* | *'] Running '* | *'] BUILD '* | *'[ERROR]'* | *'FAILURE!'*)
        printf '%4d s  %s\n' "$SECONDS" "$line"
        ;;
    esac
  done
}

report_files() {
  find "$ROOT" -path '*/target/*-reports/TEST-*.xml' -not -path "$ROOT/.tuguan*" -print0
}

# Sum of an attribute over all suites; the first element of a report is its suite.
sum_reports() {
  report_files | xargs -0 -r grep -ohE -m 1 "<testsuite [^>]*" |
    sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" | { total=0; while read -r n; do total=$((total + n)); done; echo "$total"; }
}

# Says the totals on the last line; fails unless something passed and nothing failed.
report_totals() {
  local failed skipped passed code=$1
  skipped=$(sum_reports skipped)
  failed=$(($(sum_reports failures) + $(sum_reports errors)))
  passed=$(($(sum_reports tests) - failed - skipped))
  if [ "$code" -ne 0 ]; then warn "Maven 失敗 ended with $code; $(logs_dir)/test.log"; fi
  say "$passed passed, $failed failed, $skipped skipped"
  [ "$code" -eq 0 ] && [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

# All tests run, whatever fails: the totals say what did.
verify() {
  mvn -B -ntp verify --fail-at-end -Dmaven.test.failure.ignore=true "$@" </dev/null 2>&1 |
    tee "$(logs_dir)/test.log" | show_test_progress
}

run_tests() {
  local code=0
  ensure_test_tools
  if [ -z "${TUGUAN_TEST_DB_URL:-}" ]; then make_test_cluster; fi
  report_files | xargs -0 -r rm -f
  cd "$ROOT" || exit
  say "… mvn verify；全部輸出 everything it says: $(logs_dir)/test.log"
  set -m
  verify "$@" &
  set +m
  # shellcheck disable=SC2064
  trap "kill -- -$! 2>/dev/null; exit 130" INT TERM HUP
  wait "$!" || code=$?
  report_totals "$code"
}
