# A broker of Kafka's protocol, and kcat as the stranger. Sourced by broker.sh.
server=$(ls $tools/lib/*/site-packages/noida_db/noida-db)
broker_name="noida-db $("$tools/bin/pip" show noida-db 2>/dev/null | sed -n 's/^Version: //p'), which speaks Kafka's protocol and is not Apache Kafka"
stranger_name="kcat $(kcat -V 2>/dev/null | sed -n 's/^Version \([0-9.]*\).*/\1/p')"
measured=streetlights.harbour

start_broker() {
  "$server" start --only kafka --host 127.0.0.1 --kafka-port "$port" --data-dir "$folder/data" \
    >"$folder/broker.log" 2>&1 &
  started="$! $started"
}

publish_as_a_stranger() {
  topic=$measured.lamp-99.lighting.measured
  body='{"lumens": 77, "measuredAt": "2026-01-01T00:00:00Z"}'
  echo "    stranger | publishes $body to the topic '$topic'"
  echo "$body" | kcat -P -q -b "127.0.0.1:$port" -t "$topic" -H content-type=application/json
}

read_dead_letter() {
  topic=$measured.lamp-13.lighting.measured.dead-letter
  letter=$(timeout 20 kcat -C -q -b "127.0.0.1:$port" -t "$topic" -c 1 -e)
  echo "    stranger | $letter in the topic '$topic'"
}
