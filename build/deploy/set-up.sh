#!/bin/sh
# Writes .env and makes the secret that the service shares with the relay.
#   sh set-up.sh share.example.org turn.example.org
set -eu

fail() {
  echo "$1" >&2
  exit 1
}

[ $# -eq 2 ] || fail 'Usage: sh set-up.sh NAME TURN-NAME, such as share.example.org turn.example.org'
name=$1
turn_name=$2
here=$(cd "$(dirname "$0")" && pwd)
target=${SET_UP_FOLDER:-$here}

for each in "$name" "$turn_name"; do
  case $each in
    *[!A-Za-z0-9.-]* | -* | .* | *. | '') fail "$each is not a host name." ;;
    *.*) ;;
    *) fail "$each has no domain; certificates need a full name such as share.example.org." ;;
  esac
done
[ "$name" != "$turn_name" ] || fail 'The two names must differ: port 443 tells them apart by name.'

look_up() { getent "$1" "$2" | awk '{ print $1; exit }'; }
public=${PUBLIC_ADDRESS:-$(look_up ahostsv4 "$turn_name")} || public=
[ -n "$public" ] || fail "$turn_name has no IPv4 address yet. Add its DNS record, then run this again."
if [ -z "${PUBLIC_ADDRESS:-}" ]; then
  [ "$(look_up ahostsv4 "$name")" = "$public" ] ||
    fail "$name does not stand for $public, as $turn_name does. Give both the same DNS record."
fi
local=${LOCAL_ADDRESS:-$(ip -4 route get 1.1.1.1 | sed -n 's/.* src \([0-9.]*\).*/\1/p')}
[ -n "$local" ] || fail 'This machine has no IPv4 address to the outside.'
public6=${PUBLIC_ADDRESS6:-$(look_up ahostsv6 "$turn_name" | grep -v '^::ffff:' || true)}

umask 077
mkdir -p "$target/secrets"
secret=$target/secrets/turn-secret
if [ ! -s "$secret" ]; then
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"$secret"
  # The folder keeps others out; inside the containers it is read without being root.
  chmod 444 "$secret"
fi
cat >"$target/.env" <<END
SIGHTLINE_NAME=$name
TURN_NAME=$turn_name
PUBLIC_ADDRESS=$public
LOCAL_ADDRESS=$local
PUBLIC_ADDRESS6=$public6
CERTIFICATE_AUTHORITY=public
END
echo "Written: $target/.env (public address $public, own address $local${public6:+, IPv6 $public6})."
echo 'Now: docker compose up -d --build'
