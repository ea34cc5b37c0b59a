/* SPDX-License-Identifier: MIT */
#include "arrange/along.h"

#include <math.h>
#include <string.h>

/* The line is resampled at this distance, in page points. */
#define STEP_PT 2.0
/* Two neighbouring letters turn no more than this against each other, or their feet or heads
 * touch. */
#define MAX_TURN_RAD 0.16
/* Starts are tried at every so many samples. */
#define START_STEP 3
/* Less than this under a letter is no line that one sees. */
#define LEAST_INK 0.5

/** Glyph: one letter as it is set */
typedef struct Glyph Glyph;
struct Glyph {
    char text[32];    /* a character with its marks */
    double offset_pt; /* of its left side from the start of the text */
    double width_pt;
    IncmapPoint origin;
    double angle_rad;
};

static GArray *
resample(const IncmapPoint *points, guint n_points)
{
    GArray *samples = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    double until_next_pt = 0;
    for (guint i = 1; i < n_points; i++) {
        IncmapPoint a = points[i - 1], b = points[i];
        double length_pt = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
        double at_pt = until_next_pt;
        for (; at_pt <= length_pt && length_pt > 0; at_pt += STEP_PT) {
            double t = at_pt / length_pt;
            IncmapPoint sample = {a.x_pt + t * (b.x_pt - a.x_pt), a.y_pt + t * (b.y_pt - a.y_pt)};
            g_array_append_val(samples, sample);
        }
        until_next_pt = at_pt - length_pt;
    }
    return samples;
}

/* Gaussian mean over the samples; near the ends the window shrinks so that they stay in place. */
static GArray *
smooth(const GArray *samples, double sigma_pt)
{
    GArray *out = g_array_sized_new(FALSE, FALSE, sizeof(IncmapPoint), samples->len);
    int reach = (int)(3 * sigma_pt / STEP_PT);
    for (int i = 0; i < (int)samples->len; i++) {
        int window = MIN(reach, MIN(i, (int)samples->len - 1 - i));
        double sum_x = 0, sum_y = 0, sum = 0;
        for (int k = -window; k <= window; k++) {
            double weight = exp(-0.5 * pow(k * STEP_PT / MAX(sigma_pt, 0.1), 2));
            IncmapPoint point = g_array_index(samples, IncmapPoint, i + k);
            sum += weight;
            sum_x += weight * point.x_pt;
            sum_y += weight * point.y_pt;
        }
        IncmapPoint mean = {sum_x / sum, sum_y / sum};
        g_array_append_val(out, mean);
    }
    return out;
}

static void
reverse(GArray *points)
{
    for (guint i = 0; i < points->len / 2; i++) {
        IncmapPoint *a = &g_array_index(points, IncmapPoint, i);
        IncmapPoint *b = &g_array_index(points, IncmapPoint, points->len - 1 - i);
        IncmapPoint kept = *a;
        *a = *b;
        *b = kept;
    }
}

/* Splits a text into letters with their marks; offsets as a straight line would have them. */
static GArray *
split_letters(const IncmapArrange *arrange, const IncmapAlong *along)
{
    GArray *glyphs = g_array_new(FALSE, TRUE, sizeof(Glyph));
    double spacing_pt = along->type.font.spacing_em * along->type.font.size_pt;
    double offset_pt = 0;
    for (const char *at = along->text; *at != '\0';) {
        const char *end = g_utf8_next_char(at);
        while (*end != '\0' && g_unichar_ismark(g_utf8_get_char(end)))
            end = g_utf8_next_char(end);
        Glyph glyph = {.offset_pt = offset_pt};
        /* Of marks heaped on one letter, those that fit. */
        const char *stop = end;
        while ((gsize)(stop - at) >= sizeof glyph.text)
            stop = g_utf8_prev_char(stop);
        memcpy(glyph.text, at, (gsize)(stop - at));
        glyph.width_pt = incmap_typeset_width(arrange, glyph.text, &along->type);
        offset_pt += glyph.width_pt + (along->spread_pt > 0 ? along->spread_pt : spacing_pt);
        g_array_append_val(glyphs, glyph);
        at = end;
    }
    return glyphs;
}

static double
total_width(const GArray *glyphs)
{
    const Glyph *last = &g_array_index(glyphs, Glyph, glyphs->len - 1);
    return last->offset_pt + last->width_pt;
}

/* Point and direction at a distance along the samples. */
static gboolean
point_at(const GArray *line, double at_pt, IncmapPoint *out_point, double *out_angle_rad)
{
    double index = at_pt / STEP_PT;
    int i = (int)floor(index);
    if (i < 0 || i + 1 >= (int)line->len)
        return FALSE;
    IncmapPoint a = g_array_index(line, IncmapPoint, i),
                b = g_array_index(line, IncmapPoint, i + 1);
    double t = index - i;
    *out_point = (IncmapPoint){a.x_pt + t * (b.x_pt - a.x_pt), a.y_pt + t * (b.y_pt - a.y_pt)};
    /* The direction over a few samples is steadier than that of one. */
    IncmapPoint before = g_array_index(line, IncmapPoint, MAX(0, i - 2));
    IncmapPoint after = g_array_index(line, IncmapPoint, MIN((int)line->len - 1, i + 3));
    *out_angle_rad = atan2(after.y_pt - before.y_pt, after.x_pt - before.x_pt);
    return TRUE;
}

/* Each letter stands on the line with its middle. FALSE where the line ends or bends too much. */
static gboolean
lay_letters(GArray *glyphs, const GArray *line, double start_pt, const IncmapAlong *along,
            double *out_bend_rad)
{
    double turn_rad = along->max_turn_rad > 0 ? along->max_turn_rad : MAX_TURN_RAD;
    double least_rad = INFINITY, most_rad = -INFINITY, previous_rad = 0;
    for (guint i = 0; i < glyphs->len; i++) {
        Glyph *glyph = &g_array_index(glyphs, Glyph, i);
        IncmapPoint middle;
        double angle_rad;
        if (!point_at(line, start_pt + glyph->offset_pt + glyph->width_pt / 2, &middle, &angle_rad))
            return FALSE;
        if (fabs(angle_rad) > G_PI_2 + 0.05)
            return FALSE;
        if (i > 0 && fabs(angle_rad - previous_rad) > turn_rad)
            return FALSE;
        previous_rad = angle_rad;
        least_rad = MIN(least_rad, angle_rad);
        most_rad = MAX(most_rad, angle_rad);
        double cosine = cos(angle_rad), sine = sin(angle_rad);
        glyph->angle_rad = angle_rad;
        glyph->origin.x_pt = middle.x_pt - cosine * glyph->width_pt / 2 + sine * along->offset_pt;
        glyph->origin.y_pt = middle.y_pt - sine * glyph->width_pt / 2 - cosine * along->offset_pt;
    }
    *out_bend_rad = most_rad - least_rad;
    return *out_bend_rad <= along->max_bend_rad;
}

/* Whether all letters have room; counts the lines they would stand on. */
static gboolean
is_free(const IncmapArrange *arrange, const IncmapAlong *along, const GArray *glyphs,
        double *out_ink)
{
    const IncmapFace *type = &along->type;
    IncmapBox room = incmap_box_grow(arrange->frame->map, -3);
    *out_ink = 0;
    for (guint i = 0; i < glyphs->len; i++) {
        const Glyph *glyph = &g_array_index(glyphs, Glyph, i);
        double air_pt = type->font.size_pt * 0.25;
        IncmapPoint start = {glyph->origin.x_pt - air_pt * cos(glyph->angle_rad),
                             glyph->origin.y_pt - air_pt * sin(glyph->angle_rad)};
        IncmapQuad quad = incmap_quad_turned(start, glyph->angle_rad, glyph->width_pt + 2 * air_pt,
                                             incmap_typeset_rise(type) + air_pt,
                                             incmap_typeset_drop(type) + air_pt);
        IncmapBox box = incmap_quad_box(&quad);
        if (!incmap_box_contains(room, box) ||
            incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE))
            return FALSE;
        double ink = incmap_raster_ink_in(arrange->countries, box);
        if (along->is_off_lines && ink > LEAST_INK)
            return FALSE;
        *out_ink += ink;
    }
    return TRUE;
}

static void
set_letters(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAlong *along,
            const GArray *glyphs)
{
    guint label = incmap_typeset_label(arrange, along->text, along->class_id, -1);
    incmap_arrange_group(arrange, sheet, NULL, along->text);
    for (guint i = 0; i < glyphs->len; i++) {
        const Glyph *glyph = &g_array_index(glyphs, Glyph, i);
        if (strcmp(glyph->text, " ") == 0)
            continue;
        IncmapQuad quad =
            incmap_typeset_run(arrange, sheet, glyph->text, &along->type, glyph->origin,
                               glyph->angle_rad, incmap_typeset_get_label(arrange, label));
        incmap_obstacles_add(arrange->obstacles, quad, arrange->next_owner);
    }
    incmap_arrange_end_group(arrange, sheet);
    arrange->next_owner++;
}

/* A text whose letters join: one glyph as wide as the text. */
static GArray *
whole_text(const IncmapArrange *arrange, const IncmapAlong *along)
{
    GArray *glyphs = g_array_new(FALSE, TRUE, sizeof(Glyph));
    Glyph glyph = {0};
    if (g_strlcpy(glyph.text, along->text, sizeof glyph.text) >= sizeof glyph.text)
        return glyphs;
    glyph.width_pt = incmap_typeset_width(arrange, along->text, &along->type);
    g_array_append_val(glyphs, glyph);
    return glyphs;
}

static gboolean
find_best(const IncmapArrange *arrange, const IncmapAlong *along, const GArray *line,
          GArray *glyphs, double *out_start_pt)
{
    double width_pt = total_width(glyphs), length_pt = (line->len - 1) * STEP_PT;
    double best_cost = INFINITY;
    for (double start_pt = 0; start_pt + width_pt < length_pt; start_pt += START_STEP * STEP_PT) {
        double bend_rad, ink;
        if (!lay_letters(glyphs, line, start_pt, along, &bend_rad))
            continue;
        double middle = (start_pt + width_pt / 2) / length_pt;
        double cost = bend_rad * 0.8 + fabs(middle - along->prefer) * 0.8;
        const Glyph *middle_glyph = &g_array_index(glyphs, Glyph, glyphs->len / 2);
        if (along->apart_pt > 0 &&
            hypot(middle_glyph->origin.x_pt - along->apart_from.x_pt,
                  middle_glyph->origin.y_pt - along->apart_from.y_pt) < along->apart_pt)
            continue;
        if (cost >= best_cost || !is_free(arrange, along, glyphs, &ink))
            continue;
        cost += ink * 0.05;
        if (cost < best_cost) {
            best_cost = cost;
            *out_start_pt = start_pt;
        }
    }
    return !isinf(best_cost);
}

gboolean
incmap_along_place(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAlong *along,
                   IncmapPoint *out_middle)
{
    g_autoptr(GArray) samples = resample(along->points, along->n_points);
    if (samples->len < 8)
        return FALSE;
    g_autoptr(GArray) curve = smooth(samples, along->smooth_pt);
    /* Smoothing cuts corners: even steps have to be made again. */
    g_autoptr(GArray) line = resample((const IncmapPoint *)curve->data, curve->len);
    if (line->len < 8)
        return FALSE;
    IncmapPoint first = g_array_index(line, IncmapPoint, 0);
    IncmapPoint last = g_array_index(line, IncmapPoint, line->len - 1);
    if (last.x_pt < first.x_pt)
        reverse(line);
    IncmapTextMetrics metrics = incmap_typeset_measure(arrange, along->text, &along->type);
    g_autoptr(GArray) glyphs =
        metrics.is_rtl ? whole_text(arrange, along) : split_letters(arrange, along);
    if (glyphs->len == 0)
        return FALSE;
    double start_pt = 0, bend_rad;
    gboolean is_found = find_best(arrange, along, line, glyphs, &start_pt);
    if (!is_found) {
        /* A river that runs to and fro may be followed the other way. */
        reverse(line);
        is_found = find_best(arrange, along, line, glyphs, &start_pt);
    }
    if (!is_found)
        return FALSE;
    lay_letters(glyphs, line, start_pt, along, &bend_rad);
    set_letters(arrange, sheet, along, glyphs);
    if (out_middle != NULL)
        *out_middle = g_array_index(glyphs, Glyph, glyphs->len / 2).origin;
    return TRUE;
}
