/* The floor under any program that reads a YAML file and writes a tree of files: libyaml's events of the file, which are
   thrown away, then a copy of the tree, by so many threads. Each file is read, and its bytes are written to a new file; nothing
   is made of them.

   floor schema.yaml [tree copy threads] */

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static char **names;
static size_t count, capacity;
static atomic_size_t next;
static int source, target;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *contents(int folder, const char *name, size_t *size) {
  struct stat status;
  int file = openat(folder, name, O_RDONLY);
  if (file < 0 || fstat(file, &status) != 0) fail(name);
  *size = (size_t)status.st_size;
  char *bytes = malloc(*size + 1);
  for (size_t done = 0; done < *size;) {
    ssize_t part = read(file, bytes + done, *size - done);
    if (part <= 0) fail(name);
    done += (size_t)part;
  }
  close(file);
  return bytes;
}

static void read_events(const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  size_t size;
  char *bytes = contents(AT_FDCWD, path, &size);
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
  for (int is_done = 0; !is_done;) {
    if (!yaml_parser_parse(&parser, &event)) fail("not YAML");
    is_done = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  free(bytes);
}

/* Makes the folders of the copy and lists the files. */
static void walk(const char *folder) {
  int descriptor = openat(source, folder, O_RDONLY | O_DIRECTORY);
  DIR *directory = descriptor < 0 ? NULL : fdopendir(descriptor);
  if (!directory) fail(folder);
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (entry->d_type == DT_DIR) {
      if (mkdirat(target, path, 0755) != 0) fail(path);
      walk(path);
      continue;
    }
    if (count == capacity) names = realloc(names, (capacity = capacity * 2 + 64) * sizeof *names);
    names[count++] = strdup(path);
  }
  closedir(directory);
}

static void *copy(void *ignored) {
  for (size_t position; (position = atomic_fetch_add(&next, 1)) < count;) {
    size_t size;
    char *bytes = contents(source, names[position], &size);
    int file = openat(target, names[position], O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0) fail(names[position]);
    for (size_t done = 0; done < size;) {
      ssize_t part = write(file, bytes + done, size - done);
      if (part <= 0) fail(names[position]);
      done += (size_t)part;
    }
    close(file);
    free(bytes);
  }
  return ignored;
}

int main(int argc, char **argv) {
  if (argc != 2 && argc != 5) return 2;
  read_events(argv[1]);
  if (argc == 2) return 0;
  if (mkdir(argv[3], 0755) != 0) fail(argv[3]);
  source = open(argv[2], O_RDONLY | O_DIRECTORY);
  target = open(argv[3], O_RDONLY | O_DIRECTORY);
  if (source < 0 || target < 0) fail(argv[2]);
  walk(".");
  pthread_t threads[64];
  int wanted = atoi(argv[4]);
  if (wanted < 1 || wanted > 64) return 2;
  for (int thread = 0; thread < wanted; thread++) pthread_create(&threads[thread], NULL, copy, NULL);
  for (int thread = 0; thread < wanted; thread++) pthread_join(threads[thread], NULL);
  return 0;
}
