#!/usr/bin/env bash
# Publishes the benchmark tables where they lie, gives them the styles of this folder and starts a server on them.
# usage: bench/serve.sh [heap, 900m]     BENCH_DB_URL, BENCH_DB_USER, BENCH_DB_PASSWORD, BENCH_PORT say where
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
heap=${1:-900m}
port=${BENCH_PORT:-8099}
home=${BENCH_HOME:-${TMPDIR:-/tmp}/tuguan-bench}
mkdir -p "$home"
export TUGUAN_DB_URL=${BENCH_DB_URL:-postgresql://127.0.0.1:5544/bench}
export TUGUAN_DB_USER=${BENCH_DB_USER:-postgres} TUGUAN_DB_PASSWORD=${BENCH_DB_PASSWORD:-none}
export TUGUAN_DEMO=true TUGUAN_PORT=$port TUGUAN_HOME=$home
base=http://127.0.0.1:$port

if [ -s "$home/pid" ] && kill "$(cat "$home/pid")" 2>/dev/null; then sleep 3; fi
cp "$here/../geo-api/target/tuguan-server.jar" "$home/server.jar"
java -jar "$home/server.jar" publish villages buildings roads poi
java "-Xmx$heap" -XX:+UseParallelGC -jar "$home/server.jar" --tuguan.snapshot.budget="${BENCH_BUDGET:-400MB}" \
  --tuguan.cache.memory="${BENCH_CACHE:-0B}" --tuguan.cache.disk="${BENCH_CACHE:-0B}" >"$home/log" 2>&1 &
echo $! >"$home/pid"
until curl -sf "$base/actuator/health/readiness" >/dev/null; do
  kill -0 "$(cat "$home/pid")" || { tail "$home/log"; exit 1; }
  sleep 0.5
done
for layer in villages buildings roads poi; do
  curl -sf -o /dev/null -u admin:demo-admin -X PUT -H 'Content-Type: application/vnd.ogc.sld+xml' \
    --data-binary "@$here/styles/$layer.sld" "$base/api/v1/layers/$layer/styles/default"
done
while curl -s "$base/api/v1/snapshots" | grep -q '"state":"loading"'; do sleep 0.5; done
echo "$base is ready, process $(cat "$home/pid")"
