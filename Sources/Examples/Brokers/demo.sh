#!/bin/sh
# Runs the example as two processes, application and client, over a broker that this starts and ends:
# demo.sh rabbitmq|kafka PROGRAM. All that is started ends with it, also when it is interrupted.
set -eu

broker=$1
program=$2
here=$(dirname "$0")
tools=.build/brokers
folder=$(mktemp -d)
started=

end() {
  trap - EXIT INT TERM
  # What was started last ends first, so that nobody loses its broker.
  for pid in $started; do kill "$pid" 2>/dev/null || true; done
  sleep 0.2
  for pid in $started; do kill -9 "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT TERM

fail() {
  echo "$1" >&2
  if [ -n "${2:-}" ]; then tail -n 20 "$2" >&2; fi
  exit 1
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# until_true SECONDS COMMAND…
until_true() {
  tries=$(($1 * 10)); shift
  until "$@" 2>/dev/null; do
    tries=$((tries - 1)); if [ $tries -le 0 ]; then return 1; fi
    sleep 0.1
  done
}

answers() {
  python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1])), 1)' "$1"
}

port=$(free_port)
. "$here/$broker.sh"
echo
start_broker
until_true 60 answers "$port" || fail "The broker does not open its port." "$folder/broker.log"
echo "The broker is $broker_name, on port $port of this machine. Application and client are processes of their own."

: >"$folder/application"
BROKER=$broker BROKER_PORT=$port "$program" application >"$folder/application" 2>&1 &
started="$! $started"
tail -n +1 -f "$folder/application" & started="$! $started"
until_true 60 grep -q 'is ready' "$folder/application" || fail "The application does not start." "$folder/application"

BROKER=$broker BROKER_PORT=$port timeout 120 "$program" client

echo
echo "A stranger's client, $stranger_name, publishes a measurement; the application cannot tell it from one of ours."
publish_as_a_stranger
until_true 30 grep -q 'lamp-99 in the harbour' "$folder/application" || fail "The stranger's message did not arrive."
sleep 0.3

echo
echo "What nobody could decode was kept, and $stranger_name reads it:"
read_dead_letter
