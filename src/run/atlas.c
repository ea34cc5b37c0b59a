/* SPDX-License-Identifier: MIT */
#include "run/atlas.h"

#include "run/history.h"
#include "run/work.h"

#include <string.h>

/* No value of a column and no name of a country begins like this. */
#define ATLAS_GROUP "\001atlas"

static int
compare_labels(gconstpointer a, gconstpointer b)
{
    const IncmapLeaf *const *left = a, *const *right = b;
    g_autofree char *left_label = g_utf8_casefold((*left)->fields.values[INCMAP_FIELD_VALUE], -1);
    g_autofree char *right_label = g_utf8_casefold((*right)->fields.values[INCMAP_FIELD_VALUE], -1);
    return strcmp(left_label, right_label);
}

IncmapLeaf *
incmap_atlas_new(const IncmapJobMap *map, const IncmapMap *source, const GPtrArray *pages)
{
    IncmapLeaf *atlas = incmap_leaf_new(map, source, ATLAS_GROUP, "atlas");
    atlas->pages = g_ptr_array_new();
    for (guint i = 0; i < pages->len; i++)
        g_ptr_array_add(atlas->pages, g_ptr_array_index(pages, i));
    /* As their bookmarks are read, which show names where groups have codes. */
    if (map->each != INCMAP_EACH_ROW)
        g_ptr_array_sort(atlas->pages, compare_labels);
    for (guint i = 0; i < atlas->pages->len; i++) {
        const IncmapLeaf *page = g_ptr_array_index(atlas->pages, i);
        g_array_append_vals(atlas->incidents, page->incidents->data, page->incidents->len);
    }
    return atlas;
}

/* What the bookmark of a page says: what the page is one of many by. A row has only a number. */
static const char *
get_label(const IncmapLeaf *page, const IncmapMap *map)
{
    const char *value = page->fields.values[INCMAP_FIELD_VALUE];
    const char *title = map->scene->page.title;
    gboolean has_title = title != NULL && title[0] != '\0';
    gboolean is_named = page->group[0] != '\0' && page->map->each != INCMAP_EACH_ROW;
    return is_named || !has_title ? value : title;
}

void
incmap_atlas_digest(IncmapLeaf *atlas, const char *common)
{
    g_autoptr(GString) words = g_string_new(common);
    for (guint i = 0; i < atlas->pages->len; i++) {
        const IncmapLeaf *page = g_ptr_array_index(atlas->pages, i);
        g_string_append_printf(words, "\n%s\t%s", page->digest,
                               page->fields.values[INCMAP_FIELD_VALUE]);
        for (guint k = 0; atlas->map->marks_new && k < page->incidents->len; k++)
            g_string_append_c(words, incmap_leaf_is_new_on(atlas, page, k) ? '+' : '.');
    }
    g_free(atlas->digest);
    atlas->digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, words->str, -1);
}

static gboolean
add_page(IncmapLeaf *atlas, const IncmapLeaf *page, IncmapBook **book, GError **error)
{
    g_autoptr(IncmapMap) map = incmap_leaf_make_map(page, atlas, NULL, error);
    IncmapComposer *composer =
        map != NULL ? incmap_session_get_composer(map->session, map->options.style, error) : NULL;
    if (composer == NULL)
        return FALSE;
    const IncmapComposeTable *compose = map->session->compose;
    IncmapComposeOptions options = {.map = &map->options};
    if (*book == NULL)
        *book = compose->book_new(atlas->map->name);
    atlas->n_left_out += incmap_map_get_n_left_out(map);
    return compose->book_add(*book, composer, map->scene, &options, get_label(page, map), error);
}

gboolean
incmap_atlas_draw(IncmapLeaf *atlas, GError **error)
{
    const IncmapComposeTable *compose = atlas->source->session->compose;
    const char *path = g_ptr_array_index(atlas->paths, 0);
    IncmapStamp before = incmap_stamp_of(path);
    IncmapBook *book = NULL;
    gboolean is_good = TRUE;
    for (guint i = 0; is_good && i < atlas->pages->len; i++) {
        const IncmapLeaf *page = g_ptr_array_index(atlas->pages, i);
        is_good = add_page(atlas, page, &book, error);
        if (!is_good)
            g_prefix_error(error, "page %u (%s): ", i + 1, page->fields.values[INCMAP_FIELD_VALUE]);
    }
    IncmapComposeOptions options = {.map = &atlas->source->options};
    is_good = is_good && incmap_leaf_make_folder(path, error) &&
              compose->book_write(book, path, &options, error) &&
              (atlas->map->n_kept == 0 || incmap_history_keep(path, atlas->map->n_kept, error));
    compose->book_free(book);
    if (is_good)
        incmap_leaf_note_written(atlas, path, &before);
    return is_good;
}
