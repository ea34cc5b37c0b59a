/* SPDX-License-Identifier: MIT */
/*
 * Numbers, texts and path data as SVG writes them: two decimals at most, no
 * exponent, no locale, nothing XML forbids.
 */
#pragma once

#include "scene/display.h"

/* 1/100 of a unit: what is written, so that relative steps never drift. */
static inline gint64
incmap_svg_quantise(double value)
{
    double scaled = value * 100;
    return (gint64)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/* "12.5", "-.25", "0". */
void incmap_svg_add_hundredths(GString *out, gint64 hundredths);
void incmap_svg_add_number(GString *out, double value);

/* ' name="12.5"'. */
void incmap_svg_add_number_attribute(GString *out, const char *name, double value);

/* ' x="…" y="…" width="…" height="…"'. */
void incmap_svg_add_box(GString *out, IncmapBox box);

/* ' name="text"', escaped. */
void incmap_svg_add_attribute(GString *out, const char *name, const char *text);

/* @text as it may stand in an element or attribute. */
void incmap_svg_add_escaped(GString *out, const char *text);

/* ' fill="#d0021b" fill-opacity=".5"' for @name "fill"; "none" when nothing is painted. */
void incmap_svg_add_color(GString *out, const char *name, IncmapColor color);

/* ' stop-color="#d0021b" stop-opacity=".5"', of a gradient. */
void incmap_svg_add_stop_color(GString *out, IncmapColor color);

/** IncmapSvgPath: path data being written, in relative steps of 1/100 pt */
typedef struct IncmapSvgPath IncmapSvgPath;
struct IncmapSvgPath {
    GString *out;
    gint64 x, y;             /* where the pen is */
    gint64 start_x, start_y; /* where the subpath began */
    char command;            /* the last one, which need not be repeated; 0: none yet */
    gboolean has_pen;        /* a subpath is open or was closed */
};

void incmap_svg_path_move(IncmapSvgPath *path, IncmapPoint to);
void incmap_svg_path_line(IncmapSvgPath *path, IncmapPoint to);
void incmap_svg_path_curve(IncmapSvgPath *path, const IncmapPoint points[3]);
void incmap_svg_path_close(IncmapSvgPath *path);
void incmap_svg_path_circle(IncmapSvgPath *path, IncmapPoint centre, double radius_pt);

/* Appends a whole path, with @origin as its (0, 0). */
void incmap_svg_path_add(IncmapSvgPath *data, const IncmapPath *path, IncmapPoint origin);
