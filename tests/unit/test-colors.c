/* SPDX-License-Identifier: MIT */
/*
 * The event types of the supplied styles, as people with three kinds of colour
 * vision deficiency and readers of grey print see them.
 */
#include "base/color-vision.h"
#include "scene/incident.h"
#include "style/style.h"

#include <math.h>
#include <string.h>

#define MIN_DISTANCE 19.5 /* ΔE*76: apart at a glance */
#define MIN_STEP 9.0      /* of L* in grey */

static const IncmapColor white = {1, 1, 1, 1}, black = {0, 0, 0, 1};

static void
test_known_colors(void)
{
    const IncmapColor red = {1, 0, 0, 1}, half = {0, 0, 0, 0.5};
    g_assert_cmpfloat_with_epsilon(incmap_color_contrast(white, black), 21, 0.001);
    g_assert_cmpfloat_with_epsilon(incmap_color_contrast(red, white), 3.998, 0.01);
    g_assert_cmpfloat_with_epsilon(incmap_color_lightness(white), 100, 0.01);
    g_assert_cmpfloat_with_epsilon(incmap_color_lightness(red), 53.24, 0.05);
    g_assert_cmpfloat_with_epsilon(incmap_color_distance(white, black, INCMAP_VISION_FULL), 100,
                                   0.01);
    g_assert_cmpfloat_with_epsilon(incmap_color_over(half, white).g, 0.5, 1e-9);
}

/* Red and green of equal lightness are one colour to a deuteranope, not to others. */
static void
test_deficiency(void)
{
    const IncmapColor red = {0.80, 0.35, 0.30, 1}, green = {0.47, 0.55, 0.26, 1};
    double full = incmap_color_distance(red, green, INCMAP_VISION_FULL);
    double deutan = incmap_color_distance(red, green, INCMAP_VISION_DEUTAN);
    g_assert_cmpfloat(deutan, <, full / 2);
    g_assert_cmpfloat(incmap_color_distance(white, white, INCMAP_VISION_TRITAN), <, 0.01);
}

static IncmapStyle *
load(const char *name)
{
    GError *error = NULL;
    g_autofree char *file = g_strdup_printf("%s.yaml", name);
    g_autofree char *path = g_build_filename(g_getenv("INCMAP_TESTS"), "..", "styles", file, NULL);
    IncmapStyle *style = incmap_style_load(path, &error);
    g_assert_no_error(error);
    return style;
}

static IncmapColor
color_of(const IncmapStyle *style, int event)
{
    g_autofree char *key = g_strdup_printf("symbols.%s.color", incmap_event_id((IncmapEvent)event));
    return incmap_color_over(incmap_style_incmap_color(style, key),
                             incmap_style_incmap_color(style, "ground.focus"));
}

static const char *
word_of(const IncmapStyle *style, int event, const char *member)
{
    g_autofree char *key =
        g_strdup_printf("symbols.%s.%s", incmap_event_id((IncmapEvent)event), member);
    return incmap_style_incmap_string(style, key);
}

/* The least distance in any vision. */
static double
least_distance(IncmapColor a, IncmapColor b)
{
    double least = INFINITY;
    for (int vision = 0; vision < INCMAP_N_VISIONS; vision++)
        least = MIN(least, incmap_color_distance(a, b, (IncmapVision)vision));
    return least;
}

static gboolean
is_ucdp(int event)
{
    return event >= INCMAP_EVENT_STATE_BASED && event <= INCMAP_EVENT_ONE_SIDED;
}

/* Types that may stand on one map with the same shape are told apart by colour alone, also in grey;
 * the six types of ACLED by colour whatever their shape. */
static void
test_types_apart(gconstpointer data)
{
    const char *name = data;
    g_autoptr(IncmapStyle) style = load(name);
    gboolean is_grey = strcmp(name, "print") == 0;
    for (int i = 0; i < INCMAP_N_EVENTS; i++) {
        for (int k = i + 1; k < INCMAP_N_EVENTS; k++) {
            gboolean is_same =
                g_strcmp0(word_of(style, i, "shape"), word_of(style, k, "shape")) == 0;
            gboolean is_acled = k <= INCMAP_EVENT_STRATEGIC && !is_grey;
            if (is_ucdp(i) != is_ucdp(k) || (!is_same && !is_acled))
                continue;
            IncmapColor a = color_of(style, i), b = color_of(style, k);
            double step = fabs(incmap_color_lightness(a) - incmap_color_lightness(b));
            double distance = least_distance(a, b);
            if (step < MIN_STEP * 0.995 || (!is_grey && distance < MIN_DISTANCE))
                g_error("%s: %s and %s are ΔE %.1f and ΔL %.1f apart", name,
                        incmap_event_id((IncmapEvent)i), incmap_event_id((IncmapEvent)k), distance,
                        step);
        }
    }
}

/* Arcs have no shape: in print without colour their pattern tells what their grey doesn't. */
static void
test_arcs_in_grey(void)
{
    g_autoptr(IncmapStyle) style = load("print");
    for (int i = 0; i <= INCMAP_EVENT_STRATEGIC; i++) {
        for (int k = i + 1; k <= INCMAP_EVENT_STRATEGIC; k++) {
            double step = fabs(incmap_color_lightness(color_of(style, i)) -
                               incmap_color_lightness(color_of(style, k)));
            g_assert_true(step >= 20 || g_strcmp0(word_of(style, i, "pattern"),
                                                  word_of(style, k, "pattern")) != 0);
        }
    }
}

/* Every text of the map is readable on the ground it stands on. */
static void
test_text_contrast(gconstpointer data)
{
    const char *name = data;
    g_autoptr(IncmapStyle) style = load(name);
    static const struct {
        const char *text, *ground;
        double least;
    } pairs[] = {
        {"title.color", "page.background", 7},      {"subtitle.color", "page.background", 4.5},
        {"foot.color", "page.background", 4.5},     {"towns.focus.color", "ground.focus", 4.5},
        {"towns.other.color", "ground.land", 4.5},  {"names.focus.color", "ground.focus", 4.5},
        {"incident.name.color", "ground.focus", 7}, {"callout.figure.color", "page.background", 7},
        {"legend.color", "page.background", 4.5},   {"names.country.color", "ground.land", 4.5},
        {"names.small.color", "ground.land", 4.5},  {"names.province.color", "ground.focus", 4.5},
        {"names.river.color", "ground.land", 4.5},  {"names.sea.color", "ground.sea", 4.5},
        {"names.lake.color", "ground.sea", 4.5},    {"names.desert.color", "ground.land", 4.5},
        {"scale.color", "ground.sea", 4.5},         {"scale.color", "ground.land", 4.5},
        {"graticule.color", "ground.land", 4.5},    {"graticule.color", "ground.sea", 4.5},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        double ratio = incmap_color_contrast(incmap_style_incmap_color(style, pairs[i].text),
                                             incmap_style_incmap_color(style, pairs[i].ground));
        if (ratio < pairs[i].least)
            g_error("%s: %s on %s has contrast %.2f", name, pairs[i].text, pairs[i].ground, ratio);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/colors/known", test_known_colors);
    g_test_add_func("/colors/deficiency", test_deficiency);
    static const char *const styles[] = {"news", "sitrep", "dark", "print", "atlas"};
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        g_autofree char *apart = g_strdup_printf("/colors/types-apart/%s", styles[i]);
        g_autofree char *contrast = g_strdup_printf("/colors/text-contrast/%s", styles[i]);
        g_test_add_data_func(apart, styles[i], test_types_apart);
        g_test_add_data_func(contrast, styles[i], test_text_contrast);
    }
    g_test_add_func("/colors/arcs-in-grey", test_arcs_in_grey);
    return g_test_run();
}
