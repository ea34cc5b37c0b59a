/* SPDX-License-Identifier: MIT */
/*
 * One leaf: a map of its incidents for each size that its outputs have, each arranged once and
 * drawn into all files of that size.
 */
#include "base/output.h"
#include "run/atlas.h"
#include "run/history.h"
#include "run/work.h"

#include <string.h>

static void
replace_text(char **field, const char *text)
{
    if (text == NULL)
        return;
    g_free(*field);
    *field = g_strdup(text);
}

IncmapMap *
incmap_leaf_make_map(const IncmapLeaf *leaf, const IncmapLeaf *whole, const IncmapJobOutput *output,
                     GError **error)
{
    g_autoptr(IncmapMap) map = incmap_map_part(
        leaf->source, (const guint32 *)(const void *)leaf->incidents->data, leaf->incidents->len);
    replace_text(&map->options.title, leaf->title);
    replace_text(&map->options.subtitle, leaf->subtitle);
    for (guint i = 0; leaf->map->marks_new && i < leaf->incidents->len; i++)
        g_array_index(map->scene->incidents, IncmapIncident, i).is_new =
            incmap_leaf_is_new_on(whole, leaf, i);
    if (output != NULL && output->size != NULL &&
        !incmap_options_set(&map->options, "size", output->size, error))
        return NULL;
    if (output != NULL && output->dpi != NULL &&
        !incmap_options_set(&map->options, "dpi", output->dpi, error))
        return NULL;
    if (!incmap_options_resolve(&map->options, error) ||
        !incmap_pipeline_run(map, INCMAP_STAGE_ARRANGE, error))
        return NULL;
    return g_steal_pointer(&map);
}

void
incmap_leaf_note_written(IncmapLeaf *leaf, const char *path, const IncmapStamp *before)
{
    IncmapWritten *written = g_new0(IncmapWritten, 1);
    written->path = g_strdup(path);
    written->stamp = incmap_stamp_of(path);
    leaf->n_touched += !incmap_stamp_equal(before, &written->stamp);
    g_ptr_array_add(leaf->written, written);
}

gboolean
incmap_leaf_make_folder(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return TRUE;
    return incmap_output_fail(error, folder);
}

static gboolean
draw_output(IncmapLeaf *leaf, IncmapMap *map, guint i, GError **error)
{
    const IncmapJobOutput *output = g_ptr_array_index(leaf->map->outputs, i);
    const char *path = g_ptr_array_index(leaf->paths, i);
    IncmapComposer *composer = incmap_session_get_composer(map->session, map->options.style, error);
    IncmapStamp before = incmap_stamp_of(path);
    if (composer == NULL || !incmap_leaf_make_folder(path, error) ||
        !incmap_pipeline_draw(map, composer, path, output->format, error) ||
        (leaf->map->n_kept > 0 && !incmap_history_keep(path, leaf->map->n_kept, error)))
        return FALSE;
    incmap_leaf_note_written(leaf, path, &before);
    return TRUE;
}

static gboolean
write_report(IncmapLeaf *leaf, IncmapMap *map, GError **error)
{
    const char *path = g_ptr_array_index(leaf->paths, leaf->map->outputs->len);
    IncmapStamp before = incmap_stamp_of(path);
    g_autofree char *text = incmap_map_report(map, error);
    if (text == NULL || !incmap_leaf_make_folder(path, error) ||
        !incmap_output_write(path, text, strlen(text), error))
        return FALSE;
    incmap_leaf_note_written(leaf, path, &before);
    return TRUE;
}

static void
take_notes(IncmapLeaf *leaf, const IncmapMap *map)
{
    leaf->n_left_out = MAX(leaf->n_left_out, incmap_map_get_n_left_out(map));
    for (guint i = 0; i < map->scene->notes->len; i++)
        g_ptr_array_add(leaf->notes, g_strdup(g_ptr_array_index(map->scene->notes, i)));
}

static gboolean
has_same_size(const IncmapJobOutput *a, const IncmapJobOutput *b)
{
    return g_strcmp0(a->size, b->size) == 0 && g_strcmp0(a->dpi, b->dpi) == 0;
}

gboolean
incmap_leaf_draw(IncmapLeaf *leaf, GError **error)
{
    if (leaf->pages != NULL)
        return incmap_atlas_draw(leaf, error);
    guint n = leaf->map->outputs->len;
    g_autofree gboolean *is_drawn = g_new0(gboolean, MAX(n, 1));
    for (guint i = 0; i < n; i++) {
        const IncmapJobOutput *first = g_ptr_array_index(leaf->map->outputs, i);
        if (is_drawn[i])
            continue;
        g_autoptr(IncmapMap) map = incmap_leaf_make_map(leaf, leaf, first, error);
        if (map == NULL)
            return FALSE;
        for (guint k = i; k < n; k++) {
            if (is_drawn[k] || !has_same_size(first, g_ptr_array_index(leaf->map->outputs, k)))
                continue;
            if (!draw_output(leaf, map, k, error))
                return FALSE;
            is_drawn[k] = TRUE;
        }
        if (i > 0)
            continue;
        take_notes(leaf, map);
        if (leaf->map->report != NULL && !write_report(leaf, map, error))
            return FALSE;
    }
    return TRUE;
}
