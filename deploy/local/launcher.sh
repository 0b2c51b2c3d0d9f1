# Sourced by the scripts in deploy/: finds a JDK, builds what is not built, runs the launcher. POSIX sh.

project=$(cd "$(dirname "$0")/.." && pwd -P)
home=${REGISTRY_HOME:-$project/.registry}
command=$(basename "$0")
launcher=$project/deploy/local/target/local-suite.jar
services="incidents-service sources-service reports-service"

# One line: what is wrong, then what to do.
fail() {
  echo "deploy/$command: $1" >&2
  exit 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=$(command -v java || true); fi
  [ -x "$java" ] || fail "No Java was found. Install a JDK of version 17 or newer, or set JAVA_HOME to one."
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  major=${version#1.}
  major=${major%%[!0-9]*}
  [ "${major:-0}" -ge 17 ] || fail "Java ${version:-of unknown version} is too old. Install a JDK of version 17 or newer, or set JAVA_HOME to one."
}

need_build_tools() {
  [ -x "$(dirname "$java")/javac" ] || [ -x "$(dirname "$(readlink -f "$java")")/javac" ] \
    || fail "$java belongs to a Java without compiler. Install a JDK of version 17 or newer, or set JAVA_HOME to one."
  command -v mvn >/dev/null 2>&1 || fail "Maven is missing. Install Maven 3.8 or newer, so that mvn can be called."
}

# Says yes if a source is newer than what was packaged from it and than the last build begun here.
is_stale() {
  artefact=$1
  shift
  [ -f "$artefact" ] || return 0
  since=$artefact
  if [ -f "$stamp" ] && [ -n "$(find "$stamp" -newer "$artefact")" ]; then since=$stamp; fi
  [ -n "$(find "$@" -newer "$since" 2>/dev/null | head -n 1)" ]
}

# The modules whose package is missing or older than its sources, separated by commas.
stale_modules() {
  list=
  for service in $services; do
    if is_stale "$project/$service/target/quarkus-app/quarkus-run.jar" "$project/pom.xml" "$project/$service/pom.xml" \
      "$project/$service/src" "$project/service-kit/pom.xml" "$project/service-kit/src"; then
      list=$list,$service
    fi
  done
  if is_stale "$launcher" "$project/pom.xml" "$project/deploy/local/pom.xml" "$project/deploy/local/src"; then
    list=$list,deploy/local
  fi
  echo "${list#,}"
}

# Runs Maven on the modules named, and says which of them it is at.
build() {
  need_build_tools
  mkdir -p "$home/logs" 2>/dev/null || fail "The state folder $home cannot be written. Set REGISTRY_HOME to a folder that you may write."
  log=$home/logs/build.log
  begun=$(date +%s)
  touch "$home/logs/building"
  echo "building $(echo "$1" | sed 's/,/, /g') (the first time Maven fetches what it needs, which takes minutes; log: $log)"
  (cd "$project" && exec mvn -B ${build_options:-} -DskipTests -Dformatter.skip -Dimpsort.skip -pl "$1" -am package) >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill $maven 2>/dev/null; exit 130' INT TERM
  said= ; ticks=0
  while kill -0 $maven 2>/dev/null; do
    sleep 1
    ticks=$((ticks + 1))
    at=$(sed -n 's/^\[INFO\] Building \(.*\[[0-9]*\/[0-9]*\]\).*/\1/p' "$log" | tail -n 1 | sed 's/ 0[.0-9A-Z-]* */ /; s/  */ /g')
    if [ "$at" != "$said" ] || [ $((ticks % 10)) -eq 0 ]; then
      echo "[$(printf %5d $(($(date +%s) - begun))) s] building ${at:-: Maven reads the project}"
      said=$at
    fi
  done
  trap - INT TERM
  wait $maven || {
    cause=$(grep '^\[ERROR\]' "$log" | grep -v 'COMPILATION ERROR' | head -n 1 | cut -c 9-300)
    fail "The build failed: ${cause:-see its log}. Its log is $log."
  }
  mv "$home/logs/building" "$stamp"
  echo "built in $(($(date +%s) - begun)) s"
}

# Fetches Keycloak's distribution through Maven and unpacks it into the state folder, once for each version.
need_keycloak() {
  version=$(sed -n 's/.*<keycloak.version>\(.*\)<.*/\1/p' "$project/pom.xml")
  keycloak=$home/keycloak/keycloak-$version
  [ ! -f "$keycloak/bin/kc.sh" ] || return 0
  need_build_tools
  mkdir -p "$home/logs" "$home/keycloak" 2>/dev/null \
    || fail "The state folder $home cannot be written. Set REGISTRY_HOME to a folder that you may write."
  log=$home/logs/keycloak-fetch.log
  rm -rf "$home/keycloak/unpacking"
  echo "fetching and unpacking Keycloak $version (177 MB the first time; log: $log)"
  (cd "$project" && exec mvn -B -N dependency:unpack -DoutputDirectory="$home/keycloak/unpacking" \
    -Dartifact=org.keycloak:keycloak-quarkus-dist:"$version":zip) >"$log" 2>&1 </dev/null \
    || fail "Keycloak $version could not be fetched: $(grep '^\[ERROR\]' "$log" | head -n 1 | cut -c 9-300) Its log is $log."
  mv "$home/keycloak/unpacking/keycloak-$version" "$keycloak"
  rm -rf "$home/keycloak/unpacking"
}

run_launcher() {
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m -Dregistry.project="$project" -Dregistry.keycloak="${keycloak:-}" \
    -cp "$launcher:$project/deploy/local/target/lib/*" org.harmregistry.local.Launcher "$command" "$@"
}

stamp=$project/deploy/local/target/built
find_java
