/* SPDX-License-Identifier: MIT */
#include "arrange/credits.h"

#include "arrange/disclaimers.h"
#include "arrange/words.h"

#include <string.h>

/* Unlocated places that are named; the rest is counted. */
#define MAX_NAMED 3

static int
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Words for the places that are not on the map, each once, in the order of the alphabet: that of
 * the rows says nothing. */
static GPtrArray *
list_unmapped(const IncmapScene *scene, guint *out_n)
{
    GPtrArray *names = g_ptr_array_new();
    *out_n = 0;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision < INCMAP_PRECISION_COUNTRY)
            continue;
        (*out_n)++;
        const char *place = g_array_index(scene->incidents, IncmapIncident, i).place;
        const char *name = place != NULL && *place != '\0' ? place : fix->country;
        if (name != NULL && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, (gpointer)name);
    }
    g_ptr_array_sort(names, compare_texts);
    return names;
}

const char *
incmap_credits_unmapped(IncmapArrange *arrange)
{
    guint n;
    g_autoptr(GPtrArray) names = list_unmapped(arrange->scene, &n);
    if (n == 0)
        return NULL;
    guint n_named = MIN(names->len, MAX_NAMED);
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < n_named; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : " (", (char *)names->pdata[i]);
    if (n_named > 0)
        g_string_append(text, names->len > n_named ? " …)" : ")");
    return incmap_scene_printf(arrange->scene, "Not mapped: %u incident%s%s.", n, n == 1 ? "" : "s",
                               text->str);
}

/* Credit lines in a fixed order: the user's data, then the layers by name. */
static void
add_sources(const IncmapArrange *arrange, GString *text, gboolean is_estimate)
{
    const IncmapScene *scene = arrange->scene;
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i < scene->land->len; i++) {
        const IncmapLandLayer *layer = scene->land->pdata[i];
        if (layer->credit != NULL && layer->features->len > 0 &&
            !g_ptr_array_find_with_equal_func(lines, layer->credit, g_str_equal, NULL))
            g_ptr_array_add(lines, (gpointer)layer->credit);
    }
    if (is_estimate) {
        g_ptr_array_add(lines, (gpointer) "GSHHG");
        g_ptr_array_add(lines, (gpointer) "Natural Earth");
    }
    if ((scene->towns->len > 0 || is_estimate) &&
        !g_ptr_array_find_with_equal_func(lines, "GeoNames", g_str_equal, NULL))
        g_ptr_array_add(lines, (gpointer) "GeoNames");
    g_ptr_array_sort(lines, compare_texts);
    g_string_append(text, "Sources: ");
    for (guint i = 0; i < scene->documents->len; i++) {
        const char *credit = g_array_index(scene->documents, IncmapDocument, i).credit;
        if (credit != NULL && strstr(text->str, credit) == NULL)
            g_string_append_printf(text, "%s; ", credit);
    }
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "", (char *)lines->pdata[i]);
    g_string_append(text, ".");
}

static gboolean
has_unsettled_border(const IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "borders");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const char *kind =
            incmap_land_text(&g_array_index(layer->features, IncmapLandFeature, i), "kind");
        if (kind != NULL && strcmp(kind, "agreed") != 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_claimed_figures(const IncmapScene *scene)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        if (incident->value_kind == INCMAP_VALUE_KILLED ||
            (incident->figures != NULL && incident->figures->len > 0))
            return TRUE;
    }
    return FALSE;
}

const char *
incmap_credits_text(IncmapArrange *arrange, gboolean is_estimate)
{
    IncmapScene *scene = arrange->scene;
    g_autoptr(GString) text = g_string_new(NULL);
    const char *unmapped = incmap_credits_unmapped(arrange);
    if (unmapped != NULL)
        g_string_append_printf(text, "%s ", unmapped);
    add_sources(arrange, text, is_estimate);
    if (has_claimed_figures(scene))
        g_string_append(text, " Casualty figures are claims and reports, not verified.");
    if (is_estimate || has_unsettled_border(arrange))
        g_string_append(text, " Dashed line: disputed or undetermined boundary.");
    const char *projection = is_estimate ? "Lambert azimuthal equal-area"
                                         : arrange->frame->projection_name;
    if (projection != NULL)
        g_string_append_printf(text, " %c%s projection.", g_ascii_toupper(projection[0]),
                               projection + 1);
    if (!is_estimate)
        incmap_disclaimers_add(arrange, text);
    if (arrange->options->organisation != NULL)
        g_string_append_printf(text, " Map: %s.", arrange->options->organisation);
    return incmap_scene_string(scene, text->str);
}
