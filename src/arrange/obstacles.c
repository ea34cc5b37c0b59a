/* SPDX-License-Identifier: MIT */
#include "arrange/obstacles.h"

#include <math.h>

/* Side of a grid cell: about the height of two lines of text. */
#define CELL_PT 24.0

typedef struct Entry Entry;
struct Entry {
    IncmapQuad quad;
    IncmapBox box;
    int owner;
    gboolean is_box; /* level: the box says all */
    gboolean is_removed;
};

struct IncmapObstacles {
    int n_columns, n_rows;
    GArray *entries; /* Entry */
    GArray **cells;  /* guint32 indices into entries; NULL while empty */
};

IncmapObstacles *
incmap_obstacles_new(double width_pt, double height_pt)
{
    IncmapObstacles *obstacles = g_new0(IncmapObstacles, 1);
    obstacles->n_columns = (int)(width_pt / CELL_PT) + 1;
    obstacles->n_rows = (int)(height_pt / CELL_PT) + 1;
    obstacles->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    obstacles->cells = g_new0(GArray *, (gsize)obstacles->n_columns * (gsize)obstacles->n_rows);
    return obstacles;
}

void
incmap_obstacles_free(IncmapObstacles *obstacles)
{
    if (obstacles == NULL)
        return;
    for (int i = 0; i < obstacles->n_columns * obstacles->n_rows; i++)
        g_clear_pointer(&obstacles->cells[i], g_array_unref);
    g_free(obstacles->cells);
    g_array_unref(obstacles->entries);
    g_free(obstacles);
}

typedef struct Cells Cells;
struct Cells {
    int column0, column1, row0, row1;
};

/* The cells under a box; what lies off the page counts to the outermost cells. */
static Cells
cells_under(const IncmapObstacles *obstacles, IncmapBox box)
{
    return (Cells){
        CLAMP((int)(box.x0_pt / CELL_PT), 0, obstacles->n_columns - 1),
        CLAMP((int)(box.x1_pt / CELL_PT), 0, obstacles->n_columns - 1),
        CLAMP((int)(box.y0_pt / CELL_PT), 0, obstacles->n_rows - 1),
        CLAMP((int)(box.y1_pt / CELL_PT), 0, obstacles->n_rows - 1),
    };
}

static gboolean
is_level(const IncmapQuad *quad)
{
    const IncmapPoint *c = quad->corner;
    return c[0].y_pt == c[1].y_pt && c[1].x_pt == c[2].x_pt && c[2].y_pt == c[3].y_pt &&
           c[3].x_pt == c[0].x_pt;
}

void
incmap_obstacles_add(IncmapObstacles *obstacles, IncmapQuad quad, int owner)
{
    Entry entry = {quad, incmap_quad_box(&quad), owner, is_level(&quad), FALSE};
    guint32 index = obstacles->entries->len;
    g_array_append_val(obstacles->entries, entry);
    Cells cells = cells_under(obstacles, entry.box);
    for (int row = cells.row0; row <= cells.row1; row++) {
        for (int column = cells.column0; column <= cells.column1; column++) {
            GArray **cell = &obstacles->cells[row * obstacles->n_columns + column];
            if (*cell == NULL)
                *cell = g_array_new(FALSE, FALSE, sizeof(guint32));
            g_array_append_val(*cell, index);
        }
    }
}

void
incmap_obstacles_remove(IncmapObstacles *obstacles, int owner)
{
    for (guint i = 0; i < obstacles->entries->len; i++) {
        Entry *entry = &g_array_index(obstacles->entries, Entry, i);
        if (entry->owner == owner)
            entry->is_removed = TRUE;
    }
}

/* Counts up to @limit obstacles; an obstacle is counted in the first cell that it shares with the
 * box, so that it counts once. */
static guint
count(const IncmapObstacles *obstacles, const IncmapQuad *quad, int except_owner, guint limit)
{
    IncmapBox box = incmap_quad_box(quad);
    Cells cells = cells_under(obstacles, box);
    gboolean is_box = is_level(quad);
    guint n = 0;
    for (int row = cells.row0; row <= cells.row1; row++) {
        for (int column = cells.column0; column <= cells.column1; column++) {
            const GArray *cell = obstacles->cells[row * obstacles->n_columns + column];
            for (guint i = 0; cell != NULL && i < cell->len; i++) {
                const Entry *entry =
                    &g_array_index(obstacles->entries, Entry, g_array_index(cell, guint32, i));
                if (entry->is_removed || entry->owner == except_owner ||
                    !incmap_box_overlaps(entry->box, box))
                    continue;
                Cells own = cells_under(obstacles, entry->box);
                if (MAX(own.row0, cells.row0) != row || MAX(own.column0, cells.column0) != column)
                    continue;
                if (((is_box && entry->is_box) || incmap_quads_overlap(&entry->quad, quad)) &&
                    ++n >= limit)
                    return n;
            }
        }
    }
    return n;
}

gboolean
incmap_obstacles_hit(const IncmapObstacles *obstacles, const IncmapQuad *quad, int except_owner)
{
    return count(obstacles, quad, except_owner, 1) > 0;
}

guint
incmap_obstacles_count(const IncmapObstacles *obstacles, const IncmapQuad *quad, int except_owner)
{
    return count(obstacles, quad, except_owner, G_MAXUINT);
}

IncmapQuad
incmap_quad_from_box(IncmapBox box)
{
    return (IncmapQuad){{{box.x0_pt, box.y0_pt},
                         {box.x1_pt, box.y0_pt},
                         {box.x1_pt, box.y1_pt},
                         {box.x0_pt, box.y1_pt}}};
}

static IncmapPoint
along(IncmapPoint origin, double cosine, double sine, double x_pt, double y_pt)
{
    return (IncmapPoint){origin.x_pt + cosine * x_pt - sine * y_pt,
                         origin.y_pt + sine * x_pt + cosine * y_pt};
}

IncmapQuad
incmap_quad_turned(IncmapPoint origin, double angle_rad, double width_pt, double ascent_pt,
                   double descent_pt)
{
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    return (IncmapQuad){{along(origin, cosine, sine, 0, -ascent_pt),
                         along(origin, cosine, sine, width_pt, -ascent_pt),
                         along(origin, cosine, sine, width_pt, descent_pt),
                         along(origin, cosine, sine, 0, descent_pt)}};
}

IncmapQuad
incmap_quad_from_line(IncmapPoint from, IncmapPoint to, double width_pt)
{
    double angle_rad = atan2(to.y_pt - from.y_pt, to.x_pt - from.x_pt);
    double length_pt = hypot(to.x_pt - from.x_pt, to.y_pt - from.y_pt);
    return incmap_quad_turned(from, angle_rad, length_pt, width_pt / 2, width_pt / 2);
}

IncmapBox
incmap_quad_box(const IncmapQuad *quad)
{
    const IncmapPoint *c = quad->corner;
    return (IncmapBox){MIN(MIN(c[0].x_pt, c[1].x_pt), MIN(c[2].x_pt, c[3].x_pt)),
                       MIN(MIN(c[0].y_pt, c[1].y_pt), MIN(c[2].y_pt, c[3].y_pt)),
                       MAX(MAX(c[0].x_pt, c[1].x_pt), MAX(c[2].x_pt, c[3].x_pt)),
                       MAX(MAX(c[0].y_pt, c[1].y_pt), MAX(c[2].y_pt, c[3].y_pt))};
}

/* Whether a side of @a separates the two shapes (separating axis theorem). Touching is apart. */
static gboolean
has_separating_side(const IncmapQuad *a, const IncmapQuad *b)
{
    for (int side = 0; side < 4; side++) {
        IncmapPoint from = a->corner[side], to = a->corner[(side + 1) % 4];
        double normal_x = to.y_pt - from.y_pt, normal_y = from.x_pt - to.x_pt;
        double min_a = INFINITY, max_a = -INFINITY, min_b = INFINITY, max_b = -INFINITY;
        for (int i = 0; i < 4; i++) {
            double on_a = a->corner[i].x_pt * normal_x + a->corner[i].y_pt * normal_y;
            double on_b = b->corner[i].x_pt * normal_x + b->corner[i].y_pt * normal_y;
            min_a = MIN(min_a, on_a);
            max_a = MAX(max_a, on_a);
            min_b = MIN(min_b, on_b);
            max_b = MAX(max_b, on_b);
        }
        if (max_a <= min_b || max_b <= min_a)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_quads_overlap(const IncmapQuad *a, const IncmapQuad *b)
{
    return !has_separating_side(a, b) && !has_separating_side(b, a);
}
