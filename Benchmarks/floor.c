// The least that a build costs: lists a folder's Markdown files, and reads, renders and writes each of them.
//
//   floor SOURCES OUTPUT BYTES THREADS   pages of BYTES bytes each
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST_THREADS 256

static char **paths;
static size_t count, capacity;
static size_t page_size;
static int output;
static int thread_count;
// The extensions of cmark-gfm share a table that is not safe for threads.
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

static void list(const char *folder) {
  DIR *stream = opendir(folder);
  if (!stream) return;
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (entry->d_type == DT_DIR) {
      list(path);
      continue;
    }
    size_t length = strlen(path);
    if (length < 3 || strcmp(path + length - 3, ".md")) continue;
    if (count == capacity) paths = realloc(paths, (capacity = capacity * 2 + 1024) * sizeof *paths);
    paths[count++] = strdup(path);
  }
  closedir(stream);
}

static void build(size_t index, char *page) {
  int file = open(paths[index], O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status)) exit(74);
  char *text = malloc(status.st_size + 1);
  if (read(file, text, status.st_size) != status.st_size) exit(74);
  close(file);

  cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES);
  const char *names[] = {"table", "strikethrough", "autolink", "tasklist"};
  for (int i = 0; i < 4; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  cmark_parser_feed(parser, text, status.st_size);
  pthread_mutex_lock(&parsing);
  cmark_node *document = cmark_parser_finish(parser);
  pthread_mutex_unlock(&parsing);
  char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
  size_t size = strlen(html);
  memcpy(page, html, size < page_size ? size : page_size);

  char name[32];
  snprintf(name, sizeof name, "%zu.html", index);
  int written = openat(output, name, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (written < 0 || write(written, page, page_size) != (ssize_t)page_size) exit(74);
  close(written);
  free(html);
  free(text);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

static void *work(void *first) {
  char *page = calloc(1, page_size);
  for (size_t index = (size_t)first; index < count; index += thread_count) build(index, page);
  free(page);
  return NULL;
}

int main(int argc, char **argv) {
  if (argc != 5) return 64;
  page_size = strtoull(argv[3], NULL, 10);
  thread_count = atoi(argv[4]);
  if (thread_count < 1 || thread_count > MOST_THREADS) return 64;
  if (mkdir(argv[2], 0755)) return 74;
  output = open(argv[2], O_RDONLY | O_DIRECTORY);
  cmark_gfm_core_extensions_ensure_registered();
  list(argv[1]);
  pthread_t threads[MOST_THREADS];
  for (int i = 1; i < thread_count; i++) pthread_create(&threads[i], NULL, work, (void *)(size_t)i);
  work((void *)0);
  for (int i = 1; i < thread_count; i++) pthread_join(threads[i], NULL);
  return 0;
}
