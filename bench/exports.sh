#!/usr/bin/env bash
# 500,000 buildings of the kit's database to files, beside ogr2ogr on the same table, in turns; each round is a process of its own.
# usage: bench/exports.sh [rounds, 3] [formats …]     formats: gpkg geojson fgb shp
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
rounds=${1:-3}
formats=("${@:2}")
[ ${#formats[@]} -gt 0 ] || formats=(gpkg geojson fgb shp)
out=$(mktemp -d "${TMPDIR:-/tmp}/tuguan-exports.XXXX")
trap 'rm -rf "$out"' EXIT
mvn -B -q -DskipTests -pl geo-core -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$out/path" -Dmdep.includeScope=test
classes="geo-core/target/classes:geo-core/target/test-classes:$(cat "$out/path")"
host=${BENCH_DB_HOST:-127.0.0.1} port=${BENCH_DB_PORT:-5544} user=${BENCH_DB_USER:-postgres}
password=${BENCH_DB_PASSWORD:-none}
declare -A driver=([gpkg]=GPKG [geojson]=GeoJSON [fgb]=FlatGeobuf [shp]="ESRI Shapefile")

# timed WHO FORMAT COMMAND…: seconds, processor seconds and peak megabytes of a process, as a line of the results
timed() {
  rm -rf "$out/file" && mkdir "$out/file"
  /usr/bin/time -f "%e %U %S %M" -o "$out/time" "${@:3}" >"$out/said"
  awk -v who="$1" -v format="$2" '{print format, who, $1, $2 + $3, $4 / 1024}' "$out/time" >>"$out/results"
}

for format in "${formats[@]}"; do
  options=()
  [ "$format" != shp ] || options=(-lco ENCODING=UTF-8)
  for ((round = 0; round < rounds; round++)); do
    timed ours "$format" java -Xmx512m -XX:+UseParallelGC -cp "$classes" org.tuguan.core.exports.ExportBenchmark \
      "$format" "jdbc:postgresql://$host:$port/bench" "$user" "$password" "$out/file"
    ours=$(ogrinfo -so -al "$out/file/buildings.$format" | grep '^Feature Count')
    timed ogr2ogr "$format" ogr2ogr -q -f "${driver[$format]}" "$out/file/buildings.$format" \
      "PG:host=$host port=$port user=$user password=$password dbname=bench" buildings "${options[@]}"
    theirs=$(ogrinfo -so -al "$out/file/buildings.$format" | grep '^Feature Count')
    [ "$ours" = "$theirs" ] || { echo "$format: $ours here, $theirs there"; exit 1; }
  done
done
printf '%-8s %-8s %8s %8s %8s   of the fastest round\n' format by s "cpu s" MB
sort -k1,1 -k2,2 -k4,4n "$out/results" |
  awk '!seen[$1 $2]++ {printf "%-8s %-8s %8.1f %8.1f %8.0f\n", $1, $2, $3, $4, $5}'
