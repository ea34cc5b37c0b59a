/* SPDX-License-Identifier: MIT */
#include "read/input.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_INPUT_BYTES = 0x7fffffff, LARGE_BYTES = 1 << 20 };

static gpointer
digest_in_thread(gpointer data)
{
    return g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, data);
}

static gboolean
fail_errno(const char *name, int code, GError **error)
{
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be read: %s", name, g_strerror(code));
}

/* All that @fd gives until its end, however long the file was said to be: it may grow or be cut
 * meanwhile. NULL with @error. */
static GBytes *
read_to_end(int fd, const char *name, gsize expected, GError **error)
{
    gsize size = expected + 1, length = 0;
    g_autofree guint8 *bytes = g_malloc(size);
    for (;;) {
        gssize n = read(fd, bytes + length, size - length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            fail_errno(name, errno, error);
            return NULL;
        }
        if (n == 0)
            return g_bytes_new_take(g_steal_pointer(&bytes), length);
        length += (gsize)n;
        if (length > MAX_INPUT_BYTES) {
            incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is larger than 2 GB; split it", name);
            return NULL;
        }
        if (length == size) {
            size = MAX(size * 2, 65536);
            bytes = g_realloc(bytes, size);
        }
    }
}

/* The bytes are read and not mapped: a file that another program cuts while it is mapped ends the
 * process. */
static GBytes *
read_file(const char *path, GError **error)
{
    struct stat info = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0 || fstat(fd, &info) != 0) {
        fail_errno(path, errno, error);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    GBytes *bytes = NULL;
    if (S_ISDIR(info.st_mode))
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is a folder; name the files in it", path);
    else if (info.st_size > MAX_INPUT_BYTES)
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is larger than 2 GB; split it", path);
    else
        bytes = read_to_end(fd, path, (gsize)MAX(info.st_size, 0), error);
    close(fd);
    return bytes;
}

gboolean
incmap_input_load(IncmapInput *input, const char *path, GError **error)
{
    memset(input, 0, sizeof *input);
    input->path = path;
    input->name = strcmp(path, "-") == 0 ? "standard input" : path;
    input->raw = strcmp(path, "-") == 0 ? read_to_end(STDIN_FILENO, input->name, 0, error)
                                        : read_file(path, error);
    if (input->raw == NULL)
        return FALSE;
    input->text = g_bytes_get_data(input->raw, &input->length);
    input->encoding = "UTF-8";
    if (input->length == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: the file is empty", input->name);
    if (input->length >= LARGE_BYTES)
        input->digester = g_thread_try_new("digest", digest_in_thread, input->raw, NULL);
    return TRUE;
}

void
incmap_input_clear(IncmapInput *input)
{
    if (input->digester != NULL)
        g_free(g_thread_join(g_steal_pointer(&input->digester)));
    g_clear_pointer(&input->raw, g_bytes_unref);
    g_clear_pointer(&input->recoded, g_free);
}

char *
incmap_input_digest(IncmapInput *input)
{
    if (input->digester != NULL)
        return g_thread_join(g_steal_pointer(&input->digester));
    return g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, input->raw);
}

gsize
incmap_input_check_utf8(const char *text, gsize length)
{
    gsize at = 0;
    while (at < length) {
        guint64 block;
        while (at + sizeof block <= length) {
            memcpy(&block, text + at, sizeof block);
            if (block & 0x8080808080808080u)
                break;
            at += sizeof block;
        }
        if (at >= length)
            break;
        if ((guchar)text[at] < 0x80) {
            at++;
            continue;
        }
        gunichar c = g_utf8_get_char_validated(text + at, (gssize)(length - at));
        if (c == (gunichar)-1 || c == (gunichar)-2)
            return at;
        at += (gsize)g_unichar_to_utf8(c, NULL);
    }
    return at;
}

static guint
line_of(const IncmapInput *input, gsize offset)
{
    guint line = 1;
    for (const char *at = input->text; (at = memchr(at, '\n', input->text + offset - at)); at++)
        line++;
    return line;
}

/* Files that people hand over by mistake, and what to do instead. */
static const struct {
    const char *magic;
    const char *what;
} known_binaries[] = {
    {"\x89PNG", "a PNG picture"},
    {"\xff\xd8\xff", "a JPEG picture"},
    {"%PDF", "a PDF; save its text as a .txt file"},
    {"PK\x03\x04", "a ZIP archive; unpack it, or give it the ending of its format (.xlsx, .ods)"},
    {"\x1f\x8b", "compressed with gzip; unpack it with gunzip"},
    {"\xd0\xcf\x11\xe0", "an old Office document; save it as CSV"},
    {"SQLite format 3", "a SQLite database; give it the ending .gpkg or .sqlite"},
};

static gboolean
fail_if_binary(const IncmapInput *input, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(known_binaries); i++) {
        gsize n = strlen(known_binaries[i].magic);
        if (input->length >= n && memcmp(input->text, known_binaries[i].magic, n) == 0)
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is %s", input->name,
                               known_binaries[i].what);
    }
    const char *zero = memchr(input->text, 0, input->length);
    if (zero == NULL)
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s:%u: is not text (a zero byte at offset %" G_GSIZE_FORMAT
                       "); give a UTF-8 text or table",
                       input->name, line_of(input, (gsize)(zero - input->text)),
                       (gsize)(zero - input->text));
}

static gboolean
recode(IncmapInput *input, const char *from, const char *label, GError **error)
{
    gsize written = 0;
    char *utf8 = g_convert(input->text, (gssize)input->length, "UTF-8", from, NULL, &written, NULL);
    if (utf8 == NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: is neither UTF-8 nor valid %s; save it as UTF-8", input->name,
                           label);
    g_free(input->recoded);
    input->recoded = utf8;
    input->text = utf8;
    input->length = written;
    input->encoding = label;
    return TRUE;
}

static gboolean
decode_marked(IncmapInput *input, gboolean *out_is_done, GError **error)
{
    const guchar *bytes = (const guchar *)input->text;
    *out_is_done = TRUE;
    if (input->length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe) {
        input->text += 2, input->length -= 2;
        return recode(input, "UTF-16LE", "UTF-16", error);
    }
    if (input->length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff) {
        input->text += 2, input->length -= 2;
        return recode(input, "UTF-16BE", "UTF-16", error);
    }
    if (input->length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        input->text += 3, input->length -= 3;
    *out_is_done = FALSE;
    return TRUE;
}

gboolean
incmap_input_decode(IncmapInput *input, gboolean can_guess, GError **error)
{
    gboolean is_done = FALSE;
    if (!decode_marked(input, &is_done, error))
        return FALSE;
    if (!fail_if_binary(input, error))
        return FALSE;
    if (is_done)
        return TRUE;
    gsize bad = incmap_input_check_utf8(input->text, input->length);
    if (bad == input->length)
        return TRUE;
    if (can_guess)
        return recode(input, "WINDOWS-1252", "Windows-1252", error);
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s:%u: is not UTF-8 (byte 0x%02x at offset %" G_GSIZE_FORMAT
                       "); convert it, for instance with iconv -f WINDOWS-1252 -t UTF-8",
                       input->name, line_of(input, bad), (guchar)input->text[bad], bad);
}
