/* SPDX-License-Identifier: MIT */
/*
 * Words for directions and for units of length.
 */
#include <math.h>
#include <string.h>

#include "locate/words.h"

static const struct {
    char word[16];
    double deg;
} bearings[] = {
    {"north", 0},       {"northern", 0},       {"n", 0},       {"nord", 0},
    {"northeast", 45},  {"northeastern", 45},  {"ne", 45},     {"nordest", 45},
    {"east", 90},       {"eastern", 90},       {"e", 90},      {"est", 90},
    {"southeast", 135}, {"southeastern", 135}, {"se", 135},    {"sudest", 135},
    {"south", 180},     {"southern", 180},     {"s", 180},     {"sud", 180},
    {"southwest", 225}, {"southwestern", 225}, {"sw", 225},    {"sudouest", 225},
    {"west", 270},      {"western", 270},      {"w", 270},     {"ouest", 270},
    {"northwest", 315}, {"northwestern", 315}, {"nw", 315},    {"nordouest", 315},
    {"nne", 22.5},      {"ene", 67.5},         {"ese", 112.5}, {"sse", 157.5},
    {"ssw", 202.5},     {"wsw", 247.5},        {"wnw", 292.5}, {"nnw", 337.5},
};

/* Lengths in km; sources abbreviate freely. */
static const struct {
    char word[16];
    double km;
} units[] = {
    {"km", 1},        {"kms", 1},        {"kilometer", 1},   {"kilometers", 1},
    {"kilometre", 1}, {"kilometres", 1}, {"mile", 1.609344}, {"miles", 1.609344},
    {"mi", 1.609344}, {"m", 0.001},      {"metres", 0.001},  {"meters", 0.001},
    {"nm", 1.852},    {"nmi", 1.852},    {"kilometros", 1},
};

/* "northnortheast": each further direction halves the angle to those before. */
static gboolean
compose_bearing(const char *joined, double *out_deg)
{
    static const struct {
        char word[6];
        double deg;
    } winds[] = {{"north", 0}, {"east", 90}, {"south", 180}, {"west", 270}};
    double parts[3] = {0};
    guint n = 0;
    for (const char *c = joined; *c != '\0'; n++) {
        gsize i = 0;
        while (i < G_N_ELEMENTS(winds) && !g_str_has_prefix(c, winds[i].word))
            i++;
        if (i == G_N_ELEMENTS(winds) || n == G_N_ELEMENTS(parts))
            return FALSE;
        parts[n] = winds[i].deg;
        c += strlen(winds[i].word);
        if (g_str_has_prefix(c, "ern"))
            c += 3;
    }
    if (n < 2)
        return FALSE;
    double deg = parts[n - 1];
    for (guint i = n - 1; i-- > 0;)
        deg = parts[i] + remainder(deg - parts[i], 360) / 2;
    *out_deg = fmod(deg + 360, 360);
    return TRUE;
}

gboolean
incmap_words_bearing(const char *folded, double *out_deg)
{
    char joined[32];
    gsize n = 0;
    for (const char *c = folded; *c != '\0' && n < sizeof(joined) - 1; c++)
        if (*c != ' ')
            joined[n++] = *c;
    joined[n] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(bearings); i++) {
        if (strcmp(bearings[i].word, joined) != 0)
            continue;
        *out_deg = bearings[i].deg;
        return TRUE;
    }
    return compose_bearing(joined, out_deg);
}

gboolean
incmap_words_unit(const char *folded, double *out_km)
{
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(units[i].word, folded) != 0)
            continue;
        *out_km = units[i].km;
        return TRUE;
    }
    return FALSE;
}
