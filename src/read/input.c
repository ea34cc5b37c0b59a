/* SPDX-License-Identifier: MIT */
#include "read/input.h"

#include "base/error.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_INPUT_BYTES = 0x7fffffff, LARGE_BYTES = 1 << 20 };

static gpointer
digest_in_thread(gpointer data)
{
    return g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, data);
}

static GBytes *
read_standard_input(GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (;;) {
        guint8 block[65536];
        gssize n = read(STDIN_FILENO, block, sizeof block);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            incmap_fail(error, INCMAP_ERROR_INPUT, "standard input cannot be read: %s",
                        g_strerror(errno));
            return NULL;
        }
        if (n == 0)
            return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
        if (bytes->len > MAX_INPUT_BYTES - sizeof block) {
            incmap_fail(error, INCMAP_ERROR_INPUT,
                        "standard input is larger than 2 GB; split it into several files");
            return NULL;
        }
        g_byte_array_append(bytes, block, (guint)n);
    }
}

static GBytes *
map_file(const char *path, GError **error)
{
    struct stat info = {0};
    if (stat(path, &info) != 0) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be read: %s", path, g_strerror(errno));
        return NULL;
    }
    if (S_ISDIR(info.st_mode)) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is a folder; name the files in it", path);
        return NULL;
    }
    if (info.st_size > MAX_INPUT_BYTES) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: is larger than 2 GB; split it", path);
        return NULL;
    }
    g_autoptr(GError) reason = NULL;
    if (S_ISREG(info.st_mode)) {
        g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &reason);
        if (file != NULL)
            return g_mapped_file_get_bytes(file);
    } else {
        char *contents = NULL;
        gsize length = 0;
        if (g_file_get_contents(path, &contents, &length, &reason))
            return g_bytes_new_take(contents, length);
    }
    incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be read: %s", path, reason->message);
    return NULL;
}

gboolean
incmap_input_load(IncmapInput *input, const char *path, GError **error)
{
    memset(input, 0, sizeof *input);
    input->path = path;
    input->name = strcmp(path, "-") == 0 ? "standard input" : path;
    input->raw = strcmp(path, "-") == 0 ? read_standard_input(error) : map_file(path, error);
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
