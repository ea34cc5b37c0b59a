/* SPDX-License-Identifier: MIT */
#include "project/worldview.h"

#include "layers/worldview.h"

#include <math.h>
#include <string.h>

/* Replaces a property of a feature, or adds it. */
static void
set_text(IncmapLandJob *job, IncmapLandFeature *feature, const char *key, const char *text)
{
    const char *own = incmap_scene_string(job->scene, text);
    for (guint i = 0; i < feature->n_properties; i++) {
        if (strcmp(feature->properties[i].key, key) == 0) {
            feature->properties[i].text = own;
            return;
        }
    }
    feature->properties = g_renew(IncmapProperty, feature->properties, feature->n_properties + 1);
    feature->properties[feature->n_properties++] = (IncmapProperty){g_intern_string(key), own, NAN};
}

static void
set_focus(IncmapLandFeature *feature, gboolean is_focus)
{
    const char *key = g_intern_static_string("focus");
    for (guint i = 0; i < feature->n_properties; i++) {
        if (feature->properties[i].key == key) {
            feature->properties[i].number = is_focus ? 1 : 0;
            return;
        }
    }
    if (!is_focus)
        return;
    feature->properties = g_renew(IncmapProperty, feature->properties, feature->n_properties + 1);
    feature->properties[feature->n_properties++] = (IncmapProperty){key, NULL, 1};
}

/* A part of a country is not named: its country is, once. */
static void
give_area(IncmapLandJob *job, IncmapLandFeature *area, const char *to)
{
    area->id = incmap_scene_string(job->scene, to);
    area->name = NULL;
    set_text(job, area, "id", to);
    set_text(job, area, "code", to);
    set_text(job, area, "name", "");
    set_focus(area, incmap_land_is_focus(job, to));
}

/* "A|B" in the order of the alphabet. */
static const char *
pair_id(IncmapLandJob *job, const char *a, const char *b)
{
    return incmap_scene_printf(job->scene, "%s|%s", strcmp(a, b) <= 0 ? a : b,
                               strcmp(a, b) <= 0 ? b : a);
}

static void
set_sides(IncmapLandJob *job, IncmapLandFeature *line, const char *a, const char *b,
          const char *status)
{
    line->id = pair_id(job, a, b);
    set_text(job, line, "id", line->id);
    set_text(job, line, "code", strcmp(a, b) <= 0 ? a : b);
    set_text(job, line, "code2", strcmp(a, b) <= 0 ? b : a);
    set_text(job, line, "kind", status);
    set_text(job, line, "class", status);
    set_text(job, line, "status", status);
    set_focus(line, incmap_land_is_focus(job, a) || incmap_land_is_focus(job, b));
}

static void
append(IncmapLandLayer *to, IncmapLandLayer *from, guint index)
{
    IncmapLandFeature *feature = &g_array_index(from->features, IncmapLandFeature, index);
    g_array_append_vals(to->features, feature, 1);
    memset(feature, 0, sizeof *feature); /* its arrays belong to the other layer now */
}

static IncmapLandLayer *
cut(IncmapLandJob *job, IncmapLayerId id, const char *country)
{
    IncmapLandRequest request = {.layer = id, .code = country};
    return incmap_land_cut(job, incmap_layer_name(id), &request);
}

/* Whether a line's id "A|B" has exactly one of its sides among the units that move. */
static gboolean
parts_units(const char *id, const IncmapWorldviewMove *move)
{
    g_auto(GStrv) sides = g_strsplit(id != NULL ? id : "", "|", 2);
    gboolean is_in[2] = {FALSE, FALSE};
    if (sides[0] == NULL || sides[1] == NULL)
        return FALSE;
    for (const IncmapWorldviewMove *other = incmap_worldview_moves; other->view != NULL; other++) {
        gboolean is_same = strcmp(other->view, move->view) == 0 && other->unit != NULL &&
                           strcmp(other->country, move->country) == 0;
        for (int side = 0; side < 2; side++)
            is_in[side] |= is_same && strcmp(sides[side], other->unit) == 0;
    }
    return is_in[0] != is_in[1] &&
           (strcmp(sides[0], move->unit) == 0 || strcmp(sides[1], move->unit) == 0);
}

/* The unit's rings once more in its old country: filled even-odd, that is a hole. */
static void
punch(IncmapLandFeature *country, const IncmapLandFeature *unit)
{
    guint n_old = country->part_starts[country->n_parts];
    guint n_new = unit->part_starts[unit->n_parts];
    country->points = g_renew(IncmapPoint, country->points, n_old + n_new);
    memcpy(country->points + n_old, unit->points, n_new * sizeof(IncmapPoint));
    country->part_starts =
        g_renew(guint32, country->part_starts, country->n_parts + unit->n_parts + 1);
    for (guint part = 0; part <= unit->n_parts; part++)
        country->part_starts[country->n_parts + part] = n_old + unit->part_starts[part];
    country->n_parts += unit->n_parts;
    country->area_pt2 = MAX(0, country->area_pt2 - unit->area_pt2);
}

static void
punch_country(IncmapLandLayer *countries, const char *code, const IncmapLandFeature *unit)
{
    for (guint i = 0; i < countries->features->len; i++) {
        IncmapLandFeature *country = &g_array_index(countries->features, IncmapLandFeature, i);
        if (g_strcmp0(country->id, code) == 0 && country->name != NULL) {
            punch(country, unit);
            return;
        }
    }
}

static void
move_unit(IncmapLandJob *job, const IncmapWorldviewMove *move, IncmapLandLayer *countries,
          IncmapLandLayer *borders)
{
    IncmapLandLayer *units = cut(job, INCMAP_LAYER_ADMIN1, move->country);
    for (guint i = 0; i < units->features->len; i++) {
        IncmapLandFeature *unit = &g_array_index(units->features, IncmapLandFeature, i);
        if (g_strcmp0(unit->id, move->unit) != 0)
            continue;
        punch_country(countries, move->country, unit);
        give_area(job, unit, move->to);
        append(countries, units, i);
    }
    incmap_land_layer_free(units);
    if (borders == NULL)
        return;
    IncmapLandLayer *lines = cut(job, INCMAP_LAYER_ADMIN1_LINES, move->country);
    for (guint i = 0; i < lines->features->len; i++) {
        IncmapLandFeature *line = &g_array_index(lines->features, IncmapLandFeature, i);
        if (!parts_units(line->id, move))
            continue;
        set_sides(job, line, move->country, move->to, "agreed");
        append(borders, lines, i);
    }
    incmap_land_layer_free(lines);
}

static void
move_country(IncmapLandJob *job, const IncmapWorldviewMove *move, IncmapLandLayer *countries)
{
    for (guint i = 0; i < countries->features->len; i++) {
        IncmapLandFeature *area = &g_array_index(countries->features, IncmapLandFeature, i);
        if (g_strcmp0(area->id, move->country) == 0)
            give_area(job, area, move->to);
    }
}

/* Lines that are left keep their status, but may stand between other countries now. */
static void
move_sides(IncmapLandJob *job, const IncmapWorldviewMove *move, IncmapLandLayer *borders)
{
    for (guint i = 0; i < borders->features->len; i++) {
        IncmapLandFeature *line = &g_array_index(borders->features, IncmapLandFeature, i);
        const char *a = incmap_land_text(line, "code"), *b = incmap_land_text(line, "code2");
        const char *kind = incmap_land_text(line, "kind");
        if (a == NULL || b == NULL || strcmp(a, b) == 0)
            continue;
        if (strcmp(a, move->country) == 0)
            set_sides(job, line, move->to, b, kind);
        else if (strcmp(b, move->country) == 0)
            set_sides(job, line, a, move->to, kind);
    }
}

static const IncmapWorldviewLine *
find_line(const char *view, const IncmapLandFeature *line)
{
    for (const IncmapWorldviewLine *row = incmap_worldview_lines; row->view != NULL; row++) {
        if (strcmp(row->view, view) == 0 && g_strcmp0(row->id, line->id) == 0 &&
            (row->note == NULL || (line->name != NULL && g_str_has_prefix(line->name, row->note))))
            return row;
    }
    return NULL;
}

static void
free_feature(IncmapLandFeature *feature)
{
    g_free(feature->properties);
    g_free(feature->part_starts);
    g_free(feature->points);
    memset(feature, 0, sizeof *feature);
}

/* The country that a unit of @country goes to; NULL: none does. */
static const char *
receiver(const char *view, const char *country)
{
    for (const IncmapWorldviewMove *move = incmap_worldview_moves; move->view != NULL; move++) {
        if (strcmp(move->view, view) == 0 && move->unit != NULL &&
            g_strcmp0(move->country, country) == 0)
            return move->to;
    }
    return NULL;
}

/* A line inside a country is one between two when what it parts goes to another. */
static void
change_status(IncmapLandJob *job, const char *view, const IncmapWorldviewLine *row,
              IncmapLandFeature *line)
{
    const char *a = incmap_land_text(line, "code"), *b = incmap_land_text(line, "code2");
    const char *to = g_strcmp0(a, b) == 0 ? receiver(view, a) : NULL;
    set_sides(job, line, a, to != NULL ? to : b, row->status);
}

static void
change_lines(IncmapLandJob *job, const char *view, IncmapLandLayer *borders)
{
    guint kept = 0;
    for (guint i = 0; i < borders->features->len; i++) {
        IncmapLandFeature *line = &g_array_index(borders->features, IncmapLandFeature, i);
        const IncmapWorldviewLine *row = find_line(view, line);
        if (row != NULL && row->status == NULL) {
            free_feature(line);
            continue;
        }
        if (row != NULL)
            change_status(job, view, row, line);
        IncmapLandFeature *to = &g_array_index(borders->features, IncmapLandFeature, kept++);
        if (to != line) {
            *to = *line;
            memset(line, 0, sizeof *line);
        }
    }
    g_array_set_size(borders->features, kept);
}

static void
change_names(IncmapLandJob *job, const char *view, IncmapLandLayer *countries)
{
    if (job->language != NULL && strcmp(job->language, "en") != 0)
        return;
    for (const IncmapWorldviewName *row = incmap_worldview_names; row->view != NULL; row++) {
        for (guint i = 0; strcmp(row->view, view) == 0 && i < countries->features->len; i++) {
            IncmapLandFeature *area = &g_array_index(countries->features, IncmapLandFeature, i);
            if (g_strcmp0(area->id, row->country) == 0)
                area->name = row->name;
        }
    }
}

void
incmap_worldview_apply(IncmapLandJob *job, const char *view)
{
    IncmapLandLayer *countries = incmap_scene_land(job->scene, "countries");
    IncmapLandLayer *borders = incmap_scene_land(job->scene, "borders");
    if (countries == NULL)
        return;
    if (borders != NULL)
        change_lines(job, view, borders);
    for (const IncmapWorldviewMove *move = incmap_worldview_moves; move->view != NULL; move++) {
        if (strcmp(move->view, view) != 0)
            continue;
        if (move->unit != NULL)
            move_unit(job, move, countries, borders);
        else
            move_country(job, move, countries);
        if (move->unit == NULL && borders != NULL)
            move_sides(job, move, borders);
    }
    change_names(job, view, countries);
}
