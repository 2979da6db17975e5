// What Swift cannot reach in libgraphviz's headers by itself: macros, variadic functions and
// mutable globals. The headers are the installed ones; nothing of them is copied here.
#pragma once
#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <stdlib.h>
#include <string.h>

// gvRenderData counts in `unsigned` up to Graphviz 9 or so and in `size_t` later; the compiler
// knows which from the installed header, so that C never writes eight bytes into four.
static inline int netmaps_render(GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *count) {
  __typeof__(_Generic(&gvRenderData,
      int (*)(GVC_t *, graph_t *, const char *, char **, size_t *): (size_t)0,
      default: (unsigned)0)) length = 0;
  int code = gvRenderData(context, graph, format, bytes, &length);
  *count = (size_t)length;
  return code;
}

// Diagnostics. libgraphviz calls the sink with pieces of messages; they are gathered in a bounded
// buffer. Everything here is touched only under the session's lock, and from one Swift file.
typedef struct {
  size_t length;
  char text[16384];
} netmaps_log;

// A static inside a function, because the importer does not emit a header's own statics.
static inline netmaps_log *netmaps_messages(void) {
  static netmaps_log log;
  return &log;
}

static int netmaps_gather(char *piece) {
  netmaps_log *log = netmaps_messages();
  size_t length = strlen(piece);
  size_t room = sizeof log->text - 1 - log->length;
  if (length > room) length = room;
  memcpy(log->text + log->length, piece, length);
  log->length += length;
  log->text[log->length] = 0;
  return 0;
}

static int netmaps_discard(char *piece) {
  (void)piece;
  return 0;
}

// A message longer than libgraphviz's buffer makes 2.42 read a consumed va_list (a crash). One
// long message through a discarding sink makes that buffer grow to a mebibyte once and for all.
static inline void netmaps_prime_messages(void) {
  size_t length = 1 << 20;
  char *text = malloc(length + 1);
  if (text == NULL) return;
  memset(text, 'x', length);
  text[length] = 0;
  agseterrf(netmaps_discard);
  agerr(AGERR, text);
  free(text);
}

static inline void netmaps_begin_messages(void) {
  agseterr(AGWARN);
  agseterrf(netmaps_gather);
  netmaps_messages()->length = 0;
  netmaps_messages()->text[0] = 0;
  agreseterrors();
}

static inline const char *netmaps_gathered_messages(void) {
  return netmaps_messages()->text;
}

// Which characters the installed fonts have. libgraphviz asks fontconfig through pango, if it has them; fontconfig is
// asked here through the same library, which is therefore no further dependency. Called under one lock.
typedef struct {
  int count;
  int room;
  void **patterns;
} netmaps_fonts;

static inline void *netmaps_fontconfig(void) {
  void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
  return library != NULL ? library : dlopen("libfontconfig.1.dylib", RTLD_LAZY | RTLD_LOCAL);
}

// 1 if some font has the character, 0 if none has it, -1 if that cannot be told.
static inline int netmaps_fonts_have(unsigned character) {
  static int is_asked = 0;
  static void *all = NULL;
  static int (*has)(const void *, unsigned) = NULL;
  if (!is_asked) {
    is_asked = 1;
    void *library = netmaps_fontconfig();
    if (library == NULL) return -1;
    void *(*current)(void) = (void *(*)(void))dlsym(library, "FcConfigGetCurrent");
    netmaps_fonts *(*fonts)(void *, int) = (netmaps_fonts * (*)(void *, int)) dlsym(library, "FcConfigGetFonts");
    int (*charset)(void *, const char *, int, void **) =
        (int (*)(void *, const char *, int, void **))dlsym(library, "FcPatternGetCharSet");
    void *(*create)(void) = (void *(*)(void))dlsym(library, "FcCharSetCreate");
    int (*merge)(void *, const void *, int *) = (int (*)(void *, const void *, int *))dlsym(library, "FcCharSetMerge");
    has = (int (*)(const void *, unsigned))dlsym(library, "FcCharSetHasChar");
    if (!current || !fonts || !charset || !create || !merge || !has) return -1;
    netmaps_fonts *system = fonts(current(), 0);
    void *sum = create();
    if (system == NULL || sum == NULL) return -1;
    for (int i = 0; i < system->count; i++) {
      void *one = NULL;
      if (charset(system->patterns[i], "charset", 0, &one) == 0 && one != NULL) merge(sum, one, NULL);
    }
    if (system->count > 0) all = sum;
  }
  return all == NULL ? -1 : has(all, character) != 0;
}
