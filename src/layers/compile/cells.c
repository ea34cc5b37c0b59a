/* SPDX-License-Identifier: MIT */
/*
 * Cells that a boundary enters list all owners of the boundary there. The
 * others are filled row by row from the west: behind each crossing of a row's
 * middle lies the owner on the east of that edge.
 */
#include "layers/compile/cells.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CELL_E7 (INCMAP_E7 / INCMAP_CELLS_PER_DEG)
#define N_CELLS ((gsize)INCMAP_N_CELL_COLUMNS * INCMAP_N_CELL_ROWS)

typedef struct Reach Reach;
struct Reach {
    guint32 cell;
    gint32 owner;
};

typedef struct Crossing Crossing;
struct Crossing {
    guint32 row;
    double x_e7;
    gint32 east; /* owner behind it */
};

typedef struct Grid Grid;
struct Grid {
    GArray *reaches;
    GArray *crossings;
};

static guint32
find_column(double lon_e7)
{
    return (guint32)CLAMP(floor((lon_e7 + INCMAP_HALF_TURN_E7) / CELL_E7), 0,
                          INCMAP_N_CELL_COLUMNS - 1);
}

static guint32
find_row(double lat_e7)
{
    return (guint32)CLAMP(floor((lat_e7 + INCMAP_HALF_TURN_E7 / 2) / CELL_E7), 0,
                          INCMAP_N_CELL_ROWS - 1);
}

static void
reach_cell(Grid *grid, const IncmapArc *arc, guint32 row, guint32 column)
{
    guint32 cell = row * INCMAP_N_CELL_COLUMNS + column;
    gint32 owners[2] = {arc->left, arc->right};
    for (guint i = 0; i < 2; i++) {
        Reach reach = {cell, owners[i]};
        if (owners[i] != INCMAP_OPEN)
            g_array_append_val(grid->reaches, reach);
    }
}

static double
find_x(IncmapE7 p, IncmapE7 q, double y_e7)
{
    return p.lon_e7 +
           (y_e7 - p.lat_e7) * ((double)q.lon_e7 - p.lon_e7) / ((double)q.lat_e7 - p.lat_e7);
}

/* Points on the line between two cells belong to both: a unit of margin on either side. */
static void
add_edge(Grid *grid, const IncmapArc *arc, IncmapE7 p, IncmapE7 q)
{
    gboolean is_up = q.lat_e7 > p.lat_e7;
    IncmapE7 low = is_up ? p : q;
    IncmapE7 high = is_up ? q : p;
    guint32 last_row = find_row(high.lat_e7 + 1.0);
    for (guint32 row = find_row(low.lat_e7 - 1.0); row <= last_row; row++) {
        double bottom = (double)row * CELL_E7 - INCMAP_HALF_TURN_E7 / 2;
        double y0 = CLAMP(bottom, low.lat_e7, high.lat_e7);
        double y1 = CLAMP(bottom + CELL_E7, low.lat_e7, high.lat_e7);
        gboolean is_level = low.lat_e7 == high.lat_e7;
        double x0 = is_level ? low.lon_e7 : find_x(low, high, y0);
        double x1 = is_level ? high.lon_e7 : find_x(low, high, y1);
        guint32 last = find_column(MAX(x0, x1) + 1);
        for (guint32 column = find_column(MIN(x0, x1) - 1); column <= last; column++)
            reach_cell(grid, arc, row, column);
        double middle = bottom + CELL_E7 / 2 + 0.5;
        if ((low.lat_e7 > middle) == (high.lat_e7 > middle))
            continue;
        Crossing crossing = {row, find_x(low, high, middle), is_up ? arc->right : arc->left};
        g_array_append_val(grid->crossings, crossing);
    }
}

static int
compare_reaches(gconstpointer a, gconstpointer b)
{
    const Reach *p = a;
    const Reach *q = b;
    if (p->cell != q->cell)
        return p->cell < q->cell ? -1 : 1;
    return (p->owner > q->owner) - (p->owner < q->owner);
}

static int
compare_crossings(gconstpointer a, gconstpointer b)
{
    const Crossing *p = a;
    const Crossing *q = b;
    if (p->row != q->row)
        return p->row < q->row ? -1 : 1;
    if (p->x_e7 != q->x_e7)
        return p->x_e7 < q->x_e7 ? -1 : 1;
    return (p->east > q->east) - (p->east < q->east);
}

static void
fill_whole_cells(const Grid *grid, guint32 *cells)
{
    guint next = 0;
    for (guint32 row = 0; row < INCMAP_N_CELL_ROWS; row++) {
        gint32 owner = INCMAP_OPEN;
        for (guint32 column = 0; column < INCMAP_N_CELL_COLUMNS; column++) {
            double middle = ((double)column + 0.5) * CELL_E7 - INCMAP_HALF_TURN_E7;
            for (; next < grid->crossings->len; next++) {
                const Crossing *c = &g_array_index(grid->crossings, Crossing, next);
                if (c->row != row || c->x_e7 > middle)
                    break;
                owner = c->east;
            }
            cells[row * INCMAP_N_CELL_COLUMNS + column] = (guint32)(owner + 1);
        }
        while (next < grid->crossings->len &&
               g_array_index(grid->crossings, Crossing, next).row == row)
            next++;
    }
}

/* Where the list of these owners stands in the book; equal lists are stored once. */
static guint32
add_list(IncmapBook *book, GHashTable *known, const GArray *owners)
{
    g_autoptr(GBytes) key = g_bytes_new(owners->data, (gsize)owners->len * sizeof(guint32));
    gpointer found = g_hash_table_lookup(known, key);
    if (found != NULL)
        return GPOINTER_TO_UINT(found) - 1;
    GArray *lists = book->sections[INCMAP_SECTION_CELL_LISTS];
    guint32 start = lists->len;
    g_array_append_val(lists, owners->len);
    g_array_append_vals(lists, owners->data, owners->len);
    g_hash_table_insert(known, g_steal_pointer(&key), GUINT_TO_POINTER(start + 1));
    return start;
}

static void
list_shared_cells(IncmapBook *book, const Grid *grid, guint32 *cells)
{
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    g_autoptr(GArray) owners = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint i = 0; i < grid->reaches->len; i++) {
        const Reach *reach = &g_array_index(grid->reaches, Reach, i);
        guint32 owner = (guint32)reach->owner;
        if (owners->len == 0 || g_array_index(owners, guint32, owners->len - 1) != owner)
            g_array_append_val(owners, owner);
        if (i + 1 == grid->reaches->len || reach[1].cell != reach->cell) {
            cells[reach->cell] = INCMAP_CELL_LIST | add_list(book, known, owners);
            g_array_set_size(owners, 0);
        }
    }
}

static void
add_runs(IncmapBook *book, const guint32 *cells)
{
    GArray *runs = book->sections[INCMAP_SECTION_CELL_RUNS];
    GArray *rows = book->sections[INCMAP_SECTION_CELL_ROWS];
    for (guint32 row = 0; row < INCMAP_N_CELL_ROWS; row++) {
        g_array_append_val(rows, runs->len);
        guint32 content = 0;
        for (guint32 column = 0; column < INCMAP_N_CELL_COLUMNS; column++) {
            guint32 cell = cells[row * INCMAP_N_CELL_COLUMNS + column];
            IncmapStoredRun run = {column, cell};
            if (cell != content)
                g_array_append_val(runs, run);
            content = cell;
        }
    }
    g_array_append_val(rows, runs->len);
}

void
incmap_cells_fill(IncmapBook *book)
{
    Grid grid = {g_array_new(FALSE, FALSE, sizeof(Reach)),
                 g_array_new(FALSE, FALSE, sizeof(Crossing))};
    for (guint i = 0; i < book->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(book->arcs, i);
        const IncmapE7 *p = incmap_arcs_points(book->arcs, i);
        if (arc->theme == INCMAP_THEME_AREAS)
            for (guint32 k = 0; k + 1 < arc->n_points; k++)
                add_edge(&grid, arc, p[k], p[k + 1]);
    }
    if (grid.reaches->len > 0)
        qsort(grid.reaches->data, grid.reaches->len, sizeof(Reach), compare_reaches);
    if (grid.crossings->len > 0)
        qsort(grid.crossings->data, grid.crossings->len, sizeof(Crossing), compare_crossings);
    g_autofree guint32 *cells = g_new0(guint32, N_CELLS);
    fill_whole_cells(&grid, cells);
    list_shared_cells(book, &grid, cells);
    add_runs(book, cells);
    g_array_unref(grid.reaches);
    g_array_unref(grid.crossings);
}
