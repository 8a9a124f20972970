#include <amqp.h>
#include <amqp_tcp_socket.h>

#include "yardstick.h"

static amqp_connection_state_t connected(void) {
  amqp_connection_state_t connection = amqp_new_connection();
  amqp_socket_t *socket = amqp_tcp_socket_new(connection);
  if (amqp_socket_open(socket, "127.0.0.1", port)) die("RabbitMQ", "no connection");
  amqp_rpc_reply_t reply =
    amqp_login(connection, "/", 0, 131072, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest");
  if (reply.reply_type != AMQP_RESPONSE_NORMAL) die("RabbitMQ", "no login");
  amqp_channel_open(connection, 1);
  return connection;
}

static void *subscribe(void *unused) {
  amqp_connection_state_t connection = connected();
  amqp_queue_declare(connection, 1, amqp_cstring_bytes(place), 0, 1, 0, 0, amqp_empty_table);
  amqp_queue_bind(
    connection, 1, amqp_cstring_bytes(place), amqp_cstring_bytes("amq.topic"), amqp_cstring_bytes(place),
    amqp_empty_table);
  amqp_basic_qos(connection, 1, 0, prefetch, 0);
  amqp_basic_consume(
    connection, 1, amqp_cstring_bytes(place), amqp_empty_bytes, 0, !is_confirmed, 0, amqp_empty_table);
  is_subscribed = 1;
  for (; received <= count; received++) {
    amqp_envelope_t envelope;
    amqp_maybe_release_buffers(connection);
    if (amqp_consume_message(connection, &envelope, NULL, 0).reply_type != AMQP_RESPONSE_NORMAL)
      die("RabbitMQ", "nothing comes");
    if (envelope.message.body.len != payload_size) die("RabbitMQ", "another message comes");
    if (is_confirmed) amqp_basic_ack(connection, 1, envelope.delivery_tag, 0);
    amqp_destroy_envelope(&envelope);
  }
  amqp_connection_close(connection, AMQP_REPLY_SUCCESS);
  return NULL;
}

static amqp_connection_state_t publisher;

static void connect_publisher(void) {
  publisher = connected();
  if (is_confirmed) amqp_confirm_select(publisher, 1);
}

static void publish(int number) {
  static uint64_t sent = 0, confirmed = 0;
  char payload[payload_size];
  memset(payload, 'x', sizeof payload);
  amqp_basic_properties_t properties = {
    ._flags = AMQP_BASIC_DELIVERY_MODE_FLAG | AMQP_BASIC_CONTENT_TYPE_FLAG,
    .delivery_mode = 2,
    .content_type = amqp_cstring_bytes("application/octet-stream"),
  };
  amqp_bytes_t body = {.len = sizeof payload, .bytes = payload};
  uint64_t last = sent + number;
  while (sent < last || confirmed < sent) {
    if (sent < last && sent - confirmed < most_unconfirmed) {
      if (amqp_basic_publish(
            publisher, 1, amqp_cstring_bytes("amq.topic"), amqp_cstring_bytes(place), 0, 0, &properties, body))
        die("RabbitMQ", "nothing can be published");
      sent++;
      if (!is_confirmed) confirmed = sent;
      continue;
    }
    // Confirmations may come out of order; the highest is close enough for a yardstick.
    amqp_frame_t frame;
    amqp_maybe_release_buffers(publisher);
    if (amqp_simple_wait_frame(publisher, &frame)) die("RabbitMQ", "nothing is confirmed");
    if (frame.frame_type == AMQP_FRAME_METHOD && frame.payload.method.id == AMQP_BASIC_ACK_METHOD) {
      amqp_basic_ack_t *ack = frame.payload.method.decoded;
      if (ack->delivery_tag > confirmed) confirmed = ack->delivery_tag;
    }
  }
}

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  measure();
}
