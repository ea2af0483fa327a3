#!/usr/bin/env bash
# Everything from a heap of 512 MB, with all layers streamed or all in memory as far as they fit: is it all served?
# usage: bench/small.sh [budget of snapshots, 1MB]     it starts the server itself; ends with 1 if anything fails
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export BENCH_BUDGET=${1:-1MB} BENCH_CACHE=${BENCH_CACHE:-64MB}
base=http://127.0.0.1:${BENCH_PORT:-8099}
home=${BENCH_HOME:-${TMPDIR:-/tmp}/tuguan-bench}
lists=${BENCH_DIR:-/tmp/bench}/urls
"$here/serve.sh" "${BENCH_HEAP:-512m}"
failed=0

# ask NAME TYPE: addresses on the input, four at a time; every answer must have status 200 or 204 and a body of the type
ask() {
  local began=$SECONDS
  xargs -P 4 -n 1 curl -s -o /dev/null --max-time 120 -w '%{http_code} %{content_type} %{size_download}\n' >"$home/small"
  local bad
  bad=$(grep -vcE "^(200 $2|204 )" "$home/small" || true)
  awk -v name="$1" -v bad="$bad" -v s=$((SECONDS - began)) \
    '{n++; b+=$NF} END {printf "%-34s %5d answers  %8.1f MB  %4d s  %d bad\n", name, n, b/1e6, s, bad}' "$home/small"
  if [ "$bad" -gt 0 ]; then grep -vE "^(200 $2|204 )" "$home/small" | sort | uniq -c | head -3; failed=1; fi
}

# of LIST COUNT TEMPLATE: the first addresses of a list
of() {
  head -n "$2" "$lists/$1.tsv" | while IFS= read -r line; do
    url=$3
    for word in $line; do url=${url//"{${word%%=*}}"/${word#*=}}; done
    echo "$url"
  done
}

wms="$base/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&CRS={crs}&BBOX={bbox}&WIDTH={w}&HEIGHT={h}&FORMAT=image/png&TRANSPARENT=TRUE"
of wms_combo 40 "$wms&LAYERS=villages,buildings,roads,poi" | ask "GetMap, four layers, zoom 10-17" image/png
of wms_3826 20 "$wms&LAYERS={layers}" | ask "GetMap 1024 x 768, EPSG:3826" image/png
of mvt_buildings 35 "$base/tiles/{layers}/{z}/{x}/{y}.mvt" | ask "vector tiles, buildings, zoom 10-16" application/vnd
of mvt_villages 35 "$base/tiles/{layers}/{z}/{x}/{y}.mvt" | ask "vector tiles, villages, zoom 10-16" application/vnd
of oapif_buildings 20 "$base/ogc/collections/{layers}/items?f=json&limit={limit}&bbox={bbox}" | ask "items, 1,000 buildings" application/geo
of gfi_buildings 40 "$base/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS={layers}&QUERY_LAYERS={layers}&STYLES=&CRS={crs}&BBOX={bbox}&WIDTH={w}&HEIGHT={h}&I={i}&J={j}&INFO_FORMAT=application/json" |
  ask "GetFeatureInfo" application/
for format in geojson csv; do
  echo "$base/api/v1/layers/buildings/data.$format" | ask "download, 500,000 buildings, $format" ""
done

echo "snapshots: $(curl -s "$base/api/v1/snapshots" | grep -oE '"state":"[a-z]+"' | sort | uniq -c | tr '\n' ' ')"
grep -E 'VmRSS|VmHWM' "/proc/$(cat "$home/pid")/status"
if grep -q OutOfMemoryError "$home/log"; then echo "out of memory, see $home/log"; failed=1; fi
exit "$failed"
