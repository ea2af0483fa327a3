#!/usr/bin/env bash
# Tiles that are in the cache, beside MapCache's and beside nginx with the very files that this server gives, in turns.
# usage: BENCH_KIT=folder bench/cached.sh     after BENCH_CACHE=256MB bench/serve.sh
set -euo pipefail
kit=${BENCH_KIT:?is the folder of the peers\' kit: setup.sh, peers.sh, run.sh}
base=http://127.0.0.1:${BENCH_PORT:-8099}
home=${BENCH_HOME:-${TMPDIR:-/tmp}/tuguan-bench}
files=${BENCH_DIR:-/tmp/bench}
static=http://127.0.0.1:${BENCH_HTTP:-8390}/static
"$kit/peers.sh" start mapserver mapcache >/dev/null

# save LIST EXTENSION FOLDER: what this server gives for each tile of a list, as files for nginx
save() {
  local z x y layers
  mkdir -p "$files/static/$3"
  sed -E 's/^z=([0-9]+)\tx=([0-9]+)\ty=([0-9]+)\tlayers=([^\t]+).*/\1 \2 \3 \4/' "$files/urls/$1.tsv" |
    while read -r z x y layers; do
      if [ "$z" -lt "$4" ] || [ -s "$files/static/$3/$z/$x/$y.$2" ]; then continue; fi
      mkdir -p "$files/static/$3/$z/$x"
      echo "url = \"$base/tiles/$layers/$z/$x/$y.$2\""
      echo "output = \"$files/static/$3/$z/$x/$y.$2\""
    done >"$home/save.curl"
  if [ -s "$home/save.curl" ]; then curl -sf ${5:-} -K "$home/save.curl"; fi
}

run() {
  echo "== $*"
  "$kit/run.sh" "$@" -t "${BENCH_SECONDS:-5}" --rounds "${BENCH_ROUNDS:-3}" --pid "project=$home/pid" \
    --pid "nginx=$files/run/nginx.pid" 2>&1 | tail -n 8
}

save wms_combo png combo-ours 14
# Once through the list has MapCache make its tiles.
"$kit/run.sh" wms_combo mapcache --zmin 14 --rounds 1 --quiet 0 >/dev/null
run wms_combo "project=$base/tiles/{layers}/{z}/{x}/{y}.png" mapcache "nginx=$static/combo-ours/{z}/{x}/{y}.png" --zmin 14
save mvt_buildings mvt buildings-ours 14 "-H Accept-Encoding:gzip"
run mvt_buildings "project=$base/tiles/{layer}/{z}/{x}/{y}.mvt" "nginx=$static/buildings-ours/{z}/{x}/{y}.mvt" \
  --zmin 14 --header "Accept-Encoding: gzip"
