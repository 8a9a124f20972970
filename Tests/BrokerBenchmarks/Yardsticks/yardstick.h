// What both programs share: payloads of 100 bytes go from one publisher to one subscriber. When the first has arrived,
// COUNT more are published, and the time until the last has arrived is what counts.
#ifndef YARDSTICK_H
#define YARDSTICK_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { payload_size = 100, most_unconfirmed = 1000, prefetch = 500 };

static int port, count, is_confirmed;
static const char *place;
static atomic_int is_subscribed, received;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void die(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

/// PORT PLACE at-most-once|at-least-once COUNT
static void read_arguments(int argc, char **argv) {
  if (argc != 5) die("usage", "PORT PLACE at-most-once|at-least-once COUNT");
  port = atoi(argv[1]);
  place = argv[2];
  is_confirmed = strcmp(argv[3], "at-least-once") == 0;
  count = atoi(argv[4]);
}

/// Until COUNT and one more have arrived.
static void *subscribe(void *unused);
static void connect_publisher(void);
/// Returns when all are confirmed, where they are to be.
static void publish(int number);

static void wait_for(atomic_int *condition) {
  while (!*condition) nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

static void measure(void) {
  pthread_t subscriber;
  pthread_create(&subscriber, NULL, subscribe, NULL);
  wait_for(&is_subscribed);
  connect_publisher();
  publish(1);
  wait_for(&received);
  double start = now();
  publish(count);
  pthread_join(subscriber, NULL);
  printf("%.0f\n", count / (now() - start));
}

#endif
