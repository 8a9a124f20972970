#ifndef CRDKAFKA_SHIM_H
#define CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <pthread.h>

/// Queues a message. The library's own function takes a variable argument list, which Swift cannot call.
/// The headers are the library's on success, and stay the caller's otherwise.
static inline rd_kafka_resp_err_t crdkafka_produce(
  rd_kafka_t *client, const char *topic, const void *key, size_t key_size, const void *value, size_t value_size,
  rd_kafka_headers_t *headers, void *opaque) {
  // A null value would be a tombstone; an empty payload is none.
  return rd_kafka_producev(
    client, RD_KAFKA_V_TOPIC(topic), RD_KAFKA_V_KEY(key, key_size), RD_KAFKA_V_VALUE(value ? (void *)value : "", value_size),
    RD_KAFKA_V_HEADERS(headers), RD_KAFKA_V_OPAQUE(opaque), RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_END);
}

/// Starts a detached thread; returns 0, or why it could not. The types of a thread differ between systems.
static inline int crdkafka_start_thread(void *(*body)(void *), void *context) {
  pthread_t thread;
  int error = pthread_create(&thread, NULL, body, context);
  return error ? error : pthread_detach(thread);
}

#endif
