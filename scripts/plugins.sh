# shellcheck shell=bash
# Plugins: those of this repository are built and put beside the server; others are files that somebody adds.

PLUGIN_TEMPLATE=$ROOT/scripts/plugin-template

plugins_dir() {
  printf '%s' "${TUGUAN_PLUGINS:-$TUGUAN_HOME/plugins}"
}

# Ids of those of this repository that are not wanted here.
removed_plugins() {
  printf '%s' "$TUGUAN_HOME/plugins-removed"
}

# The Maven modules below plugins/, a line each.
own_plugins() {
  sed -n 's|^ *<module>\(.*\)</module> *$|\1|p' "$ROOT/plugins/pom.xml"
}

# For Maven's -pl: ",plugins/kpi,plugins/registers", or nothing.
own_plugin_modules() {
  local id
  own_plugins | while read -r id; do printf ',plugins/%s' "$id"; done
}

is_own_plugin() {
  own_plugins | grep -qx "$1"
}

is_removed_plugin() {
  grep -qx "$1" "$(removed_plugins)" 2>/dev/null
}

# Puts this repository's plugins, as built, where the server loads them.
install_plugins() {
  local id
  for id in $(own_plugins); do
    if ! is_removed_plugin "$id"; then install_plugin "$id"; fi
  done
}

# One of them; nothing happens if it is there already as it is.
install_plugin() {
  local id=$1 from=$ROOT/plugins/$1/target/plugin to
  to=$(plugins_dir)/$id
  [ -d "$from" ] || fail "外掛 $id 尚未建置 the plugin $id has not been built"
  if [ -d "$to" ] && diff -rq "$from" "$to" >/dev/null; then return 0; fi
  mkdir -p "$(plugins_dir)"
  rm -rf "$to.new"
  cp -pr "$from" "$to.new"
  rm -rf "$to"
  mv "$to.new" "$to"
}

plugin_command() {
  local action=${1:-list}
  shift || true
  case $action in
    list) list_plugins ;;
    add) add_plugin "$@" ;;
    remove) remove_plugin "$@" ;;
    new) new_plugin "$@" ;;
    *) fail "用法 usage: ./tuguan plugin list | add JAR|DIR|ID | remove ID | new NAME" 2 ;;
  esac
}

# A value of the manifest in a jar.
manifest_value() {
  unzip_member "$1" META-INF/tuguan-plugin.properties | sed -n "s/^$2 *= *//p" | head -n 1
}

unzip_member() {
  if command -v unzip >/dev/null; then
    unzip -p "$1" "$2" 2>/dev/null || true
  else
    python3 -c 'import sys,zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' "$1" "$2" 2>/dev/null || true
  fi
}

# The jar with the manifest among files.
plugin_jar() {
  local jar
  for jar in "$@"; do
    if [ -n "$(manifest_value "$jar" id)" ]; then
      printf '%s' "$jar"
      return 0
    fi
  done
}

list_plugins() {
  local place jar id none=true
  for place in "$(plugins_dir)"/*; do
    case $place in
      *.jar) jar=$(plugin_jar "$place") ;;
      *) jar=$(plugin_jar "$place"/*.jar) ;;
    esac
    [ -n "$jar" ] || continue
    id=$(manifest_value "$jar" id)
    printf '%-14s %-8s %-12s %s\n' "$id" "$(manifest_value "$jar" version)" "$(plugin_state "$id")" \
      "$(manifest_value "$jar" title.zh) $(manifest_value "$jar" title.en)"
    none=false
  done
  for id in $(own_plugins); do
    if is_removed_plugin "$id"; then
      printf '%-14s %-8s %s\n' "$id" - "已移除 removed; ./tuguan plugin add $id"
      none=false
    fi
  done
  if [ "$none" = true ]; then say "沒有外掛 no plugins in $(plugins_dir)"; fi
}

# What the running server says: on, off, quarantined; nothing if none runs.
plugin_state() {
  local port
  [ -n "$(server_pid)" ] || return 0
  port=$(cat "$TUGUAN_HOME/server.port" 2>/dev/null) || return 0
  http_body "$port" /api/v1/extensions | tr '{' '\n' | grep -A 3 "\"id\":\"$1\"" |
    sed -n 's/.*"state":"\([a-z]*\)".*/\1/p' | head -n 1
}

# add FILE.jar | DIRECTORY | ID
add_plugin() {
  local what=${1:-} jar id
  [ -n "$what" ] || fail "用法 usage: ./tuguan plugin add JAR|DIR|ID" 2
  mkdir -p "$(plugins_dir)"
  if is_own_plugin "$what"; then
    if [ -f "$(removed_plugins)" ]; then sed -i "/^$what\$/d" "$(removed_plugins)"; fi
    build_server
    install_plugin "$what"
    say "✓ $what：執行中的伺服器數秒內載入 a running server loads it within seconds"
    return
  fi
  if [ -d "$what" ]; then jar=$(plugin_jar "$what"/*.jar); else jar=$(plugin_jar "$what"); fi
  [ -n "$jar" ] || fail "$what：不是外掛，沒有 META-INF/tuguan-plugin.properties is no plugin: there is no such file in it"
  id=$(manifest_value "$jar" id)
  case $id in *[!a-z0-9]* | '') fail "外掛代號有誤 a bad id: $id" ;; esac
  rm -rf "$(plugins_dir)/$id.new"
  mkdir "$(plugins_dir)/$id.new"
  if [ -d "$what" ]; then cp -p "$what"/*.jar "$(plugins_dir)/$id.new/"; else cp -p "$what" "$(plugins_dir)/$id.new/"; fi
  rm -rf "$(plugins_dir)/${id:?}" "$(plugins_dir)/$id.jar"
  mv "$(plugins_dir)/$id.new" "$(plugins_dir)/$id"
  say "✓ $id：執行中的伺服器數秒內載入 a running server loads it within seconds"
}

# The data stay in the schema plugin_ID.
remove_plugin() {
  local id=${1:-}
  case $id in *[!a-z0-9]* | '') fail "用法 usage: ./tuguan plugin remove ID" 2 ;; esac
  if is_own_plugin "$id" && ! is_removed_plugin "$id"; then
    mkdir -p "$TUGUAN_HOME"
    printf '%s\n' "$id" >>"$(removed_plugins)"
  elif [ ! -e "$(plugins_dir)/$id" ] && [ ! -e "$(plugins_dir)/$id.jar" ]; then
    fail "沒有外掛 $id there is no plugin $id"
  fi
  rm -rf "$(plugins_dir)/${id:?}" "$(plugins_dir)/$id.jar"
  say "✓ $id：已移除，資料仍在 plugin_$id removed; its data stay in the schema plugin_$id"
}

# A module that compiles, has tests, and shows one of each: plugins/NAME.
new_plugin() {
  local id=${1:-} to file
  printf '%s' "$id" | grep -qE '^[a-z][a-z0-9]{1,30}$' ||
    fail "名稱須為小寫英文字母開頭，其後小寫字母或數字 a name is a small letter, then small letters and digits" 2
  to=$ROOT/plugins/$id
  [ ! -e "$to" ] || fail "已有 there is already $to"
  mkdir -p "$to/src/main/java/org/tuguan/plugin/$id" "$to/src/test/java/org/tuguan/plugin/$id"
  cp "$PLUGIN_TEMPLATE/pom.xml" "$to/"
  cp -r "$PLUGIN_TEMPLATE/src/main/resources" "$to/src/main/"
  cp "$PLUGIN_TEMPLATE"/src/main/java/*.java "$to/src/main/java/org/tuguan/plugin/$id/"
  cp "$PLUGIN_TEMPLATE"/src/test/java/*.java "$to/src/test/java/org/tuguan/plugin/$id/"
  find "$to" -type f | while read -r file; do sed -i "s/@id@/$id/g" "$file"; done
  sed -i "s|^  </modules>|    <module>$id</module>\n  </modules>|" "$ROOT/plugins/pom.xml"
  say "✓ plugins/$id"
  say "  測試 test:  ./tuguan test -pl plugins/$id -am -Dtest='org/tuguan/plugin/$id/*Test' -Dsurefire.failIfNoSpecifiedTests=false"
  say "  執行 run:   ./tuguan run"
  say "  說明 read:  docs/plugins.md"
}
