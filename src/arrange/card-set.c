/* SPDX-License-Identifier: MIT */
/*
 * A card with its place found: ground, number, rule and rows.
 */
#include "arrange/callout.h"
#include "arrange/mirror.h"

void
incmap_card_set_row(IncmapArrange *arrange, IncmapSheet sheet, const IncmapRow *row,
                    IncmapPoint origin, int incident)
{
    g_autoptr(GString) whole = g_string_new(NULL);
    for (guint i = 0; i < row->texts->len; i++)
        g_string_append(whole, row->texts->pdata[i]);
    guint label = incmap_typeset_label(arrange, whole->str, "callout", incident);
    for (guint i = 0; i < row->texts->len; i++) {
        const IncmapFace *type = &g_array_index(row->types, IncmapFace, i);
        incmap_typeset_run(arrange, sheet, row->texts->pdata[i], type, origin, 0,
                           incmap_typeset_get_label(arrange, label));
        origin.x_pt += incmap_typeset_width(arrange, row->texts->pdata[i], type);
    }
}

static void
set_number(IncmapArrange *arrange, const IncmapCard *card, int number)
{
    IncmapFace face = incmap_look_type(arrange, "callout.heading");
    double padding_pt = card->padding_pt;
    double radius_pt = face.font.size_pt * 0.63;
    IncmapPoint at = {card->box.x0_pt + padding_pt + radius_pt,
                      card->box.y0_pt + card->heading_middle_pt};
    IncmapItem *disc = incmap_arrange_add(arrange, INCMAP_SHEET_CALLOUTS, INCMAP_ITEM_PATH);
    incmap_path_circle(&disc->path, at, radius_pt);
    disc->paint.fill = face.color;
    face.color = incmap_look_color(arrange, "page.background");
    face.font.size_pt *= 0.82;
    const char *text = incmap_scene_printf(arrange->scene, "%d", number);
    IncmapTextMetrics metrics = incmap_typeset_measure(arrange, text, &face);
    incmap_typeset_run(
        arrange, INCMAP_SHEET_CALLOUTS, text, &face,
        (IncmapPoint){at.x_pt - metrics.width_pt / 2, at.y_pt + metrics.cap_height_pt / 2}, 0,
        NULL);
}

static void
draw_ground(IncmapArrange *arrange, IncmapBox box)
{
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_CALLOUTS, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, box);
    ground->paint.fill = incmap_look_color(arrange, "callout.background");
    double rule_pt = incmap_look_pt(arrange, "callout.top-rule");
    if (rule_pt <= 0)
        return;
    IncmapItem *rule = incmap_arrange_add(arrange, INCMAP_SHEET_CALLOUTS, INCMAP_ITEM_PATH);
    incmap_path_box(&rule->path, (IncmapBox){box.x0_pt, box.y0_pt, box.x1_pt, box.y0_pt + rule_pt});
    rule->paint.fill = incmap_look_type(arrange, "callout.heading").color;
}

void
incmap_card_set(IncmapArrange *arrange, const IncmapCard *card, const IncmapGroup *group)
{
    double padding_pt = card->padding_pt;
    IncmapMirror mirror = incmap_mirror_begin(arrange, INCMAP_SHEET_CALLOUTS);
    draw_ground(arrange, card->box);
    if (group->number > 0)
        set_number(arrange, card, group->number);
    IncmapPoint origin = {card->box.x0_pt + padding_pt + card->indent_pt,
                          card->box.y0_pt + padding_pt};
    for (guint i = 0; i < card->rows->len; i++) {
        const IncmapRow *row = &g_array_index(card->rows, IncmapRow, i);
        origin.y_pt += row->advance_pt;
        if (!row->is_rule) {
            incmap_card_set_row(arrange, INCMAP_SHEET_CALLOUTS, row, origin,
                                (int)g_array_index(group->members, guint32, 0));
            continue;
        }
        IncmapItem *rule = incmap_arrange_add(arrange, INCMAP_SHEET_CALLOUTS, INCMAP_ITEM_PATH);
        incmap_path_move(&rule->path, origin.x_pt, origin.y_pt);
        incmap_path_line(&rule->path, card->box.x1_pt - padding_pt, origin.y_pt);
        rule->paint.stroke = incmap_look_color(arrange, "callout.rule-color");
        rule->paint.stroke_width_pt = 0.75 * arrange->unit;
    }
    incmap_mirror_end(arrange, &mirror, card->box.x0_pt, card->box.x1_pt);
}
