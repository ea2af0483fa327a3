#!/usr/bin/env bash
# What the ledger of use costs cached tiles: two servers on one database, one that records and one that does not, in turns.
# usage: bench/usage.sh [rounds [seconds]]    needs wrk, a packed server (mvn package), and TUGUAN_DB_URL with the demonstration
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-10} seconds=${2:-4} port=${BENCH_PORT:-8098}
home=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$home"' EXIT

cat >"$home/tiles.lua" <<'LUA'
local tiles, next = {}, 0
for x = 3418, 3425 do
  for y = 1760, 1766 do
    tiles[#tiles + 1] = "/tiles/districts/12/" .. x .. "/" .. y .. ".png"
  end
end
request = function()
  next = next % #tiles + 1
  return wrk.format("GET", tiles[next])
end
LUA

cp geo-api/target/tuguan-server.jar "$home/server.jar"
serve() {
  TUGUAN_HOME=$home/$1 TUGUAN_PORT=$2 java -Xmx400m -Djava.awt.headless=true -jar "$home/server.jar" \
    "--tuguan.usage.recorded=$1" >"$home/$1.log" 2>&1 &
  echo $! >"$home/$1.pid"
  until curl -sf "http://127.0.0.1:$2/actuator/health/readiness" >/dev/null; do
    kill -0 "$(cat "$home/$1.pid")" || { tail "$home/$1.log"; exit 1; }
    sleep 0.5
  done
}

# requests a second, and microseconds of the server's own processor time a request
measure() {
  local before after done
  before=$(ticks "$1")
  done=$(wrk -t1 -c4 -d"${seconds}s" -s "$home/tiles.lua" "http://127.0.0.1:$2" | awk '/requests in/ {print $1}')
  after=$(ticks "$1")
  awk -v n="$done" -v s="$seconds" -v t=$((after - before)) 'BEGIN {printf "%.0f %.1f\n", n / s, t * 10000 / n}'
}

ticks() {
  awk '{print $14 + $15}' "/proc/$(cat "$home/$1.pid")/stat"
}

serve true "$port"
serve false $((port + 1))
for _ in 1 2 3; do
  measure true "$port" >/dev/null
  measure false $((port + 1)) >/dev/null
done
echo "round  with (requests/s, µs)  without (requests/s, µs)  ratio"
for ((round = 1; round <= rounds; round++)); do
  if ((round % 2)); then
    with=$(measure true "$port"); without=$(measure false $((port + 1)))
  else
    without=$(measure false $((port + 1))); with=$(measure true "$port")
  fi
  awk -v r="$round" -v a="$with" -v b="$without" 'BEGIN {
    split(a, w); split(b, o); printf "%d  %s  %s  %.3f  %.3f\n", r, a, b, w[1] / o[1], w[2] / o[2]}' | tee -a "$home/rounds"
done
awk '{print $6}' "$home/rounds" | sort -n | awk '{v[NR] = $1} END {print "median ratio of requests a second", (v[int((NR+1)/2)] + v[int((NR+2)/2)]) / 2}'
awk '{print $7}' "$home/rounds" | sort -n | awk '{v[NR] = $1} END {print "median ratio of processor time a request", (v[int((NR+1)/2)] + v[int((NR+2)/2)]) / 2}'
