/* SPDX-License-Identifier: MIT */
#include "project/fit.h"

#include <math.h>

/* Bounds in plane metres. */
typedef struct Bounds Bounds;
struct Bounds {
    double west, south, east, north;
    guint n, n_hidden;
};

static const Bounds nothing = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL, 0, 0};

static void
include(Bounds *bounds, const IncmapTransform *transform, IncmapLonLat place)
{
    IncmapEastNorth at;
    if (!incmap_transform_plane(transform, place, &at)) {
        bounds->n_hidden++;
        return;
    }
    bounds->n++;
    bounds->west = MIN(bounds->west, at.east_m);
    bounds->east = MAX(bounds->east, at.east_m);
    bounds->south = MIN(bounds->south, at.north_m);
    bounds->north = MAX(bounds->north, at.north_m);
}

static Bounds
bounds_of_places(const IncmapTransform *transform, const IncmapView *view, guint n)
{
    Bounds bounds = nothing;
    for (guint i = 0; i < n; i++)
        include(&bounds, transform, g_array_index(view->places, IncmapLonLat, i));
    return bounds;
}

/* The world as far as the projection shows it; where the poles are far away, as far as people
 * live. */
static Bounds
bounds_of_world(const IncmapTransform *transform)
{
    Bounds bounds = nothing;
    gboolean is_endless = transform->max_lat_deg < 90;
    double south = is_endless ? -58 : transform->min_lat_deg;
    double north = is_endless ? 80 : transform->max_lat_deg;
    for (int i = 0; i <= 180; i++) {
        if (transform->family == INCMAP_FAMILY_AZIMUTHAL) {
            include(
                &bounds, transform,
                incmap_sphere_destination(transform->origin, i * 2, transform->reach_deg - 0.01));
            continue;
        }
        double lat = south + (north - south) * i / 180;
        double lon = transform->origin.lon_deg + transform->half_lon_deg * (i - 90) / 90;
        include(&bounds, transform,
                (IncmapLonLat){transform->origin.lon_deg - transform->half_lon_deg, lat});
        include(&bounds, transform,
                (IncmapLonLat){transform->origin.lon_deg + transform->half_lon_deg, lat});
        include(&bounds, transform, (IncmapLonLat){lon, south});
        include(&bounds, transform, (IncmapLonLat){lon, north});
    }
    return bounds;
}

/* Points per metre at which @bounds fit into a box; HUGE_VAL for a single point. */
static double
fitting_scale(const Bounds *bounds, double width_pt, double height_pt)
{
    double across = bounds->east - bounds->west, up = bounds->north - bounds->south;
    double by_width = across > 0 ? MAX(width_pt, 1) / across : HUGE_VAL;
    double by_height = up > 0 ? MAX(height_pt, 1) / up : HUGE_VAL;
    return MIN(by_width, by_height);
}

/* Plane metres per ground metre in the middle. */
static double
middle_stretch(const IncmapTransform *transform, const Bounds *bounds)
{
    IncmapEastNorth middle = {(bounds->west + bounds->east) / 2,
                              (bounds->south + bounds->north) / 2};
    IncmapLonLat place;
    IncmapLocalScale scale;
    if (!incmap_transform_geographic(transform, middle, &place) ||
        !incmap_measure_local(transform, place, &scale))
        return 1;
    return sqrt(scale.largest * scale.smallest);
}

/* How much smaller the map may become to leave the room wished for: what it is of should not grow
 * for a card. */
static const double least_shrink = 0.9;

/** Room: what is kept free at each side of the map box, in page points */
typedef struct Room Room;
struct Room {
    double left, right, top, bottom;
};

/** Spread: where the places lie within the bounds, as shares of them from the lower left */
typedef struct Spread Spread;
struct Spread {
    double least_x, most_x, least_y, most_y;
    guint n_left, n_upper, n;
};

static Spread
find_spread(const IncmapTransform *transform, const IncmapView *view, const Bounds *bounds)
{
    Spread spread = {1, 0, 1, 0, 0, 0, 0};
    for (guint i = 0; i < view->n_must; i++) {
        IncmapEastNorth at;
        if (!incmap_transform_plane(transform, g_array_index(view->places, IncmapLonLat, i), &at))
            continue;
        double x = (at.east_m - bounds->west) / MAX(bounds->east - bounds->west, 1);
        double y = (at.north_m - bounds->south) / MAX(bounds->north - bounds->south, 1);
        spread.least_x = MIN(spread.least_x, x);
        spread.most_x = MAX(spread.most_x, x);
        spread.least_y = MIN(spread.least_y, y);
        spread.most_y = MAX(spread.most_y, y);
        spread.n_left += x < 0.5;
        spread.n_upper += y > 0.5;
        spread.n++;
    }
    return spread;
}

static void
swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* Places that lie over more than this share of the bounds are on no side. */
#define WIDELY 0.6

/* The padding, or what is reserved, which then lies on the side of the places, if they have one. On
 * a page with room above or below the map fills its width. */
static Room
make_room(const IncmapTransform *transform, const IncmapView *view, const Bounds *bounds,
          const IncmapProjectOptions *options, double pad_pt)
{
    Room room = {0};
    if (!view->is_exact)
        room = (Room){options->reserve_left_pt, options->reserve_right_pt, options->reserve_top_pt,
                      options->reserve_bottom_pt};
    if (options->can_reserve_opposite && view->n_must > 0) {
        Spread spread = find_spread(transform, view, bounds);
        if (spread.most_x - spread.least_x > WIDELY)
            room.left = room.right = 0;
        if (spread.most_y - spread.least_y > WIDELY)
            room.top = room.bottom = 0;
        if ((spread.n_left * 2 > spread.n) != (room.left > room.right))
            swap(&room.left, &room.right);
        if ((spread.n_upper * 2 >= spread.n) != (room.top > room.bottom))
            swap(&room.top, &room.bottom);
    }
    double beside_pt = room.top > 0 || room.bottom > 0 ? pad_pt / 2 : pad_pt;
    room.left = MAX(room.left, beside_pt);
    room.right = MAX(room.right, beside_pt);
    room.top = MAX(room.top, pad_pt);
    room.bottom = MAX(room.bottom, pad_pt);
    return room;
}

static double
choose_scale(const IncmapTransform *transform, const IncmapView *view, const Bounds *bounds,
             const IncmapProjectOptions *options, double pad_pt, const Room *room)
{
    double width = incmap_box_width(options->map), height = incmap_box_height(options->map);
    double scale = fitting_scale(bounds, width - 2 * MIN(pad_pt, MIN(room->left, room->right)),
                                 height - 2 * pad_pt);
    double beside =
        fitting_scale(bounds, width - room->left - room->right, height - room->top - room->bottom);
    scale = MIN(scale, MAX(beside, scale * least_shrink));
    double stretch = middle_stretch(transform, bounds);
    if (view->max_width_km > 0 && width / (view->max_width_km * 1000 * stretch) > scale) {
        Bounds must = bounds_of_places(transform, view, view->n_must);
        double limit = must.n > 0 ? fitting_scale(&must, width * 0.94, height * 0.94) : HUGE_VAL;
        scale = MIN(limit, width / (view->max_width_km * 1000 * stretch));
    }
    double least_km = MAX(view->min_width_km, view->is_exact ? 0.1 : 2);
    return MIN(scale, width / (least_km * 1000 * stretch));
}

/* Where the middle of something of half the size @half stands between @low and @high, so that what
 * is kept free at either end stays free, as far as it stays inside, @pad from the edge. */
static double
place_middle(double low, double high, double free_low, double free_high, double half, double pad)
{
    double middle = (low + high) / 2;
    double least = low + free_low + half, most = high - free_high - half;
    if (least <= most)
        middle = CLAMP(middle, least, most);
    else
        middle = (low + free_low + high - free_high) / 2;
    least = low + half + 0.3 * pad;
    most = high - half - 0.3 * pad;
    return least <= most ? CLAMP(middle, least, most) : (low + high) / 2;
}

gboolean
incmap_fit(IncmapTransform *transform, const IncmapView *view, const IncmapProjectOptions *options,
           guint *out_n_hidden)
{
    gboolean is_outline = view->is_world && !view->is_exact;
    Bounds bounds = is_outline ? bounds_of_world(transform)
                               : bounds_of_places(transform, view, view->places->len);
    if (bounds.n == 0)
        return FALSE;
    IncmapBox map = options->map;
    double padding = is_outline ? 0.01 : view->padding;
    double pad_pt = padding * MIN(incmap_box_width(map), incmap_box_height(map));
    Room room = make_room(transform, view, &bounds, options, pad_pt);
    double scale = choose_scale(transform, view, &bounds, options, pad_pt, &room);
    transform->pt_per_m = scale;
    transform->east0_m = (bounds.west + bounds.east) / 2;
    transform->north0_m = (bounds.south + bounds.north) / 2;
    transform->page_origin =
        (IncmapPoint){place_middle(map.x0_pt, map.x1_pt, room.left, room.right,
                                   (bounds.east - bounds.west) * scale / 2, pad_pt),
                      place_middle(map.y0_pt, map.y1_pt, room.top, room.bottom,
                                   (bounds.north - bounds.south) * scale / 2, pad_pt)};
    *out_n_hidden = bounds_of_places(transform, view, view->n_must).n_hidden;
    return TRUE;
}
