/* SPDX-License-Identifier: MIT */
/*
 * The panel's section on what the size of a symbol means, and a ring of arcs.
 */
#include "arrange/panel.h"

#include "arrange/groups.h"
#include "arrange/sizes.h"
#include "arrange/symbols.h"
#include "arrange/words.h"

static gboolean
has_rings(const IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (group->members->len > 1 && group->precision != INCMAP_PRECISION_PROVINCE)
            return TRUE;
    }
    return FALSE;
}

/* What a ring of arcs is, at the right of the circles; returns where it ends. */
static double
ring_note(IncmapArrange *arrange, IncmapBox box, double y_pt, const IncmapFace *note,
          double circles_pt)
{
    double ring_pt = incmap_look_pt(arrange, "groups.min-radius");
    double ring_x =
        box.x0_pt + MAX(incmap_box_width(box) * 0.44, circles_pt + ring_pt + note->font.size_pt);
    guint counts[INCMAP_N_EVENTS] = {[INCMAP_EVENT_BATTLE] = 2, [INCMAP_EVENT_EXPLOSION] = 1};
    incmap_symbol_draw_ring(arrange, INCMAP_SHEET_PAGE, counts, 3,
                            (IncmapPoint){ring_x, y_pt + ring_pt}, ring_pt);
    IncmapBox column = {ring_x + ring_pt + note->font.size_pt, 0, box.x1_pt, 0};
    return incmap_panel_block(arrange, incmap_say(arrange->scene, INCMAP_SAY_SIZE_RING), note,
                              column, y_pt + note->font.size_pt * 0.9, 4, "panel");
}

/* The section's heading, and at its right, or below it where that is too narrow, that areas count.
 */
static double
area_note(IncmapArrange *arrange, IncmapBox box, double y_pt, const IncmapFace *head,
          const IncmapFace *note, gboolean is_magnitude)
{
    const char *what = incmap_say(arrange->scene, is_magnitude ? INCMAP_SAY_SIZE_MAGNITUDE
                                                               : INCMAP_SAY_SIZE_KILLED);
    const char *how = incmap_say(arrange->scene, INCMAP_SAY_SIZE_AREA);
    incmap_panel_line(arrange, what, head, box.x0_pt, y_pt);
    double width_pt = incmap_typeset_width(arrange, what, head) + note->font.size_pt +
                      incmap_typeset_width(arrange, how, note);
    if (width_pt <= incmap_box_width(box)) {
        incmap_panel_line_right(arrange, how, note, box.x1_pt, y_pt);
        return y_pt;
    }
    y_pt += note->leading_pt;
    incmap_panel_line(arrange, how, note, box.x0_pt, y_pt);
    return y_pt;
}

double
incmap_panel_sizes(IncmapArrange *arrange, IncmapBox box, double y_pt)
{
    IncmapFace head = incmap_look_type(arrange, "panel.heading");
    IncmapFace note = incmap_look_type(arrange, "panel.note");
    IncmapSizes sizes;
    incmap_sizes_choose(arrange, &sizes);
    gboolean is_ringed = has_rings(arrange);
    if (sizes.n == 0 && !is_ringed)
        return y_pt;
    y_pt += head.font.size_pt * 1.5;
    y_pt = area_note(arrange, box, y_pt, &head, &note, sizes.is_magnitude);
    double top_pt = y_pt + head.font.size_pt * 0.7, end_pt = top_pt;
    if (sizes.n > 0) {
        incmap_sizes_draw(arrange, INCMAP_SHEET_PAGE, &sizes, &note,
                          (IncmapPoint){box.x0_pt, top_pt}, NULL, "panel");
        end_pt += incmap_sizes_height(&sizes, &note, NULL);
    }
    if (is_ringed) {
        double circles_pt = 0;
        if (sizes.n > 0) {
            incmap_sizes_height(&sizes, &note, &circles_pt);
            circles_pt += incmap_typeset_width(
                arrange, incmap_say_number(arrange->scene, sizes.values[0]), &note);
        }
        double note_pt =
            ring_note(arrange, box, top_pt + note.font.size_pt * 0.3, &note, circles_pt);
        end_pt = MAX(end_pt, note_pt);
    }
    if (sizes.has_range)
        end_pt = incmap_panel_block(arrange, incmap_say(arrange->scene, INCMAP_SAY_LEGEND_RANGE),
                                    &note, box, end_pt + note.font.size_pt * 1.5, 1, "panel");
    return end_pt + note.font.size_pt * 1.4;
}
