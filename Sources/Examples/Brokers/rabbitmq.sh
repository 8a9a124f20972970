# RabbitMQ, and pika as the stranger. Sourced by broker.sh.
server=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x $server ] || server=$(command -v rabbitmq-server)
broker_name="RabbitMQ $(dpkg-query -W -f '${Version}' rabbitmq-server 2>/dev/null | cut -d- -f1)"
stranger_name="pika $("$tools/bin/python" -c 'import pika; print(pika.__version__)')"

start_broker() {
  mapper_port=$(free_port)
  printf '[].' >"$folder/plugins"
  echo "listeners.tcp.1 = 127.0.0.1:$port" >"$folder/rabbit.conf"
  ERL_EPMD_PORT=$mapper_port epmd -port "$mapper_port" -address 127.0.0.1 >/dev/null 2>&1 &
  started="$! $started"
  env HOME="$folder" RABBITMQ_NODENAME="demo$$@localhost" RABBITMQ_DIST_PORT="$(free_port)" \
    ERL_EPMD_PORT="$mapper_port" ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' \
    RABBITMQ_CONFIG_FILE="$folder/rabbit.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$folder/plugins" \
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_MNESIA_BASE="$folder/mnesia" RABBITMQ_LOG_BASE="$folder/log" \
    RABBITMQ_PID_FILE="$folder/pid" "$server" </dev/null >"$folder/broker.log" 2>&1 &
  started="$! $started"
  until_true 60 test -s "$folder/pid" || fail "RabbitMQ does not start." "$folder/broker.log"
  started="$(cat "$folder/pid") $started"
}

publish_as_a_stranger() {
  "$tools/bin/python" - "$port" <<'PYTHON'
import pika, sys
connection = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", int(sys.argv[1])))
key = "streetlights.harbour.lamp-99.lighting.measured"
body = '{"lumens": 77, "measuredAt": "2026-01-01T00:00:00Z"}'
properties = pika.BasicProperties(content_type="application/json", delivery_mode=2)
print(f"    stranger | publishes {body} to 'amq.topic' as '{key}'", flush=True)
connection.channel().basic_publish("amq.topic", key, body, properties)
connection.close()
PYTHON
}

read_dead_letter() {
  "$tools/bin/python" - "$port" <<'PYTHON'
import pika, sys
connection = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", int(sys.argv[1])))
method, properties, body = connection.channel().basic_get("asyncapi.dead-letters", auto_ack=True)
print(f"    stranger | {body.decode() if body else None} in the queue 'asyncapi.dead-letters'")
connection.close()
PYTHON
}
