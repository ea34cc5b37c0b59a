/* SPDX-License-Identifier: MIT */
/*
 * The legend over the map: only what is drawn, and only when a symbol doesn't
 * explain itself: one type at one place needs none.
 */
#include "arrange/furniture.h"
#include "arrange/groups.h"
#include "arrange/mirror.h"
#include "arrange/precision.h"
#include "arrange/sizes.h"
#include "arrange/words.h"

typedef struct Legend Legend;
struct Legend {
    guint counts[INCMAP_N_EVENTS];
    guint n_types;
    IncmapSizes sizes;
    gboolean has_near, has_province, has_reported, has_newest, has_new;
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
        IncmapManner manner = incmap_precision_manner(arrange, group);
        legend->has_near |= incmap_precision_has_ring(group) || manner == INCMAP_MANNER_DASHED;
        legend->has_reported |= manner == INCMAP_MANNER_PALE && group->members->len == 1;
        legend->has_new |= incmap_symbol_is_new(arrange, group);
        legend->has_province |= group->precision == INCMAP_PRECISION_PROVINCE;
    }
    legend->has_newest = arrange->newest_julian > 0;
    incmap_sizes_choose(arrange, &legend->sizes);
}

typedef enum {
    KEY_EVENT, /* the type's symbol */
    KEY_SIZES, /* circles in each other */
    KEY_RING,  /* dashed */
    KEY_HOLLOW,
    KEY_REPORTED, /* pale */
    KEY_NEWEST,   /* a ring around it */
    KEY_OLDER,    /* faded */
    KEY_NEW,      /* the mark of what was not on the last version */
    KEY_RANGE,    /* lines outside and inside */
} Key;

typedef struct Line Line;
struct Line {
    const char *text;
    Key key;
    int event;
    double height_pt;
};

static void
add_line(GArray *lines, const char *text, Key key, int event, double height_pt)
{
    Line line = {text, key, event, height_pt};
    g_array_append_val(lines, line);
}

static void
add_sizes(const IncmapArrange *arrange, const Legend *legend, GArray *lines, double row_pt)
{
    IncmapScene *scene = arrange->scene;
    if (legend->sizes.n == 0)
        return;
    IncmapFace face = incmap_look_type(arrange, "legend");
    double largest = legend->sizes.values[0];
    const char *words = legend->sizes.is_magnitude
                            ? incmap_say_with(scene, INCMAP_SAY_MAGNITUDE, "n",
                                              incmap_say_number(scene, largest), NULL)
                            : incmap_say_count(scene, INCMAP_SAY_N_REPORTED_KILLED, largest, NULL);
    add_line(lines, words, KEY_SIZES, 0,
             incmap_sizes_height(&legend->sizes, &face, NULL) + row_pt * 0.4);
    if (legend->sizes.has_range)
        add_line(lines, incmap_say(scene, INCMAP_SAY_LEGEND_RANGE), KEY_RANGE, 0, row_pt);
}

static GArray *
make_lines(IncmapArrange *arrange, const Legend *legend, double row_pt)
{
    IncmapScene *scene = arrange->scene;
    GArray *lines = g_array_new(FALSE, TRUE, sizeof(Line));
    for (int event = 0; legend->n_types > 1 && event < INCMAP_N_EVENTS; event++) {
        if (legend->counts[event] > 0)
            add_line(lines, incmap_words_label(scene, (IncmapEvent)event), KEY_EVENT, event,
                     row_pt);
    }
    add_sizes(arrange, legend, lines, row_pt);
    if (legend->has_near)
        add_line(lines, incmap_say(scene, INCMAP_SAY_LEGEND_NEAR), KEY_RING, 0, row_pt);
    if (legend->has_province)
        add_line(lines, incmap_say(scene, INCMAP_SAY_LEGEND_PROVINCE), KEY_HOLLOW, 0, row_pt);
    if (legend->has_reported)
        add_line(lines, incmap_say(scene, INCMAP_SAY_LEGEND_REPORTED), KEY_REPORTED, 0, row_pt);
    if (legend->has_new)
        add_line(lines, incmap_say(scene, INCMAP_SAY_LEGEND_NEW), KEY_NEW, 0, row_pt);
    if (legend->has_newest) {
        IncmapDate newest = {arrange->newest_julian, arrange->newest_julian, -1, -1};
        IncmapDate oldest = {arrange->oldest_julian, arrange->oldest_julian, -1, -1};
        add_line(lines, incmap_words_date(scene, newest), KEY_NEWEST, 0, row_pt);
        add_line(lines, incmap_words_date(scene, oldest), KEY_OLDER, 0, row_pt);
    }
    return lines;
}

/* The first type on the map stands for all in keys that are not about types. */
static IncmapEvent
any_event(const IncmapArrange *arrange)
{
    return g_array_index(arrange->groups, IncmapGroup, 0).event;
}

static void
draw_circle(IncmapArrange *arrange, IncmapPoint at, double radius_pt, double width_pt,
            gboolean is_dashed)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, at, radius_pt);
    item->paint.stroke = incmap_look_color(arrange, "legend.color");
    item->paint.stroke_width_pt = width_pt * arrange->unit;
    if (is_dashed) {
        item->paint.dash_pt[0] = 2.6 * arrange->unit;
        item->paint.dash_pt[1] = 1.8 * arrange->unit;
        item->paint.n_dashes = 2;
    }
}

static void
draw_key(IncmapArrange *arrange, const Line *line, IncmapPoint at, double row_pt)
{
    double radius_pt = row_pt * 0.28;
    IncmapEvent event = line->key == KEY_EVENT ? (IncmapEvent)line->event : any_event(arrange);
    arrange->fade = line->key == KEY_OLDER ? 1 : 0;
    IncmapSymbol symbol = incmap_symbol_of(arrange, event);
    arrange->fade = 0;
    switch (line->key) {
    case KEY_EVENT:
    case KEY_NEWEST:
    case KEY_OLDER:
    case KEY_REPORTED:
        incmap_symbol_draw(arrange, INCMAP_SHEET_FURNITURE, &symbol, at, radius_pt,
                           line->key == KEY_REPORTED ? INCMAP_MANNER_PALE : INCMAP_MANNER_SOLID);
        if (line->key == KEY_NEWEST)
            draw_circle(arrange, at, row_pt * 0.44, 1, FALSE);
        break;
    case KEY_RANGE:
        symbol.shape = INCMAP_SHAPE_CIRCLE;
        incmap_symbol_draw(arrange, INCMAP_SHEET_FURNITURE, &symbol, at, radius_pt,
                           INCMAP_MANNER_SOLID);
        draw_circle(arrange, at, row_pt * 0.4, 0.75, FALSE);
        break;
    case KEY_RING:
        draw_circle(arrange, at, row_pt * 0.38, 0.8, TRUE);
        break;
    case KEY_NEW:
        incmap_symbol_draw_new(arrange, INCMAP_SHEET_FURNITURE, at, row_pt * 0.2);
        break;
    case KEY_HOLLOW:
        draw_circle(arrange, at, row_pt * 0.3, 1.6, FALSE);
        break;
    case KEY_SIZES:
        break;
    }
}

static void
set_line(IncmapArrange *arrange, const Legend *legend, const Line *line, const IncmapFace *face,
         IncmapPoint at, double key_pt)
{
    double row_pt = face->font.size_pt * 1.55, middle_pt = at.y_pt + line->height_pt / 2;
    if (line->key == KEY_SIZES) {
        incmap_sizes_draw(arrange, INCMAP_SHEET_FURNITURE, &legend->sizes, face,
                          (IncmapPoint){at.x_pt, at.y_pt + row_pt * 0.2}, line->text, "legend");
        return;
    }
    draw_key(arrange, line, (IncmapPoint){at.x_pt + row_pt / 2, middle_pt}, row_pt);
    incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, line->text, face,
                        (IncmapPoint){at.x_pt + key_pt, middle_pt + face->font.size_pt * 0.36},
                        "legend");
}

/* Width of the widest line, from the left of its key; numbers of sizes begin where they have to. */
static double
lines_width(const IncmapArrange *arrange, const Legend *legend, const GArray *lines,
            const IncmapFace *face, double key_pt)
{
    double widest_pt = 0;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        double text_pt = key_pt;
        if (line->key == KEY_SIZES)
            incmap_sizes_height(&legend->sizes, face, &text_pt);
        widest_pt = MAX(widest_pt, text_pt + incmap_typeset_width(arrange, line->text, face));
    }
    return widest_pt;
}

void
incmap_legend_place(IncmapArrange *arrange)
{
    Legend legend = {0};
    if (arrange->groups->len == 0)
        return;
    count_incidents(arrange, &legend);
    if (arrange->groups->len < 2 && !legend.has_near && !legend.has_province &&
        !legend.has_reported)
        return;
    IncmapFace type = incmap_look_type(arrange, "legend");
    double row_pt = type.font.size_pt * 1.55, key_pt = row_pt + type.font.size_pt * 0.7;
    g_autoptr(GArray) lines = make_lines(arrange, &legend, row_pt);
    if (lines->len == 0)
        return;
    double padding_pt = type.font.size_pt * 0.8, height_pt = 2 * padding_pt;
    for (guint i = 0; i < lines->len; i++)
        height_pt += g_array_index(lines, Line, i).height_pt;
    double width_pt = lines_width(arrange, &legend, lines, &type, key_pt) + 2 * padding_pt;
    IncmapBox box;
    if (!incmap_furniture_choose(arrange, "legend", width_pt, height_pt, 1.0, &box)) {
        incmap_arrange_drop(arrange, "legend", "legend", "no free place on the map");
        return;
    }
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "legend",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_LEGEND));
    IncmapMirror mirror = incmap_mirror_begin(arrange, INCMAP_SHEET_FURNITURE);
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, box);
    ground->paint.fill = incmap_look_color(arrange, "legend.background");
    IncmapPoint at = {box.x0_pt + padding_pt, box.y0_pt + padding_pt};
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index(lines, Line, i);
        set_line(arrange, &legend, line, &type, at, key_pt);
        at.y_pt += line->height_pt;
    }
    incmap_mirror_end(arrange, &mirror, box.x0_pt, box.x1_pt);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}
