#ifndef CRABBITMQ_SHIM_H
#define CRABBITMQ_SHIM_H

#if __has_include(<rabbitmq-c/amqp.h>)
#include <rabbitmq-c/amqp.h>
#include <rabbitmq-c/framing.h>
#include <rabbitmq-c/ssl_socket.h>
#include <rabbitmq-c/tcp_socket.h>
#else
#include <amqp.h>
#include <amqp_framing.h>
#include <amqp_ssl_socket.h>
#include <amqp_tcp_socket.h>
#endif
#include <poll.h>
#include <string.h>

/// Logs in with user and password. The library's own function takes a variable argument list, which Swift cannot call.
/// The server is asked to say that it refuses the password, and not just to hang up.
static inline amqp_rpc_reply_t crabbitmq_login(
  amqp_connection_state_t connection, const char *virtual_host, int heartbeat, const char *user, const char *password) {
  amqp_table_entry_t capability = {
    amqp_cstring_bytes("authentication_failure_close"), {.kind = AMQP_FIELD_KIND_BOOLEAN, .value = {.boolean = 1}}};
  amqp_table_entry_t capabilities = {
    amqp_cstring_bytes("capabilities"),
    {.kind = AMQP_FIELD_KIND_TABLE, .value = {.table = {.num_entries = 1, .entries = &capability}}}};
  amqp_table_t properties = {.num_entries = 1, .entries = &capabilities};
  return amqp_login_with_properties(
    connection, virtual_host, 0, AMQP_DEFAULT_FRAME_SIZE, heartbeat, &properties, AMQP_SASL_METHOD_PLAIN, user,
    password);
}

/// Waits until the socket or the other descriptor has something to read, no longer than so many milliseconds.
static inline int crabbitmq_wait(int socket, int other, int milliseconds) {
  struct pollfd all[2] = {{socket, POLLIN, 0}, {other, POLLIN, 0}};
  return poll(all, 2, milliseconds);
}

#endif
