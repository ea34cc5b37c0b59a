/* SPDX-License-Identifier: MIT */
/*
 * The scale bar: one line, kilometres above, miles below, from a common zero.
 * Its length is that of the geodesic where it stands; a map whose scale varies
 * too much over its face has none, for any bar would lie.
 */
#include "arrange/furniture.h"
#include "arrange/words.h"
#include "base/geodesy.h"

#include <math.h>

#define KM_PER_MILE 1.609344
/* More than this ratio between the largest and the smallest scale, and the bar is left out. */
#define MAX_VARIATION 1.12

/* Kilometres of one page point along the parallel direction at @at. */
static double
km_per_pt(const IncmapArrange *arrange, IncmapPoint at)
{
    IncmapLonLat west, east;
    IncmapPoint left = {at.x_pt - 20, at.y_pt}, right = {at.x_pt + 20, at.y_pt};
    if (!arrange->frame->inverse(arrange->frame->transform, left, &west) ||
        !arrange->frame->inverse(arrange->frame->transform, right, &east))
        return NAN;
    return incmap_distance_km(west, east) / 40;
}

/* The largest of 1, 2, 3, 5 × 10^n that is at most @limit. */
static double
round_below(double limit)
{
    double power = pow(10, floor(log10(limit)));
    static const double steps[] = {5, 3, 2, 1};
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        if (steps[i] * power <= limit * 1.0001)
            return steps[i] * power;
    }
    return power;
}

/* Below one there are tenths and hundredths. */
static const char *
length_words(IncmapScene *scene, double number)
{
    char plain[G_ASCII_DTOSTR_BUF_SIZE];
    if (number >= 1)
        return incmap_say_number(scene, number);
    g_ascii_formatd(plain, sizeof plain, "%g", number);
    g_auto(GStrv) parts = g_strsplit(plain, ".", 2);
    g_autofree char *joined =
        g_strjoinv(incmap_vocabulary_get(scene->vocabulary, INCMAP_SAY_NUMBER_DECIMAL), parts);
    return incmap_scene_string(scene, joined);
}

static const char *
miles_words(IncmapScene *scene, double miles)
{
    return miles >= 1 ? incmap_say_count(scene, INCMAP_SAY_MILES, miles, NULL)
                      : incmap_say_count(scene, INCMAP_SAY_MILES, miles, "n",
                                         length_words(scene, miles), NULL);
}

static void
draw_ticks(IncmapArrange *arrange, IncmapPoint zero, double km_pt, double miles_pt)
{
    double tick_pt = 3.75 * arrange->unit, width_pt = 0.8 * arrange->unit;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_move(&item->path, zero.x_pt, zero.y_pt - tick_pt);
    incmap_path_line(&item->path, zero.x_pt, zero.y_pt + tick_pt);
    incmap_path_move(&item->path, zero.x_pt, zero.y_pt);
    incmap_path_line(&item->path, zero.x_pt + MAX(km_pt, miles_pt), zero.y_pt);
    incmap_path_move(&item->path, zero.x_pt + km_pt, zero.y_pt - tick_pt);
    incmap_path_line(&item->path, zero.x_pt + km_pt, zero.y_pt);
    incmap_path_move(&item->path, zero.x_pt + miles_pt, zero.y_pt);
    incmap_path_line(&item->path, zero.x_pt + miles_pt, zero.y_pt + tick_pt);
    item->paint.stroke = incmap_look_color(arrange, "scale.color");
    item->paint.stroke_width_pt = width_pt;
}

void
incmap_scale_bar_place(IncmapArrange *arrange)
{
    const IncmapFrame *frame = arrange->frame;
    if (frame->is_world || frame->scale_variation > MAX_VARIATION)
        return;
    IncmapFace type = incmap_look_type(arrange, "scale");
    double share = incmap_look_number(arrange, "scale.share");
    double wished_pt = MAX(incmap_box_width(frame->map) * share, 50 * arrange->unit);
    double rough_km = km_per_pt(arrange, incmap_box_centre(frame->map));
    if (!(rough_km > 0))
        return;
    double km = round_below(wished_pt * rough_km);
    double miles = round_below(km / KM_PER_MILE * 1.1);
    const char *km_text =
        incmap_say_with(arrange->scene, INCMAP_SAY_KM, "n", length_words(arrange->scene, km), NULL);
    const char *miles_text = miles_words(arrange->scene, miles);
    double length_pt = MAX(km, miles * KM_PER_MILE) / rough_km;
    double size_pt = type.font.size_pt;
    double width_pt = MAX(length_pt, MAX(incmap_typeset_width(arrange, km_text, &type),
                                         incmap_typeset_width(arrange, miles_text, &type))) *
                      1.02;
    IncmapBox box;
    if (!incmap_furniture_choose(arrange, "scale", width_pt, size_pt * 3.2, 1.5, &box))
        return;
    /* Now that its place is known, the length there counts. */
    IncmapPoint zero = {box.x0_pt, incmap_box_centre(box).y_pt};
    double km_here = km_per_pt(arrange, (IncmapPoint){zero.x_pt + length_pt / 2, zero.y_pt});
    if (!(km_here > 0))
        return;
    double km_pt = km / km_here, miles_pt = miles * KM_PER_MILE / km_here;
    type.halo = incmap_look_color(arrange, "ground.sea");
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "scale",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_SCALE));
    draw_ticks(arrange, zero, km_pt, miles_pt);
    type.halo.a = 0;
    double km_x = MAX(zero.x_pt, zero.x_pt + km_pt - incmap_typeset_width(arrange, km_text, &type));
    double miles_x =
        MAX(zero.x_pt, zero.x_pt + miles_pt - incmap_typeset_width(arrange, miles_text, &type));
    incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, km_text, &type,
                        (IncmapPoint){km_x, zero.y_pt - size_pt * 0.55}, "scale");
    incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, miles_text, &type,
                        (IncmapPoint){miles_x, zero.y_pt + size_pt * 1.2}, "scale");
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}
