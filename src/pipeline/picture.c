/* SPDX-License-Identifier: MIT */
#include "pipeline/picture.h"

#include "base/error.h"

#include <string.h>

#define DEFAULT_DPI 96

void
incmap_picture_free(IncmapPicture *picture)
{
    if (picture == NULL)
        return;
    g_free(picture->path);
    g_free(picture->title);
    g_free(picture->description);
    g_free(picture->language);
    g_free(picture);
}

/* --- PNG -------------------------------------------------------------------------------------- */

static guint32
read_u32(const guint8 *bytes)
{
    guint32 big;
    memcpy(&big, bytes, 4);
    return GUINT32_FROM_BE(big);
}

/* "Title\0" "\0\0" "en\0" "\0" and the text. */
static void
read_text(IncmapPicture *picture, const guint8 *data, gsize length)
{
    const char *fields[3] = {NULL}; /* key, language, key in the language */
    gsize at = 0;
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        const guint8 *end = at < length ? memchr(data + at, '\0', length - at) : NULL;
        if (end == NULL)
            return;
        fields[i] = (const char *)data + at;
        at = (gsize)(end - data) + 1;
        if (i == 0) {
            if (length - at < 2 || data[at] != 0)
                return; /* compressed: not by us */
            at += 2;
        }
    }
    char **field = strcmp(fields[0], "Title") == 0         ? &picture->title
                   : strcmp(fields[0], "Description") == 0 ? &picture->description
                                                           : NULL;
    if (field == NULL)
        return;
    g_autofree char *text = g_strndup((const char *)data + at, length - at);
    g_free(*field);
    *field = g_utf8_make_valid(text, -1);
    if (fields[1][0] != '\0') {
        g_free(picture->language);
        picture->language = g_utf8_make_valid(fields[1], -1);
    }
}

static gboolean
read_png(IncmapPicture *picture, const guint8 *bytes, gsize length)
{
    double width_px = 0, height_px = 0, dpi = DEFAULT_DPI;
    for (gsize at = 8; at + 12 <= length;) {
        gsize n = read_u32(bytes + at);
        const guint8 *type = bytes + at + 4, *data = bytes + at + 8;
        if (n > length - at - 12)
            return FALSE;
        if (memcmp(type, "IHDR", 4) == 0 && n >= 8) {
            width_px = read_u32(data);
            height_px = read_u32(data + 4);
        } else if (memcmp(type, "pHYs", 4) == 0 && n >= 9 && data[8] == 1) {
            dpi = read_u32(data) * 0.0254;
        } else if (memcmp(type, "iTXt", 4) == 0) {
            read_text(picture, data, n);
        } else if (memcmp(type, "IDAT", 4) == 0) {
            break;
        }
        at += n + 12;
    }
    if (!(width_px > 0 && height_px > 0 && dpi > 1))
        return FALSE;
    picture->width_px = (guint)width_px;
    picture->width_pt = width_px * 72 / dpi;
    picture->height_pt = height_px * 72 / dpi;
    return TRUE;
}

/* --- SVG -------------------------------------------------------------------------------------- */

/** Reading: an SVG while its head is read */
typedef struct Reading Reading;
struct Reading {
    IncmapPicture *picture;
    char **field; /* that the text belongs to; NULL: to none */
    guint depth;
};

static double
parse_length_pt(const char *text)
{
    char *unit = NULL;
    double value = g_ascii_strtod(text, &unit);
    return strcmp(unit, "pt") == 0   ? value
           : strcmp(unit, "mm") == 0 ? value * 72 / 25.4
                                     : value * 72 / 96;
}

static void
on_start(GMarkupParseContext *context, const char *name, const char **keys, const char **values,
         gpointer data, GError **error)
{
    Reading *reading = data;
    IncmapPicture *picture = reading->picture;
    (void)context, (void)error;
    reading->field = NULL;
    reading->depth++;
    for (guint i = 0; reading->depth == 1 && keys[i] != NULL; i++) {
        if (strcmp(keys[i], "width") == 0)
            picture->width_pt = parse_length_pt(values[i]);
        else if (strcmp(keys[i], "height") == 0)
            picture->height_pt = parse_length_pt(values[i]);
        else if (strcmp(keys[i], "xml:lang") == 0 || strcmp(keys[i], "lang") == 0)
            picture->language = picture->language != NULL ? picture->language : g_strdup(values[i]);
    }
    if (reading->depth == 2 && strcmp(name, "title") == 0 && picture->title == NULL)
        reading->field = &picture->title;
    if (reading->depth == 2 && strcmp(name, "desc") == 0 && picture->description == NULL)
        reading->field = &picture->description;
}

static void
on_end(GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
    Reading *reading = data;
    (void)context, (void)name, (void)error;
    reading->field = NULL;
    reading->depth--;
}

static void
on_text(GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
    Reading *reading = data;
    (void)context, (void)error;
    if (reading->field == NULL)
        return;
    g_free(*reading->field);
    *reading->field = g_strndup(text, length);
}

static gboolean
read_svg(IncmapPicture *picture, const guint8 *bytes, gsize length)
{
    static const GMarkupParser parser = {on_start, on_end, on_text, NULL, NULL};
    Reading reading = {.picture = picture};
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, (GMarkupParseFlags)0, &reading, NULL);
    gboolean is_good =
        g_markup_parse_context_parse(context, (const char *)bytes, (gssize)length, NULL) &&
        g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    return is_good && picture->width_pt > 0 && picture->height_pt > 0;
}

/* --- all -------------------------------------------------------------------------------------- */

IncmapPicture *
incmap_picture_load(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    g_autoptr(GError) failure = NULL;
    g_autoptr(IncmapPicture) picture = g_new0(IncmapPicture, 1);
    picture->path = g_strdup(path);
    if (!g_file_get_contents(path, &text, &length, &failure)) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be read", path);
        return NULL;
    }
    const guint8 *bytes = (const guint8 *)text;
    gboolean is_good = FALSE;
    if (length > 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0) {
        picture->kind = INCMAP_PICTURE_PNG;
        is_good = read_png(picture, bytes, length);
    } else if (length > 5 && memcmp(bytes, "%PDF-", 5) == 0) {
        picture->kind = INCMAP_PICTURE_PDF;
        is_good = TRUE;
    } else {
        picture->kind = INCMAP_PICTURE_SVG;
        is_good = read_svg(picture, bytes, length);
    }
    if (is_good)
        return g_steal_pointer(&picture);
    incmap_fail(error, INCMAP_ERROR_INPUT,
                "%s: no whole PNG, SVG or PDF; name pictures that `incmap draw` has made", path);
    return NULL;
}
