/* SPDX-License-Identifier: MIT */
#include "arrange/story.h"

#include "arrange/callout.h"
#include "arrange/credits.h"
#include "arrange/mirror.h"
#include "scene/say.h"

/* The headline takes at most so many lines; it is set smaller before a word is broken. */
#define TITLE_LINES 3
#define TITLE_LEAST 0.6
#define FOOT_LINES 7

void
incmap_story_reserve(IncmapArrange *arrange)
{
    if (incmap_box_width(arrange->layout->story) <= 0)
        return;
    IncmapBox map = arrange->frame->map;
    double fade_pt = incmap_look_pt(arrange, "story.fade");
    IncmapBox box = {map.x0_pt, map.y0_pt, map.x0_pt + fade_pt, map.y1_pt};
    IncmapMirror mirror = incmap_mirror_begin(arrange, INCMAP_SHEET_AREAS);
    IncmapItem *fade = incmap_arrange_add(arrange, INCMAP_SHEET_AREAS, INCMAP_ITEM_PATH);
    incmap_path_box(&fade->path, box);
    fade->paint.fill = fade->paint.gradient_to = incmap_look_color(arrange, "page.background");
    fade->paint.gradient_to.a = 0;
    fade->paint.gradient_x0_pt = box.x0_pt;
    fade->paint.gradient_x1_pt = box.x1_pt;
    incmap_mirror_end(arrange, &mirror, map.x0_pt, map.x1_pt);
    box = incmap_mirror_box(arrange, box, map.x0_pt, map.x1_pt);
    incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), INCMAP_OWNER_FURNITURE);
}

/* The headline in its lines, in a size at which its longest word fits. */
static GPtrArray *
break_title(const IncmapArrange *arrange, const char *title, double width_pt, IncmapFace *face)
{
    double wished_pt = face->font.size_pt;
    for (;;) {
        GPtrArray *lines = incmap_typeset_wrap(arrange, title, face, width_pt, 0);
        double widest_pt = 0;
        for (guint i = 0; i < lines->len; i++)
            widest_pt = MAX(widest_pt, incmap_typeset_width(arrange, lines->pdata[i], face));
        if ((lines->len <= TITLE_LINES && widest_pt <= width_pt) ||
            face->font.size_pt <= wished_pt * TITLE_LEAST)
            return lines;
        g_ptr_array_unref(lines);
        face->font.size_pt *= 0.95;
        face->leading_pt *= 0.95;
    }
}

/* Place and day, joined by a dot: each begins a line when one line doesn't hold both. */
static GPtrArray *
break_subtitle(const IncmapArrange *arrange, const char *text, double width_pt,
               const IncmapFace *face)
{
    if (incmap_typeset_width(arrange, text, face) <= width_pt)
        return incmap_typeset_wrap(arrange, text, face, width_pt, 1);
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) parts = g_strsplit(text, " · ", -1);
    for (guint i = 0; parts[i] != NULL; i++) {
        g_autoptr(GPtrArray) some = incmap_typeset_wrap(arrange, parts[i], face, width_pt, 3);
        for (guint k = 0; k < some->len; k++)
            g_ptr_array_add(lines, g_strdup(some->pdata[k]));
    }
    return lines;
}

/* Headline and the line below it; returns the last baseline. */
static double
set_head(IncmapArrange *arrange, IncmapBox box)
{
    const IncmapPage *page = &arrange->scene->page;
    double width_pt = incmap_box_width(box), y_pt = box.y0_pt;
    if (page->title != NULL && *page->title != '\0') {
        IncmapFace face = incmap_look_type(arrange, "title");
        g_autoptr(GPtrArray) lines = break_title(arrange, page->title, width_pt, &face);
        y_pt = incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &face,
                                    (IncmapPoint){box.x0_pt, y_pt + face.font.size_pt * 0.73},
                                    "title");
    }
    if (page->subtitle != NULL && *page->subtitle != '\0') {
        IncmapFace face = incmap_look_type(arrange, "subtitle");
        g_autoptr(GPtrArray) lines = break_subtitle(arrange, page->subtitle, width_pt, &face);
        y_pt = incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &face,
                                    (IncmapPoint){box.x0_pt, y_pt + face.font.size_pt * 1.86},
                                    "subtitle");
    }
    return y_pt;
}

/* The foot stands on the column's lower edge; returns its upper edge. */
static double
set_foot(IncmapArrange *arrange, IncmapBox box)
{
    IncmapFace face = incmap_look_type(arrange, "foot");
    g_autoptr(GPtrArray) lines =
        incmap_credits_fit(arrange, incmap_box_width(box), FOOT_LINES, &face);
    double first_pt = box.y1_pt - (lines->len - 1) * face.leading_pt;
    incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &face,
                         (IncmapPoint){box.x0_pt, first_pt}, "credits");
    return first_pt - face.font.size_pt;
}

/* The rule of a card isn't drawn in a column: no room is left for it. */
static double
advance(const IncmapRow *row)
{
    return row->is_rule ? 0 : row->advance_pt;
}

static double
rows_height(const IncmapCard *card, guint from)
{
    double height_pt = 0;
    for (guint i = from; i < card->rows->len; i++)
        height_pt += advance(&g_array_index(card->rows, IncmapRow, i));
    return height_pt;
}

static double
set_rows(IncmapArrange *arrange, const IncmapCard *card, guint from, int incident,
         IncmapPoint origin)
{
    for (guint i = from; i < card->rows->len; i++) {
        const IncmapRow *row = &g_array_index(card->rows, IncmapRow, i);
        origin.y_pt += advance(row);
        if (!row->is_rule)
            incmap_card_set_row(arrange, INCMAP_SHEET_PAGE, row, origin, incident);
    }
    return origin.y_pt;
}

/* With one place the headline has said where and when: its figures follow the rule at once. */
static guint
first_row(const IncmapArrange *arrange, const IncmapCard *card)
{
    if (arrange->groups->len > 1)
        return 0;
    for (guint i = 0; i < card->rows->len; i++) {
        if (g_array_index(card->rows, IncmapRow, i).is_rule)
            return i + 1;
    }
    return card->rows->len;
}

/* As many places as there is room for, the most important first; a place is told whole or not at
 * all. Returns whether the first one found room. */
static gboolean
set_places(IncmapArrange *arrange, IncmapBox box)
{
    double y_pt = box.y0_pt;
    gboolean is_any = FALSE;
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        g_autoptr(IncmapCard) card = incmap_card_new(arrange, group, 1);
        guint from = first_row(arrange, card);
        if (from >= card->rows->len)
            continue;
        if (y_pt + rows_height(card, from) > box.y1_pt)
            return is_any;
        y_pt = set_rows(arrange, card, from, (int)g_array_index(group->members, guint32, 0),
                        (IncmapPoint){box.x0_pt, y_pt});
        y_pt += incmap_look_type(arrange, "callout.figure").font.size_pt * 2;
        is_any = TRUE;
    }
    return is_any || arrange->groups->len == 0;
}

/* Larger than on callouts, as far as the first place fits so. */
static void
set_figures(IncmapArrange *arrange, IncmapBox box)
{
    double wished = incmap_look_number(arrange, "story.scale");
    for (double scale = wished; scale >= MIN(wished, 1) - 0.01; scale -= 0.1) {
        IncmapArrange larger = *arrange;
        larger.unit *= scale;
        double space_pt = incmap_look_type(&larger, "callout.figure").font.size_pt * 0.5;
        IncmapBox room = {box.x0_pt, box.y0_pt + 3 * space_pt, box.x1_pt, box.y1_pt - 2 * space_pt};
        if (set_places(&larger, room))
            return;
    }
    incmap_arrange_drop(arrange, "figures", "story", "no room in the column");
}

void
incmap_story_set(IncmapArrange *arrange)
{
    IncmapBox box = arrange->layout->story;
    incmap_arrange_group(arrange, INCMAP_SHEET_PAGE, "story",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_STORY));
    double head_pt = set_head(arrange, box);
    double foot_pt = set_foot(arrange, box);
    set_figures(arrange, (IncmapBox){box.x0_pt, head_pt, box.x1_pt, foot_pt});
    incmap_arrange_end_group(arrange, INCMAP_SHEET_PAGE);
    incmap_arrange_furniture(arrange, "story",
                             incmap_mirror_box(arrange, box, 0, arrange->options->width_pt));
}
