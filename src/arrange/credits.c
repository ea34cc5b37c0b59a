/* SPDX-License-Identifier: MIT */
#include "arrange/credits.h"

#include "arrange/disclaimers.h"
#include "arrange/words.h"
#include "style/style.h"

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
        const char *name = place != NULL && *place != '\0' ? place : incmap_words_country(fix);
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
    const char *semicolon = incmap_say(arrange->scene, INCMAP_SAY_SEMICOLON);
    for (guint i = 0; i < n_named; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? semicolon : " (", (char *)names->pdata[i]);
    if (n_named > 0)
        g_string_append(text, names->len > n_named ? " …)" : ")");
    return incmap_say_count(arrange->scene, INCMAP_SAY_NOT_MAPPED, n, "names", text->str, NULL);
}

static void
append_source(const IncmapArrange *arrange, GString *list, const char *source)
{
    g_string_append_printf(list, "%s%s",
                           list->len > 0 ? incmap_say(arrange->scene, INCMAP_SAY_SEMICOLON) : "",
                           source);
}

static void
add_line(GPtrArray *lines, const char *line)
{
    if (line != NULL && !g_ptr_array_find_with_equal_func(lines, line, g_str_equal, NULL))
        g_ptr_array_add(lines, (gpointer)line);
}

/* The gazetteers that the places on the map come from. One that is credited with its licence needs
 * no second line. */
static void
add_gazetteers(const IncmapScene *scene, GPtrArray *lines, gboolean is_estimate)
{
    guint first = lines->len;
    for (guint i = 0; i < scene->fixes->len; i++)
        add_line(lines, g_array_index(scene->fixes, IncmapFix, i).credit);
    for (guint i = 0; i < scene->towns->len; i++)
        add_line(lines, g_array_index(scene->towns, IncmapTown, i).credit);
    for (guint i = first; i < lines->len; i++)
        if (g_str_has_prefix(lines->pdata[i], "GeoNames"))
            return;
    if (scene->towns->len > 0 || is_estimate)
        add_line(lines, "GeoNames");
}

/* Before the map is projected nobody knows its scale. */
static gboolean
may_have_relief(const IncmapArrange *arrange)
{
    for (guint i = 0; i < incmap_style_get_n_layers(arrange->style); i++) {
        if (incmap_style_get_layer(arrange->style, i)->type == INCMAP_STYLE_LAYER_HILLSHADE)
            return TRUE;
    }
    return FALSE;
}

/* Credit lines in a fixed order: the user's data, then the layers by name. */
static void
add_sources(const IncmapArrange *arrange, GString *text, gboolean is_estimate)
{
    const IncmapScene *scene = arrange->scene;
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i < scene->land->len; i++) {
        const IncmapLandLayer *layer = scene->land->pdata[i];
        if (layer->features->len > 0)
            add_line(lines, layer->credit);
    }
    if (is_estimate ? may_have_relief(arrange) : scene->shade != NULL && scene->shade->is_drawn)
        add_line(lines, "KDE Marble");
    if (is_estimate) {
        g_ptr_array_add(lines, (gpointer) "GSHHG");
        g_ptr_array_add(lines, (gpointer) "Natural Earth");
    }
    add_gazetteers(scene, lines, is_estimate);
    g_ptr_array_sort(lines, compare_texts);
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < scene->documents->len; i++) {
        const char *credit = g_array_index(scene->documents, IncmapDocument, i).credit;
        if (credit != NULL && strstr(list->str, credit) == NULL)
            append_source(arrange, list, credit);
    }
    for (guint i = 0; i < lines->len; i++)
        append_source(arrange, list, lines->pdata[i]);
    if (list->len > 0)
        g_string_append(
            text, incmap_say_with(arrange->scene, INCMAP_SAY_SOURCES, "list", list->str, NULL));
}

gboolean
incmap_credits_has_unsettled_border(const IncmapScene *scene)
{
    const IncmapLandLayer *layer = incmap_scene_land(scene, "borders");
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

static void
append_sentence(GString *text, const char *sentence)
{
    g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* "Lambert conformal conic projection.", with a capital. */
static const char *
projection_words(IncmapScene *scene, const char *name)
{
    const char *words =
        incmap_say_with(scene, INCMAP_SAY_PROJECTION, "name", incmap_words_term(scene, name), NULL);
    g_autofree char *first = g_utf8_strup(words, (gssize)g_utf8_skip[*(const guchar *)words]);
    return incmap_scene_printf(scene, "%s%s", first, g_utf8_next_char(words));
}

static const char *
foot_text(IncmapArrange *arrange, gboolean is_estimate, gboolean has_projection)
{
    IncmapScene *scene = arrange->scene;
    g_autoptr(GString) text = g_string_new(NULL);
    const char *unmapped = incmap_credits_unmapped(arrange);
    if (unmapped != NULL)
        g_string_append_printf(text, "%s ", unmapped);
    add_sources(arrange, text, is_estimate);
    if (has_claimed_figures(scene))
        append_sentence(text, incmap_say(scene, INCMAP_SAY_CLAIMS));
    if (is_estimate || incmap_credits_has_unsettled_border(arrange->scene))
        append_sentence(text, incmap_say(scene, INCMAP_SAY_UNSETTLED));
    const char *projection =
        is_estimate ? "Lambert azimuthal equal-area" : arrange->frame->projection_name;
    if (projection != NULL && has_projection)
        append_sentence(text, projection_words(scene, projection));
    if (arrange->options->worldview != NULL)
        append_sentence(text, incmap_say_with(scene, INCMAP_SAY_WORLDVIEW, "name",
                                              arrange->options->worldview, NULL));
    if (!is_estimate)
        incmap_disclaimers_add(arrange, text);
    if (arrange->options->organisation != NULL)
        append_sentence(text, incmap_say_with(scene, INCMAP_SAY_MAP_BY, "who",
                                              arrange->options->organisation, NULL));
    return incmap_scene_string(scene, text->str);
}

const char *
incmap_credits_text(IncmapArrange *arrange, gboolean is_estimate)
{
    return foot_text(arrange, is_estimate, TRUE);
}

static gboolean
does_fit(const IncmapArrange *arrange, const char *text, double width_pt, guint max_lines,
         const IncmapFace *face)
{
    g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, text, face, width_pt, max_lines + 1);
    return lines->len <= max_lines;
}

GPtrArray *
incmap_credits_fit(IncmapArrange *arrange, double width_pt, guint max_lines, IncmapFace *face)
{
    const double step = 0.95;
    IncmapPage *page = &arrange->scene->page;
    IncmapFace wished = *face;
    for (int has_projection = 1; has_projection >= 0; has_projection--) {
        page->credits = foot_text(arrange, FALSE, has_projection != 0);
        *face = wished;
        double least_pt = MIN(wished.font.size_pt, incmap_look_min_type(arrange));
        gboolean fits = does_fit(arrange, page->credits, width_pt, max_lines, face);
        while (!fits && face->font.size_pt * step >= least_pt) {
            face->font.size_pt *= step;
            face->leading_pt *= step;
            fits = does_fit(arrange, page->credits, width_pt, max_lines, face);
        }
        if (fits)
            return incmap_typeset_wrap(arrange, page->credits, face, width_pt, max_lines);
    }
    incmap_arrange_drop(arrange, page->credits, "note", "the foot has too few lines for all of it");
    return incmap_typeset_wrap(arrange, page->credits, face, width_pt, max_lines);
}
