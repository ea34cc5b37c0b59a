/* SPDX-License-Identifier: MIT */
#include "arrange/panel-days.h"

#include "arrange/symbols.h"
#include "arrange/words.h"

#include <math.h>

#define MAX_BARS 24

typedef enum { STEP_DAY, STEP_WEEK, STEP_MONTH, STEP_YEAR, N_STEPS } Step;

static const IncmapSaying step_words[N_STEPS] = {INCMAP_SAY_PER_DAY, INCMAP_SAY_PER_WEEK,
                                                 INCMAP_SAY_PER_MONTH, INCMAP_SAY_PER_YEAR};

typedef struct Bars Bars;
struct Bars {
    Step step;
    guint32 first;
    guint n;
    guint counts[MAX_BARS][INCMAP_N_EVENTS];
    guint totals[MAX_BARS];
    guint most;
};

static GDate
date_of(guint32 julian)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, julian);
    return date;
}

/* Number of a day's bar on an endless axis. */
static guint32
bar_of(Step step, guint32 julian)
{
    GDate date = date_of(julian);
    switch (step) {
    case STEP_DAY:
        return julian;
    case STEP_WEEK:
        return (julian - 1) / 7; /* day 1 of the calendar was a Monday */
    case STEP_MONTH:
        return g_date_get_year(&date) * 12u + (guint)g_date_get_month(&date) - 1;
    case STEP_YEAR:
    case N_STEPS:
        break;
    }
    return g_date_get_year(&date);
}

static gboolean
choose_step(const IncmapScene *scene, Bars *bars)
{
    IncmapDate period = incmap_words_period(scene);
    if (period.from_julian == 0)
        return FALSE;
    for (int step = STEP_DAY; step < N_STEPS; step++) {
        guint32 first = bar_of((Step)step, period.from_julian);
        guint32 n = bar_of((Step)step, period.to_julian) - first + 1;
        if (n > (step == STEP_DAY ? 14 : MAX_BARS))
            continue;
        bars->step = (Step)step;
        bars->first = first;
        bars->n = n;
        return n > 1;
    }
    return FALSE;
}

static void
count(const IncmapScene *scene, Bars *bars)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        if (incident->date.from_julian == 0)
            continue;
        guint bar = bar_of(bars->step, incident->date.from_julian) - bars->first;
        bars->counts[bar][incident->event]++;
        bars->totals[bar]++;
        bars->most = MAX(bars->most, bars->totals[bar]);
    }
}

static const char *
bar_label(IncmapScene *scene, const Bars *bars, guint bar)
{
    guint32 at = bars->first + bar;
    if (bars->step == STEP_YEAR)
        return incmap_scene_printf(scene, "%u", at);
    if (bars->step == STEP_MONTH)
        return incmap_say_entry(scene, INCMAP_SAY_MONTHS_SHORT, at % 12);
    GDate date = date_of(bars->step == STEP_DAY ? at : at * 7 + 1);
    const char *day = incmap_scene_printf(scene, "%u", g_date_get_day(&date));
    if (bars->step == STEP_DAY && bars->n <= 7)
        return incmap_say_with(scene, INCMAP_SAY_DATE_WEEKDAY, "weekday",
                               incmap_say_entry(scene, INCMAP_SAY_WEEKDAYS_SHORT,
                                                (guint)g_date_get_weekday(&date) - 1),
                               "d", day, NULL);
    if (bars->step == STEP_DAY)
        return day;
    return incmap_say_with(
        scene, INCMAP_SAY_DATE_SHORT, "d", day, "month",
        incmap_say_entry(scene, INCMAP_SAY_MONTHS_SHORT, (guint)g_date_get_month(&date) - 1), NULL);
}

static void
draw_bar(IncmapArrange *arrange, const Bars *bars, guint bar, IncmapBox slot,
         double per_incident_pt)
{
    double y_pt = slot.y1_pt;
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (bars->counts[bar][event] == 0)
            continue;
        double height_pt = bars->counts[bar][event] * per_incident_pt;
        IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
        incmap_path_box(&item->path, (IncmapBox){slot.x0_pt, y_pt - height_pt, slot.x1_pt, y_pt});
        IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)event);
        incmap_symbol_fill(arrange, &symbol, &item->paint);
        item->paint.stroke = symbol.edge;
        item->paint.stroke_width_pt = symbol.edge.a > 0 ? 0.3 * arrange->unit : 0;
        y_pt -= height_pt;
    }
    if (bars->totals[bar] == 0)
        return;
    IncmapFace type = incmap_look_type(arrange, "panel.table");
    type.font.weight = 700;
    const char *total = incmap_scene_printf(arrange->scene, "%u", bars->totals[bar]);
    double width_pt = incmap_typeset_width(arrange, total, &type);
    if (width_pt > incmap_box_width(slot) * 1.3)
        return;
    incmap_typeset_line(
        arrange, INCMAP_SHEET_PAGE, total, &type,
        (IncmapPoint){(slot.x0_pt + slot.x1_pt - width_pt) / 2, y_pt - type.font.size_pt * 0.35},
        "panel");
}

double
incmap_panel_days(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    Bars bars = {0};
    if (!choose_step(arrange->scene, &bars))
        return y_pt;
    count(arrange->scene, &bars);
    IncmapFace head = incmap_look_type(arrange, "panel.heading");
    IncmapFace label = incmap_look_type(arrange, "panel.note");
    incmap_typeset_line(arrange, INCMAP_SHEET_PAGE,
                        incmap_say(arrange->scene, step_words[bars.step]), &head,
                        (IncmapPoint){box.x0_pt, y_pt + head.font.size_pt * 1.5}, "panel");
    double top_pt = y_pt + head.font.size_pt * 3.4;
    /* Where type had to grow, the bars make room for what follows. */
    double grown = label.font.size_pt / incmap_look_pt(arrange, "panel.note.size");
    double height_pt = incmap_look_pt(arrange, "panel.bars-height") / (grown * grown);
    double slot_pt = incmap_box_width(box) / bars.n, base_pt = top_pt + height_pt;
    double last_label_x = -INFINITY;
    for (guint i = 0; i < bars.n; i++) {
        IncmapBox slot = {box.x0_pt + i * slot_pt + slot_pt * 0.08, top_pt,
                          box.x0_pt + (i + 1) * slot_pt - slot_pt * 0.08, base_pt};
        draw_bar(arrange, &bars, i, slot, height_pt / MAX(1, bars.most));
        const char *text = bar_label(arrange->scene, &bars, i);
        double width_pt = incmap_typeset_width(arrange, text, &label);
        double x_pt =
            CLAMP((slot.x0_pt + slot.x1_pt - width_pt) / 2, box.x0_pt, box.x1_pt - width_pt);
        if (x_pt < last_label_x + label.font.size_pt * 0.5)
            continue;
        incmap_typeset_line(arrange, INCMAP_SHEET_PAGE, text, &label,
                            (IncmapPoint){x_pt, base_pt + label.font.size_pt * 1.5}, "panel");
        last_label_x = x_pt + width_pt;
    }
    IncmapItem *axis = incmap_arrange_add(arrange, INCMAP_SHEET_PAGE, INCMAP_ITEM_PATH);
    incmap_path_move(&axis->path, box.x0_pt, base_pt);
    incmap_path_line(&axis->path, box.x1_pt, base_pt);
    axis->paint.stroke = label.color;
    axis->paint.stroke_width_pt = 0.5 * arrange->unit;
    return base_pt + label.font.size_pt * 2.4;
}
