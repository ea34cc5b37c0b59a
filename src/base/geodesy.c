/* SPDX-License-Identifier: MIT */
/*
 * Vincenty's inverse and direct formulas. Symbols are his: U reduced latitude,
 * lambda difference of longitude on the auxiliary sphere, sigma arc length on
 * it, alpha azimuth of the geodesic at the equator.
 */
#include "base/geodesy.h"

#include <math.h>

static const double equatorial_km = 6378.137;
static const double flattening = 1 / 298.257223563;
static const double polar_km = 6378.137 * (1 - 1 / 298.257223563);
static const double same_volume_km = 6371.0008; /* radius of the sphere of the same volume */

static double
rad(double deg)
{
    return deg * (G_PI / 180);
}

static double
deg_full_circle(double angle_rad)
{
    double deg = fmod(angle_rad * (180 / G_PI), 360);
    return deg < 0 ? deg + 360 : deg;
}

/* The state of one iteration of the inverse formula. */
typedef struct Arc Arc;
struct Arc {
    double sin_sigma, cos_sigma, sigma;
    double cos_sq_alpha, cos_2sigma_m;
    double sin_lambda, cos_lambda;
};

/* Formulas 14 to 18: the arc for @lambda. FALSE for coinciding points. */
static gboolean
measure_arc(double lambda, double sin_u1, double cos_u1, double sin_u2, double cos_u2, Arc *arc)
{
    arc->sin_lambda = sin(lambda);
    arc->cos_lambda = cos(lambda);
    double across = cos_u2 * arc->sin_lambda;
    double along = cos_u1 * sin_u2 - sin_u1 * cos_u2 * arc->cos_lambda;
    arc->sin_sigma = sqrt(across * across + along * along);
    if (arc->sin_sigma == 0)
        return FALSE;
    arc->cos_sigma = sin_u1 * sin_u2 + cos_u1 * cos_u2 * arc->cos_lambda;
    arc->sigma = atan2(arc->sin_sigma, arc->cos_sigma);
    double sin_alpha = cos_u1 * cos_u2 * arc->sin_lambda / arc->sin_sigma;
    arc->cos_sq_alpha = 1 - sin_alpha * sin_alpha;
    /* On the equator cos_sq_alpha is 0 and the term vanishes. */
    arc->cos_2sigma_m =
        arc->cos_sq_alpha > 1e-15 ? arc->cos_sigma - 2 * sin_u1 * sin_u2 / arc->cos_sq_alpha : 0;
    return TRUE;
}

/* Formulas 10 and 11: how far lambda on the sphere exceeds the difference of longitudes. */
static double
lambda_excess(double sin_alpha, double cos_sq_alpha, double sigma, double sin_sigma,
              double cos_sigma, double cos_2sigma_m)
{
    double f = flattening;
    double c = f / 16 * cos_sq_alpha * (4 + f * (4 - 3 * cos_sq_alpha));
    return (1 - c) * f * sin_alpha *
           (sigma +
            c * sin_sigma * (cos_2sigma_m + c * cos_sigma * (2 * cos_2sigma_m * cos_2sigma_m - 1)));
}

/* Formulas 3, 4 and 6. */
static double
delta_sigma(double b, double sin_sigma, double cos_sigma, double cos_2sigma_m)
{
    double m2 = cos_2sigma_m * cos_2sigma_m;
    return b * sin_sigma *
           (cos_2sigma_m +
            b / 4 *
                (cos_sigma * (2 * m2 - 1) -
                 b / 6 * cos_2sigma_m * (4 * sin_sigma * sin_sigma - 3) * (4 * m2 - 3)));
}

static void
series(double cos_sq_alpha, double *out_a, double *out_b)
{
    double u2 = cos_sq_alpha * (equatorial_km * equatorial_km - polar_km * polar_km) /
                (polar_km * polar_km);
    *out_a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
    *out_b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
}

static void
solve_on_sphere(IncmapLonLat a, IncmapLonLat b, double *out_km, double *out_azimuth_rad)
{
    double phi1 = rad(a.lat_deg), phi2 = rad(b.lat_deg), dlon = rad(b.lon_deg - a.lon_deg);
    double across = cos(phi2) * sin(dlon);
    double along = cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(dlon);
    double cos_sigma = sin(phi1) * sin(phi2) + cos(phi1) * cos(phi2) * cos(dlon);
    *out_km = same_volume_km * atan2(hypot(across, along), cos_sigma);
    *out_azimuth_rad = atan2(across, along);
}

static void
solve_inverse(IncmapLonLat a, IncmapLonLat b, double *out_km, double *out_azimuth_rad)
{
    double u1 = atan((1 - flattening) * tan(rad(a.lat_deg)));
    double u2 = atan((1 - flattening) * tan(rad(b.lat_deg)));
    double sin_u1 = sin(u1), cos_u1 = cos(u1), sin_u2 = sin(u2), cos_u2 = cos(u2);
    double dlon = rad(incmap_wrap_lon(b.lon_deg - a.lon_deg)), lambda = dlon;
    for (int i = 0; i < 60; i++) {
        Arc arc;
        if (!measure_arc(lambda, sin_u1, cos_u1, sin_u2, cos_u2, &arc)) {
            *out_km = *out_azimuth_rad = 0;
            return;
        }
        double sin_alpha = cos_u1 * cos_u2 * arc.sin_lambda / arc.sin_sigma;
        double next = dlon + lambda_excess(sin_alpha, arc.cos_sq_alpha, arc.sigma, arc.sin_sigma,
                                           arc.cos_sigma, arc.cos_2sigma_m);
        if (fabs(next) > G_PI)
            break; /* nearly antipodal: does not converge */
        if (fabs(next - lambda) < 1e-12) {
            double series_a, series_b;
            series(arc.cos_sq_alpha, &series_a, &series_b);
            *out_km =
                polar_km * series_a *
                (arc.sigma - delta_sigma(series_b, arc.sin_sigma, arc.cos_sigma, arc.cos_2sigma_m));
            *out_azimuth_rad =
                atan2(cos_u2 * arc.sin_lambda, cos_u1 * sin_u2 - sin_u1 * cos_u2 * arc.cos_lambda);
            return;
        }
        lambda = next;
    }
    solve_on_sphere(a, b, out_km, out_azimuth_rad);
}

double
incmap_distance_km(IncmapLonLat a, IncmapLonLat b)
{
    double distance_km, azimuth_rad;
    solve_inverse(a, b, &distance_km, &azimuth_rad);
    return distance_km;
}

double
incmap_bearing_deg(IncmapLonLat a, IncmapLonLat b)
{
    double distance_km, azimuth_rad;
    solve_inverse(a, b, &distance_km, &azimuth_rad);
    return deg_full_circle(azimuth_rad);
}

IncmapLonLat
incmap_destination(IncmapLonLat from, double bearing_deg, double distance_km)
{
    double alpha1 = rad(bearing_deg), sin_alpha1 = sin(alpha1), cos_alpha1 = cos(alpha1);
    double tan_u1 = (1 - flattening) * tan(rad(from.lat_deg));
    double cos_u1 = 1 / sqrt(1 + tan_u1 * tan_u1), sin_u1 = tan_u1 * cos_u1;
    double sigma1 = atan2(tan_u1, cos_alpha1), sin_alpha = cos_u1 * sin_alpha1;
    double cos_sq_alpha = 1 - sin_alpha * sin_alpha, series_a, series_b;
    series(cos_sq_alpha, &series_a, &series_b);
    double first = distance_km / (polar_km * series_a), sigma = first, cos_2sigma_m = 0;
    for (int i = 0; i < 60; i++) {
        cos_2sigma_m = cos(2 * sigma1 + sigma);
        double next = first + delta_sigma(series_b, sin(sigma), cos(sigma), cos_2sigma_m);
        gboolean is_done = fabs(next - sigma) < 1e-12;
        sigma = next;
        if (is_done)
            break;
    }
    double sin_sigma = sin(sigma), cos_sigma = cos(sigma);
    double along = sin_u1 * sin_sigma - cos_u1 * cos_sigma * cos_alpha1;
    double phi2 = atan2(sin_u1 * cos_sigma + cos_u1 * sin_sigma * cos_alpha1,
                        (1 - flattening) * hypot(sin_alpha, along));
    double lambda =
        atan2(sin_sigma * sin_alpha1, cos_u1 * cos_sigma - sin_u1 * sin_sigma * cos_alpha1);
    double dlon =
        lambda - lambda_excess(sin_alpha, cos_sq_alpha, sigma, sin_sigma, cos_sigma, cos_2sigma_m);
    return (IncmapLonLat){incmap_wrap_lon(from.lon_deg + dlon * (180 / G_PI)), phi2 * (180 / G_PI)};
}
