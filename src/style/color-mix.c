/* SPDX-License-Identifier: MIT */
/*
 * Colours between two colours, through sRGB, CIE Lab or its polar form HCL, all relative to the
 * white of D50. Lightness and chroma are 0 to 100 or so, hue is in degrees.
 */
#include "style/color.h"

#include <math.h>

/* CIE 15: white point D50 and the bounds of the two pieces of f(t) */
#define XN 0.96422
#define YN 1.0
#define ZN 0.82521
#define DELTA (6.0 / 29.0)

typedef struct Lab Lab;
struct Lab {
    double l;
    double a;
    double b;
};

typedef struct Hcl Hcl;
struct Hcl {
    double h_deg; /* NaN: grey has none */
    double c;
    double l;
};

static double
mix(double from, double to, double t)
{
    return from + (to - from) * t;
}

static double
lab_f(double t)
{
    return t > DELTA * DELTA * DELTA ? cbrt(t) : t / (3 * DELTA * DELTA) + 4.0 / 29.0;
}

static double
lab_f_inverse(double t)
{
    return t > DELTA ? t * t * t : 3 * DELTA * DELTA * (t - 4.0 / 29.0);
}

/* IEC 61966-2-1, the transfer curve of sRGB */
static double
linear_from_srgb(double v)
{
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
srgb_from_linear(double v)
{
    double s = v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return CLAMP(s, 0, 1);
}

/* sRGB to XYZ of D50 (Bradford), B. Lindbloom, "RGB/XYZ Matrices" */
static Lab
lab_from_color(const IncmapColor *color)
{
    double r = linear_from_srgb(color->r);
    double g = linear_from_srgb(color->g);
    double b = linear_from_srgb(color->b);
    double y = lab_f((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / YN);
    if (color->r == color->g && color->g == color->b)
        return (Lab){116 * y - 16, 0, 0};
    double x = lab_f((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / XN);
    double z = lab_f((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / ZN);
    return (Lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static IncmapColor
color_from_lab(Lab lab, double alpha)
{
    double fy = (lab.l + 16) / 116;
    double y = YN * lab_f_inverse(fy);
    double x = XN * lab_f_inverse(fy + lab.a / 500);
    double z = ZN * lab_f_inverse(fy - lab.b / 200);
    return (IncmapColor){srgb_from_linear(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
                         srgb_from_linear(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
                         srgb_from_linear(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha};
}

static Hcl
hcl_from_color(const IncmapColor *color)
{
    Lab lab = lab_from_color(color);
    double c = hypot(lab.a, lab.b);
    double h_deg = fmod(atan2(lab.b, lab.a) * 180 / G_PI + 360, 360);
    return (Hcl){c < 0.00005 ? NAN : h_deg, c, lab.l};
}

static IncmapColor
color_from_hcl(Hcl hcl, double alpha)
{
    double h_rad = isnan(hcl.h_deg) ? 0 : hcl.h_deg * G_PI / 180;
    double c = isnan(hcl.h_deg) ? 0 : hcl.c;
    return color_from_lab((Lab){hcl.l, cos(h_rad) * c, sin(h_rad) * c}, alpha);
}

/* The short way round; the hue of a grey is that of the other end. */
static Hcl
mix_hcl(Hcl from, Hcl to, double t)
{
    Hcl hcl = {NAN, mix(from.c, to.c, t), mix(from.l, to.l, t)};
    if (!isnan(from.h_deg) && !isnan(to.h_deg)) {
        double turn_deg = to.h_deg - from.h_deg;
        if (turn_deg > 180)
            turn_deg -= 360;
        else if (turn_deg < -180)
            turn_deg += 360;
        hcl.h_deg = from.h_deg + t * turn_deg;
    } else if (!isnan(from.h_deg)) {
        hcl.h_deg = from.h_deg;
    } else if (!isnan(to.h_deg)) {
        hcl.h_deg = to.h_deg;
    }
    return hcl;
}

IncmapColor
incmap_color_mix(const IncmapColor *from, const IncmapColor *to, double t, IncmapColorSpace space)
{
    double a = mix(from->a, to->a, t);
    if (space == INCMAP_COLOR_SPACE_HCL)
        return color_from_hcl(mix_hcl(hcl_from_color(from), hcl_from_color(to), t), a);
    if (space == INCMAP_COLOR_SPACE_LAB) {
        Lab x = lab_from_color(from);
        Lab y = lab_from_color(to);
        return color_from_lab((Lab){mix(x.l, y.l, t), mix(x.a, y.a, t), mix(x.b, y.b, t)}, a);
    }
    return (IncmapColor){mix(from->r, to->r, t), mix(from->g, to->g, t), mix(from->b, to->b, t), a};
}
