#!/usr/bin/env bash
# Processor milliseconds to draw and to encode a tile from memory, one thread, without a server.
# usage: bench/getmap.sh [directory for one tile of each kind]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
list=$(mktemp)
trap 'rm -f "$list"' EXIT
mvn -B -q -DskipTests -pl geo-core -am test-compile dependency:build-classpath \
  -Dmdep.outputFile="$list" -Dmdep.includeScope=test
java -Xmx900m -cp "geo-core/target/classes:geo-core/target/test-classes:$(cat "$list")" \
  org.tuguan.core.map.GetMapBenchmark "$root" "$@"
