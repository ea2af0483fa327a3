# shellcheck shell=bash
# PostgreSQL: its packages, and private clusters that touch no other.

# Directory of the server programs of a version with PostGIS, newest first; empty if there is none.
postgres_bin() {
  local wanted=${1:-[0-9]*} dir version
  # shellcheck disable=SC2086
  for dir in $(printf '%s\n' /usr/lib/postgresql/$wanted/bin | sort -Vr); do
    version=${dir#/usr/lib/postgresql/}
    version=${version%/bin}
    if [ -x "$dir/initdb" ] && [ -f "/usr/share/postgresql/$version/extension/postgis.control" ]; then
      printf '%s' "$dir"
      return
    fi
  done
  if command -v pg_config >/dev/null && [ -x "$(pg_config --bindir)/initdb" ] &&
    [ -f "$(pg_config --sharedir)/extension/postgis.control" ]; then
    pg_config --bindir
  fi
}

# ensure_postgres [VERSION]: sets PG_BIN, installing what is missing.
ensure_postgres() {
  PG_BIN=$(postgres_bin "${1:-}")
  [ -z "$PG_BIN" ] || return 0
  can_install || must_have "PostgreSQL 15+ 與 PostGIS 3.3+ (PostgreSQL server with PostGIS)" postgis
  update_package_lists postgresql postgresql-postgis
  install_postgres "${1:-$(packaged_postgres_version)}"
  PG_BIN=$(postgres_bin "${1:-}")
  [ -n "$PG_BIN" ] || fail "PostGIS 沒有裝成 PostGIS is still not there; $(logs_dir)/apt-install.log"
}

# The version whose server is there already, or else the system's default.
packaged_postgres_version() {
  local dir version
  for dir in $(printf '%s\n' /usr/lib/postgresql/[0-9]*/bin | sort -Vr); do
    version=${dir#/usr/lib/postgresql/}
    version=${version%/bin}
    if [ -x "$dir/initdb" ] && apt-cache show "postgresql-$version-postgis-3" >/dev/null 2>&1; then
      printf '%s' "$version"
      return
    fi
  done
  apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1
}

# Debian's server package makes and starts a cluster "main"; not for us.
install_postgres() {
  local version=$1 settings=/etc/postgresql-common/createcluster.conf code=0
  [ -n "$version" ] || fail "此系統的套件庫沒有 PostgreSQL no PostgreSQL among the packages of this system"
  if ! is_installed "postgresql-$version"; then
    apt_install postgresql-common
    as_root cp -p "$settings" "$settings.tuguan"
    as_root sh -c "echo 'create_main_cluster = false' >>'$settings'"
  fi
  (apt_install "postgresql-$version" "postgresql-$version-postgis-3") || code=$?
  if [ -f "$settings.tuguan" ]; then as_root mv "$settings.tuguan" "$settings"; fi
  return "$code"
}

# PostgreSQL does not run as root: then it runs as this user.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=tuguan --regid=tuguan --clear-groups -- env -C / "$@"
  else
    "$@"
  fi
}

ensure_postgres_user() {
  [ "$(id -u)" -eq 0 ] || return 0
  id tuguan >/dev/null 2>&1 || useradd --system --user-group --no-create-home \
    --home-dir /nonexistent --shell /usr/sbin/nologin tuguan
}

give_to_postgres() {
  if [ "$(id -u)" -eq 0 ]; then chown tuguan:tuguan "$1"; fi
}

new_password() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

# make_cluster DIRECTORY SUPERUSER PASSWORD: a cluster in DIRECTORY/data; DIRECTORY belongs to postgres.
make_cluster() {
  local dir=$1 superuser=$2 password=$3
  (umask 077 && printf '%s\n' "$password" >"$dir/initial-password")
  give_to_postgres "$dir/initial-password"
  as_postgres "$PG_BIN/initdb" -D "$dir/data" -U "$superuser" -A scram-sha-256 -k \
    --pwfile="$dir/initial-password" -E UTF8 --locale=C.UTF-8
  rm -f "$dir/initial-password"
}

# start_cluster DIRECTORY PORT: returns when it answers.
start_cluster() {
  as_postgres "$PG_BIN/pg_ctl" -D "$1/data" -l "$1/postgres.log" -o "-p $2" -w -t 120 -s start \
    9>&- 8<&- </dev/null
}

cluster_running() {
  [ -f "$1/data/postmaster.pid" ] &&
    as_postgres "$PG_BIN/pg_ctl" -D "$1/data" status >/dev/null 2>&1
}

stop_cluster() {
  as_postgres "$PG_BIN/pg_ctl" -D "$1/data" -m "${2:-fast}" -w -t 60 -s stop
}

# The private cluster's directory: in TUGUAN_HOME, or where its pointer file says.
cluster_dir() {
  if [ -f "$TUGUAN_HOME/postgres-location" ]; then
    cat "$TUGUAN_HOME/postgres-location"
  else
    printf '%s' "$TUGUAN_HOME/postgres"
  fi
}

# Makes the directory, elsewhere if the unprivileged user cannot get into TUGUAN_HOME.
place_cluster() {
  local dir=$TUGUAN_HOME/postgres
  mkdir -p "$dir"
  chmod 700 "$dir"
  if ! give_to_postgres "$dir" 2>/dev/null || ! as_postgres test -w "$dir"; then
    rmdir "$dir"
    dir=/var/lib/tuguan/$(printf '%s' "$TUGUAN_HOME" | sha256sum | cut -c1-16)
    mkdir -p "$dir"
    chmod 711 /var/lib/tuguan
    chmod 700 "$dir"
    give_to_postgres "$dir"
    printf '%s' "$dir" >"$TUGUAN_HOME/postgres-location"
    say "資料庫放在 $dir：root 不能執行 PostgreSQL，而使用者 tuguan 進不了 $TUGUAN_HOME"
    say "The database is kept in $dir: PostgreSQL must not run as root, and the user tuguan cannot enter $TUGUAN_HOME"
  fi
  CLUSTER=$dir
}

private_settings() {
  cat <<'CONF'

# Set by ./tuguan when it made this cluster. The port is given at start.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
max_connections = 60
random_page_cost = 1.1
jit = off
CONF
}

create_private_cluster() {
  place_cluster
  (umask 077 && new_password >"$TUGUAN_HOME/superuser-password" && new_password >"$TUGUAN_HOME/password")
  progress "建立私有資料庫 Making a private PostgreSQL cluster" "$(logs_dir)/initdb.log" \
    make_cluster "$CLUSTER" postgres "$(cat "$TUGUAN_HOME/superuser-password")"
  private_settings >>"$CLUSTER/data/postgresql.conf"
  free_port $((15432 + $(printf '%s' "$TUGUAN_HOME" | cksum | cut -d' ' -f1) % 400)) >"$TUGUAN_HOME/postgres-port"
  start_cluster "$CLUSTER" "$(cat "$TUGUAN_HOME/postgres-port")"
  superuser_sql postgres "CREATE ROLE tuguan LOGIN PASSWORD '$(cat "$TUGUAN_HOME/password")'"
  superuser_sql postgres "CREATE DATABASE tuguan OWNER tuguan"
  superuser_sql tuguan "CREATE EXTENSION postgis"
  touch "$TUGUAN_HOME/cluster-made"
}

superuser_sql() {
  PGPASSWORD=$(cat "$TUGUAN_HOME/superuser-password") "$PG_BIN/psql" -X -q -v ON_ERROR_STOP=1 \
    -h 127.0.0.1 -p "$(cat "$TUGUAN_HOME/postgres-port")" -U postgres -d "$1" -c "$2"
}

# A half-made cluster (power cut, Ctrl-C) holds nothing of worth; away with it.
discard_half_made_cluster() {
  [ ! -f "$TUGUAN_HOME/cluster-made" ] || return 0
  CLUSTER=$(cluster_dir)
  [ -d "$CLUSTER/data" ] || return 0
  if cluster_running "$CLUSTER"; then stop_cluster "$CLUSTER" immediate; fi
  rm -rf "$CLUSTER" "$TUGUAN_HOME/postgres-location"
}

# Starts the private cluster, made if it is not there. STARTED_CLUSTER says if it was us.
ensure_private_cluster() {
  STARTED_CLUSTER=false
  ensure_postgres "$(cat "$(cluster_dir)/data/PG_VERSION" 2>/dev/null || true)"
  ensure_postgres_user
  discard_half_made_cluster
  if [ ! -f "$TUGUAN_HOME/cluster-made" ]; then
    create_private_cluster
    STARTED_CLUSTER=true
  else
    CLUSTER=$(cluster_dir)
    cluster_answers || start_private_cluster
  fi
}

# True if the private cluster runs and listens; one that was just killed or started gets a moment.
cluster_answers() {
  local count=0
  while cluster_running "$CLUSTER"; do
    if port_taken "$(cat "$TUGUAN_HOME/postgres-port")"; then return 0; fi
    count=$((count + 1))
    [ "$count" -lt 60 ] || fail "資料庫沒有回應 the database does not answer; $CLUSTER/postgres.log"
    sleep 0.5
  done
  return 1
}

start_private_cluster() {
  local port
  port=$(cat "$TUGUAN_HOME/postgres-port")
  if port_taken "$port"; then
    port=$(free_port "$port")
    printf '%s' "$port" >"$TUGUAN_HOME/postgres-port"
    say "資料庫改用埠號 the database moves to port $port: its own was taken"
  fi
  start_cluster "$CLUSTER" "$port" || {
    as_postgres tail -n 20 "$CLUSTER/postgres.log" >&2
    fail "資料庫無法啟動 PostgreSQL does not start; $CLUSTER/postgres.log"
  }
  STARTED_CLUSTER=true
}

# Sets TUGUAN_DB_* and TUGUAN_DEMO for the program: the given database, or the private one.
ensure_database() {
  STARTED_CLUSTER=false
  if [ -n "${TUGUAN_DB_URL:-}" ]; then
    export TUGUAN_DEMO=${TUGUAN_DEMO:-false}
    return
  fi
  ensure_private_cluster
  TUGUAN_DB_URL=jdbc:postgresql://127.0.0.1:$(cat "$TUGUAN_HOME/postgres-port")/tuguan
  TUGUAN_DB_USER=tuguan
  TUGUAN_DB_PASSWORD=$(cat "$TUGUAN_HOME/password")
  TUGUAN_DEMO=${TUGUAN_DEMO:-true}
  # shellcheck disable=SC2034 # for load_demo_once
  PRIVATE_DATABASE=true
  export TUGUAN_DB_URL TUGUAN_DB_USER TUGUAN_DB_PASSWORD TUGUAN_DEMO
}

# Stops the private cluster if there is one and it runs.
stop_private_cluster() {
  [ -f "$TUGUAN_HOME/cluster-made" ] || return 0
  CLUSTER=$(cluster_dir)
  PG_BIN=$(postgres_bin "$(cat "$CLUSTER/data/PG_VERSION")")
  if [ -n "$PG_BIN" ] && cluster_running "$CLUSTER"; then stop_cluster "$CLUSTER"; fi
}

# At the end of a command: a cluster that it started, and that no server uses, is stopped again.
stop_unused_cluster() {
  [ "${STARTED_CLUSTER:-false}" = true ] || return 0
  lock
  if [ -z "$(server_pid)" ]; then stop_private_cluster; fi
  unlock
}

open_psql() {
  lock
  ensure_database
  unlock
  if [ -n "${TUGUAN_DB_USER:-}" ]; then export PGUSER=$TUGUAN_DB_USER; fi
  if [ -n "${TUGUAN_DB_PASSWORD:-}" ]; then export PGPASSWORD=$TUGUAN_DB_PASSWORD; fi
  command -v psql >/dev/null || [ -n "${PG_BIN:-}" ] || fail "缺少 psql missing: psql (postgresql-client)"
  trap stop_unused_cluster EXIT
  trap : INT
  PATH=${PG_BIN:-/usr/bin}:$PATH PGOPTIONS="-c search_path=tuguan,layers,public" \
    psql "$@" "${TUGUAN_DB_URL#jdbc:}"
}
