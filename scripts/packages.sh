# shellcheck shell=bash
# What the system must have, and how it gets it: apt where there is apt, words where there is not.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

can_install() {
  command -v apt-get >/dev/null && command -v dpkg-query >/dev/null
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Asks for the password now, while nobody draws progress over the question.
need_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  command -v sudo >/dev/null ||
    fail "需要 root 或 sudo 才能安裝 root or sudo is needed: apt-get install $*"
  if [ -t 0 ]; then
    say "需要管理者權限安裝 to be installed with sudo: $*"
    sudo -v
  else
    sudo -n true 2>/dev/null || fail "請先安裝 install first: sudo apt-get install $*"
  fi
}

update_package_lists() {
  [ -z "${PACKAGE_LISTS_FRESH:-}" ] || return 0
  need_root "$@"
  progress "更新套件清單 apt-get update" "$(logs_dir)/apt-update.log" \
    as_root apt-get -o DPkg::Lock::Timeout=300 update
  PACKAGE_LISTS_FRESH=1
}

# apt_install PACKAGE…: those that are missing; what is there stays as it is, version and all.
apt_install() {
  local package missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  update_package_lists "${missing[@]}"
  need_root "${missing[@]}"
  progress "安裝 Installing ${missing[*]}" "$(logs_dir)/apt-install.log" \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
    install -y --no-install-recommends "${missing[@]}"
}

# Names of packages by the system's own habit: packages_for jdk|maven|postgis|font|test
packages_for() {
  local system=other
  if [ "$(uname -s)" = Darwin ]; then
    system=macos
  elif [ -r /etc/os-release ]; then
    # shellcheck source=/dev/null
    system=$(. /etc/os-release && printf '%s %s' "${ID:-}" "${ID_LIKE:-}")
  fi
  case "$1:$system" in
    jdk:*fedora* | jdk:*rhel*) echo "java-21-openjdk-devel (dnf)" ;;
    maven:*fedora* | maven:*rhel*) echo "maven (dnf)" ;;
    postgis:*fedora* | postgis:*rhel*) echo "postgresql-server postgis (dnf)" ;;
    font:*fedora* | font:*rhel*) echo "google-noto-sans-cjk-fonts fontconfig (dnf)" ;;
    jdk:*suse*) echo "java-17-openjdk-devel (zypper)" ;;
    postgis:*suse*) echo "postgresql-server, postgresqlNN-postgis (zypper)" ;;
    font:*suse*) echo "noto-sans-cjk-fonts fontconfig (zypper)" ;;
    jdk:*arch*) echo "jdk17-openjdk (pacman)" ;;
    postgis:*arch*) echo "postgresql postgis (pacman)" ;;
    font:*arch*) echo "noto-fonts-cjk fontconfig (pacman)" ;;
    jdk:*alpine*) echo "openjdk17-jdk (apk)" ;;
    postgis:*alpine*) echo "postgresql postgis (apk)" ;;
    font:*alpine*) echo "font-noto-cjk fontconfig (apk)" ;;
    jdk:macos) echo "openjdk@17 (brew)" ;;
    maven:macos) echo "maven (brew)" ;;
    postgis:macos) echo "postgresql@17 postgis (brew)" ;;
    font:macos) echo "fontconfig (brew)" ;;
    jdk:*) echo "openjdk-17-jdk" ;;
    maven:*) echo "maven" ;;
    postgis:*) echo "postgresql-15+ / postgis-3.3+" ;;
    test:*) echo "gdal, OWSLib (python3-owslib), chromium" ;;
    font:*) echo "fonts-noto-cjk / fontconfig" ;;
  esac
}

# must_have WHAT KIND: stops, naming what is missing and what its package is called here.
must_have() {
  fail "缺少 $1，且此系統沒有 apt 可自動安裝
  missing: $1. It cannot be installed here by this script (no apt).
  套件 package: $(packages_for "$2")"
}

has_cjk_font() {
  command -v fc-list >/dev/null && [ -n "$(fc-list ':lang=zh-tw' family 2>/dev/null | head -n 1)" ]
}

ensure_font() {
  ! has_cjk_font || return 0
  if can_install; then
    apt_install fontconfig
    has_cjk_font || apt_install fonts-noto-cjk
  else
    must_have "中文字型 a font with Chinese characters (fc-list :lang=zh-tw)" font
  fi
}
