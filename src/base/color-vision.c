/* SPDX-License-Identifier: MIT */
/*
 * Dichromatic vision after Machado, Oliveira & Fernandes 2009, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency",
 * severity 1, on linear sRGB; CIE 1976 L*a*b* with the white of D65; contrast
 * after WCAG 2.1.
 */
#include "base/color-vision.h"

#include <glib.h>
#include <math.h>

typedef struct Triple Triple;
struct Triple {
    double v[3];
};

static const double deficiencies[INCMAP_N_VISIONS][3][3] = {
    [INCMAP_VISION_FULL] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    [INCMAP_VISION_PROTAN] = {{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}},
    [INCMAP_VISION_DEUTAN] = {{0.367322, 0.860646, -0.227968},
                              {0.280085, 0.672501, 0.047413},
                              {-0.011820, 0.042940, 0.968881}},
    [INCMAP_VISION_TRITAN] = {{1.255528, -0.076749, -0.178779},
                              {-0.078411, 0.930809, 0.147602},
                              {0.004733, 0.691367, 0.303900}},
};

/* Linear sRGB to XYZ, each row divided by that coordinate of the white D65. */
static const double to_xyz[3][3] = {
    {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883},
};

const char *
incmap_vision_name(IncmapVision vision)
{
    static const char *const names[] = {"full", "protan", "deutan", "tritan"};
    return names[vision];
}

static Triple
multiply(const double matrix[3][3], Triple by)
{
    Triple product = {{0}};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++)
            product.v[i] += matrix[i][k] * by.v[k];
    }
    return product;
}

static double
linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4);
}

static Triple
linear_of(IncmapColor color)
{
    return (Triple){{linear(color.r), linear(color.g), linear(color.b)}};
}

static double
lab_curve(double t)
{
    return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static Triple
lab_of(Triple rgb)
{
    Triple xyz = multiply(to_xyz, rgb);
    double x = lab_curve(xyz.v[0]), y = lab_curve(xyz.v[1]), z = lab_curve(xyz.v[2]);
    return (Triple){{116 * y - 16, 500 * (x - y), 200 * (y - z)}};
}

static Triple
seen(IncmapColor color, IncmapVision vision)
{
    Triple rgb = multiply(deficiencies[vision], linear_of(color));
    for (int i = 0; i < 3; i++)
        rgb.v[i] = CLAMP(rgb.v[i], 0, 1);
    return lab_of(rgb);
}

IncmapColor
incmap_color_over(IncmapColor color, IncmapColor ground)
{
    double rest = 1 - color.a;
    return (IncmapColor){color.r * color.a + ground.r * rest, color.g * color.a + ground.g * rest,
                         color.b * color.a + ground.b * rest, 1};
}

double
incmap_color_distance(IncmapColor a, IncmapColor b, IncmapVision vision)
{
    Triple x = seen(a, vision), y = seen(b, vision);
    double sum = 0;
    for (int i = 0; i < 3; i++)
        sum += (x.v[i] - y.v[i]) * (x.v[i] - y.v[i]);
    return sqrt(sum);
}

double
incmap_color_lightness(IncmapColor color)
{
    return lab_of(linear_of(color)).v[0];
}

double
incmap_color_contrast(IncmapColor a, IncmapColor b)
{
    double x = multiply(to_xyz, linear_of(a)).v[1], y = multiply(to_xyz, linear_of(b)).v[1];
    return (MAX(x, y) + 0.05) / (MIN(x, y) + 0.05);
}
