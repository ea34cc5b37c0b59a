/* SPDX-License-Identifier: MIT */
#include "arrange/raster.h"

#include <math.h>

struct IncmapRaster {
    IncmapBox map;
    double cell_pt;
    int n_columns, n_rows;
    guint16 *values; /* n_rows × n_columns */
    float *ink;      /* n_rows × n_columns */
    double *ink_sum; /* (n_rows + 1) × (n_columns + 1) */
    GArray *extents; /* Extent by value, made when first asked for; NULL after a change */
};

/* Where the cells of a value lie. */
typedef struct Extent Extent;
struct Extent {
    guint n;
    double sum_column, sum_row;
    int column0, column1, row0, row1;
};

/* The table covers the extent of its value only. */
struct IncmapMask {
    const IncmapRaster *raster;
    int column0, row0, n_columns, n_rows;
    guint32 *sum; /* (n_rows + 1) × (n_columns + 1) */
};

IncmapRaster *
incmap_raster_new(IncmapBox map, double cell_pt)
{
    IncmapRaster *raster = g_new0(IncmapRaster, 1);
    raster->map = map;
    raster->cell_pt = cell_pt;
    raster->n_columns = MAX(1, (int)ceil(incmap_box_width(map) / cell_pt));
    raster->n_rows = MAX(1, (int)ceil(incmap_box_height(map) / cell_pt));
    gsize n = (gsize)raster->n_columns * (gsize)raster->n_rows;
    raster->values = g_new0(guint16, n);
    raster->ink = g_new0(float, n);
    return raster;
}

void
incmap_raster_free(IncmapRaster *raster)
{
    if (raster == NULL)
        return;
    g_free(raster->values);
    g_free(raster->ink);
    g_free(raster->ink_sum);
    g_clear_pointer(&raster->extents, g_array_unref);
    g_free(raster);
}

void
incmap_raster_clear(IncmapRaster *raster, guint16 value)
{
    g_clear_pointer(&raster->extents, g_array_unref);
    for (int i = 0; i < raster->n_rows * raster->n_columns; i++)
        raster->values[i] = value;
}

static int
compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Where the outline crosses the horizontal line at @y_pt, from left to right. */
static void
crossings(const IncmapLandFeature *feature, double y_pt, GArray *xs)
{
    g_array_set_size(xs, 0);
    for (guint part = 0; part < feature->n_parts; part++) {
        guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
        for (guint32 i = start, previous = end - 1; i < end; previous = i++) {
            IncmapPoint a = feature->points[previous], b = feature->points[i];
            if ((a.y_pt > y_pt) == (b.y_pt > y_pt))
                continue;
            double x_pt = a.x_pt + (y_pt - a.y_pt) / (b.y_pt - a.y_pt) * (b.x_pt - a.x_pt);
            g_array_append_val(xs, x_pt);
        }
    }
    g_array_sort(xs, compare_doubles);
}

/* Buckets of edges by row would be faster for huge outlines; the features here are cut to the map
 * and thinned to its scale. */
void
incmap_raster_fill(IncmapRaster *raster, const IncmapLandFeature *feature, guint16 value)
{
    g_clear_pointer(&raster->extents, g_array_unref);
    g_autoptr(GArray) xs = g_array_new(FALSE, FALSE, sizeof(double));
    int row0 = MAX(0, (int)((feature->box.y0_pt - raster->map.y0_pt) / raster->cell_pt) - 1);
    int row1 = MIN(raster->n_rows - 1,
                   (int)((feature->box.y1_pt - raster->map.y0_pt) / raster->cell_pt) + 1);
    for (int row = row0; row <= row1; row++) {
        crossings(feature, raster->map.y0_pt + (row + 0.5) * raster->cell_pt, xs);
        for (guint i = 0; i + 1 < xs->len; i += 2) {
            double from = (g_array_index(xs, double, i) - raster->map.x0_pt) / raster->cell_pt;
            double to = (g_array_index(xs, double, i + 1) - raster->map.x0_pt) / raster->cell_pt;
            int column0 = (int)CLAMP(ceil(from - 0.5), 0, raster->n_columns);
            int column1 = (int)CLAMP(ceil(to - 0.5), 0, raster->n_columns);
            for (int column = column0; column < column1; column++)
                raster->values[row * raster->n_columns + column] = value;
        }
    }
}

guint16
incmap_raster_get(const IncmapRaster *raster, IncmapPoint point)
{
    if (!incmap_box_has_point(raster->map, point))
        return 0;
    int column =
        MIN((int)((point.x_pt - raster->map.x0_pt) / raster->cell_pt), raster->n_columns - 1);
    int row = MIN((int)((point.y_pt - raster->map.y0_pt) / raster->cell_pt), raster->n_rows - 1);
    return raster->values[row * raster->n_columns + column];
}

/* @n cells of a row with the same value. */
static void
add_cells(GArray *extents, guint16 value, int column, int n, int row)
{
    if (value >= extents->len)
        g_array_set_size(extents, value + 1u);
    Extent *extent = &g_array_index(extents, Extent, value);
    gboolean is_first = extent->n == 0;
    extent->n += (guint)n;
    extent->sum_column += n * (column + n / 2.0);
    extent->sum_row += n * (row + 0.5);
    extent->column0 = is_first ? column : MIN(extent->column0, column);
    extent->column1 = MAX(extent->column1, column + n - 1);
    extent->row0 = is_first ? row : MIN(extent->row0, row);
    extent->row1 = MAX(extent->row1, row);
}

/* All values in one walk: a map of the world asks for two hundred. */
static void
measure_extents(IncmapRaster *raster)
{
    raster->extents = g_array_new(FALSE, TRUE, sizeof(Extent));
    for (int row = 0; row < raster->n_rows; row++) {
        const guint16 *values = raster->values + row * raster->n_columns;
        for (int column = 0, n; column < raster->n_columns; column += n) {
            for (n = 1; column + n < raster->n_columns && values[column + n] == values[column];)
                n++;
            add_cells(raster->extents, values[column], column, n, row);
        }
    }
}

/* NULL when no cell has the value. */
static const Extent *
find_extent(IncmapRaster *raster, guint16 value)
{
    if (raster->extents == NULL)
        measure_extents(raster);
    if (value >= raster->extents->len || g_array_index(raster->extents, Extent, value).n == 0)
        return NULL;
    return &g_array_index(raster->extents, Extent, value);
}

guint
incmap_raster_count(IncmapRaster *raster, guint16 value, IncmapPoint *out_centre,
                    IncmapBox *out_box)
{
    const Extent *extent = find_extent(raster, value);
    if (extent == NULL)
        return 0;
    double cell_pt = raster->cell_pt, x0_pt = raster->map.x0_pt, y0_pt = raster->map.y0_pt;
    *out_centre = (IncmapPoint){x0_pt + extent->sum_column / extent->n * cell_pt,
                                y0_pt + extent->sum_row / extent->n * cell_pt};
    *out_box =
        (IncmapBox){x0_pt + extent->column0 * cell_pt, y0_pt + extent->row0 * cell_pt,
                    x0_pt + (extent->column1 + 1) * cell_pt, y0_pt + (extent->row1 + 1) * cell_pt};
    return extent->n;
}

/* Walks a segment in steps of half a cell. */
static void
ink_segment(IncmapRaster *raster, IncmapPoint a, IncmapPoint b, float weight)
{
    double length_cells = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt) / raster->cell_pt;
    int n_steps = 1 + (int)(length_cells * 2);
    for (int i = 0; i < n_steps; i++) {
        double t = (i + 0.5) / n_steps;
        double x_cells = (a.x_pt + t * (b.x_pt - a.x_pt) - raster->map.x0_pt) / raster->cell_pt;
        double y_cells = (a.y_pt + t * (b.y_pt - a.y_pt) - raster->map.y0_pt) / raster->cell_pt;
        if (x_cells < 0 || y_cells < 0 || x_cells >= raster->n_columns || y_cells >= raster->n_rows)
            continue;
        raster->ink[(int)y_cells * raster->n_columns + (int)x_cells] +=
            weight * (float)(length_cells / n_steps);
    }
}

void
incmap_raster_ink(IncmapRaster *raster, const IncmapLandFeature *feature, gboolean is_closed,
                  float weight)
{
    for (guint part = 0; part < feature->n_parts; part++) {
        guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
        for (guint32 i = start + 1; i < end; i++)
            ink_segment(raster, feature->points[i - 1], feature->points[i], weight);
        if (is_closed && end > start)
            ink_segment(raster, feature->points[end - 1], feature->points[start], weight);
    }
}

void
incmap_raster_sum_ink(IncmapRaster *raster)
{
    int stride = raster->n_columns + 1;
    g_free(raster->ink_sum);
    raster->ink_sum = g_new0(double, (gsize)stride *(gsize)(raster->n_rows + 1));
    for (int row = 0; row < raster->n_rows; row++) {
        double line = 0;
        for (int column = 0; column < raster->n_columns; column++) {
            line += (double)raster->ink[row * raster->n_columns + column];
            raster->ink_sum[(row + 1) * stride + column + 1] =
                raster->ink_sum[row * stride + column + 1] + line;
        }
    }
}

typedef struct Cells Cells;
struct Cells {
    int column0, column1, row0, row1; /* half-open */
};

/* The last cell border before a place, 0 … @n. Truncating is rounding down from 0 on, and takes no
 * call. */
static int
border_before(double cells, int n)
{
    return cells > 0 ? (int)MIN(cells, n) : 0;
}

static int
border_after(double cells, int n)
{
    int before = border_before(cells, n);
    return before + (cells > before && before < n);
}

/* The cells that a box touches. */
static Cells
cells_under(const IncmapRaster *raster, IncmapBox box)
{
    double cell_pt = raster->cell_pt, x0_pt = raster->map.x0_pt, y0_pt = raster->map.y0_pt;
    return (Cells){
        border_before((box.x0_pt - x0_pt) / cell_pt, raster->n_columns),
        border_after((box.x1_pt - x0_pt) / cell_pt, raster->n_columns),
        border_before((box.y0_pt - y0_pt) / cell_pt, raster->n_rows),
        border_after((box.y1_pt - y0_pt) / cell_pt, raster->n_rows),
    };
}

double
incmap_raster_ink_in(const IncmapRaster *raster, IncmapBox box)
{
    Cells c = cells_under(raster, box);
    int stride = raster->n_columns + 1;
    return raster->ink_sum[c.row1 * stride + c.column1] -
           raster->ink_sum[c.row0 * stride + c.column1] -
           raster->ink_sum[c.row1 * stride + c.column0] +
           raster->ink_sum[c.row0 * stride + c.column0];
}

IncmapMask *
incmap_raster_mask(IncmapRaster *raster, guint16 value)
{
    IncmapMask *mask = g_new0(IncmapMask, 1);
    mask->raster = raster;
    const Extent *extent = find_extent(raster, value);
    if (extent == NULL)
        return mask;
    mask->column0 = extent->column0;
    mask->row0 = extent->row0;
    mask->n_columns = extent->column1 + 1 - extent->column0;
    mask->n_rows = extent->row1 + 1 - extent->row0;
    int stride = mask->n_columns + 1;
    mask->sum = g_new0(guint32, (gsize)stride * (gsize)(mask->n_rows + 1));
    for (int row = 0; row < mask->n_rows; row++) {
        const guint16 *values =
            raster->values + (mask->row0 + row) * raster->n_columns + mask->column0;
        guint32 *above = mask->sum + row * stride, *sums = above + stride, line = 0;
        for (int column = 0; column < mask->n_columns; column++) {
            line += values[column] == value;
            sums[column + 1] = above[column + 1] + line;
        }
    }
    return mask;
}

void
incmap_mask_free(IncmapMask *mask)
{
    if (mask == NULL)
        return;
    g_free(mask->sum);
    g_free(mask);
}

/* Cells with the value among some cells of the raster. */
static guint32
count_cells(const IncmapMask *mask, Cells c)
{
    if (mask->sum == NULL)
        return 0;
    int column0 = CLAMP(c.column0 - mask->column0, 0, mask->n_columns);
    int column1 = CLAMP(c.column1 - mask->column0, 0, mask->n_columns);
    const guint32 *top =
        mask->sum + CLAMP(c.row0 - mask->row0, 0, mask->n_rows) * (mask->n_columns + 1);
    const guint32 *bottom =
        mask->sum + CLAMP(c.row1 - mask->row0, 0, mask->n_rows) * (mask->n_columns + 1);
    return bottom[column1] - top[column1] - bottom[column0] + top[column0];
}

double
incmap_mask_share(const IncmapMask *mask, IncmapBox box)
{
    Cells c = cells_under(mask->raster, box);
    double n = count_cells(mask, c), cell_pt = mask->raster->cell_pt;
    if (n == 0)
        return 0;
    /* What lies off the map has no value. */
    double wanted = ceil(incmap_box_width(box) / cell_pt) * ceil(incmap_box_height(box) / cell_pt);
    double touched = (double)(c.column1 - c.column0) * (c.row1 - c.row0);
    return n / MAX(1, MAX(wanted, touched));
}
