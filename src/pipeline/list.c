/* SPDX-License-Identifier: MIT */
/*
 * What there is to choose from, and whether the data files are whole.
 */
#include "base/text.h"
#include "layers/worldview.h"
#include "pipeline/data.h"
#include "pipeline/region.h"
#include "pipeline/session.h"

#include <string.h>

static void
add_row(GPtrArray *rows, const char *name, const char *description)
{
    g_ptr_array_add(rows, g_strdup(name));
    g_ptr_array_add(rows, g_strdup(description != NULL ? description : ""));
}

/* The first words of a style file: its first comment line after the licence. */
static char *
read_first_comment(const char *path)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    g_auto(GStrv) lines = g_strsplit(text, "\n", 12);
    for (guint i = 0; lines[i] != NULL && lines[i][0] == '#'; i++) {
        const char *words = g_strstrip(lines[i] + 1);
        if (words[0] != '\0' && !g_str_has_prefix(words, "SPDX"))
            return g_strdup(words);
    }
    return NULL;
}

static gboolean
list_styles(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session;
    g_auto(GStrv) names = incmap_data_list_styles();
    for (guint i = 0; names[i] != NULL; i++) {
        g_autofree char *path = incmap_data_find_style(names[i], error);
        if (path == NULL)
            return FALSE;
        g_autofree char *words = read_first_comment(path);
        add_row(rows, names[i], words);
    }
    return TRUE;
}

static gboolean
list_layers(IncmapSession *session, GPtrArray *rows, GError **error)
{
    const IncmapLayers *layers = incmap_session_get_layers(session, error);
    if (layers == NULL)
        return FALSE;
    for (int i = 0; i < INCMAP_N_LAYERS; i++) {
        const char *credit = incmap_layers_credit(layers, (IncmapLayerId)i);
        g_autofree char *words =
            g_strdup_printf("%u features; %s", incmap_layers_n_features(layers, (IncmapLayerId)i),
                            credit != NULL ? credit : "");
        add_row(rows, incmap_layer_name((IncmapLayerId)i), words);
    }
    return TRUE;
}

static gboolean
list_projections(IncmapSession *session, GPtrArray *rows, GError **error)
{
    const IncmapComposeTable *compose = incmap_session_get_compose(session, error);
    if (compose == NULL)
        return FALSE;
    const char *const *names = compose->list_projections();
    for (guint i = 0; names[i] != NULL; i++)
        add_row(rows, names[i], compose->describe_projection(names[i]));
    return TRUE;
}

/* Properties of style layers and keys of their `incmap` section. */
static gboolean
list_properties(IncmapSession *session, GPtrArray *rows, GError **error)
{
    const IncmapComposeTable *compose = incmap_session_get_compose(session, error);
    if (compose == NULL)
        return FALSE;
    g_auto(GStrv) all = compose->list_properties();
    for (guint i = 0; all[i] != NULL; i += 2)
        add_row(rows, all[i], all[i + 1]);
    return TRUE;
}

static gboolean
list_sizes(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session, (void)error;
    for (const IncmapSizePreset *preset = incmap_size_presets; preset->name != NULL; preset++) {
        g_autofree char *words = g_strdup_printf("%s: %s", preset->size, preset->use);
        add_row(rows, preset->name, words);
    }
    return TRUE;
}

static gboolean
list_types(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session, (void)error;
    for (int i = 0; i < INCMAP_N_EVENTS; i++)
        add_row(rows, incmap_event_id((IncmapEvent)i), incmap_event_label((IncmapEvent)i));
    return TRUE;
}

static gboolean
list_languages(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session, (void)error;
    for (const IncmapLanguage *language = incmap_languages; language->code != NULL; language++)
        add_row(rows, language->code, language->name);
    return TRUE;
}

static gboolean
list_regions(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session, (void)error;
    for (const IncmapRegion *region = incmap_regions; region->name != NULL; region++) {
        g_autofree char *words =
            g_strdup_printf("%g,%g,%g,%g", region->extent.west_deg, region->extent.south_deg,
                            region->extent.east_deg, region->extent.north_deg);
        add_row(rows, region->name, words);
    }
    return TRUE;
}

static gboolean
list_worldviews(IncmapSession *session, GPtrArray *rows, GError **error)
{
    (void)session, (void)error;
    for (const IncmapWorldview *view = incmap_worldviews; view->id != NULL; view++) {
        g_autofree char *words =
            view->missing != NULL
                ? g_strdup_printf("%s: can't be drawn: %s", view->name, view->missing)
                : g_strdup_printf("%s: %s", view->name, view->about);
        add_row(rows, view->id, words);
    }
    return TRUE;
}

/* Symbols are those of the event types: each type has one. */
static const struct {
    const char *name;
    gboolean (*list)(IncmapSession *session, GPtrArray *rows, GError **error);
} lists[] = {
    {"languages", list_languages},   {"layers", list_layers},   {"projections", list_projections},
    {"properties", list_properties}, {"regions", list_regions}, {"sizes", list_sizes},
    {"styles", list_styles},         {"symbols", list_types},   {"types", list_types},
    {"worldviews", list_worldviews},
};

char **
incmap_session_list(IncmapSession *session, const char *kind, GError **error)
{
    g_return_val_if_fail(session != NULL && kind != NULL, NULL);
    const char *names[G_N_ELEMENTS(lists) + 1] = {NULL};
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        names[i] = lists[i].name;
        if (strcmp(lists[i].name, kind) != 0)
            continue;
        g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
        if (!lists[i].list(session, rows, error))
            return NULL;
        g_ptr_array_add(rows, NULL);
        return (char **)g_ptr_array_steal(rows, NULL);
    }
    const char *nearest = incmap_text_nearest(kind, names);
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    if (nearest != NULL)
        incmap_fail(error, INCMAP_ERROR_USAGE, "unknown list \"%s\"; did you mean \"%s\"?", kind,
                    nearest);
    else
        incmap_fail(error, INCMAP_ERROR_USAGE, "unknown list \"%s\"; there are %s", kind, all);
    return NULL;
}

static char *
check_layers(IncmapSession *session, GError **error)
{
    const IncmapLayers *layers = incmap_session_get_layers(session, error);
    if (layers == NULL)
        return NULL;
    guint n_features = 0, n_points = 0;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    for (int layer = 0; layer < INCMAP_N_LAYERS; layer++) {
        guint32 n = incmap_layers_n_features(layers, (IncmapLayerId)layer);
        n_features += n;
        for (guint32 i = 0; i < n; i++) {
            IncmapFeature feature;
            incmap_layers_get(layers, (IncmapLayerId)layer, i, &feature);
            for (guint32 part = 0; part < feature.n_parts; part++) {
                incmap_layers_part(layers, &feature, part, 0, points);
                n_points += points->len;
            }
        }
    }
    return g_strdup_printf("%s: %u features in %d layers, %u points", session->layers_path,
                           n_features, INCMAP_N_LAYERS, n_points);
}

static char *
check_gazetteer(IncmapSession *session, GError **error)
{
    const IncmapGazetteer *gazetteer = incmap_session_get_gazetteer(session, error);
    if (gazetteer == NULL)
        return NULL;
    IncmapGazetteerInfo info;
    incmap_gazetteer_info(gazetteer, &info);
    return g_strdup_printf("%s: %u places, %u of them towns, %u names", session->gazetteer_path,
                           info.n_places, info.n_towns, info.n_names);
}

char *
incmap_session_check(IncmapSession *session, const char *name, GError **error)
{
    g_return_val_if_fail(session != NULL && name != NULL, NULL);
    if (strcmp(name, "layers") == 0)
        return check_layers(session, error);
    if (strcmp(name, "gazetteer") == 0)
        return check_gazetteer(session, error);
    const IncmapComposer *composer = incmap_session_get_composer(session, name, error);
    if (composer == NULL)
        return NULL;
    g_auto(GStrv) notes = session->compose->list_style_notes(composer);
    g_autofree char *lines = g_strjoinv("\n", notes);
    return g_strdup_printf("style %s is well-formed%s%s", name, *lines != '\0' ? "\n" : "", lines);
}
