/* SPDX-License-Identifier: MIT */
/*
 * Cells of about a point. Going back through the projection is dear: it is done at the corners of
 * larger squares, and between them degrees are interpolated; only where a corner is off the globe
 * is every cell asked for.
 */
#include "project/relief.h"

#include <math.h>

#define CELLS_PER_PT 1.0
#define MAX_CELLS 1500000.0
#define SQUARE 8      /* cells */
#define MAX_SAMPLES 4 /* a side of a cell */

/* A corner of a square; lon_deg is NAN off the globe. */
static IncmapLonLat
find_lonlat(const IncmapFrame *frame, double x_pt, double y_pt)
{
    IncmapLonLat at;
    IncmapPoint point = {frame->map.x0_pt + x_pt, frame->map.y0_pt + y_pt};
    if (!frame->inverse(frame->transform, point, &at))
        return (IncmapLonLat){NAN, NAN};
    return at;
}

/* The corner's longitude next to that of the first one, across the antimeridian if need be. */
static double
unwrap(double lon_deg, double near_deg)
{
    return near_deg + incmap_wrap_lon(lon_deg - near_deg);
}

/** Square: some cells, and the degrees at its corners */
typedef struct Square Square;
struct Square {
    IncmapLonLat corners[4]; /* upper left, upper right, lower left, lower right */
    gboolean is_whole;       /* none of them is off the globe or near a pole */
};

static Square
make_square(const IncmapFrame *frame, double cell_pt, guint x0, guint y0)
{
    Square square = {.is_whole = TRUE};
    for (guint i = 0; i < 4; i++) {
        IncmapLonLat *corner = &square.corners[i];
        *corner = find_lonlat(frame, (x0 + (i & 1) * SQUARE) * cell_pt,
                              (y0 + (i >> 1) * SQUARE) * cell_pt);
        square.is_whole =
            square.is_whole && isfinite(corner->lon_deg) && fabs(corner->lat_deg) < 88;
        corner->lon_deg = unwrap(corner->lon_deg, square.corners[0].lon_deg);
    }
    return square;
}

static IncmapLonLat
between(const Square *square, double tx, double ty)
{
    const IncmapLonLat *c = square->corners;
    return (IncmapLonLat){(c[0].lon_deg * (1 - tx) + c[1].lon_deg * tx) * (1 - ty) +
                              (c[2].lon_deg * (1 - tx) + c[3].lon_deg * tx) * ty,
                          (c[0].lat_deg * (1 - tx) + c[1].lat_deg * tx) * (1 - ty) +
                              (c[2].lat_deg * (1 - tx) + c[3].lat_deg * tx) * ty};
}

/* The mean over a cell, which may hold several of the relief's. */
static double
mean_shade(const IncmapFrame *frame, IncmapRelief *relief, const Square *square, double cell_pt,
           double x, double y, guint x0, guint y0, guint n)
{
    double sum = 0;
    for (guint i = 0; i < n * n; i++) {
        double cx = x + (i % n + 0.5) / n, cy = y + (i / n + 0.5) / n;
        IncmapLonLat at = square->is_whole ? between(square, (cx - x0) / SQUARE, (cy - y0) / SQUARE)
                                           : find_lonlat(frame, cx * cell_pt, cy * cell_pt);
        sum += isfinite(at.lon_deg) ? incmap_relief_get(relief, at) : 0;
    }
    return sum / (n * n);
}

static void
fill_square(IncmapShade *shade, const IncmapFrame *frame, IncmapRelief *relief, double cell_pt,
            guint x0, guint y0)
{
    guint x1 = MIN(x0 + SQUARE, shade->width_px), y1 = MIN(y0 + SQUARE, shade->height_px);
    Square square = make_square(frame, cell_pt, x0, y0);
    guint n = (guint)CLAMP(ceil(cell_pt / shade->detail_pt / 1.5), 1, MAX_SAMPLES);
    for (guint y = y0; y < y1; y++) {
        for (guint x = x0; x < x1; x++) {
            double value = mean_shade(frame, relief, &square, cell_pt, x, y, x0, y0, n);
            shade->values[(gsize)y * shade->width_px + x] = (gint8)round(value * 127);
        }
    }
}

void
incmap_project_relief(IncmapScene *scene, IncmapRelief *relief)
{
    const IncmapFrame *frame = &scene->frame;
    double width_pt = incmap_box_width(frame->map), height_pt = incmap_box_height(frame->map);
    double per_pt = MIN(CELLS_PER_PT, sqrt(MAX_CELLS / (width_pt * height_pt)));
    IncmapShade *shade = g_new0(IncmapShade, 1);
    shade->width_px = MAX(1, (guint)ceil(width_pt * per_pt));
    shade->height_px = MAX(1, (guint)ceil(height_pt * per_pt));
    shade->cell_pt = 1 / per_pt;
    shade->detail_pt = incmap_relief_cell_m(relief) / frame->m_per_pt;
    shade->values = g_new0(gint8, (gsize)shade->width_px * shade->height_px);
    for (guint y = 0; y < shade->height_px; y += SQUARE)
        for (guint x = 0; x < shade->width_px; x += SQUARE)
            fill_square(shade, frame, relief, shade->cell_pt, x, y);
    incmap_shade_free(scene->shade);
    scene->shade = shade;
}
