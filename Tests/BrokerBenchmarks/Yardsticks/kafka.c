#include <librdkafka/rdkafka.h>

#include "yardstick.h"

static void set(rd_kafka_conf_t *configuration, const char *name, const char *value) {
  char why[200];
  if (rd_kafka_conf_set(configuration, name, value, why, sizeof why) != RD_KAFKA_CONF_OK) die(name, why);
}

static rd_kafka_t *made(rd_kafka_type_t type, rd_kafka_conf_t *configuration) {
  char why[200], server[40];
  snprintf(server, sizeof server, "127.0.0.1:%d", port);
  set(configuration, "bootstrap.servers", server);
  rd_kafka_t *client = rd_kafka_new(type, configuration, why, sizeof why);
  if (!client) die("Kafka", why);
  return client;
}

static void *subscribe(void *unused) {
  rd_kafka_conf_t *configuration = rd_kafka_conf_new();
  set(configuration, "group.id", place);
  set(configuration, "auto.offset.reset", "earliest");
  set(configuration, "enable.auto.offset.store", is_confirmed ? "false" : "true");
  set(configuration, "auto.commit.interval.ms", "100");
  rd_kafka_t *consumer = made(RD_KAFKA_CONSUMER, configuration);
  rd_kafka_poll_set_consumer(consumer);
  rd_kafka_topic_partition_list_t *topics = rd_kafka_topic_partition_list_new(1);
  rd_kafka_topic_partition_list_add(topics, place, RD_KAFKA_PARTITION_UA);
  rd_kafka_subscribe(consumer, topics);
  rd_kafka_topic_partition_list_destroy(topics);
  while (received <= count) {
    rd_kafka_message_t *message = rd_kafka_consumer_poll(consumer, 100);
    // Each member begins when it has a partition, so the time does not contain joining the group.
    rd_kafka_topic_partition_list_t *assigned;
    if (!is_subscribed && !rd_kafka_assignment(consumer, &assigned)) {
      is_subscribed = assigned->cnt > 0;
      rd_kafka_topic_partition_list_destroy(assigned);
    }
    if (!message) continue;
    if (!message->err) {
      if (message->len != payload_size) die("Kafka", "another message comes");
      if (is_confirmed) rd_kafka_offset_store(message->rkt, message->partition, message->offset);
      received++;
    }
    rd_kafka_message_destroy(message);
  }
  rd_kafka_consumer_close(consumer);
  rd_kafka_destroy(consumer);
  return NULL;
}

static atomic_int under_way;

static void reported(rd_kafka_t *client, const rd_kafka_message_t *message, void *unused) {
  if (message->err) die("Kafka", rd_kafka_err2str(message->err));
  under_way--;
}

static rd_kafka_t *producer;

static void connect_publisher(void) {
  rd_kafka_conf_t *configuration = rd_kafka_conf_new();
  set(configuration, "enable.idempotence", is_confirmed ? "true" : "false");
  set(configuration, "acks", is_confirmed ? "all" : "0");
  rd_kafka_conf_set_dr_msg_cb(configuration, reported);
  producer = made(RD_KAFKA_PRODUCER, configuration);
}

static void publish(int number) {
  char payload[payload_size];
  memset(payload, 'x', sizeof payload);
  for (int sent = 0; sent < number; sent++) {
    under_way++;
    while (under_way > most_unconfirmed) rd_kafka_poll(producer, 1);
    if (rd_kafka_producev(
          producer, RD_KAFKA_V_TOPIC(place), RD_KAFKA_V_VALUE(payload, sizeof payload),
          RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END))
      die("Kafka", "nothing can be published");
    rd_kafka_poll(producer, 0);
  }
  rd_kafka_flush(producer, 60000);
}

int main(int argc, char **argv) {
  read_arguments(argc, argv);
  measure();
}
