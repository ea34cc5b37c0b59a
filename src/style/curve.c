/* SPDX-License-Identifier: MIT */
#include "style/curve.h"

#include <math.h>

/* One coordinate of a cubic Bézier curve from (0, 0) to (1, 1) at parameter @s. */
static double
bezier_at(double p1, double p2, double s)
{
    double r = 1 - s;
    return 3 * r * r * s * p1 + 3 * r * s * s * p2 + s * s * s;
}

/* y where the curve has @x; x grows with the parameter since its points are within 0 and 1. */
static double
solve_bezier(const double points[4], double x)
{
    double low = 0;
    double high = 1;
    for (guint i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (bezier_at(points[0], points[2], middle) < x)
            low = middle;
        else
            high = middle;
    }
    return bezier_at(points[1], points[3], (low + high) / 2);
}

double
incmap_curve_get_progress(const IncmapCurve *curve, double x, double low, double high)
{
    double width = high - low;
    double t = width != 0 ? (x - low) / width : 0;
    if (curve->kind == INCMAP_CURVE_BEZIER)
        return solve_bezier(curve->points, t);
    if (curve->base == 1 || width == 0)
        return t;
    return (pow(curve->base, x - low) - 1) / (pow(curve->base, width) - 1);
}

static gboolean
parse_bezier(IncmapParser *parser, const IncmapValue *value, IncmapCurve *curve)
{
    gboolean is_valid = value->n == 5;
    for (guint i = 1; is_valid && i < 5; i++) {
        const IncmapValue *point = &value->as.items[i];
        is_valid =
            point->kind == INCMAP_VALUE_NUMBER && point->as.number >= 0 && point->as.number <= 1;
        curve->points[i - 1] = is_valid ? point->as.number : 0;
    }
    if (!is_valid)
        incmap_parser_fail(parser, value,
                           "\"cubic-bezier\" takes four constant numbers from 0 to 1");
    curve->kind = INCMAP_CURVE_BEZIER;
    return is_valid;
}

IncmapCurve *
incmap_curve_parse(IncmapParser *parser, const IncmapValue *value)
{
    IncmapCurve *curve = incmap_arena_new_array(parser->arena, IncmapCurve, 1);
    curve->base = 1;
    curve->space =
        incmap_value_is_string(&value->as.items[0], "interpolate-hcl")   ? INCMAP_COLOR_SPACE_HCL
        : incmap_value_is_string(&value->as.items[0], "interpolate-lab") ? INCMAP_COLOR_SPACE_LAB
                                                                         : INCMAP_COLOR_SPACE_RGB;
    const IncmapValue *given = value->n > 1 ? &value->as.items[1] : NULL;
    if (given == NULL || given->kind != INCMAP_VALUE_ARRAY || given->n == 0)
        return incmap_parser_fail(parser, given != NULL ? given : value,
                                  "a curve is needed here, such as [\"linear\"]");
    const IncmapValue *name = &given->as.items[0];
    if (incmap_value_is_string(name, "cubic-bezier"))
        return parse_bezier(parser, given, curve) ? curve : NULL;
    if (incmap_value_is_string(name, "exponential")) {
        if (given->n < 2 || given->as.items[1].kind != INCMAP_VALUE_NUMBER)
            return incmap_parser_fail(parser, given->n < 2 ? given : &given->as.items[1],
                                      "\"exponential\" takes a constant number as its base");
        curve->base = given->as.items[1].as.number;
    } else if (!incmap_value_is_string(name, "linear")) {
        return incmap_parser_fail(parser, name,
                                  "a curve is \"linear\", \"exponential\" or \"cubic-bezier\"");
    }
    return curve;
}
