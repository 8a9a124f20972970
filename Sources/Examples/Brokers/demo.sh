#!/bin/sh
# Runs the example as two processes, application and client, over a broker that this starts and ends:
# demo.sh rabbitmq|kafka PROGRAM. All that is started ends with it, also when it is interrupted.
set -eu

broker=$1
program=$2
. "$(dirname "$0")/broker.sh"
echo
start
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
