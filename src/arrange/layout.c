/* SPDX-License-Identifier: MIT */
/*
 * The page before there is a map on it: title block on top (or a panel beside),
 * foot below, and the map in between. Steps between lines are sizes of their own
 * type, so that a page of any width is laid out afresh and not shrunk.
 */
#include "arrange/callout.h"
#include "arrange/credits.h"
#include "arrange/disclaimers.h"
#include "arrange/mirror.h"
#include "arrange/title.h"
#include "arrange/words.h"

#include "base/error.h"

#include <math.h>
#include <string.h>

/* A map smaller than this, in page points, shows nothing. */
#define MIN_MAP_PT 60.0

static double
title_height(IncmapArrange *arrange, double width_pt)
{
    const IncmapPage *page = &arrange->scene->page;
    double height_pt = 0;
    if (page->title != NULL && *page->title != '\0') {
        IncmapFace type = incmap_look_type(arrange, "title");
        g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, page->title, &type, width_pt, 2);
        height_pt += type.font.size_pt * 0.8 + (lines->len - 1) * type.leading_pt;
    }
    if (page->subtitle != NULL && *page->subtitle != '\0') {
        IncmapFace type = incmap_look_type(arrange, "subtitle");
        g_autoptr(GPtrArray) lines =
            incmap_typeset_wrap(arrange, page->subtitle, &type, width_pt, 2);
        height_pt += type.font.size_pt * 1.85 + (lines->len - 1) * type.leading_pt;
    }
    return height_pt;
}

/* Disclaimers depend on what the map will show: room for all lines is kept for them. */
static double
foot_height(IncmapArrange *arrange, double width_pt)
{
    IncmapFace face = incmap_look_type(arrange, "foot");
    g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, incmap_credits_text(arrange, TRUE),
                                                     &face, width_pt, INCMAP_CREDITS_MAX_LINES);
    guint n = incmap_disclaimers_are_on(arrange) ? INCMAP_CREDITS_MAX_LINES : lines->len;
    return face.font.size_pt * 2.1 + (n - 1) * face.leading_pt;
}

/* What the title says when the user doesn't: "" or nothing but spaces asks for none. */
static const char *
or_else(IncmapScene *scene, const char *given, const char *made)
{
    if (given == NULL)
        return made;
    return given[strspn(given, " \t\r\n")] == '\0' ? NULL : incmap_scene_string(scene, given);
}

static void
lay_out_plain(IncmapArrange *arrange, double margin_pt, IncmapLayout *layout)
{
    double width_pt = arrange->options->width_pt, height_pt = arrange->options->height_pt;
    double text_pt = width_pt - 2 * margin_pt;
    double top_pt = margin_pt * 0.8, title_pt = title_height(arrange, text_pt);
    layout->title = (IncmapBox){margin_pt, top_pt, width_pt - margin_pt, top_pt + title_pt};
    double map_top_pt = title_pt > 0 ? layout->title.y1_pt +
                                           incmap_look_type(arrange, "subtitle").font.size_pt * 1.4
                                     : margin_pt;
    double foot_pt = foot_height(arrange, text_pt);
    double map_bottom_pt = height_pt - margin_pt * 0.85 - foot_pt;
    layout->map = (IncmapBox){margin_pt, map_top_pt, width_pt - margin_pt, map_bottom_pt};
    layout->foot =
        (IncmapBox){margin_pt, map_bottom_pt, width_pt - margin_pt, height_pt - margin_pt * 0.85};
}

static void
lay_out_panel(IncmapArrange *arrange, double margin_pt, IncmapLayout *layout)
{
    double width_pt = arrange->options->width_pt, height_pt = arrange->options->height_pt;
    double panel_pt = MIN(incmap_look_pt(arrange, "panel.width"), width_pt * 0.36);
    double gutter_pt = incmap_look_pt(arrange, "panel.gutter");
    double map_right_pt = width_pt - margin_pt - panel_pt - gutter_pt;
    double foot_pt = foot_height(arrange, map_right_pt - margin_pt);
    double bottom_pt = height_pt - margin_pt - foot_pt;
    layout->map = (IncmapBox){margin_pt, margin_pt, map_right_pt, bottom_pt};
    /* The foot stands below the map alone: the panel may run down beside it. */
    layout->panel = (IncmapBox){map_right_pt + gutter_pt, margin_pt, width_pt - margin_pt,
                                height_pt - margin_pt};
    layout->foot = (IncmapBox){margin_pt, bottom_pt, map_right_pt, height_pt - margin_pt};
}

/* A page lower than this share of its width has room for a column beside the map. */
#define STORY_MAX_HEIGHT 0.8

static gboolean
can_have_story(const IncmapArrange *arrange)
{
    return incmap_look_number(arrange, "story.width") > 0 &&
           arrange->options->height_pt < arrange->options->width_pt * STORY_MAX_HEIGHT;
}

/* The map runs to the edges of the page; at its left the page's colour fades over it. */
static void
lay_out_story(IncmapArrange *arrange, IncmapLayout *layout)
{
    double width_pt = arrange->options->width_pt, height_pt = arrange->options->height_pt;
    double grow = sqrt(width_pt / incmap_look_number(arrange, "page.reference-width"));
    double column_pt = MIN(incmap_look_number(arrange, "story.width") * grow, width_pt * 0.45);
    double inset_pt = incmap_look_space(arrange, "story.inset");
    layout->map = (IncmapBox){column_pt, 0, width_pt, height_pt};
    layout->story = (IncmapBox){inset_pt, inset_pt, column_pt, height_pt - inset_pt};
    layout->title = layout->foot = layout->story;
    layout->reserve_left_pt = incmap_look_pt(arrange, "story.fade");
}

/* The size of the card that the first located incident will have, on a group made for it alone. */
static gboolean
measure_first_card(IncmapArrange *arrange, double widen, double *out_width_pt,
                   double *out_height_pt)
{
    const IncmapScene *scene = arrange->scene;
    guint32 first = 0;
    while (first < scene->fixes->len &&
           g_array_index(scene->fixes, IncmapFix, first).precision >= INCMAP_PRECISION_COUNTRY)
        first++;
    if (first >= scene->fixes->len)
        return FALSE;
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(members, first);
    IncmapGroup group = {.members = members, .name = incmap_words_place(arrange->scene, first)};
    group.counts[g_array_index(scene->incidents, IncmapIncident, first).event] = 1;
    IncmapCard *card = incmap_card_new(arrange, &group, widen);
    *out_width_pt = card->width_pt;
    *out_height_pt = card->height_pt;
    incmap_card_free(card);
    return TRUE;
}

/* Room for a card and its leader: to the right on a wide map, above on a tall one. */
static void
reserve_for_cards(IncmapArrange *arrange, IncmapLayout *layout)
{
    guint n = arrange->scene->incidents->len;
    double card_width_pt, card_height_pt;
    double map_width_pt = incmap_box_width(layout->map);
    double map_height_pt = incmap_box_height(layout->map);
    gboolean is_wide = map_width_pt > map_height_pt * 1.1;
    if (n == 0 || n > (guint)incmap_look_number(arrange, "incident.target-max") ||
        incmap_look_number(arrange, "callout.max") < 1 ||
        !measure_first_card(arrange, is_wide ? 1 : INCMAP_CARD_WIDEST, &card_width_pt,
                            &card_height_pt))
        return;
    double around_pt = incmap_look_space(arrange, "callout.inset") + 26 * arrange->unit;
    if (is_wide)
        layout->reserve_right_pt = MIN(card_width_pt + around_pt, map_width_pt * 0.4);
    else
        layout->reserve_top_pt = MIN(card_height_pt + around_pt, map_height_pt * 0.5);
}

/* From right to left the map stands on the other side; what stands beside it is turned over when it
 * is set. */
static void
turn_map(const IncmapArrange *arrange, IncmapLayout *layout)
{
    if (!incmap_mirror_is_on(arrange))
        return;
    layout->map = incmap_mirror_box(arrange, layout->map, 0, arrange->options->width_pt);
    double left_pt = layout->reserve_left_pt;
    layout->reserve_left_pt = layout->reserve_right_pt;
    layout->reserve_right_pt = left_pt;
}

/* A sentence that would be cut gives way to a list of its facts; a story's column has no room for
 * one. */
static void
fit_subtitle(IncmapArrange *arrange, double margin_pt)
{
    enum { MAX_LINES = 2 };
    IncmapPage *page = &arrange->scene->page;
    if (arrange->options->subtitle != NULL || page->subtitle == NULL)
        return;
    IncmapFace type = incmap_look_type(arrange, "subtitle");
    double width_pt = arrange->options->width_pt - 2 * margin_pt;
    g_autoptr(GPtrArray) lines =
        incmap_typeset_wrap(arrange, page->subtitle, &type, width_pt, MAX_LINES + 1);
    if (lines->len > MAX_LINES || can_have_story(arrange))
        page->subtitle = incmap_title_make_short_subtitle(arrange->scene);
}

gboolean
incmap_arrange_layout(IncmapScene *scene, const struct IncmapStyle *style,
                      const IncmapMeasure *measure, const IncmapArrangeOptions *options,
                      IncmapLayout *out_layout, GError **error)
{
    IncmapArrange arrange = {
        .scene = scene,
        .frame = &scene->frame,
        .style = style,
        .measure = measure,
        .options = options,
        .unit = incmap_look_unit(style, options->width_pt),
    };
    IncmapPage *page = &scene->page;
    scene->language = options->language;
    incmap_words_note_foreign(scene);
    gboolean has_panel = g_strcmp0(incmap_look_string(&arrange, "panel.side"), "right") == 0 &&
                         options->width_pt > 480;
    page->title = or_else(scene, options->title,
                          has_panel ? incmap_title_make_sheet(scene) : incmap_title_make(scene));
    page->subtitle = or_else(scene, options->subtitle, incmap_title_make_subtitle(scene));
    page->description = incmap_title_describe(scene);
    IncmapLayout layout = {0};
    double margin_pt = incmap_look_space(&arrange, "page.margin");
    if (!has_panel)
        fit_subtitle(&arrange, margin_pt);
    if (has_panel)
        lay_out_panel(&arrange, margin_pt, &layout);
    else if (can_have_story(&arrange))
        lay_out_story(&arrange, &layout);
    else
        lay_out_plain(&arrange, margin_pt, &layout);
    if (incmap_box_width(layout.map) < MIN_MAP_PT || incmap_box_height(layout.map) < MIN_MAP_PT)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "a page of %.0f × %.0f points leaves no room for a map beside its title "
                           "and credits; ask for a larger --size or an empty --title",
                           options->width_pt, options->height_pt);
    const char *inset = incmap_look_string(&arrange, "inset.kind");
    layout.is_globe = g_strcmp0(inset, "globe") == 0;
    if (g_strcmp0(inset, "none") != 0)
        layout.inset_pt = MIN(incmap_look_pt(&arrange, "inset.size"),
                              MIN(incmap_box_width(layout.map), incmap_box_height(layout.map)) / 5);
    if (incmap_box_width(layout.story) <= 0)
        reserve_for_cards(&arrange, &layout);
    turn_map(&arrange, &layout);
    *out_layout = layout;
    return TRUE;
}
