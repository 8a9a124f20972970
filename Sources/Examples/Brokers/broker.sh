# A broker that ends with the script which starts it, also when that is interrupted. Sourced, with `broker` set to rabbitmq
# or kafka; `port` is then its port, and `start` starts it.
brokers=Sources/Examples/Brokers
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
. "$brokers/$broker.sh"

start() {
  start_broker
  until_true 60 answers "$port" || fail "The broker does not open its port." "$folder/broker.log"
}
