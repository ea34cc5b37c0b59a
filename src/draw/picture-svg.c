/* SPDX-License-Identifier: MIT */
#include "draw/picture-svg.h"

#include <cairo-svg.h>
#include <string.h>

static cairo_status_t
append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

cairo_t *
incmap_picture_svg_begin(IncmapPictureSvg *svg, double width_pt, double height_pt)
{
    svg->bytes = g_byte_array_new();
    svg->surface = cairo_svg_surface_create_for_stream(append, svg->bytes, width_pt, height_pt);
    svg->cr = cairo_create(svg->surface);
    return svg->cr;
}

/* What stands between the outermost tags. */
static char *
take_body(const GByteArray *bytes)
{
    const char *text = (const char *)bytes->data;
    const char *start = g_strstr_len(text, bytes->len, "<svg");
    const char *end = g_strrstr_len(text, bytes->len, "</svg>");
    start = start != NULL ? memchr(start, '>', (gsize)(text + bytes->len - start)) : NULL;
    if (start == NULL || end == NULL || end <= start)
        return g_strdup("");
    return g_strndup(start + 1, (gsize)(end - start - 1));
}

/* The names that Cairo gives count from the beginning of the program: here they count from the
 * beginning of the picture. Returns the number of @name, new or old. */
static guint
number_of(GHashTable *numbers, const char *name)
{
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, name));
    if (number == 0) {
        number = g_hash_table_size(numbers) + 1;
        g_hash_table_insert(numbers, g_strdup(name), GUINT_TO_POINTER(number));
    }
    return number;
}

/* id="NAME", href="#NAME" and url(#NAME), with what ends the name. */
static const struct {
    const char *before, *written;
    char end;
} references[] = {
    {" id=\"", " id=\"", '"'},
    {" xlink:href=\"#", " href=\"#", '"'},
    {"url(#", "url(#", ')'},
    {" xlink:href=\"", " href=\"", '\0'}, /* embedded pixels: only the attribute's name */
};

static char *
rename_ids(const char *body, const char *id)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *out = g_string_sized_new(strlen(body));
    for (const char *at = body; *at != '\0';) {
        gsize i = 0;
        while (i < G_N_ELEMENTS(references) && !g_str_has_prefix(at, references[i].before))
            i++;
        if (i == G_N_ELEMENTS(references)) {
            g_string_append_c(out, *at++);
            continue;
        }
        at += strlen(references[i].before);
        g_string_append(out, references[i].written);
        const char *end = references[i].end != '\0' ? strchr(at, references[i].end) : NULL;
        if (end == NULL)
            continue;
        g_autofree char *name = g_strndup(at, (gsize)(end - at));
        g_string_append_printf(out, "%s-%u", id, number_of(numbers, name));
        at = end;
    }
    return g_string_free(out, FALSE);
}

char *
incmap_picture_svg_end(IncmapPictureSvg *svg, const char *id)
{
    cairo_destroy(svg->cr);
    cairo_surface_finish(svg->surface);
    cairo_surface_destroy(svg->surface);
    g_autofree char *body = take_body(svg->bytes);
    g_byte_array_unref(svg->bytes);
    return rename_ids(body, id);
}
