# shellcheck shell=bash
# The JDK, Maven, and the program built with them.

SERVER_JAR=$ROOT/geo-api/target/tuguan-server.jar

java_bin() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/$1" ]; then
    printf '%s' "$JAVA_HOME/bin/$1"
  else
    command -v "$1" || true
  fi
}

# True for a compiler of Java 17 or newer.
has_jdk() {
  local javac version
  javac=$(java_bin javac)
  [ -n "$javac" ] || return 1
  version=$("$javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$version" ] && [ "$version" -ge 17 ]
}

ensure_jdk() {
  local package
  ! has_jdk || return 0
  can_install || must_have "JDK 17 或更新版本 a JDK 17 or newer" jdk
  update_package_lists openjdk-17-jdk-headless
  for package in openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      apt_install "$package"
      break
    fi
  done
  has_jdk || fail "JDK 17+ 沒有裝成；請檢查 JAVA_HOME no JDK 17+ found; look at JAVA_HOME and PATH"
}

ensure_maven() {
  ! command -v mvn >/dev/null || return 0
  can_install || must_have "Maven" maven
  apt_install maven
}

# True if a source is newer than the program; tests do not count.
sources_changed() {
  [ -f "$SERVER_JAR" ] || return 0
  [ -n "$(find "$ROOT/pom.xml" "$ROOT"/data "$ROOT"/portal "$ROOT"/geo-core "$ROOT"/geo-api "$ROOT"/plugins \
    \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$SERVER_JAR" -print -quit)" ]
}

# Builds the program if its sources have changed. One build at a time, whatever TUGUAN_HOME is.
build_server() {
  local stamp
  ensure_jdk
  sources_changed || return 0
  ensure_maven
  exec 8<"$ROOT/pom.xml"
  if command -v flock >/dev/null; then flock 8; fi
  if sources_changed; then
    stamp=$(mktemp)
    progress "建置程式（首次會下載約 200 MB）Building (the first time downloads some 200 MB)" \
      "$(logs_dir)/build.log" maven_package
    touch -r "$stamp" "$SERVER_JAR"
    rm -f "$stamp"
  fi
  exec 8<&-
}

maven_package() {
  (cd "$ROOT" && mvn -B -ntp -Dquick -DskipTests package -pl "geo-api$(own_plugin_modules)" -am)
}

# The copy that runs, so that building again does not pull it from under a running server.
install_jar() {
  local installed=$TUGUAN_HOME/tuguan-server.jar
  if [ ! -f "$installed" ] || [ "$SERVER_JAR" -nt "$installed" ] || [ "$SERVER_JAR" -ot "$installed" ]; then
    cp -p "$SERVER_JAR" "$installed.new"
    mv "$installed.new" "$installed"
  fi
  install_plugins
}
