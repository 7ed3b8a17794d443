#!/bin/sh
# Starts coturn with turnserver.conf and what only this machine knows. The secret goes into a file,
# never into the arguments, which everybody on a machine can read.
set -eu
: "${TURN_NAME:?}" "${TURN_SECRET_FILE:?}" "${PUBLIC_ADDRESS:?}" "${LOCAL_ADDRESS:?}"
here=$(cd "$(dirname "$0")" && pwd)
run=${RUN_FOLDER:-/run/sightline}
secret=$(cat "$TURN_SECRET_FILE")
[ "${#secret}" -ge 16 ] || {
  echo "$TURN_SECRET_FILE holds no secret; run set-up.sh." >&2
  exit 1
}

umask 077
mkdir -p "$run"
{
  cat "$here/turnserver.conf"
  echo "realm=$TURN_NAME"
  echo "static-auth-secret=$secret"
  echo "listening-port=${TURN_PORT:-3478}"
  echo "pidfile=$run/turnserver.pid"
  echo "userdb=$run/turndb"
  # HAProxy comes from here.
  echo 'listening-ip=127.0.0.1'
  [ "$LOCAL_ADDRESS" = 127.0.0.1 ] || echo "listening-ip=$LOCAL_ADDRESS"
  echo "relay-ip=$LOCAL_ADDRESS"
  if [ "$LOCAL_ADDRESS" != "$PUBLIC_ADDRESS" ]; then
    echo "external-ip=$PUBLIC_ADDRESS/$LOCAL_ADDRESS"
    # Where both people need the relay they meet at its public address, which stands for this one.
    echo "allowed-peer-ip=$LOCAL_ADDRESS"
  fi
  if [ -n "${PUBLIC_ADDRESS6:-}" ]; then
    echo "listening-ip=$PUBLIC_ADDRESS6"
    echo "relay-ip=$PUBLIC_ADDRESS6"
  fi
} >"$run/turnserver.conf"
exec turnserver -c "$run/turnserver.conf"
