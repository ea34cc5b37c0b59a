/* SPDX-License-Identifier: MIT */
/*
 * The order in which things claim their ground: what may not move first, then
 * what the reader came for, then what helps to understand it, at last what only
 * decorates. The finished sheets are laid on each other in painting order.
 */
#include "arrange/arrange.h"

#include "arrange/callout.h"
#include "arrange/credits.h"
#include "arrange/furniture.h"
#include "arrange/groups.h"
#include "arrange/incident-names.h"
#include "arrange/mirror.h"
#include "arrange/names.h"
#include "arrange/paint.h"
#include "arrange/panel.h"
#include "arrange/story.h"
#include "arrange/symbol-layer.h"
#include "arrange/symbols.h"
#include "arrange/towns.h"
#include "scene/say.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *id;
    IncmapSaying label;
    gboolean is_on_map;
} sheets[INCMAP_N_SHEETS] = {
    [INCMAP_SHEET_BASE] = {"base", INCMAP_SAY_SHEET_BASE, TRUE},
    [INCMAP_SHEET_AREAS] = {"areas", INCMAP_SAY_SHEET_AREAS, TRUE},
    [INCMAP_SHEET_WATER] = {"nature", INCMAP_SAY_SHEET_WATER, TRUE},
    [INCMAP_SHEET_PRECISION] = {"precision", INCMAP_SAY_SHEET_PRECISION, TRUE},
    [INCMAP_SHEET_TOWNS] = {"towns", INCMAP_SAY_SHEET_TOWNS, TRUE},
    [INCMAP_SHEET_LEADERS] = {"leaders", INCMAP_SAY_SHEET_LEADERS, TRUE},
    [INCMAP_SHEET_INCIDENTS] = {"incidents", INCMAP_SAY_SHEET_INCIDENTS, TRUE},
    [INCMAP_SHEET_CALLOUTS] = {"callouts", INCMAP_SAY_SHEET_CALLOUTS, TRUE},
    [INCMAP_SHEET_FURNITURE] = {"furniture", INCMAP_SAY_SHEET_FURNITURE, TRUE},
    [INCMAP_SHEET_PAGE] = {"page", INCMAP_SAY_SHEET_PAGE, FALSE},
};

IncmapItem *
incmap_arrange_add(IncmapArrange *arrange, IncmapSheet sheet, IncmapItemKind kind)
{
    GArray *items = arrange->sheets[sheet];
    g_array_set_size(items, items->len + 1);
    IncmapItem *item = &g_array_index(items, IncmapItem, items->len - 1);
    item->kind = kind;
    return item;
}

void
incmap_arrange_group(IncmapArrange *arrange, IncmapSheet sheet, const char *id, const char *label)
{
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_GROUP);
    item->id = incmap_scene_string(arrange->scene, id);
    item->label = incmap_scene_string(arrange->scene, label);
}

void
incmap_arrange_end_group(IncmapArrange *arrange, IncmapSheet sheet)
{
    incmap_arrange_add(arrange, sheet, INCMAP_ITEM_END_GROUP);
}

const IncmapLandLayer *
incmap_arrange_land(const IncmapArrange *arrange, const char *name)
{
    return incmap_scene_land(arrange->scene, name);
}

void
incmap_arrange_furniture(IncmapArrange *arrange, const char *kind, IncmapBox box)
{
    IncmapFurniture furniture = {kind, box};
    g_array_append_val(arrange->scene->page.furniture, furniture);
}

void
incmap_arrange_drop(IncmapArrange *arrange, const char *text, const char *class_id,
                    const char *reason)
{
    IncmapDropped dropped = {incmap_scene_string(arrange->scene, text), class_id, reason};
    g_array_append_val(arrange->scene->page.dropped, dropped);
}

/* Title, subtitle and foot of a page without a panel. */
static void
set_title(IncmapArrange *arrange)
{
    const IncmapPage *page = &arrange->scene->page;
    IncmapBox box = arrange->layout->title;
    double width_pt = incmap_box_width(box), y_pt = box.y0_pt;
    if (page->title != NULL && *page->title != '\0') {
        IncmapFace type = incmap_look_type(arrange, "title");
        g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, page->title, &type, width_pt, 2);
        y_pt =
            incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &type,
                                 (IncmapPoint){box.x0_pt, y_pt + type.font.size_pt * 0.8}, "title");
    }
    if (page->subtitle != NULL && *page->subtitle != '\0') {
        IncmapFace type = incmap_look_type(arrange, "subtitle");
        g_autoptr(GPtrArray) lines =
            incmap_typeset_wrap(arrange, page->subtitle, &type, width_pt, 2);
        incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &type,
                             (IncmapPoint){box.x0_pt, y_pt + type.font.size_pt * 1.85}, "subtitle");
    }
}

static void
set_foot(IncmapArrange *arrange)
{
    IncmapBox box = arrange->layout->foot;
    IncmapFace type = incmap_look_type(arrange, "foot");
    g_autoptr(GPtrArray) lines =
        incmap_credits_fit(arrange, incmap_box_width(box), INCMAP_CREDITS_MAX_LINES, &type);
    incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &type,
                         (IncmapPoint){box.x0_pt, box.y0_pt + type.font.size_pt * 2}, "credits");
}

static void
frame_map(IncmapArrange *arrange)
{
    double width_pt = incmap_look_pt(arrange, "frame.width");
    if (width_pt <= 0)
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
    incmap_path_box(&item->path, arrange->frame->map);
    item->paint.stroke = incmap_look_color(arrange, "frame.color");
    item->paint.stroke_width_pt = width_pt;
}

/* Moves all sheets to the page, each as a group, those of the map cut to it. */
static void
lay_sheets(IncmapArrange *arrange)
{
    IncmapPage *page = &arrange->scene->page;
    page->background = incmap_look_color(arrange, "page.background");
    for (int sheet = 0; sheet < INCMAP_N_SHEETS; sheet++) {
        GArray *items = arrange->sheets[sheet];
        if (items->len == 0)
            continue;
        IncmapItem *group = incmap_page_add(page, INCMAP_ITEM_GROUP);
        group->id = sheets[sheet].id;
        group->label = incmap_say(arrange->scene, sheets[sheet].label);
        if (sheets[sheet].is_on_map)
            group->clip = arrange->frame->map;
        g_array_append_vals(page->items, items->data, items->len);
        /* The page owns what the items point to now. */
        g_array_set_clear_func(items, NULL);
        g_array_set_size(items, 0);
        incmap_page_add(page, INCMAP_ITEM_END_GROUP);
    }
}

static void
init(IncmapArrange *arrange)
{
    arrange->next_owner = INCMAP_OWNER_FIRST_LABEL;
    for (int sheet = 0; sheet < INCMAP_N_SHEETS; sheet++) {
        arrange->sheets[sheet] = g_array_new(FALSE, TRUE, sizeof(IncmapItem));
        g_array_set_clear_func(arrange->sheets[sheet], incmap_item_clear);
    }
    arrange->obstacles = incmap_obstacles_new(arrange->frame->width_pt, arrange->frame->height_pt);
    incmap_names_prepare(arrange);
}

static void
clear(IncmapArrange *arrange)
{
    for (int sheet = 0; sheet < INCMAP_N_SHEETS; sheet++)
        g_array_unref(arrange->sheets[sheet]);
    incmap_obstacles_free(arrange->obstacles);
    incmap_raster_free(arrange->countries);
    incmap_raster_free(arrange->provinces);
    g_array_unref(arrange->groups);
}

static void
place_symbols(IncmapArrange *arrange)
{
    incmap_groups_spread(arrange);
    incmap_symbols_reserve(arrange);
    if (incmap_box_width(arrange->layout->story) <= 0)
        incmap_callouts_place(arrange);
    if (incmap_look_is(arrange, "legend.is-on-map"))
        incmap_legend_place(arrange);
}

static void
place_all(IncmapArrange *arrange)
{
    gboolean has_symbols = incmap_look_is(arrange, "incident.is-shown");
    incmap_story_reserve(arrange);
    if (has_symbols)
        place_symbols(arrange);
    incmap_inset_place(arrange);
    incmap_scale_bar_place(arrange);
    incmap_north_place(arrange);
    if (has_symbols)
        incmap_incident_names_place(arrange);
    incmap_symbol_layers_place(arrange);
    gint64 city_id = incmap_names_place_city(arrange);
    incmap_names_place_large_countries(arrange);
    incmap_towns_place(arrange, city_id);
    incmap_names_place_focus(arrange);
    incmap_names_place_countries(arrange);
    incmap_names_place_provinces_around(arrange);
    incmap_names_place_nature(arrange);
    if (incmap_look_is(arrange, "graticule.is-labelled"))
        incmap_graticule_label(arrange);
    if (has_symbols)
        incmap_symbols_draw(arrange);
}

void
incmap_arrange_scene(IncmapScene *scene, const struct IncmapStyle *style,
                     const IncmapMeasure *measure, const IncmapArrangeOptions *options,
                     const IncmapLayout *layout)
{
    IncmapArrange arrange = {
        .scene = scene,
        .frame = &scene->frame,
        .style = style,
        .measure = measure,
        .options = options,
        .layout = layout,
        .unit = incmap_look_unit(style, options->width_pt),
    };
    init(&arrange);
    incmap_groups_make(&arrange);
    incmap_paint_land(&arrange);
    place_all(&arrange);
    frame_map(&arrange);
    IncmapMirror mirror = incmap_mirror_begin(&arrange, INCMAP_SHEET_PAGE);
    if (incmap_box_width(layout->panel) > 0)
        incmap_panel_set(&arrange);
    else if (incmap_box_width(layout->story) > 0)
        incmap_story_set(&arrange);
    else
        set_title(&arrange);
    if (incmap_box_width(layout->story) <= 0)
        set_foot(&arrange);
    incmap_mirror_end(&arrange, &mirror, 0, options->width_pt);
    lay_sheets(&arrange);
    clear(&arrange);
}
