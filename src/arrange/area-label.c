/* SPDX-License-Identifier: MIT */
#include "arrange/area-label.h"

#include <math.h>
#include <string.h>

/* Grid of positions that are tried, in page points. */
#define STEP_PT 5.0
/* Names keep this far from the edge of the map, at the reference size. */
#define EDGE_PT 4.0
/* So much of a name's ground lies in the area: a fjord may reach between its letters. */
#define LEAST_INSIDE 0.98
/* So many of the best positions are tested against the obstacles, and of the rest every fifth: in a
 * large area something may stand on all that lie near the middle. */
#define N_BEST 400
#define REST_STEP 5

typedef struct Setting Setting;
struct Setting {
    char *lines[2];
    guint n_lines;
    double widths_pt[2];
    double width_pt,
        height_pt; /* of the block, from the first line's rise to the last one's drop */
    IncmapFace type;
};

typedef struct Position Position;
struct Position {
    IncmapPoint centre;
    double cost;
};

static void
clear_setting(Setting *setting)
{
    for (guint i = 0; i < setting->n_lines; i++)
        g_free(setting->lines[i]);
}

/* The space that divides the text most evenly; NULL when there is none. */
static const char *
middle_space(const char *text)
{
    const char *best = NULL;
    glong half = g_utf8_strlen(text, -1) / 2, best_distance = G_MAXLONG;
    for (const char *at = strchr(text, ' '); at != NULL; at = strchr(at + 1, ' ')) {
        glong distance = labs(g_utf8_pointer_to_offset(text, at) - half);
        if (distance < best_distance) {
            best_distance = distance;
            best = at;
        }
    }
    return best;
}

/* FALSE when the text cannot be set in that many lines. */
static gboolean
set_lines(const IncmapArrange *arrange, const IncmapAreaLabel *label, double factor, guint n_lines,
          Setting *setting)
{
    const char *space = n_lines == 2 ? middle_space(label->text) : NULL;
    if (n_lines == 2 && space == NULL)
        return FALSE;
    setting->type = label->type;
    setting->type.font.size_pt *= factor;
    setting->type.leading_pt *= factor;
    setting->n_lines = n_lines;
    setting->lines[0] =
        n_lines == 1 ? g_strdup(label->text) : g_strndup(label->text, (gsize)(space - label->text));
    if (n_lines == 2)
        setting->lines[1] = g_strdup(space + 1);
    setting->width_pt = 0;
    for (guint i = 0; i < n_lines; i++) {
        setting->widths_pt[i] = incmap_typeset_width(arrange, setting->lines[i], &setting->type);
        setting->width_pt = MAX(setting->width_pt, setting->widths_pt[i]);
    }
    setting->height_pt = incmap_typeset_rise(&setting->type) + incmap_typeset_drop(&setting->type) +
                         (n_lines - 1) * setting->type.leading_pt;
    return TRUE;
}

static IncmapBox
box_around(IncmapPoint centre, double width_pt, double height_pt)
{
    return (IncmapBox){centre.x_pt - width_pt / 2, centre.y_pt - height_pt / 2,
                       centre.x_pt + width_pt / 2, centre.y_pt + height_pt / 2};
}

static int
compare_positions(gconstpointer a, gconstpointer b)
{
    const Position *x = a, *y = b;
    if (x->cost != y->cost)
        return x->cost < y->cost ? -1 : 1;
    if (x->centre.y_pt != y->centre.y_pt)
        return x->centre.y_pt < y->centre.y_pt ? -1 : 1;
    return (x->centre.x_pt > y->centre.x_pt) - (x->centre.x_pt < y->centre.x_pt);
}

static double
distance_to_segment(IncmapPoint p, IncmapPoint a, IncmapPoint b)
{
    double dx = b.x_pt - a.x_pt, dy = b.y_pt - a.y_pt, length2 = dx * dx + dy * dy;
    double t = length2 > 0 ? ((p.x_pt - a.x_pt) * dx + (p.y_pt - a.y_pt) * dy) / length2 : 0;
    t = CLAMP(t, 0, 1);
    return hypot(p.x_pt - a.x_pt - t * dx, p.y_pt - a.y_pt - t * dy);
}

/* Whether the position is near enough to where the name belongs. */
static gboolean
is_in_reach(const IncmapAreaLabel *label, IncmapPoint at, double far_pt)
{
    if (label->reach_pt > 0 && far_pt > label->reach_pt)
        return FALSE;
    for (guint i = 1; i < label->n_spine; i++)
        if (distance_to_segment(at, label->spine[i - 1], label->spine[i]) <= label->spine_reach_pt)
            return TRUE;
    return label->n_spine < 2;
}

/* All positions whose padded box lies wholly in the area, cheapest first. */
static GArray *
positions_inside(const IncmapArrange *arrange, const IncmapAreaLabel *label, const IncmapMask *mask,
                 IncmapBox area, const Setting *setting)
{
    GArray *positions = g_array_new(FALSE, FALSE, sizeof(Position));
    double em_pt = setting->type.font.size_pt;
    double width_pt = setting->width_pt + em_pt * 0.7, height_pt = setting->height_pt + em_pt * 0.5;
    IncmapBox room = incmap_box_grow(arrange->frame->map, -EDGE_PT * arrange->unit);
    double scale_pt = hypot(incmap_box_width(area), incmap_box_height(area)) / 2 + 1;
    for (double y = area.y0_pt + height_pt / 2; y <= area.y1_pt - height_pt / 2; y += STEP_PT) {
        for (double x = area.x0_pt + width_pt / 2; x <= area.x1_pt - width_pt / 2; x += STEP_PT) {
            Position position = {{x, y}, 0};
            IncmapBox box = box_around(position.centre, width_pt, height_pt);
            if (!incmap_box_contains(room, box) || incmap_mask_share(mask, box) < LEAST_INSIDE)
                continue;
            double far_pt = hypot(x - label->near.x_pt, (y - label->near.y_pt) * 1.4);
            if (!is_in_reach(label, position.centre, far_pt))
                continue;
            double ink = incmap_raster_ink_in(arrange->countries, box);
            gboolean has_air = incmap_mask_share(mask, incmap_box_grow(box, em_pt)) > 0.99;
            position.cost = far_pt / scale_pt + ink * 0.12 + (has_air ? 0 : 0.15);
            g_array_append_val(positions, position);
        }
    }
    g_array_sort(positions, compare_positions);
    return positions;
}

static void
set_block(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAreaLabel *label,
          const Setting *setting, IncmapPoint centre)
{
    guint index = incmap_typeset_label(arrange, label->text, label->class_id, -1);
    double baseline_pt = centre.y_pt - setting->height_pt / 2 + incmap_typeset_rise(&setting->type);
    for (guint i = 0; i < setting->n_lines; i++) {
        IncmapPoint origin = {centre.x_pt - setting->widths_pt[i] / 2,
                              baseline_pt + i * setting->type.leading_pt};
        IncmapQuad quad = incmap_typeset_run(arrange, sheet, setting->lines[i], &setting->type,
                                             origin, 0, incmap_typeset_get_label(arrange, index));
        incmap_obstacles_add(arrange->obstacles, quad, arrange->next_owner);
    }
    arrange->next_owner++;
}

static gboolean
place_setting(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAreaLabel *label,
              const IncmapMask *mask, IncmapBox area, const Setting *setting)
{
    g_autoptr(GArray) positions = positions_inside(arrange, label, mask, area, setting);
    for (guint i = 0; i < positions->len; i += i < N_BEST ? 1 : REST_STEP) {
        IncmapPoint centre = g_array_index(positions, Position, i).centre;
        IncmapQuad quad = incmap_quad_from_box(
            incmap_box_grow(box_around(centre, setting->width_pt, setting->height_pt),
                            setting->type.font.size_pt * 0.3));
        if (incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE))
            continue;
        set_block(arrange, sheet, label, setting, centre);
        return TRUE;
    }
    return FALSE;
}

gboolean
incmap_area_label_place(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAreaLabel *label)
{
    IncmapPoint centre;
    IncmapBox area;
    if (incmap_raster_count(label->raster, label->value, &centre, &area) == 0)
        return FALSE;
    g_autoptr(IncmapMask) mask = incmap_raster_mask(label->raster, label->value);
    for (const double *factor = label->size_steps; *factor > 0; factor++) {
        if (label->type.font.size_pt * *factor < label->min_size_pt && factor != label->size_steps)
            break;
        for (guint n_lines = 1; n_lines <= (label->can_break ? 2 : 1); n_lines++) {
            Setting setting = {0};
            gboolean is_placed = set_lines(arrange, label, *factor, n_lines, &setting) &&
                                 place_setting(arrange, sheet, label, mask, area, &setting);
            clear_setting(&setting);
            if (is_placed)
                return TRUE;
        }
    }
    return FALSE;
}
