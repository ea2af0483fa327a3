# shellcheck shell=bash
# Saying things, showing progress, asking about ports and processes.

say() {
  printf '%s\n' "$*"
}

warn() {
  printf '! %s\n' "$*" >&2
}

# fail MESSAGE [EXIT_CODE]
fail() {
  printf '✗ %s\n' "$1" >&2
  exit "${2:-1}"
}

logs_dir() {
  mkdir -p "$TUGUAN_HOME/logs"
  printf '%s' "$TUGUAN_HOME/logs"
}

# progress LABEL LOG COMMAND…: runs the command with its output in LOG, and shows how long it has
# been going and what it said last; without a terminal, a line every ten seconds.
progress() {
  local label=$1 log=$2 began=$SECONDS pid code=0
  shift 2
  set -m
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  set +m
  # shellcheck disable=SC2064
  trap "kill -- -$pid 2>/dev/null; exit 130" INT TERM
  show_elapsed "$label" "$log" "$pid" "$began"
  wait "$pid" || code=$?
  trap - INT TERM
  if [ "$code" -ne 0 ]; then
    printf '\n' >&2
    tail -n 30 "$log" >&2
    warn "$label：失敗 failed after $((SECONDS - began)) s; $log"
    return "$code"
  fi
  if [ -t 1 ]; then printf '\r\033[K'; fi
  say "✓ $label ($((SECONDS - began)) s)"
}

show_elapsed() {
  local label=$1 log=$2 pid=$3 began=$4 ticks=0 last
  if [ ! -t 1 ]; then say "… $label"; fi
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2
    ticks=$((ticks + 1))
    if [ -t 1 ]; then
      last=$(tail -n 1 "$log" 2>/dev/null | tr -cd '[:print:]' | cut -c1-60)
      printf '\r\033[K… %s %d s  %s' "$label" "$((SECONDS - began))" "$last"
    elif [ $((ticks % 50)) -eq 0 ]; then
      last=$(tail -n 1 "$log" 2>/dev/null | cut -c1-100)
      say "  … $((SECONDS - began)) s  $last"
    fi
  done
}

# True if something listens on the port of the loopback interface.
port_taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port FIRST: the first port from FIRST on that nothing listens on.
free_port() {
  local port=$1
  while port_taken "$port"; do
    port=$((port + 1))
    if [ "$port" -gt "$(($1 + 500))" ]; then fail "找不到可用的埠號 no free port from $1 on"; fi
  done
  printf '%s' "$port"
}

# Who listens on a port, as far as this user may know: "1234 java".
port_owner() {
  local hex inode link pid
  hex=$(printf '%04X' "$1")
  inode=$(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null |
    sed -n "s/^ *[0-9]*: [0-9A-F]*:$hex [0-9A-F:]* 0A [^ ]* [^ ]* [^ ]* *[0-9]* *[0-9]* \([0-9]*\) .*/\1/p" |
    head -n 1)
  [ -n "$inode" ] || return 0
  link=$(find /proc/[0-9]*/fd -lname "socket:\[$inode\]" 2>/dev/null | head -n 1) || true
  [ -n "$link" ] || return 0
  pid=${link#/proc/}
  pid=${pid%%/*}
  printf '%s %s' "$pid" "$(cat "/proc/$pid/comm" 2>/dev/null)"
}

# http_body PORT PATH: what a GET on this machine answers.
http_body() {
  # shellcheck disable=SC2016
  timeout 5 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf "GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n" "$2" >&3
    sed "1,/^\r*\$/d" <&3' _ "$1" "$2" 2>/dev/null || true
}

# The arguments of a process on one line; empty if there is none.
process_arguments() {
  if [ -r "/proc/$1/cmdline" ]; then
    tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true
  else
    ps -o args= -p "$1" 2>/dev/null || true
  fi
}

# http_status PORT PATH: the status of a GET on this machine, or 000.
http_status() {
  local answer
  # shellcheck disable=SC2016
  answer=$(timeout 5 bash -c '
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf "GET %s HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n\r\n" "$2" >&3
    head -n 1 <&3' _ "$1" "$2" 2>/dev/null | cut -d' ' -f2) || true
  printf '%s' "${answer:-000}"
}

# Keeps a second ./tuguan of the same home out while this one changes things; unlock lets it in.
lock() {
  mkdir -p "$TUGUAN_HOME"
  exec 9>"$TUGUAN_HOME/lock"
  if command -v flock >/dev/null; then
    flock -w 900 9 || fail "另一個 ./tuguan 正在執行 another ./tuguan holds $TUGUAN_HOME/lock"
  fi
}

unlock() {
  exec 9>&-
}
