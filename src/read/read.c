/* SPDX-License-Identifier: MIT */
#include "read/read.h"

#include "base/error.h"
#include "base/text.h"
#include "read/article.h"
#include "read/input.h"
#include "read/table.h"
#include "read/text.h"
#include "read/vector-table.h"

#include <string.h>

static gboolean
has_ending(const char *path, const char *const *endings)
{
    const char *dot = strrchr(path, '.');
    for (; dot != NULL && *endings != NULL; endings++) {
        if (g_ascii_strcasecmp(dot + 1, *endings) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_vector_path(const char *path)
{
    static const char *const endings[] = {"geojson", "geojsonl", "gpkg", "shp",      "kml",
                                          "kmz",     "gpx",      "fgb",  "xlsx",     "ods",
                                          "json",    "sqlite",   "shz",  "topojson", NULL};
    return has_ending(path, endings) || g_str_has_prefix(path, "PG:") ||
           g_str_has_prefix(path, "postgresql://") || g_str_has_prefix(path, "/vsizip/");
}

/* Without a telling name: a table's first lines have the same number of delimiters, at least two,
 * and its header holds no sentence. */
static gboolean
looks_like_table(const char *text, gsize length)
{
    enum { MAX_LINES = 4 };
    static const char marks[] = {'\t', ';', ',', '|'};
    for (gsize m = 0; m < sizeof marks; m++) {
        const char *at = text, *end = text + length;
        guint first = 0, n_lines = 0, n_same = 0;
        for (; n_lines < MAX_LINES && at < end; n_lines++) {
            const char *stop = memchr(at, '\n', (gsize)(end - at));
            stop = stop == NULL ? end : stop;
            guint n = 0;
            for (const char *c = at; c < stop; c++)
                n += *c == marks[m];
            first = n_lines == 0 ? n : first;
            gboolean is_sentence = n_lines == 0 && g_strstr_len(at, stop - at, ". ") != NULL;
            if (is_sentence)
                break;
            n_same += n == first || (n_lines > 0 && n > first);
            at = stop < end ? stop + 1 : end;
        }
        if (first >= 2 && n_lines >= 2 && n_same == n_lines)
            return TRUE;
    }
    return FALSE;
}

static gboolean
choose_kind(const IncmapInput *input, const IncmapReadOptions *options, IncmapInputKind *out_kind,
            GError **error)
{
    static const char *const tables[] = {"csv", "tsv", "tab", "psv", NULL};
    static const char *const texts[] = {"txt", "md", "markdown", "text", NULL};
    if (options->kind != NULL && strcmp(options->kind, "text") != 0 &&
        strcmp(options->kind, "table") != 0)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "an input is a text or a table, not \"%s\"",
                           options->kind);
    if (options->kind != NULL)
        *out_kind = options->kind[1] == 'e' ? INCMAP_INPUT_TEXT : INCMAP_INPUT_TABLE;
    else if (has_ending(input->path, tables))
        *out_kind = INCMAP_INPUT_TABLE;
    else if (has_ending(input->path, texts))
        *out_kind = INCMAP_INPUT_TEXT;
    else
        *out_kind =
            looks_like_table(input->text, input->length) ? INCMAP_INPUT_TABLE : INCMAP_INPUT_TEXT;
    return TRUE;
}

static const char *
document_id(IncmapScene *scene, const char *path)
{
    if (strcmp(path, "-") == 0)
        return incmap_scene_string(scene, "stdin");
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot != base)
        *dot = 0;
    return incmap_scene_string(scene, base);
}

static gboolean
read_input(IncmapScene *scene, IncmapInput *input, const IncmapReadOptions *options,
           IncmapDocument *document, GError **error)
{
    if (!choose_kind(input, options, &document->kind, error))
        return FALSE;
    gboolean is_table = document->kind == INCMAP_INPUT_TABLE;
    if (!incmap_input_decode(input, is_table, error))
        return FALSE;
    /* UTF-16 hides its delimiters until it is decoded */
    if (options->kind == NULL && input->recoded != NULL && !is_table &&
        !choose_kind(input, options, &document->kind, error))
        return FALSE;
    if (strcmp(input->encoding, "Windows-1252") == 0)
        incmap_scene_note(scene, "%s: is not UTF-8; read as Windows-1252", input->name);
    if (input->length == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: the file is empty", input->name);
    return document->kind == INCMAP_INPUT_TABLE
               ? incmap_table_read(scene, input, options, document, error)
               : incmap_text_read(scene, input, options, document, error);
}

/* A page or a feed adds its documents itself. */
static gboolean
read_markup(IncmapScene *scene, IncmapInput *input, IncmapMarkup markup,
            const IncmapReadOptions *options, IncmapDocument *document, GError **error)
{
    g_autofree char *digest = incmap_input_digest(input);
    document->digest = incmap_scene_string(scene, digest);
    document->kind = INCMAP_INPUT_TEXT;
    document->has_parts = TRUE;
    return incmap_markup_decode(input, error) &&
           incmap_markup_read(scene, input, markup, options, document, error);
}

static gboolean
read_plain(IncmapScene *scene, const char *path, const IncmapReadOptions *options,
           IncmapDocument *document, GError **error)
{
    g_auto(IncmapInput) input = {0};
    if (!incmap_input_load(&input, path, error))
        return FALSE;
    gboolean is_table = options->kind != NULL && strcmp(options->kind, "table") == 0;
    IncmapMarkup markup = is_table ? INCMAP_MARKUP_NONE : incmap_markup_find(&input);
    if (markup != INCMAP_MARKUP_NONE)
        return read_markup(scene, &input, markup, options, document, error);
    if (!read_input(scene, &input, options, document, error))
        return FALSE;
    g_autofree char *digest = incmap_input_digest(&input);
    document->digest = incmap_scene_string(scene, digest);
    return TRUE;
}

/* A file that GDAL read. */
static gboolean
digest_file(IncmapScene *scene, const char *path, IncmapDocument *document, GError **error)
{
    g_auto(IncmapInput) input = {0};
    if (!incmap_input_load(&input, path, error))
        return FALSE;
    g_autofree char *digest = incmap_input_digest(&input);
    document->digest = incmap_scene_string(scene, digest);
    return TRUE;
}

gboolean
incmap_read_file(IncmapScene *scene, const char *path, const IncmapReadOptions *options,
                 GError **error)
{
    g_return_val_if_fail(scene != NULL && path != NULL && options != NULL, FALSE);
    g_autofree char *shown = incmap_text_hide_password(path);
    IncmapDocument document = {.path = incmap_scene_string(scene, shown),
                               .id = document_id(scene, path),
                               .first_incident = scene->incidents->len,
                               .first_mention = scene->mentions->len};
    gboolean is_text = options->kind != NULL && strcmp(options->kind, "text") == 0;
    gboolean is_done = (is_vector_path(path) || options->sql != NULL) && !is_text
                           ? incmap_vector_table_read(scene, path, options, &document, error)
                           : read_plain(scene, path, options, &document, error);
    if (is_done && document.digest == NULL && g_file_test(path, G_FILE_TEST_IS_REGULAR))
        is_done = digest_file(scene, path, &document, error);
    if (!is_done)
        return FALSE;
    if (document.has_parts)
        return TRUE;
    document.n_incidents = scene->incidents->len - document.first_incident;
    document.n_mentions = scene->mentions->len - document.first_mention;
    g_array_append_val(scene->documents, document);
    return TRUE;
}
