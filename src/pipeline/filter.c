/* SPDX-License-Identifier: MIT */
#include "pipeline/filter.h"

#include <string.h>

/* Moves the kept entries to the front in their order and drops the rest. Entries are swapped, not
 * copied, since the array frees what it drops. */
#define COMPACT(array, type, is_kept)                                                              \
    G_STMT_START                                                                                   \
    {                                                                                              \
        guint n_kept_ = 0;                                                                         \
        for (guint i_ = 0; i_ < (array)->len; i_++) {                                              \
            if (!(is_kept)[i_])                                                                    \
                continue;                                                                          \
            type swap_ = g_array_index(array, type, n_kept_);                                      \
            g_array_index(array, type, n_kept_) = g_array_index(array, type, i_);                  \
            g_array_index(array, type, i_) = swap_;                                                \
            n_kept_++;                                                                             \
        }                                                                                          \
        g_array_set_size(array, n_kept_);                                                          \
    }                                                                                              \
    G_STMT_END

/* Removes the incidents whose entry in @is_kept is 0, and all that points at them. */
static guint
remove_incidents(IncmapScene *scene, const guint8 *is_kept)
{
    guint n_before = scene->incidents->len;
    g_autofree guint32 *n_kept = g_new(guint32, n_before + 1); /* before each index */
    n_kept[0] = 0;
    for (guint i = 0; i < n_before; i++)
        n_kept[i + 1] = n_kept[i] + (is_kept[i] != 0);
    for (guint i = 0; i < scene->mentions->len; i++) {
        IncmapMention *mention = &g_array_index(scene->mentions, IncmapMention, i);
        if (mention->incident >= 0 && (guint)mention->incident < n_before)
            mention->incident = is_kept[mention->incident] ? (gint32)n_kept[mention->incident] : -1;
    }
    for (guint i = 0; i < scene->documents->len; i++) {
        IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        guint32 end = MIN(document->first_incident + document->n_incidents, n_before);
        document->first_incident = n_kept[MIN(document->first_incident, n_before)];
        document->n_incidents = n_kept[end] - document->first_incident;
    }
    COMPACT(scene->incidents, IncmapIncident, is_kept);
    if (scene->fixes->len == n_before)
        COMPACT(scene->fixes, IncmapFix, is_kept);
    return n_before - n_kept[n_before];
}

static gboolean
is_in_period(const IncmapDate *date, const IncmapOptions *options)
{
    if (options->first_julian == 0 && options->last_julian == 0)
        return TRUE;
    if (date->from_julian == 0)
        return FALSE;
    guint32 to_julian = MAX(date->to_julian, date->from_julian);
    return to_julian >= options->first_julian &&
           (options->last_julian == 0 || date->from_julian <= options->last_julian);
}

guint
incmap_filter_read(IncmapScene *scene, const IncmapOptions *options)
{
    g_autofree guint8 *is_kept = g_new0(guint8, scene->incidents->len + 1);
    guint n_undated = 0;
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        gboolean is_in = is_in_period(&incident->date, options);
        n_undated += !is_in && incident->date.from_julian == 0;
        is_kept[i] = is_in && (!options->has_types || options->is_type_wanted[incident->event]);
    }
    if (n_undated > 0)
        incmap_scene_note(scene, "%u incident%s without a date left out of the period", n_undated,
                          n_undated == 1 ? "" : "s");
    return remove_incidents(scene, is_kept);
}

guint
incmap_filter_located(IncmapScene *scene, const char *country_code)
{
    if (country_code == NULL)
        return 0;
    g_autofree guint8 *is_kept = g_new0(guint8, scene->incidents->len + 1);
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        is_kept[i] = fix->precision == INCMAP_PRECISION_NONE || fix->country_code == NULL ||
                     strcmp(fix->country_code, country_code) == 0;
    }
    return remove_incidents(scene, is_kept);
}
