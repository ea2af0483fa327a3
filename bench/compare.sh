#!/usr/bin/env bash
# The same requests to this server and to its peers, interleaved in one run: ratios of requests a second.
# usage: BENCH_KIT=folder bench/compare.sh [row …]     after bench/serve.sh; rows are named below
set -euo pipefail
kit=${BENCH_KIT:?is the folder of the peers\' kit: setup.sh, peers.sh, run.sh}
base=http://127.0.0.1:${BENCH_PORT:-8099}
home=${BENCH_HOME:-${TMPDIR:-/tmp}/tuguan-bench}
map="project=$base/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS={layers}&STYLES=&CRS={crs}&BBOX={bbox}&WIDTH={w}&HEIGHT={h}&FORMAT=image/png&TRANSPARENT=TRUE"
tile="project=$base/tiles/{layer}/{z}/{x}/{y}.mvt"
items="project=$base/ogc/collections/{layer}/items?f=json&limit={limit}&bbox={bbox}"
info="project=$base/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS={layers}&QUERY_LAYERS={layers}&STYLES=&CRS={crs}&BBOX={bbox}&WIDTH={w}&HEIGHT={h}&I={i}&J={j}&INFO_FORMAT=application/json"

run() {
  echo "== $*"
  "$kit/run.sh" "$@" -t "${BENCH_SECONDS:-5}" --rounds "${BENCH_ROUNDS:-3}" --pid "project=$home/pid" 2>&1 | tail -n 8
}

row() {
  case $1 in
    buildings) run wms_buildings "$map" mapserver_3857 mapserver_png1 --zmin 14 --limit 200 ;;
    buildings-far) run wms_buildings "$map" mapserver_3857 --zmin 10 --zmax 13 --limit 40 ;;
    villages) run wms_villages "$map" mapserver_3857 mapserver_png1 --limit 300 ;;
    combo) run wms_combo "$map" mapserver_3857 mapserver_png1 --zmin 14 --limit 200 ;;
    large) run wms_3826 "$map" mapserver --limit 50 ;;
    mvt-buildings) run mvt_buildings "$tile" mapserver_3857 sql_3857 --zmin 13 --limit 200 ;;
    mvt-villages) run mvt_villages "$tile" mapserver_3857 sql_3857 --limit 300 ;;
    info) run gfi_buildings "$info" mapserver qgis --limit 300 ;;
    items) run oapif_buildings "$items" sql --limit 60 ;;
    *) echo "no row $1" >&2; exit 2 ;;
  esac
}

[ $# -gt 0 ] || set -- buildings buildings-far villages combo large mvt-buildings mvt-villages info items
for each in "$@"; do row "$each"; done
