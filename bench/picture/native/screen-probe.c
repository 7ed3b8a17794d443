/*
 * Looks at an X screen without disturbing it.
 *
 *   screen-probe shot   DISPLAY X Y WIDTH HEIGHT
 *       the pixels once, four bytes each: blue, green, red, nothing
 *   screen-probe stamps DISPLAY X Y CELL SECONDS
 *       a line "MS VALUE" whenever the stamp at X,Y shows another value
 *   screen-probe crops  DISPLAY X Y WIDTH HEIGHT SECONDS EVERY_MS
 *       whenever the pixels differ from those before: MS as a double, then a byte of luma for each
 *
 * MS is milliseconds since 1970. The stamp is that of source/stamp-code.ts.
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>
#include <unistd.h>

#define CELLS 32

typedef struct {
  Display *display;
  Window root;
  XImage *image;
  int x, y;
} Area;

static double now_ms(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *why) {
  fprintf(stderr, "screen-probe: %s\n", why);
  exit(1);
}

/* The image lives in shared memory: asking for it again costs a copy, not a conversation. */
static Area open_area(const char *name, int x, int y, int width, int height) {
  Area area = {.display = XOpenDisplay(name), .x = x, .y = y};
  if (!area.display) fail("no such display");
  int screen = DefaultScreen(area.display);
  area.root = RootWindow(area.display, screen);
  if (x < 0 || y < 0 || x + width > DisplayWidth(area.display, screen) ||
      y + height > DisplayHeight(area.display, screen))
    fail("the area is not on the screen");
  XShmSegmentInfo *segment = calloc(1, sizeof *segment);
  area.image = XShmCreateImage(area.display, DefaultVisual(area.display, screen),
                               DefaultDepth(area.display, screen), ZPixmap, 0, segment, width,
                               height);
  if (!area.image || area.image->bits_per_pixel != 32) fail("the screen is not 32 bits deep");
  segment->shmid = shmget(IPC_PRIVATE, (size_t)area.image->bytes_per_line * height, IPC_CREAT | 0600);
  segment->shmaddr = area.image->data = shmat(segment->shmid, 0, 0);
  XShmAttach(area.display, segment);
  XSync(area.display, False);
  /* Goes with the last who uses it, even when this program is killed. */
  shmctl(segment->shmid, IPC_RMID, 0);
  return area;
}

static void look(Area *area) {
  XShmGetImage(area->display, area->root, area->image, area->x, area->y, AllPlanes);
}

static void shot(Area area) {
  look(&area);
  for (int row = 0; row < area.image->height; row++)
    fwrite(area.image->data + (size_t)row * area.image->bytes_per_line, 4, area.image->width, stdout);
}

static void stamps(Area area, int cell, double seconds) {
  double end = now_ms() + seconds * 1e3;
  unsigned shown = 0;
  setvbuf(stdout, NULL, _IOLBF, 0);
  while (now_ms() < end) {
    look(&area);
    double at = now_ms();
    const unsigned char *pixels = (const unsigned char *)area.image->data;
    unsigned bits = 0;
    for (int index = 0; index < CELLS; index++)
      bits = bits << 1 | (pixels[(index * cell + cell / 2) * 4 + 1] > 127);
    unsigned value = bits >> 8;
    unsigned check = ((value >> 16) ^ (value >> 8) ^ value ^ 0xa5) & 255;
    if (check == (bits & 255) && value != shown) {
      shown = value;
      printf("%.2f %u\n", at, value);
    }
    usleep(1000);
  }
}

static void crops(Area area, double seconds, double every_ms) {
  int width = area.image->width, height = area.image->height;
  size_t bytes = (size_t)area.image->bytes_per_line * height;
  unsigned char *before = calloc(1, bytes), *luma = malloc((size_t)width * height);
  double end = now_ms() + seconds * 1e3;
  int is_first = 1;
  for (double next = now_ms(); next < end;) {
    look(&area);
    double at = now_ms();
    if (is_first || memcmp(before, area.image->data, bytes)) {
      is_first = 0;
      memcpy(before, area.image->data, bytes);
      for (int row = 0; row < height; row++) {
        const unsigned char *pixel = before + (size_t)row * area.image->bytes_per_line;
        for (int column = 0; column < width; column++, pixel += 4)
          luma[row * width + column] = (29 * pixel[0] + 150 * pixel[1] + 77 * pixel[2] + 128) >> 8;
      }
      fwrite(&at, sizeof at, 1, stdout);
      fwrite(luma, 1, (size_t)width * height, stdout);
      fflush(stdout);
    }
    next += every_ms;
    double left = next - now_ms();
    if (left > 0) usleep((useconds_t)(left * 1e3));
    else next = now_ms();
  }
}

int main(int count, char **words) {
  if (count < 7) fail("see the top of screen-probe.c");
  int n[8] = {0};
  for (int index = 3; index < count && index < 11; index++) n[index - 3] = atoi(words[index]);
  if (!strcmp(words[1], "shot") && count == 7)
    shot(open_area(words[2], n[0], n[1], n[2], n[3]));
  else if (!strcmp(words[1], "stamps") && count == 7)
    stamps(open_area(words[2], n[0], n[1], CELLS * n[2], 1), n[2], atof(words[6]));
  else if (!strcmp(words[1], "crops") && count == 9)
    crops(open_area(words[2], n[0], n[1], n[2], n[3]), atof(words[7]), atof(words[8]));
  else
    fail("see the top of screen-probe.c");
  return 0;
}
