#!/usr/bin/env bash
# How near the pictures of this server and of MapServer come to a drawing at four times the resolution, over 60 fixed views.
# usage: BENCH_KIT=folder bench/pictures.sh     after bench/serve.sh; figures on the output, sheets in $BENCH_HOME/pictures
set -euo pipefail
: "${BENCH_KIT:?is the folder of the peers\' kit: setup.sh, peers.sh, run.sh}"
here=$(cd "$(dirname "$0")" && pwd)
home=${BENCH_HOME:-${TMPDIR:-/tmp}/tuguan-bench}
"$BENCH_KIT/peers.sh" start mapserver >/dev/null
exec "${BENCH_PYTHON:-/usr/bin/python3}" "$here/pictures.py" "http://127.0.0.1:${BENCH_PORT:-8099}" \
  "${BENCH_DIR:-/tmp/bench}" "$home/pictures"
