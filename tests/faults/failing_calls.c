/* A layer over the C library: one call on a file below a folder fails, once or from then on.
   Armed from inside the process; counts calls either way, so that a first run tells how many there are.
   With SHORT a write takes half of what it was given; from then on the disk is full.
   What changes the folder can be written down, so that the states a power cut leaves can be made of it. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536
#define SHORT -1

static char folder[4096];
static size_t folder_length;
static long count, fail_at, noted;
static int fail_with, for_ever, armed, journal = -1;
static unsigned char watched[FILES], writes[FILES];

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

void failing_arm(const char *path, long at, int with, int ever) {
    strncpy(folder, path, sizeof folder - 1);
    folder_length = strlen(folder);
    count = 0;
    fail_at = at;
    fail_with = with;
    for_ever = ever;
    armed = 1;
}

long failing_disarm(void) {
    armed = 0;
    return count;
}

int failing_is_write(long at) {
    return at < FILES && writes[at];
}

/* From now on note every change in a file outside the folder. */
void failing_note(const char *path) {
    journal = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    noted = 0;
}

long failing_noted(void) {
    return noted;
}

struct change {
    char what;
    int fd;
    long at, n;
} __attribute__((packed));

static void note(char what, int fd, long at, const void *data, size_t n) {
    if (journal < 0 || !armed) return;
    struct change change = {what, fd, at, n};
    struct iovec parts[] = {{&change, sizeof change}, {(void *) data, n}};
    if (writev(journal, parts, 2) < (ssize_t) (sizeof change + n)) abort();
    noted++;
}

static int below(const char *path) {
    return armed && path && !strncmp(path, folder, folder_length);
}

static int is_watched(int fd) {
    return armed && fd >= 0 && fd < FILES && watched[fd];
}

static int fails(void) {
    count++;
    int now = fail_at && count == fail_at, later = fail_at && for_ever && count > fail_at;
    if (fail_with == SHORT ? later : now || later) {
        errno = fail_with == SHORT ? ENOSPC : fail_with;
        return 1;
    }
    return 0;
}

static int failing_fd(int fd) {
    return is_watched(fd) && fails();
}

static size_t taken(int fd, size_t n) {
    if (!is_watched(fd)) return n;
    if (count < FILES) writes[count] = 1;
    return fail_with == SHORT && count == fail_at && n > 1 ? n / 2 : n;
}

static int opened(int fd, const char *path, int flags, int here) {
    if (fd < 0 || fd >= FILES) return fd;
    watched[fd] = here;
    if (here) note('O', fd, flags & O_TRUNC, path, strlen(path));
    return fd;
}

#define OPEN(function) \
    int function(const char *path, int flags, ...) { \
        REAL(int, #function, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        int here = below(path); \
        if (here && fails()) return -1; \
        return opened(real(path, flags, mode), path, flags, here); \
    }
OPEN(open)
OPEN(open64)

int openat(int at, const char *path, int flags, ...) {
    REAL(int, "openat", int, const char *, int, ...);
    va_list rest;
    va_start(rest, flags);
    mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    int here = below(path);
    if (here && fails()) return -1;
    return opened(real(at, path, flags, mode), path, flags, here);
}

#define ON_FD(type, function, parameters, arguments) \
    type function parameters { \
        static type (*real) parameters; \
        if (!real) real = (type (*) parameters) dlsym(RTLD_NEXT, #function); \
        if (failing_fd(fd)) return -1; \
        return real arguments; \
    }
ON_FD(ssize_t, read, (int fd, void *data, size_t n), (fd, data, n))
ON_FD(ssize_t, pread, (int fd, void *data, size_t n, off_t at), (fd, data, n, at))
ON_FD(ssize_t, pread64, (int fd, void *data, size_t n, off64_t at), (fd, data, n, at))

static ssize_t written(int fd, const void *data, ssize_t n, off_t at) {
    if (n > 0 && is_watched(fd)) note('W', fd, at, data, n);
    return n;
}

ssize_t write(int fd, const void *data, size_t n) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (failing_fd(fd)) return -1;
    off_t at = is_watched(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
    return written(fd, data, real(fd, data, taken(fd, n)), at);
}

#define PWRITE(function, offset) \
    ssize_t function(int fd, const void *data, size_t n, offset at) { \
        REAL(ssize_t, #function, int, const void *, size_t, offset); \
        if (failing_fd(fd)) return -1; \
        return written(fd, data, real(fd, data, taken(fd, n), at), at); \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SENDFILE(function, offset) \
    ssize_t function(int fd, int from, offset *start, size_t n) { \
        REAL(ssize_t, #function, int, int, offset *, size_t); \
        if (failing_fd(fd)) return -1; \
        if (!is_watched(fd)) return real(fd, from, start, n); \
        off_t at = lseek(fd, 0, SEEK_CUR), begin = start ? *start : lseek(from, 0, SEEK_CUR); \
        return sent(fd, from, real(fd, from, start, taken(fd, n)), at, begin); \
    }

static ssize_t sent(int fd, int from, ssize_t n, off_t at, off_t begin) {
    REAL(ssize_t, "pread", int, void *, size_t, off_t);
    if (n <= 0 || journal < 0) return n;
    char *data = malloc(n);
    if (!data || real(from, data, n, begin) != n) abort();
    written(fd, data, n, at);
    free(data);
    return n;
}
SENDFILE(sendfile, off_t)
SENDFILE(sendfile64, off64_t)

#define CHANGES_FD(function, parameters, arguments, what, at) \
    int function parameters { \
        static int (*real) parameters; \
        if (!real) real = (int (*) parameters) dlsym(RTLD_NEXT, #function); \
        if (failing_fd(fd)) return -1; \
        int said = real arguments; \
        if (!said && is_watched(fd)) note(what, fd, at, "", 0); \
        return said; \
    }
CHANGES_FD(fsync, (int fd), (fd), 'F', 0)
CHANGES_FD(fdatasync, (int fd), (fd), 'F', 0)
CHANGES_FD(ftruncate, (int fd, off_t n), (fd, n), 'T', n)
CHANGES_FD(ftruncate64, (int fd, off64_t n), (fd, n), 'T', n)

#define ON_PATH(function, parameters, arguments, what) \
    int function parameters { \
        static int (*real) parameters; \
        if (!real) real = (int (*) parameters) dlsym(RTLD_NEXT, #function); \
        int here = below(path); \
        if (here && fails()) return -1; \
        int said = real arguments; \
        if (!said && here) note(what, -1, 0, path, strlen(path)); \
        return said; \
    }
ON_PATH(unlink, (const char *path), (path), 'U')
ON_PATH(rmdir, (const char *path), (path), 'U')
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), 'D')

int rename(const char *path, const char *to) {
    REAL(int, "rename", const char *, const char *);
    int here = below(path);
    if (here && fails()) return -1;
    int said = real(path, to);
    if (!said && here) {
        char both[8192];
        note('R', -1, 0, both, snprintf(both, sizeof both, "%s\n%s", path, to));
    }
    return said;
}

int unlinkat(int fd, const char *name, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    if (failing_fd(fd)) return -1;
    int said = real(fd, name, flags);
    if (!said && is_watched(fd)) note('u', fd, 0, name, strlen(name));
    return said;
}

#define ON_MAP(function) \
    void *function(void *at, size_t n, int may, int flags, int fd, off_t from) { \
        REAL(void *, #function, void *, size_t, int, int, int, off_t); \
        return failing_fd(fd) ? MAP_FAILED : real(at, n, may, flags, fd, from); \
    }
ON_MAP(mmap)
ON_MAP(mmap64)

/* Sockets to other machines, asked for or connected. */
static long sockets;

long failing_sockets(void) {
    return sockets;
}

int socket(int family, int kind, int protocol) {
    REAL(int, "socket", int, int, int);
    if (family == AF_INET || family == AF_INET6) sockets++;
    return real(family, kind, protocol);
}
