/* SPDX-License-Identifier: MIT */
/*
 * A map of some of another map's incidents: a page of an atlas, or a map of one row. What was
 * read and located is shared, so a thousand pages read their table once.
 */
#include "locate/locate.h"
#include "pipeline/pipeline.h"

/* The number that each incident of the whole has in the part; -1: it isn't in it. */
static gint32 *
number_incidents(const IncmapScene *scene, const guint32 *incidents, guint n_incidents)
{
    gint32 *numbers = g_new(gint32, MAX(scene->incidents->len, 1));
    for (guint i = 0; i < scene->incidents->len; i++)
        numbers[i] = -1;
    for (guint i = 0; i < n_incidents; i++)
        numbers[incidents[i]] = (gint32)i;
    return numbers;
}

/* Documents that none of the incidents is from are no source of this map. */
static void
copy_documents(IncmapScene *to, const IncmapScene *from, const guint32 *incidents,
               guint n_incidents)
{
    guint next = 0;
    for (guint i = 0; i < from->documents->len; i++) {
        IncmapDocument document = g_array_index(from->documents, IncmapDocument, i);
        guint end = document.first_incident + document.n_incidents, first = next;
        while (next < n_incidents && incidents[next] < end)
            next++;
        document.first_incident = first;
        document.n_incidents = next - first;
        if (n_incidents != from->incidents->len) /* which of its mentions come along is open */
            document.first_mention = document.n_mentions = 0;
        if (next > first || n_incidents == from->incidents->len)
            g_array_append_val(to->documents, document);
    }
}

/* A place named without an incident belongs to the whole only. */
static void
copy_mentions(IncmapScene *to, const IncmapScene *from, const gint32 *numbers, gboolean is_whole)
{
    for (guint i = 0; i < from->mentions->len; i++) {
        IncmapMention mention = g_array_index(from->mentions, IncmapMention, i);
        if (mention.incident >= 0)
            mention.incident = numbers[mention.incident];
        if (mention.incident >= 0 || is_whole)
            g_array_append_val(to->mentions, mention);
    }
}

IncmapMap *
incmap_map_part(const IncmapMap *map, const guint32 *incidents, guint n_incidents)
{
    const IncmapScene *from = map->scene;
    gboolean is_located = map->n_done > INCMAP_STAGE_LOCATE;
    IncmapMap *part = incmap_map_new(map->session);
    incmap_options_clear(&part->options);
    incmap_options_copy(&part->options, &map->options);
    for (guint i = 0; i < n_incidents; i++) {
        IncmapIncident copy = g_array_index(from->incidents, IncmapIncident, incidents[i]);
        if (copy.figures != NULL)
            g_array_ref(copy.figures);
        if (copy.sentences != NULL)
            g_array_ref(copy.sentences);
        g_array_append_val(part->scene->incidents, copy);
        if (!is_located)
            continue;
        IncmapFix fix = g_array_index(from->fixes, IncmapFix, incidents[i]);
        fix.context = NULL;
        fix.border_country = NULL;
        g_array_append_val(part->scene->fixes, fix);
    }
    g_autofree gint32 *numbers = number_incidents(from, incidents, n_incidents);
    copy_documents(part->scene, from, incidents, n_incidents);
    copy_mentions(part->scene, from, numbers, n_incidents == from->incidents->len);
    if (part->scene->documents->len == 1)
        g_array_index(part->scene->documents, IncmapDocument, 0).n_mentions =
            part->scene->mentions->len;
    part->scene->date_julian = from->date_julian;
    part->scene->language = from->language;
    part->scene->vocabulary = from->vocabulary;
    if (is_located)
        incmap_locate_choose_focus(part->scene);
    part->is_located_part = is_located;
    part->n_done = is_located ? INCMAP_STAGE_LOCATE + 1 : INCMAP_STAGE_READ + 1;
    return part;
}
