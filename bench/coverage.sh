#!/usr/bin/env bash
# Population covered by the Wi-Fi points of a city: the engine's figure and time beside those of plain PostGIS SQL.
#
#   bench/coverage.sh DIRECTORY
#
# DIRECTORY holds taichung_wifi_itaiwan.geojson, taichung_villages.geojson, taichung_village_population_202103.csv,
# taichung_stat_areas.geojson.gz and taichung_stat_area_population_201706.csv. Needs GDAL, a built tree (mvn package -Dquick),
# and in PG_URL, PG_USER, PG_PASSWORD a PostGIS database that may be written to.
set -euo pipefail
data=${1:?directory with the data}
: "${PG_URL:?postgresql://host:port/database}" "${PG_USER:?}" "${PG_PASSWORD:?}"
cd "$(dirname "$0")/.."
rest=${PG_URL#postgresql://}
host=${rest%%[:/]*}; port=$(sed -nE 's#^[^:/]+:([0-9]+)/.*#\1#p' <<<"$rest"); database=${rest##*/}
pg="PG:host=$host port=${port:-5432} dbname=$database user=$PG_USER password=$PG_PASSWORD"
load() { # file table [ogr2ogr options]
  ogr2ogr -q -f PostgreSQL "$pg" "$1" -nln "$2" -overwrite "${@:3}"
}
load "$data/taichung_wifi_itaiwan.geojson" bench_point -t_srs EPSG:3826 -lco GEOMETRY_NAME=geom
load "$data/taichung_villages.geojson" bench_village_area -t_srs EPSG:3826 -lco GEOMETRY_NAME=geom -nlt MULTIPOLYGON
load "/vsigzip/$data/taichung_stat_areas.geojson.gz" bench_stat_area -t_srs EPSG:3826 -lco GEOMETRY_NAME=geom -nlt MULTIPOLYGON
load "$data/taichung_village_population_202103.csv" bench_village_people
load "$data/taichung_stat_area_population_201706.csv" bench_stat_people
PGPASSWORD=$PG_PASSWORD psql -q -h "$host" -p "${port:-5432}" -U "$PG_USER" -d "$database" <<'SQL'
SET client_min_messages = warning;
DROP TABLE IF EXISTS bench_village, bench_stat;
CREATE TABLE bench_village AS
  SELECT a.villcode AS code, p.人口::int AS people, a.geom
  FROM bench_village_area a JOIN bench_village_people p ON p.villcode = a.villcode;
CREATE TABLE bench_stat AS
  SELECT a.codebase AS code, coalesce(p.p_cnt::int, 0) AS people, a.geom
  FROM bench_stat_area a LEFT JOIN bench_stat_people p ON p.codebase = a.codebase;
CREATE INDEX ON bench_village USING gist (geom);
CREATE INDEX ON bench_stat USING gist (geom);
ANALYZE bench_point, bench_village, bench_stat;
SQL
m2=${M2_REPOSITORY:-$HOME/.m2/repository}
jars=$(find "$m2"/org/locationtech/jts/jts-core "$m2"/org/postgresql/postgresql -name '*.jar' | tr '\n' ':')
java -Xmx1g -cp "plugins/coverage/target/test-classes:plugins/coverage/target/classes:geo-core/target/classes:plugins/coverage/target/plugin/*:$jars" \
  org.tuguan.plugin.coverage.PostGisCoverageBench "jdbc:$PG_URL" "$PG_USER" "$PG_PASSWORD"
