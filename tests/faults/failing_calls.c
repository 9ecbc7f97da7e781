/* A layer over the C library: one call on a file below a folder fails, once or from then on.
   Armed from inside the process; counts calls either way, so that a first run tells how many there are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static size_t folder_length;
static long count, fail_at;
static int fail_with, for_ever, armed;
static unsigned char watched[65536];

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

static int below(const char *path) {
    return armed && path && !strncmp(path, folder, folder_length);
}

static int fails(void) {
    count++;
    if (fail_at && (count == fail_at || (for_ever && count > fail_at))) {
        errno = fail_with;
        return 1;
    }
    return 0;
}

static int failing_fd(int fd) {
    return armed && fd >= 0 && fd < 65536 && watched[fd] && fails();
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)

#define OPEN(function) \
    int function(const char *path, int flags, ...) { \
        REAL(int, #function, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        int here = below(path); \
        if (here && fails()) return -1; \
        int fd = real(path, flags, mode); \
        if (fd >= 0 && fd < 65536) watched[fd] = here; \
        return fd; \
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
    int fd = real(at, path, flags, mode);
    if (fd >= 0 && fd < 65536) watched[fd] = here;
    return fd;
}

#define ON_FD(type, function, parameters, arguments) \
    type function parameters { \
        static type (*real) parameters; \
        if (!real) real = (type (*) parameters) dlsym(RTLD_NEXT, #function); \
        if (failing_fd(fd)) return -1; \
        return real arguments; \
    }
ON_FD(ssize_t, write, (int fd, const void *data, size_t n), (fd, data, n))
ON_FD(ssize_t, pwrite, (int fd, const void *data, size_t n, off_t at), (fd, data, n, at))
ON_FD(ssize_t, pwrite64, (int fd, const void *data, size_t n, off64_t at), (fd, data, n, at))
ON_FD(ssize_t, read, (int fd, void *data, size_t n), (fd, data, n))
ON_FD(ssize_t, pread, (int fd, void *data, size_t n, off_t at), (fd, data, n, at))
ON_FD(ssize_t, pread64, (int fd, void *data, size_t n, off64_t at), (fd, data, n, at))
ON_FD(int, fsync, (int fd), (fd))
ON_FD(int, fdatasync, (int fd), (fd))
ON_FD(int, ftruncate, (int fd, off_t n), (fd, n))
ON_FD(int, ftruncate64, (int fd, off64_t n), (fd, n))

#define ON_PATH(function, parameters, arguments) \
    int function parameters { \
        static int (*real) parameters; \
        if (!real) real = (int (*) parameters) dlsym(RTLD_NEXT, #function); \
        if (below(path) && fails()) return -1; \
        return real arguments; \
    }
ON_PATH(rename, (const char *path, const char *to), (path, to))
ON_PATH(unlink, (const char *path), (path))
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))

/* Sockets to other machines, asked for or connected. */
#include <sys/socket.h>
static long sockets;

long failing_sockets(void) {
    return sockets;
}

int socket(int family, int kind, int protocol) {
    static int (*real)(int, int, int);
    if (!real) real = (int (*)(int, int, int)) dlsym(RTLD_NEXT, "socket");
    if (family == AF_INET || family == AF_INET6) sockets++;
    return real(family, kind, protocol);
}
