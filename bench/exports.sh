#!/usr/bin/env bash
# 500,000 buildings of the kit's database to files, beside ogr2ogr on the same table, in turns. Ours is a process that goes on, as the
# server does: three rounds of its own come first; "cold" is a process that starts for one file.
# usage: bench/exports.sh [rounds, 5] [formats …]     formats: gpkg geojson fgb shp
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
rounds=${1:-5}
formats=("${@:2}")
[ ${#formats[@]} -gt 0 ] || formats=(gpkg geojson fgb shp)
out=$(mktemp -d "${TMPDIR:-/tmp}/tuguan-exports.XXXX")
trap 'rm -rf "$out"' EXIT
mvn -B -q -DskipTests -pl geo-core -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$out/path" -Dmdep.includeScope=test
classes="geo-core/target/classes:geo-core/target/test-classes:$(cat "$out/path")"
host=${BENCH_DB_HOST:-127.0.0.1} port=${BENCH_DB_PORT:-5544} user=${BENCH_DB_USER:-postgres}
password=${BENCH_DB_PASSWORD:-none} database=${BENCH_DB_NAME:-bench}
declare -A driver=([gpkg]=GPKG [geojson]=GeoJSON [fgb]=FlatGeobuf [shp]="ESRI Shapefile")
export_one() {
  java -Xmx512m -XX:+UseParallelGC -cp "$classes" org.tuguan.core.exports.ExportBenchmark \
    "$1" "jdbc:postgresql://$host:$port/$database" "$user" "$password" "${@:2}"
}
count() { ogrinfo -so -al "$out/$2/buildings.$1" | grep '^Feature Count'; }

# timed WHO FORMAT COMMAND…: seconds, processor seconds and peak megabytes of a process, as a line of the results
timed() {
  /usr/bin/time -f "%e %U %S %M" -o "$out/time" "${@:3}" >/dev/null
  awk -v who="$1" -v format="$2" '{print format, who, $1, $2 + $3, $4 / 1024}' "$out/time" >>"$out/results"
}

round() {
  echo go >&"${server[1]}"
  read -r seconds processor <&"${server[0]}"
}

for format in "${formats[@]}"; do
  options=()
  [ "$format" != shp ] || options=(-lco ENCODING=UTF-8)
  mkdir "$out/ours" "$out/theirs"
  export -f export_one
  export classes host port user password database
  timed cold "$format" bash -c 'export_one "$@"' - "$format" "$out/ours"
  coproc server { export_one "$format" "$out/ours" again; }
  server_id=$server_PID
  for ((i = 0; i < 3; i++)); do round; done
  for ((i = 0; i < rounds; i++)); do
    round
    memory=$(awk '/VmHWM/ {print $2 / 1024}' "/proc/$(pgrep -P "$server_id" java || echo "$server_id")/status")
    echo "$format ours $seconds $processor $memory" >>"$out/results"
    rm -rf "$out/theirs" && mkdir "$out/theirs"
    timed ogr2ogr "$format" ogr2ogr -q -f "${driver[$format]}" "$out/theirs/buildings.$format" \
      "PG:host=$host port=$port user=$user password=$password dbname=$database" buildings "${options[@]}"
  done
  [ "$(count "$format" ours)" = "$(count "$format" theirs)" ] || { echo "$format: not as many features"; exit 1; }
  exec {server[1]}>&-
  wait "$server_id"
  rm -rf "$out/ours" "$out/theirs"
done
median() { sort -n | awk '{a[NR] = $1} END {print a[int((NR + 1) / 2)]}'; }
printf '%-8s %-8s %8s %8s %8s   medians; ratios of ogr2ogr to ours\n' format by s "cpu s" MB
for format in "${formats[@]}"; do
  for who in ours ogr2ogr cold; do
    for column in 3 4 5; do
      declare "$who$column=$(awk -v f="$format" -v w="$who" -v c="$column" '$1 == f && $2 == w {print $c}' "$out/results" | median)"
    done
  done
  printf '%-8s %-8s %8.2f %8.2f %8.0f\n' "$format" ours "$ours3" "$ours4" "$ours5" "" ogr2ogr "$ogr2ogr3" "$ogr2ogr4" "$ogr2ogr5" \
    "" cold "$cold3" "$cold4" "$cold5"
  awk -v a="$ogr2ogr3" -v b="$ours3" -v c="$ogr2ogr4" -v d="$ours4" 'BEGIN {printf "%-8s %-8s %8.2f %8.2f\n", "", "ratio", a / b, c / d}'
done
