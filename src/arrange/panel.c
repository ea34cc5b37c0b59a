/* SPDX-License-Identifier: MIT */
/*
 * Sections from top to bottom, each returning where it ends; a section that has
 * nothing to say, or no room left, is left out.
 */
#include "arrange/panel.h"

#include "arrange/credits.h"
#include "arrange/groups.h"
#include "arrange/mirror.h"
#include "arrange/panel-days.h"
#include "arrange/precision.h"
#include "arrange/typeset.h"
#include "arrange/words.h"

#include <math.h>

void
incmap_panel_line(IncmapArrange *arrange, const char *text, const IncmapFace *type, double x_pt,
                  double y_pt)
{
    incmap_typeset_line(arrange, INCMAP_SHEET_PAGE, text, type, (IncmapPoint){x_pt, y_pt}, "panel");
}

void
incmap_panel_line_right(IncmapArrange *arrange, const char *text, const IncmapFace *type,
                        double x_pt, double y_pt)
{
    incmap_panel_line(arrange, text, type, x_pt - incmap_typeset_width(arrange, text, type), y_pt);
}

static double
rule(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
    incmap_path_move(&item->path, box.x0_pt, y_pt);
    incmap_path_line(&item->path, box.x1_pt, y_pt);
    item->paint.stroke = incmap_look_color(arrange, "panel.rule-color");
    item->paint.stroke_width_pt = 0.5 * arrange->unit;
    return y_pt;
}

double
incmap_panel_block(IncmapArrange *arrange, const char *text, const IncmapFace *type, IncmapBox box,
                   double y_pt, guint max_lines, const char *class_id)
{
    g_autoptr(GPtrArray) lines =
        incmap_typeset_wrap(arrange, text, type, incmap_box_width(box), max_lines);
    return incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, type,
                                (IncmapPoint){box.x0_pt, y_pt}, class_id);
}

/* "1–7 November 2026  ·  as of 8 November 2026". */
static const char *
period_words(const IncmapArrange *arrange)
{
    IncmapScene *scene = arrange->scene;
    const char *dates = incmap_words_date(scene, incmap_words_period(scene));
    guint32 julian = arrange->options->as_of_julian;
    if (julian == 0)
        return dates;
    const char *day = incmap_words_date(scene, (IncmapDate){julian, julian, -1, -1});
    const char *as_of = incmap_say_with(scene, INCMAP_SAY_AS_OF, "date", day, NULL);
    return dates == NULL ? as_of
                         : incmap_scene_printf(scene, "%s%s%s", dates,
                                               incmap_say(scene, INCMAP_SAY_SEPARATOR), as_of);
}

static double
title_section(IncmapArrange *arrange, IncmapBox box)
{
    const IncmapPage *page = &arrange->scene->page;
    IncmapFace kicker = incmap_look_type(arrange, "panel.kicker");
    IncmapFace title = incmap_look_type(arrange, "title");
    IncmapFace period = incmap_look_type(arrange, "panel.period");
    double bar_pt = 3 * arrange->unit, y_pt = box.y0_pt + bar_pt;
    IncmapItem *bar = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
    incmap_path_box(&bar->path, (IncmapBox){box.x0_pt, box.y0_pt, box.x1_pt, y_pt});
    bar->paint.fill = kicker.color;
    y_pt += kicker.font.size_pt * 1.9;
    const char *above = incmap_look_string(arrange, "panel.kicker-text");
    incmap_panel_line(arrange,
                      *above != '\0' ? above : incmap_say(arrange->scene, INCMAP_SAY_KICKER),
                      &kicker, box.x0_pt, y_pt);
    if (page->title != NULL)
        y_pt = incmap_panel_block(arrange, page->title, &title, box,
                                  y_pt + title.font.size_pt * 1.25, 3, "title");
    const char *text = period_words(arrange);
    if (arrange->options->subtitle != NULL && *arrange->options->subtitle != '\0')
        text = arrange->options->subtitle;
    if (text != NULL)
        y_pt = incmap_panel_block(arrange, text, &period, box, y_pt + period.font.size_pt * 2, 2,
                                  "subtitle");
    return y_pt + period.font.size_pt * 1.8;
}

static guint
count_places(const IncmapArrange *arrange)
{
    return arrange->groups->len;
}

static guint
count_provinces(const IncmapScene *scene)
{
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < scene->fixes->len; i++) {
        const char *code = g_array_index(scene->fixes, IncmapFix, i).admin1_code;
        if (code != NULL && *code != '\0')
            g_hash_table_add(codes, (gpointer)code);
    }
    return g_hash_table_size(codes);
}

/** Figure: a number of the panel's first row */
typedef struct Figure Figure;
struct Figure {
    const char *number, *words;
    gboolean is_accent;
};

#define N_FIGURES 4

/* Four beside each other, or two above two where the words would have to be cut. */
static guint
figure_columns(const IncmapArrange *arrange, const Figure *figures, double width_pt,
               const IncmapFace *label)
{
    for (guint i = 0; i < N_FIGURES; i++) {
        g_auto(GStrv) words = g_strsplit(figures[i].words, " ", -1);
        for (char **word = words; *word != NULL; word++) {
            if (incmap_typeset_width(arrange, *word, label) > width_pt / N_FIGURES - 4)
                return N_FIGURES / 2;
        }
        g_autoptr(GPtrArray) lines =
            incmap_typeset_wrap(arrange, figures[i].words, label, width_pt / N_FIGURES - 4, 3);
        if (lines->len > 2)
            return N_FIGURES / 2;
    }
    return N_FIGURES;
}

/* Large enough to be seen, small enough for the widest to fit its column. */
static void
fit_number(const IncmapArrange *arrange, const Figure *figures, double slot_pt, IncmapFace *number)
{
    double widest_pt = 1;
    for (guint i = 0; i < N_FIGURES; i++)
        widest_pt = MAX(widest_pt, incmap_typeset_width(arrange, figures[i].number, number));
    number->font.size_pt *= MIN(1, (slot_pt - 9 * arrange->unit) / widest_pt);
}

static double
set_figures(IncmapArrange *arrange, const Figure *figures, IncmapBox box, double y_pt)
{
    IncmapFace number = incmap_look_type(arrange, "panel.figure");
    IncmapFace label = incmap_look_type(arrange, "panel.note");
    guint n_columns = figure_columns(arrange, figures, incmap_box_width(box), &label);
    double slot_pt = incmap_box_width(box) / n_columns, end_pt = y_pt;
    fit_number(arrange, figures, slot_pt, &number);
    for (guint i = 0; i < N_FIGURES; i++) {
        IncmapFace type = number;
        if (figures[i].is_accent)
            type.color = incmap_look_color(arrange, "panel.accent-color");
        if (i > 0 && i % n_columns == 0)
            y_pt = end_pt + label.font.size_pt * 0.6;
        double x_pt = box.x0_pt + (i % n_columns) * slot_pt;
        double baseline_pt = y_pt + number.font.size_pt * 1.15;
        incmap_panel_line(arrange, figures[i].number, &type, x_pt, baseline_pt);
        IncmapBox column = {x_pt, 0, x_pt + slot_pt - 4, 0};
        double last_pt = incmap_panel_block(arrange, figures[i].words, &label, column,
                                            baseline_pt + label.font.size_pt * 1.4, 2, "panel");
        end_pt = MAX(end_pt, last_pt);
    }
    return end_pt + label.font.size_pt * 1.5;
}

static double
key_figures(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    IncmapScene *scene = arrange->scene;
    const struct {
        double value;
        IncmapSaying words;
    } wanted[N_FIGURES] = {
        {scene->incidents->len, INCMAP_SAY_PANEL_INCIDENTS},
        {incmap_words_total_killed(scene), INCMAP_SAY_PANEL_KILLED},
        {count_places(arrange), INCMAP_SAY_PANEL_PLACES},
        {count_provinces(scene), INCMAP_SAY_PANEL_PROVINCES},
    };
    Figure figures[N_FIGURES];
    for (guint i = 0; i < N_FIGURES; i++)
        figures[i] = (Figure){incmap_say_number(scene, wanted[i].value),
                              incmap_say_count(scene, wanted[i].words, wanted[i].value, NULL),
                              wanted[i].words == INCMAP_SAY_PANEL_KILLED};
    return set_figures(arrange, figures, box, y_pt);
}

static void
sum_by_type(const IncmapScene *scene, guint *counts, double *killed)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        counts[incident->event]++;
        if (incident->value_kind == INCMAP_VALUE_KILLED && !isnan(incident->value))
            killed[incident->event] += incident->value;
    }
}

/* Where arcs and bars have patterns, each type also shows its own. */
static gboolean
has_patterns(const IncmapArrange *arrange, const guint *counts)
{
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (counts[event] > 0 && incmap_symbol_of(arrange, (IncmapEvent)event).pattern_row > 0)
            return TRUE;
    }
    return FALSE;
}

static void
draw_swatch(IncmapArrange *arrange, const IncmapSymbol *symbol, IncmapBox box)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
    incmap_path_box(&item->path, box);
    incmap_symbol_fill(arrange, symbol, &item->paint);
    item->paint.stroke = incmap_look_color(arrange, "groups.edge-color");
    item->paint.stroke_width_pt = 0.35 * arrange->unit;
}

/* What the double ring around a symbol means. */
static double
new_key(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    gboolean has_new = FALSE;
    for (guint i = 0; i < arrange->groups->len; i++)
        has_new |= incmap_symbol_is_new(arrange, &g_array_index(arrange->groups, IncmapGroup, i));
    if (!has_new)
        return y_pt;
    IncmapFace row = incmap_look_type(arrange, "panel.table");
    y_pt += row.font.size_pt * 1.8;
    IncmapPoint at = {box.x0_pt + row.font.size_pt * 0.7, y_pt - row.font.size_pt * 0.36};
    incmap_symbol_draw_new(arrange, INCMAP_SHEET_PAGE, at, row.font.size_pt * 0.34);
    incmap_panel_line(arrange, incmap_say(arrange->scene, INCMAP_SAY_LEGEND_NEW), &row,
                      box.x0_pt + row.font.size_pt * 2, y_pt);
    return y_pt;
}

static double
type_table(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    IncmapFace head = incmap_look_type(arrange, "panel.heading");
    IncmapFace row = incmap_look_type(arrange, "panel.table");
    IncmapFace note = incmap_look_type(arrange, "panel.note");
    guint counts[INCMAP_N_EVENTS] = {0};
    double killed[INCMAP_N_EVENTS] = {0};
    sum_by_type(arrange->scene, counts, killed);
    row.font.has_tabular_figures = TRUE;
    double step_pt = row.font.size_pt * 1.8;
    const char *of_killed = incmap_say(arrange->scene, INCMAP_SAY_TABLE_KILLED);
    double column_pt = MAX(incmap_typeset_width(arrange, of_killed, &note) + row.font.size_pt * 1.6,
                           row.font.size_pt * 4);
    y_pt += head.font.size_pt * 1.5;
    incmap_panel_line(arrange, incmap_say(arrange->scene, INCMAP_SAY_TABLE_TYPE), &head, box.x0_pt,
                      y_pt);
    incmap_panel_line_right(arrange, incmap_say(arrange->scene, INCMAP_SAY_TABLE_INCIDENTS), &note,
                            box.x1_pt - column_pt, y_pt);
    incmap_panel_line_right(arrange, of_killed, &note, box.x1_pt, y_pt);
    double size_pt = row.font.size_pt, words_pt = has_patterns(arrange, counts) ? 4 : 2;
    double number_pt =
        size_pt * 0.5 +
        incmap_typeset_width(
            arrange, incmap_say_number(arrange->scene, arrange->scene->incidents->len), &row);
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (counts[event] == 0)
            continue;
        y_pt += step_pt;
        IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)event);
        double x_pt = box.x0_pt + row.font.size_pt * 0.7;
        incmap_symbol_draw(arrange, INCMAP_SHEET_PAGE, &symbol,
                           (IncmapPoint){x_pt, y_pt - row.font.size_pt * 0.36},
                           row.font.size_pt * 0.46, INCMAP_MANNER_SOLID);
        if (words_pt > 2)
            draw_swatch(arrange, &symbol,
                        (IncmapBox){box.x0_pt + size_pt * 1.7, y_pt - size_pt * 0.8,
                                    box.x0_pt + size_pt * 3.4, y_pt + size_pt * 0.08});
        incmap_panel_line_right(arrange, incmap_say_number(arrange->scene, counts[event]), &row,
                                box.x1_pt - column_pt, y_pt);
        incmap_panel_line_right(arrange, incmap_say_number(arrange->scene, killed[event]), &row,
                                box.x1_pt, y_pt);
        IncmapBox words = {box.x0_pt + size_pt * words_pt, 0, box.x1_pt - column_pt - number_pt, 0};
        y_pt = incmap_panel_block(arrange, incmap_words_label(arrange->scene, (IncmapEvent)event),
                                  &row, words, y_pt, 2, "panel");
    }
    return new_key(arrange, box, y_pt) + row.font.size_pt * 1.3;
}

/* The ways a place can be known, as the map draws them. */
typedef enum { ROW_EXACT, ROW_VAGUE, ROW_PROVINCE, ROW_NOWHERE, ROW_REPORTED } PrecisionRow;

static void
draw_precision_key(IncmapArrange *arrange, PrecisionRow row, IncmapPoint at, double size_pt)
{
    IncmapSymbol symbol = {.shape = INCMAP_SHAPE_CIRCLE,
                           .color = incmap_look_color(arrange, "panel.table.color")};
    static const IncmapManner manners[] = {
        [ROW_EXACT] = INCMAP_MANNER_SOLID,     [ROW_VAGUE] = INCMAP_MANNER_SOLID,
        [ROW_PROVINCE] = INCMAP_MANNER_HOLLOW, [ROW_NOWHERE] = INCMAP_MANNER_HOLLOW,
        [ROW_REPORTED] = INCMAP_MANNER_PALE,
    };
    if (row == ROW_NOWHERE)
        return;
    if (row == ROW_VAGUE) {
        IncmapItem *ring = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
        incmap_path_circle(&ring->path, at, size_pt * 0.7);
        ring->paint.stroke = symbol.color;
        ring->paint.stroke_width_pt = 0.7 * arrange->unit;
        ring->paint.dash_pt[0] = 2 * arrange->unit;
        ring->paint.dash_pt[1] = 1.4 * arrange->unit;
        ring->paint.n_dashes = 2;
        at.x_pt += size_pt * 0.5;
        at.y_pt -= size_pt * 0.5;
    }
    incmap_symbol_draw(arrange, INCMAP_SHEET_PAGE, &symbol, at,
                       size_pt * (row == ROW_VAGUE ? 0.26 : 0.38), manners[row]);
}

static double
precision(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    guint counts[INCMAP_PRECISION_NONE + 1] = {0}, n_reported = 0;
    for (guint i = 0; i < arrange->scene->fixes->len; i++) {
        counts[g_array_index(arrange->scene->fixes, IncmapFix, i).precision]++;
        n_reported += g_array_index(arrange->scene->incidents, IncmapIncident, i).verification ==
                      INCMAP_VERIFICATION_REPORTED;
    }
    IncmapFace head = incmap_look_type(arrange, "panel.heading");
    IncmapFace row = incmap_look_type(arrange, "panel.table");
    IncmapFace note = incmap_look_type(arrange, "panel.note");
    const struct {
        IncmapSaying words;
        guint n;
    } rows[] = {
        [ROW_EXACT] = {INCMAP_SAY_PRECISION_EXACT, counts[INCMAP_PRECISION_EXACT]},
        [ROW_VAGUE] = {INCMAP_SAY_PRECISION_NEAR,
                       counts[INCMAP_PRECISION_NEAR] + counts[INCMAP_PRECISION_DISTRICT]},
        [ROW_PROVINCE] = {INCMAP_SAY_PRECISION_PROVINCE, counts[INCMAP_PRECISION_PROVINCE]},
        [ROW_NOWHERE] = {INCMAP_SAY_PRECISION_NONE,
                         counts[INCMAP_PRECISION_COUNTRY] + counts[INCMAP_PRECISION_NONE]},
        [ROW_REPORTED] = {INCMAP_SAY_LEGEND_REPORTED, n_reported},
    };
    y_pt += head.font.size_pt * 1.5;
    incmap_panel_line(arrange, incmap_say(arrange->scene, INCMAP_SAY_PRECISION), &head, box.x0_pt,
                      y_pt);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        if (rows[i].n == 0)
            continue;
        y_pt += row.font.size_pt * 1.8;
        IncmapPoint at = {box.x0_pt + row.font.size_pt * 0.7, y_pt - row.font.size_pt * 0.36};
        draw_precision_key(arrange, (PrecisionRow)i, at, row.font.size_pt);
        incmap_panel_line_right(arrange, incmap_say_number(arrange->scene, rows[i].n), &note,
                                box.x1_pt, y_pt);
        IncmapBox column = {box.x0_pt + row.font.size_pt * 2, 0, box.x1_pt - row.font.size_pt * 2,
                            0};
        y_pt = incmap_panel_block(arrange, incmap_say(arrange->scene, rows[i].words), &row, column,
                                  y_pt, 2, "panel");
    }
    return y_pt + row.font.size_pt * 1.3;
}

void
incmap_panel_set(IncmapArrange *arrange)
{
    double (*const sections[])(IncmapArrange *, IncmapBox, double) = {
        key_figures, incmap_panel_days, type_table, incmap_panel_sizes, precision,
    };
    IncmapBox box = arrange->layout->panel;
    incmap_arrange_group(arrange, INCMAP_SHEET_PAGE, "panel",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_PANEL));
    double y_pt = title_section(arrange, box);
    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++) {
        guint n_before = arrange->sheets[INCMAP_SHEET_PAGE]->len;
        guint n_labels = arrange->scene->page.labels->len;
        double end_pt = sections[i](arrange, box, y_pt);
        if (end_pt > box.y1_pt + 1) {
            /* No room: take the section back. */
            g_array_set_size(arrange->sheets[INCMAP_SHEET_PAGE], n_before);
            g_array_set_size(arrange->scene->page.labels, n_labels);
            incmap_arrange_drop(arrange, "section of the panel", "panel", "the page is too low");
            continue;
        }
        if (arrange->sheets[INCMAP_SHEET_PAGE]->len > n_before)
            rule(arrange, box, y_pt);
        y_pt = end_pt;
    }
    incmap_arrange_end_group(arrange, INCMAP_SHEET_PAGE);
    incmap_arrange_furniture(arrange, "panel",
                             incmap_mirror_box(arrange, box, 0, arrange->options->width_pt));
}
