/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create() */
#include "pipeline/stream.h"

#include "base/output.h"
#include "locate/locate.h"
#include "pipeline/filter.h"
#include "pipeline/region.h"
#include "pipeline/results.h"
#include "read/csv.h"
#include "read/read.h"
#include "read/table.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define BLOCK_BYTES (4u << 20)
/* Reading stops here: no row is as long. */
#define MAX_BLOCK_BYTES (80u << 20)
#define MAX_NOTES 200

/** Stream: the table being read */
typedef struct Stream Stream;
struct Stream {
    IncmapMap *map;
    const char *name; /* of the input, for messages */
    int fd;
    GByteArray *bytes; /* read and not yet located; the header first */
    gsize n_header;    /* bytes of it */
    gboolean is_at_end;
    guint32 line; /* of the first row in bytes */
    IncmapTableReuse reuse;
    guint n_kept; /* columns */
    IncmapOutput *output;
    const char *country; /* that the option names; NULL */
    guint64 n_rows;
};

static void
clear_stream(Stream *stream)
{
    if (stream->fd > STDIN_FILENO)
        close(stream->fd);
    g_clear_pointer(&stream->bytes, g_byte_array_unref);
    incmap_output_free(stream->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Stream, clear_stream)

/* Reads until @n more bytes are there, or the end. */
static gboolean
fill(Stream *stream, gsize n, GError **error)
{
    gsize wanted = stream->bytes->len + n;
    while (!stream->is_at_end && stream->bytes->len < wanted) {
        guint8 block[65536];
        gssize n_read = read(stream->fd, block, sizeof(block));
        if (n_read < 0 && errno == EINTR)
            continue;
        if (n_read < 0)
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s cannot be read: %s", stream->name,
                               g_strerror(errno));
        g_byte_array_append(stream->bytes, block, (guint)n_read);
        stream->is_at_end = n_read == 0;
    }
    return TRUE;
}

/* How many bytes hold whole rows: all of them at the end of the input, else up to the row that may
 * go on. Counts the lines in @out_line. */
static gsize
find_last_row(const Stream *stream, char delimiter, guint32 *out_line)
{
    const char *text = (const char *)stream->bytes->data;
    g_auto(IncmapCsv) csv = {0};
    gsize last = stream->n_header;
    guint32 last_line = stream->line;
    incmap_csv_init(&csv, stream->name, text + stream->n_header,
                    stream->bytes->len - stream->n_header, delimiter);
    csv.line = stream->line;
    while (incmap_csv_next(&csv, NULL)) {
        if (csv.at >= csv.end && !stream->is_at_end)
            break;
        last = (gsize)(csv.at - text);
        last_line = csv.line;
    }
    *out_line = last_line;
    return stream->is_at_end ? stream->bytes->len : last;
}

/* Notes of a block count its incidents from 1: the line says where they are. */
static void
take_notes(const Stream *stream, const IncmapScene *scene)
{
    GPtrArray *notes = stream->map->scene->notes;
    for (guint i = 0; i < scene->notes->len && notes->len < MAX_NOTES; i++)
        incmap_scene_note(stream->map->scene, "rows from line %u on: %s", stream->line,
                          (const char *)g_ptr_array_index(scene->notes, i));
}

static gboolean
locate_block(Stream *stream, IncmapScene *scene, const char *text, gsize length, GString *out,
             GError **error)
{
    IncmapMap *map = stream->map;
    g_auto(IncmapInput) input = {.path = stream->name, .name = stream->name, .encoding = "UTF-8"};
    g_auto(IncmapCsv) csv = {0};
    IncmapDocument document = {0};
    IncmapReadOptions options = {
        .columns = map->options.columns, .layout = map->options.layout, .reuse = &stream->reuse};
    gboolean is_first = !stream->reuse.has_columns;
    input.raw = g_bytes_new_static(text, length);
    input.text = text;
    input.length = length;
    stream->reuse.first_line = stream->line;
    if (!incmap_input_decode(&input, TRUE, error) ||
        !incmap_table_read(scene, &input, &options, &document, error) ||
        !incmap_pipeline_check_lengths(scene, error))
        return FALSE;
    IncmapLocateOptions locate = {.country = stream->country, .language = map->options.language};
    guint n_read = scene->incidents->len;
    if (!incmap_locate_scene(scene, map->session->gazetteer, map->session->layers, &locate, error))
        return FALSE;
    map->n_filtered += incmap_filter_located(scene, stream->country);
    for (guint i = 0; i < scene->fixes->len; i++)
        map->n_stream_left_out +=
            g_array_index(scene->fixes, IncmapFix, i).precision == INCMAP_PRECISION_NONE;
    stream->n_rows += n_read;
    incmap_csv_init(&csv, stream->name, input.text, input.length, stream->reuse.delimiter);
    for (guint i = 0; i < stream->reuse.n_header_rows; i++) {
        if (!incmap_csv_next(&csv, error))
            return FALSE;
        if (is_first && i == 0)
            stream->n_kept = incmap_result_append_header(&csv, out);
    }
    if (!is_first)
        csv.line = stream->line;
    return incmap_result_append_rows(scene, 0, scene->incidents->len, &csv, stream->n_kept, out,
                                     error);
}

/* Locates the whole rows that are there and takes them away. */
static gboolean
take_block(Stream *stream, GError **error)
{
    guint32 next_line = stream->line;
    char delimiter = stream->reuse.has_columns ? stream->reuse.delimiter : 0;
    gsize end = find_last_row(stream, delimiter, &next_line);
    while (end == stream->n_header && !stream->is_at_end) {
        if (stream->bytes->len > MAX_BLOCK_BYTES)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:%u: the row is longer than 64 MB; is this a table?",
                               stream->name, stream->line);
        if (!fill(stream, BLOCK_BYTES, error))
            return FALSE;
        end = find_last_row(stream, delimiter, &next_line);
    }
    if (stream->reuse.has_columns && end == stream->n_header)
        return TRUE; /* nothing is left but the header */
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(GString) out = g_string_sized_new(end * 2);
    gboolean is_first = !stream->reuse.has_columns;
    if (!locate_block(stream, scene, (const char *)stream->bytes->data, end, out, error))
        return FALSE;
    take_notes(stream, scene);
    incmap_output_append(stream->output, out->str, out->len);
    if (is_first) { /* the header stays for the blocks that follow */
        g_auto(IncmapCsv) csv = {0};
        const char *text = (const char *)stream->bytes->data;
        incmap_csv_init(&csv, stream->name, text, end, stream->reuse.delimiter);
        for (guint i = 0; i < stream->reuse.n_header_rows; i++)
            incmap_csv_next(&csv, NULL);
        stream->n_header = (gsize)(csv.at - text);
    }
    g_byte_array_remove_range(stream->bytes, (guint)stream->n_header,
                              (guint)(end - stream->n_header));
    stream->line = next_line;
    return TRUE;
}

/* Whether what was read so far is a table in a character set whose rows can be cut at bytes. */
static gboolean
is_table(const Stream *stream, const char *path)
{
    const guint8 *bytes = stream->bytes->data;
    const char *dot = strrchr(path, '.');
    gboolean is_named =
        dot == NULL || g_ascii_strcasecmp(dot, ".csv") == 0 || g_ascii_strcasecmp(dot, ".tsv") == 0;
    gsize n = MIN(stream->bytes->len, 4096);
    if (!is_named || memchr(bytes, '\0', n) != NULL)
        return FALSE;
    gsize start = 0;
    while (start < n && g_ascii_isspace(bytes[start]))
        start++;
    return start < n && bytes[start] != '{' && bytes[start] != '[' &&
           !(n >= 2 && (bytes[0] == 0xFF || bytes[0] == 0xFE));
}

/* What was read of a pipe that is no long table is kept for reading it in the ordinary way. */
static gboolean
give_back(Stream *stream, GError **error)
{
    if (stream->fd != STDIN_FILENO)
        return TRUE;
    int fd = memfd_create("incmap-input", MFD_CLOEXEC);
    if (fd < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s cannot be kept: %s", stream->name,
                           g_strerror(errno));
    stream->map->stdin_fd = fd;
    for (;;) {
        const guint8 *at = stream->bytes->data;
        for (gsize left = stream->bytes->len; left > 0;) {
            gssize n = write(fd, at, left);
            if (n <= 0)
                return incmap_fail(error, INCMAP_ERROR_INPUT, "%s cannot be kept: %s", stream->name,
                                   g_strerror(errno));
            at += n;
            left -= (gsize)n;
        }
        if (stream->is_at_end)
            return TRUE;
        g_byte_array_set_size(stream->bytes, 0);
        if (!fill(stream, BLOCK_BYTES, error))
            return FALSE;
    }
}

static gboolean
open_input(Stream *stream, const char *path, GError **error)
{
    gboolean is_stdin = strcmp(path, "-") == 0;
    stream->name = is_stdin ? "standard input" : path;
    stream->bytes = g_byte_array_new();
    stream->line = 1;
    stream->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    /* What can't be opened is said by the ordinary way. */
    return stream->fd < 0 || fill(stream, INCMAP_STREAM_BYTES, error);
}

gboolean
incmap_stream_rows(IncmapMap *map, const char *path, gboolean *out_is_done, GError **error)
{
    *out_is_done = FALSE;
    const IncmapMapInput *input = &g_array_index(map->inputs, IncmapMapInput, 0);
    if (map->inputs->len != 1 || input->form != INCMAP_INPUT_FILE || map->options.review != NULL ||
        map->n_done > 0)
        return TRUE;
    g_auto(Stream) stream = {.map = map, .fd = -1};
    if (!open_input(&stream, input->words, error))
        return FALSE;
    if (stream.fd < 0)
        return TRUE;
    if (stream.bytes->len < INCMAP_STREAM_BYTES || !is_table(&stream, input->words))
        return give_back(&stream, error);
    if (!incmap_pipeline_prepare(map, &stream.country, error))
        return FALSE;
    stream.output = incmap_output_begin(path, error);
    if (stream.output == NULL)
        return FALSE;
    for (;;) {
        if (!take_block(&stream, error))
            return FALSE;
        if (stream.is_at_end && stream.bytes->len <= stream.n_header)
            break;
        if (!fill(&stream, BLOCK_BYTES, error))
            return FALSE;
    }
    *out_is_done = TRUE;
    return incmap_output_end(g_steal_pointer(&stream.output), error);
}
