/*
 * A wire between two network interfaces with a delay and a loss, each way.
 *
 *   wire INTERFACE1 INTERFACE2 DELAY_MS LOSS_PERCENT
 *
 * Runs until it is ended; prints "ready" when frames pass. Frames carry what the kernel left undone
 * (checksums, cutting into packets) in a header before them, so offloads need not be switched off.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <linux/virtio_net.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#ifndef PACKET_IGNORE_OUTGOING
#define PACKET_IGNORE_OUTGOING 23
#endif
#define LONGEST (65536 + 256)
#define WAITING 8192

typedef struct {
  long long due_ns;
  ssize_t length;
  char *bytes;
} Frame;

/* Every frame waits equally long, so a ring keeps their order. */
typedef struct {
  Frame frames[WAITING];
  unsigned first, count;
} Queue;

static long long now_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int open_end(const char *name) {
  int end = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, htons(ETH_P_ALL));
  int on = 1, room = 8 << 20;
  struct sockaddr_ll place = {.sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL)};
  place.sll_ifindex = (int)if_nametoindex(name);
  struct packet_mreq all = {.mr_ifindex = place.sll_ifindex, .mr_type = PACKET_MR_PROMISC};
  if (end < 0 || !place.sll_ifindex || bind(end, (struct sockaddr *)&place, sizeof place) ||
      setsockopt(end, SOL_PACKET, PACKET_VNET_HDR, &on, sizeof on) ||
      setsockopt(end, SOL_PACKET, PACKET_IGNORE_OUTGOING, &on, sizeof on) ||
      setsockopt(end, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &all, sizeof all)) {
    fprintf(stderr, "wire: %s: %s\n", name, strerror(errno));
    exit(1);
  }
  setsockopt(end, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
  return end;
}

static void take(int end, Queue *queue, long long delay_ns, double loss) {
  static char bytes[LONGEST];
  for (ssize_t length; (length = recv(end, bytes, sizeof bytes, 0)) > 0;) {
    if (drand48() < loss || queue->count == WAITING) continue;
    Frame *frame = &queue->frames[(queue->first + queue->count++) % WAITING];
    frame->due_ns = now_ns() + delay_ns;
    frame->length = length;
    frame->bytes = malloc((size_t)length);
    memcpy(frame->bytes, bytes, (size_t)length);
  }
}

/* Resolves with how long nothing is due, at most a second. */
static long long give(int end, Queue *queue) {
  while (queue->count) {
    Frame *frame = &queue->frames[queue->first];
    long long left = frame->due_ns - now_ns();
    if (left > 0) return left;
    if (send(end, frame->bytes, (size_t)frame->length, 0) < 0 && errno == EAGAIN) return 100000;
    free(frame->bytes);
    queue->first = (queue->first + 1) % WAITING;
    queue->count--;
  }
  return 1000000000LL;
}

int main(int count, char **words) {
  if (count != 5) return fprintf(stderr, "see the top of wire.c\n"), 1;
  int ends[2] = {open_end(words[1]), open_end(words[2])};
  long long delay_ns = (long long)(atof(words[3]) * 1e6);
  double loss = atof(words[4]) / 100;
  static Queue queues[2];
  srand48(1);
  puts("ready");
  fflush(stdout);
  for (;;) {
    long long left0 = give(ends[1], &queues[0]), left1 = give(ends[0], &queues[1]);
    long long left = left0 < left1 ? left0 : left1;
    struct timespec patience = {left / 1000000000LL, left % 1000000000LL};
    struct pollfd polled[2] = {{ends[0], POLLIN, 0}, {ends[1], POLLIN, 0}};
    ppoll(polled, 2, &patience, NULL);
    for (int index = 0; index < 2; index++) take(ends[index], &queues[index], delay_ns, loss);
  }
}
