# shellcheck shell=bash
# Starting, watching and stopping the server, and the commands that work on its database.

SERVER_PID_FILE=$TUGUAN_HOME/server.pid

# Modest memory: the heap shrinks again when nothing is asked for.
default_java_options() {
  echo "-Xms64m -Xmx640m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25" \
    "-Xss512k -XX:ReservedCodeCacheSize=96m -XX:+ExitOnOutOfMemoryError"
}

# java_program JAR ARGUMENTS…: replaces this shell.
java_program() {
  local jar=$1 options
  shift
  read -r -a options <<<"${TUGUAN_JAVA_OPTS:-$(default_java_options)}"
  export MALLOC_ARENA_MAX=2
  # shellcheck disable=SC2086
  exec ${DETACHED:-} "$(java_bin java)" "${options[@]}" -Djava.awt.headless=true -Dfile.encoding=UTF-8 \
    "-Dtuguan.home=$TUGUAN_HOME" -jar "$jar" "$@" 9>&- 8<&-
}

# A command of the program: it speaks for itself, its log only of errors.
quietly() {
  export LOGGING_LEVEL_ROOT=${LOGGING_LEVEL_ROOT:-ERROR} LOGGING_LEVEL_ORG_FLYWAYDB=ERROR
  java_program "$TUGUAN_HOME/tuguan-server.jar" "$@"
}

# The running server's process, or nothing; a file left by a killed one does not count.
server_pid() {
  local pid
  pid=$(cat "$SERVER_PID_FILE" 2>/dev/null) || return 0
  case $(process_arguments "${pid:-0}") in
    *"-Dtuguan.home=$TUGUAN_HOME "*) printf '%s' "$pid" ;;
  esac
}

portal_address() {
  printf 'http://localhost:%s/' "$(cat "$TUGUAN_HOME/server.port" 2>/dev/null || echo "$TUGUAN_PORT")"
}

refuse_taken_port() {
  local owner
  port_taken "$TUGUAN_PORT" || return 0
  owner=$(port_owner "$TUGUAN_PORT")
  fail "埠號 $TUGUAN_PORT 已被占用${owner:+（行程 $owner）}；請改用別的，例如 TUGUAN_PORT=$((TUGUAN_PORT + 1)) ./tuguan run
  port $TUGUAN_PORT is taken${owner:+ by process $owner}; choose another, for example TUGUAN_PORT=$((TUGUAN_PORT + 1)) ./tuguan run"
}

run_server() {
  local background=false
  case ${1:-} in
    --background) background=true ;;
    '') ;;
    *) fail "run 不認得 $1 run does not know $1; ./tuguan help" 2 ;;
  esac
  lock
  if [ -n "$(server_pid)" ]; then
    say "已在執行 already running: $(portal_address)"
    return
  fi
  refuse_taken_port
  ensure_font
  build_server
  install_jar
  trap stop_unused_cluster EXIT
  ensure_database
  load_demo_once
  launch "$background"
}

# The demonstration city, once, into an empty catalog of a database that is ours.
load_demo_once() {
  local code=0
  [ "${PRIVATE_DATABASE:-false}" = true ] && [ ! -f "$TUGUAN_HOME/demo-loaded" ] || return 0
  say "… 產生示範城市 Making the demonstration city"
  (quietly demo --if-empty) || code=$?
  case $code in
    0) ;;
    3) warn "示範城市已完成，但有部分附加資料沒有寫入 the city is made, some of what goes with it is not; ./tuguan demo makes it again" ;;
    *) fail "示範城市沒有完成 the demonstration city was not made; run again" ;;
  esac
  touch "$TUGUAN_HOME/demo-loaded"
}

# launch BACKGROUND: returns when the server has ended, or as soon as it is ready.
launch() {
  local background=$1 log pid code=0
  log=$(logs_dir)/server.log
  if [ -f "$log" ]; then mv "$log" "$log.1"; fi
  if [ "$background" = true ]; then
    DETACHED=$(command -v setsid || true)
  fi
  (java_program "$TUGUAN_HOME/tuguan-server.jar") </dev/null >"$log" 2>&1 &
  pid=$!
  printf '%s' "$pid" >"$SERVER_PID_FILE"
  if [ "$background" = false ]; then
    trap 'kill -TERM "$pid" 2>/dev/null || true' INT TERM HUP
  fi
  printf '%s' "$TUGUAN_PORT" >"$TUGUAN_HOME/server.port"
  await_ready "$pid" "$log"
  unlock
  [ "$background" = false ] || return 0
  say "Ctrl-C 結束 stops it"
  wait_for "$pid" || code=$?
  rm -f "$SERVER_PID_FILE"
  stop_private_cluster
  say "已停止 stopped"
  # 143: ended by the signal that we pass on
  [ "$code" -eq 143 ] || return "$code"
}

# A trapped signal ends a wait before the process has ended.
wait_for() {
  local code=0
  while :; do
    code=0
    wait "$1" || code=$?
    kill -0 "$1" 2>/dev/null || return "$code"
  done
}

await_ready() {
  local pid=$1 log=$2 began=$SECONDS
  until [ "$(http_status "$TUGUAN_PORT" /actuator/health/readiness)" = 200 ]; do
    if ! kill -0 "$pid" 2>/dev/null; then
      tail -n 40 "$log" >&2
      rm -f "$SERVER_PID_FILE"
      fail "伺服器沒有啟動 the server did not start; $log"
    fi
    if [ -t 1 ]; then printf '\r… 啟動中 Starting %d s' "$((SECONDS - began))"; fi
    sleep 0.3
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
  say "✓ 圖館已就緒 Tuguan is ready ($((SECONDS - began)) s): $(portal_address)"
  if [ "${TUGUAN_DEMO:-false}" = true ]; then
    say "  示範模式，僅限本機 demo mode, this machine only: admin / demo-admin, officer / demo-officer, …"
  fi
}

stop_all() {
  local pid count=0
  pid=$(server_pid)
  if [ -n "$pid" ]; then
    kill -TERM "$pid"
    while kill -0 "$pid" 2>/dev/null && [ "$count" -lt 100 ]; do
      sleep 0.2
      count=$((count + 1))
    done
    if kill -0 "$pid" 2>/dev/null; then kill -KILL "$pid"; fi
  fi
  rm -f "$SERVER_PID_FILE"
  stop_private_cluster
  say "已停止 stopped"
}

# Ends with 0 if the server is ready, 3 if not.
show_status() {
  local pid state=3
  pid=$(server_pid)
  if [ -z "$pid" ]; then
    say "伺服器 server:   未執行 not running"
  elif [ "$(http_status "$(cat "$TUGUAN_HOME/server.port")" /actuator/health/readiness)" = 200 ]; then
    say "伺服器 server:   就緒 ready, $(portal_address) (行程 process $pid$(resident_memory "$pid"))"
    state=0
  else
    say "伺服器 server:   尚未就緒 not ready (行程 process $pid)"
  fi
  show_database
  say "目錄 home:       $TUGUAN_HOME"
  return "$state"
}

resident_memory() {
  sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$1/status" 2>/dev/null |
    { read -r kilobytes && printf ', %s MB' "$((kilobytes / 1024))"; } || true
}

show_database() {
  if [ -n "${TUGUAN_DB_URL:-}" ]; then
    say "資料庫 database: ${TUGUAN_DB_URL%%\?*}"
  elif [ ! -f "$TUGUAN_HOME/cluster-made" ]; then
    say "資料庫 database: 尚未建立 not made yet"
  else
    PG_BIN=$(postgres_bin "$(cat "$(cluster_dir)/data/PG_VERSION")")
    if [ -n "$PG_BIN" ] && cluster_running "$(cluster_dir)"; then
      say "資料庫 database: 執行中 running, 127.0.0.1:$(cat "$TUGUAN_HOME/postgres-port") in $(cluster_dir)"
    else
      say "資料庫 database: 未執行 not running, in $(cluster_dir)"
    fi
  fi
}

show_logs() {
  local log=$TUGUAN_HOME/logs/server.log
  [ -f "$log" ] || fail "尚無紀錄 no log yet: $log"
  if [ "${1:-}" = -f ]; then
    exec tail -n 100 -f "$log"
  fi
  cat "$log"
}

# import, publish, demo: with the running server's program, or with a freshly built one.
run_command() {
  local code=0
  lock
  if [ -z "$(server_pid)" ]; then
    build_server
    install_jar
  fi
  ensure_database
  unlock
  trap stop_unused_cluster EXIT
  trap : INT
  (quietly "$@") || code=$?
  return "$code"
}
