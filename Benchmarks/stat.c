// The least that finding out what changed costs: asks of each file of a folder when it was changed.
//
//   stat FOLDER
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long long newest;

// Takes the descriptor over.
static int ask(int folder) {
  DIR *stream = fdopendir(folder);
  if (!stream) return 74;
  for (struct dirent *entry; (entry = readdir(stream));) {
    if (entry->d_name[0] == '.') continue;
    if (entry->d_type == DT_DIR) {
      int inner = openat(folder, entry->d_name, O_RDONLY | O_DIRECTORY);
      if (inner < 0 || ask(inner)) return 74;
      continue;
    }
    struct stat status;
    if (fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW)) return 74;
    if (status.st_mtime > newest) newest = status.st_mtime;
  }
  closedir(stream);
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 2) return 64;
  int folder = open(argv[1], O_RDONLY | O_DIRECTORY);
  if (folder < 0 || ask(folder)) return 74;
  printf("%lld\n", newest);
  return 0;
}
