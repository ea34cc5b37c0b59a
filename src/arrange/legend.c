/* SPDX-License-Identifier: MIT */
/*
 * The legend over the map: only what is drawn, and only when a symbol doesn't
 * explain itself: one type at one place needs none.
 */
#include "arrange/furniture.h"
#include "arrange/groups.h"
#include "arrange/symbols.h"
#include "arrange/words.h"

#include <math.h>

typedef struct Legend Legend;
struct Legend {
    guint counts[INCMAP_N_EVENTS];
    guint n_types;
    double values[3]; /* of the size legend, largest first; 0: unused */
    gboolean has_magnitude;
    gboolean has_near, has_province, has_rings;
};

static void
count_incidents(const IncmapArrange *arrange, Legend *legend)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        for (int event = 0; event < INCMAP_N_EVENTS; event++) {
            legend->n_types += group->counts[event] > 0 && legend->counts[event] == 0;
            legend->counts[event] += group->counts[event];
        }
        legend->has_rings |= group->members->len > 1;
        legend->has_near |= group->precision_pt > group->radius_pt * 1.3 &&
                            group->precision <= INCMAP_PRECISION_DISTRICT;
        legend->has_province |= group->precision == INCMAP_PRECISION_PROVINCE;
        legend->has_magnitude |= g_array_index(arrange->scene->incidents, IncmapIncident,
                                               g_array_index(group->members, guint32, 0))
                                     .value_kind == INCMAP_VALUE_MAGNITUDE;
    }
}

/* Round values that the sizes on the map can be read by. */
static void
choose_values(const IncmapArrange *arrange, Legend *legend)
{
    double most = 0;
    for (guint i = 0; i < arrange->groups->len; i++)
        most = MAX(most, g_array_index(arrange->groups, IncmapGroup, i).value);
    if (legend->has_magnitude) {
        for (guint i = 0; i < 3; i++)
            legend->values[i] = 7 - (int)i;
        return;
    }
    if (arrange->groups->len <= (guint)incmap_look_number(arrange, "incident.target-max") ||
        incmap_groups_radius(arrange, most) <= incmap_groups_radius(arrange, 0) * 1.2)
        return;
    double power = pow(10, floor(log10(most)));
    double top = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    legend->values[0] = top;
    legend->values[1] = MAX(1, top / (top >= 50 ? 5 : 2.5));
    legend->values[2] = 0;
    if (incmap_groups_radius(arrange, legend->values[1]) <= incmap_groups_radius(arrange, 0))
        legend->values[1] = 0;
}

static double
magnitude_radius(const IncmapArrange *arrange, double magnitude)
{
    double least_pt = incmap_look_pt(arrange, "incident.min-radius");
    return MAX(least_pt * pow(G_SQRT2, magnitude - 4), least_pt * 0.6);
}

typedef struct Line Line;
struct Line {
    const char *text;
    int event;        /* symbol; -1: none */
    double radius_pt; /* plain circle; 0: none */
    gboolean is_dashed, is_hollow;
    double height_pt;
};

static void
add_line(GArray *lines, Line line)
{
    g_array_append_val(lines, line);
}

static GArray *
make_lines(IncmapArrange *arrange, const Legend *legend, double row_pt)
{
    IncmapScene *scene = arrange->scene;
    GArray *lines = g_array_new(FALSE, TRUE, sizeof(Line));
    for (int event = 0; legend->n_types > 1 && event < INCMAP_N_EVENTS; event++) {
        if (legend->counts[event] > 0)
            add_line(lines, (Line){incmap_words_label(scene, (IncmapEvent)event), event, 0, FALSE,
                                   FALSE, row_pt});
    }
    for (int i = 0; i < 3; i++) {
        double value = legend->values[i];
        if (!(value > 0))
            continue;
        double radius_pt = legend->has_magnitude ? magnitude_radius(arrange, value)
                                                 : incmap_groups_radius(arrange, value);
        const char *words =
            legend->has_magnitude
                ? incmap_say_with(scene, INCMAP_SAY_MAGNITUDE, "n", incmap_say_number(scene, value),
                                  NULL)
                : incmap_say_count(scene, INCMAP_SAY_N_REPORTED_KILLED, value, NULL);
        add_line(lines, (Line){words, -1, radius_pt, FALSE, FALSE, MAX(row_pt, radius_pt * 2 + 3)});
    }
    if (legend->has_near)
        add_line(lines, (Line){incmap_say(scene, INCMAP_SAY_LEGEND_NEAR), -1, row_pt * 0.38, TRUE,
                               FALSE, row_pt});
    if (legend->has_province)
        add_line(lines, (Line){incmap_say(scene, INCMAP_SAY_LEGEND_PROVINCE), -1, row_pt * 0.3,
                               FALSE, TRUE, row_pt});
    return lines;
}

static void
draw_key(IncmapArrange *arrange, const Line *line, IncmapPoint at, double row_pt)
{
    if (line->event >= 0) {
        IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)line->event);
        incmap_symbol_draw(arrange, INCMAP_SHEET_FURNITURE, &symbol, at, row_pt * 0.28, FALSE);
        return;
    }
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, at, line->radius_pt);
    item->paint.stroke = incmap_look_color(arrange, "legend.color");
    item->paint.stroke_width_pt = (line->is_hollow ? 1.6 : 0.8) * arrange->unit;
    if (line->is_dashed) {
        item->paint.dash_pt[0] = 2.6 * arrange->unit;
        item->paint.dash_pt[1] = 1.8 * arrange->unit;
        item->paint.n_dashes = 2;
    }
}

void
incmap_legend_place(IncmapArrange *arrange)
{
    Legend legend = {0};
    count_incidents(arrange, &legend);
    if (arrange->groups->len < 2 && !legend.has_near && !legend.has_province)
        return;
    choose_values(arrange, &legend);
    IncmapFace type = incmap_look_type(arrange, "legend");
    double row_pt = type.font.size_pt * 1.55, key_pt = row_pt;
    g_autoptr(GArray) lines = make_lines(arrange, &legend, row_pt);
    if (lines->len == 0)
        return;
    double width_pt = 0, padding_pt = type.font.size_pt * 0.8, height_pt = 2 * padding_pt;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        width_pt = MAX(width_pt, incmap_typeset_width(arrange, line->text, &type));
        key_pt = MAX(key_pt, line->radius_pt * 2);
        height_pt += line->height_pt;
    }
    width_pt += key_pt + 2 * padding_pt + type.font.size_pt * 0.7;
    IncmapBox box;
    if (!incmap_furniture_choose(arrange, "legend", width_pt, height_pt, 1.0, &box)) {
        incmap_arrange_drop(arrange, "legend", "legend", "no free place on the map");
        return;
    }
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "legend",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_LEGEND));
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, box);
    ground->paint.fill = incmap_look_color(arrange, "legend.background");
    double y_pt = box.y0_pt + padding_pt;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        double middle_pt = y_pt + line->height_pt / 2;
        draw_key(arrange, line, (IncmapPoint){box.x0_pt + padding_pt + key_pt / 2, middle_pt},
                 row_pt);
        incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, line->text, &type,
                            (IncmapPoint){box.x0_pt + padding_pt + key_pt + type.font.size_pt * 0.7,
                                          middle_pt + type.font.size_pt * 0.36},
                            "legend");
        y_pt += line->height_pt;
    }
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}
