#!/bin/sh
# Starts HAProxy as soon as both certificates are there, and tells it when one was renewed.
set -eu
: "${SIGHTLINE_NAME:?}" "${TURN_NAME:?}"
here=$(cd "$(dirname "$0")" && pwd)
store=${XDG_DATA_HOME:-/data}/caddy/certificates
export RUN_FOLDER="${RUN_FOLDER:-/run/sightline}"
folder=$RUN_FOLDER/certificates

# A machine without IPv6 has nothing to listen on there.
if [ -z "${BIND_ADDRESS:-}" ] && [ -s /proc/net/if_inet6 ]; then export HAS_IPV6=1; fi

umask 077
mkdir -p "$folder"

# Puts the newest certificate of a name and its key into one file. Fails while there is none.
take() {
  # shellcheck disable=SC2012 # names of our own choosing
  certificate=$(ls -t "$store"/*/"$1"/"$1.crt" 2>/dev/null | head -n 1)
  key=${certificate%.crt}.key
  [ -s "$certificate" ] && [ -s "$key" ] || return 1
  cat "$certificate" "$key" >"$RUN_FOLDER/new.pem"
  cmp -s "$RUN_FOLDER/new.pem" "$folder/$1.pem" && return 0
  mv "$RUN_FOLDER/new.pem" "$folder/$1.pem"
  is_new=yes
}

until take "$SIGHTLINE_NAME" && take "$TURN_NAME"; do sleep 1; done

haproxy -W -db -f "$here/haproxy.cfg" &
haproxy=$!

renew() {
  while sleep "${RENEWAL_CHECK_SECONDS:-60}"; do
    is_new=no
    take "$SIGHTLINE_NAME" && take "$TURN_NAME" || true
    [ "$is_new" = no ] || kill -USR2 "$haproxy"
  done
}
renew &
renewal=$!

trap 'kill -TERM "$haproxy"' TERM INT
code=0
# A signal ends the wait, not HAProxy at once.
while kill -0 "$haproxy" 2>/dev/null; do
  wait "$haproxy" && code=0 || code=$?
done
kill "$renewal" 2>/dev/null || true
exit "$code"
