/* SPDX-License-Identifier: MIT */
/*
 * Outlines of the symbols, all of the same area as the circle, so that no type
 * looks more deadly than another.
 */
#include "arrange/symbols.h"

#include <math.h>

/* A regular polygon or star around @at; the first corner stands at @start_rad (0: right). */
static void
add_star(IncmapPath *path, IncmapPoint at, int n_corners, double outer_pt, double inner_pt,
         double start_rad)
{
    for (int i = 0; i < n_corners; i++) {
        double radius_pt = i % 2 == 0 ? outer_pt : inner_pt;
        double angle_rad = start_rad + i * 2 * G_PI / n_corners;
        double x_pt = at.x_pt + radius_pt * cos(angle_rad);
        double y_pt = at.y_pt + radius_pt * sin(angle_rad);
        if (i == 0)
            incmap_path_move(path, x_pt, y_pt);
        else
            incmap_path_line(path, x_pt, y_pt);
    }
    incmap_path_close(path);
}

/* Two bars at right angles, turned by 45 degrees, as one outline of twelve corners. */
static void
add_cross(IncmapPath *path, IncmapPoint at, double arm_pt, double half_width_pt)
{
    const double corners[12][2] = {
        {1, 1},   {arm_pt, 1},   {arm_pt, -1}, {1, -1}, {1, -arm_pt}, {-1, -arm_pt},
        {-1, -1}, {-arm_pt, -1}, {-arm_pt, 1}, {-1, 1}, {-1, arm_pt}, {1, arm_pt},
    };
    for (int i = 0; i < 12; i++) {
        double x = fabs(corners[i][0]) == 1 ? corners[i][0] * half_width_pt : corners[i][0];
        double y = fabs(corners[i][1]) == 1 ? corners[i][1] * half_width_pt : corners[i][1];
        double x_pt = at.x_pt + (x - y) * G_SQRT2 / 2, y_pt = at.y_pt + (x + y) * G_SQRT2 / 2;
        if (i == 0)
            incmap_path_move(path, x_pt, y_pt);
        else
            incmap_path_line(path, x_pt, y_pt);
    }
    incmap_path_close(path);
}

/* A drop with its tip up: a circle's lower arc and two curves that meet above it. */
static void
add_drop(IncmapPath *path, IncmapPoint at, double radius_pt)
{
    double r = radius_pt * 0.887, k = r * 0.5523, y_pt = at.y_pt + r * 0.36;
    incmap_path_move(path, at.x_pt, y_pt - r * 2.1);
    incmap_path_curve(path, (IncmapPoint){at.x_pt + r * 0.25, y_pt - r * 1.45},
                      (IncmapPoint){at.x_pt + r, y_pt - r * 0.75},
                      (IncmapPoint){at.x_pt + r, y_pt});
    incmap_path_curve(path, (IncmapPoint){at.x_pt + r, y_pt + k},
                      (IncmapPoint){at.x_pt + k, y_pt + r}, (IncmapPoint){at.x_pt, y_pt + r});
    incmap_path_curve(path, (IncmapPoint){at.x_pt - k, y_pt + r},
                      (IncmapPoint){at.x_pt - r, y_pt + k}, (IncmapPoint){at.x_pt - r, y_pt});
    incmap_path_curve(path, (IncmapPoint){at.x_pt - r, y_pt - r * 0.75},
                      (IncmapPoint){at.x_pt - r * 0.25, y_pt - r * 1.45},
                      (IncmapPoint){at.x_pt, y_pt - r * 2.1});
    incmap_path_close(path);
}

/* The factors make each area π r². */
void
incmap_symbol_path(IncmapPath *path, IncmapShape shape, IncmapPoint at, double radius_pt)
{
    switch (shape) {
    case INCMAP_SHAPE_SQUARE:
        add_star(path, at, 4, radius_pt * 1.253, radius_pt * 1.253, G_PI_4);
        return;
    case INCMAP_SHAPE_DIAMOND:
        add_star(path, at, 4, radius_pt * 1.253, radius_pt * 1.253, 0);
        return;
    case INCMAP_SHAPE_TRIANGLE:
        at.y_pt += radius_pt * 0.25; /* the eye's middle of a triangle lies above its centre */
        add_star(path, at, 3, radius_pt * 1.555, radius_pt * 1.555, -G_PI_2);
        return;
    case INCMAP_SHAPE_BURST:
        add_star(path, at, 16, radius_pt * 1.298, radius_pt * 0.79, -G_PI_2);
        return;
    case INCMAP_SHAPE_STAR:
        add_star(path, at, 10, radius_pt * 1.62, radius_pt * 0.66, -G_PI_2);
        return;
    case INCMAP_SHAPE_HEXAGON:
        add_star(path, at, 6, radius_pt * 1.1, radius_pt * 1.1, 0);
        return;
    case INCMAP_SHAPE_CROSS:
        add_cross(path, at, radius_pt * 1.222, radius_pt * 0.38);
        return;
    case INCMAP_SHAPE_DROP:
        add_drop(path, at, radius_pt);
        return;
    case INCMAP_SHAPE_TRIANGLE_DOWN:
        at.y_pt -= radius_pt * 0.25;
        add_star(path, at, 3, radius_pt * 1.555, radius_pt * 1.555, G_PI_2);
        return;
    case INCMAP_SHAPE_PENTAGON:
        add_star(path, at, 5, radius_pt * 1.149, radius_pt * 1.149, -G_PI_2);
        return;
    case INCMAP_SHAPE_CIRCLE:
    case INCMAP_N_SHAPES:
        break;
    }
    incmap_path_circle(path, at, radius_pt);
}
