/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "draw/measure.h"

#include <glib/gstdio.h>
#include <string.h>

#define FAMILIES "Inter, Noto Sans, Noto Sans Arabic, DejaVu Sans"

static IncmapTextMetrics
measure_text(IncmapMeasure *measure, const char *text, IncmapFont font)
{
    IncmapTextMetrics metrics;
    font.family = font.family != NULL ? font.family : FAMILIES;
    font.size_pt = font.size_pt > 0 ? font.size_pt : 10;
    measure->measure(measure->data, text, &font, &metrics);
    return metrics;
}

static void
test_measure(void)
{
    g_autoptr(IncmapMeasure) measure = incmap_measure_new(NULL);
    g_assert_nonnull(measure);
    double plain = measure_text(measure, "MALI", (IncmapFont){0}).width_pt;
    double spaced = measure_text(measure, "MALI", (IncmapFont){.spacing_em = 0.2}).width_pt;
    g_assert_cmpfloat_with_epsilon(spaced - plain, 3 * 2.0, 0.01); /* none after the last */
    g_assert_cmpfloat_with_epsilon(
        measure_text(measure, "e\xcc\x81", (IncmapFont){.spacing_em = 1}).width_pt,
        measure_text(measure, "é", (IncmapFont){0}).width_pt, 0.01);
    double large = measure_text(measure, "MALI", (IncmapFont){.size_pt = 100}).width_pt;
    g_assert_cmpfloat_with_epsilon(large, 10 * plain, 0.02);
    g_assert_cmpfloat(measure_text(measure, "MALI", (IncmapFont){.weight = 700}).width_pt, >,
                      plain);

    static const char *const joined[] = {"تمبكتو", "टिम्बकटू", "เมือง"};
    for (gsize i = 0; i < G_N_ELEMENTS(joined); i++)
        g_assert_cmpfloat_with_epsilon(
            measure_text(measure, joined[i], (IncmapFont){0}).width_pt,
            measure_text(measure, joined[i], (IncmapFont){.spacing_em = 0.5}).width_pt, 0.001);
    g_assert_true(measure_text(measure, "تمبكتو", (IncmapFont){0}).is_rtl);

    const IncmapFont tabular = {.has_tabular_figures = TRUE};
    g_assert_cmpfloat_with_epsilon(measure_text(measure, "1", tabular).width_pt,
                                   measure_text(measure, "8", tabular).width_pt, 0.001);
    g_assert_cmpfloat(measure_text(measure, "", (IncmapFont){0}).width_pt, ==, 0);

    IncmapTextMetrics inter = measure_text(measure, "x", (IncmapFont){0});
    g_assert_cmpfloat_with_epsilon(inter.cap_height_pt, 7.27, 0.03);
    g_assert_cmpfloat_with_epsilon(inter.x_height_pt, 5.46, 0.06);
    g_assert_cmpfloat(inter.ascent_pt, >, inter.cap_height_pt);
    g_assert_cmpfloat(inter.descent_pt, >, 1);
}

static void
test_missing(void)
{
    g_autoptr(IncmapMeasure) measure = incmap_measure_new(NULL);
    g_assert_cmpuint(measure_text(measure, "Gao", (IncmapFont){0}).n_missing, ==, 0);
    const char *private_use = "\xf3\xb0\x80\x80"; /* U+F0000 */
    g_assert_cmpuint(measure_text(measure, private_use, (IncmapFont){0}).n_missing, ==, 1);
    g_autoptr(GArray) missing = incmap_measure_missing(measure);
    g_assert_cmpuint(missing->len, ==, 1);
    g_assert_cmphex(g_array_index(missing, gunichar, 0), ==, 0xf0000);
}

/* The quick set of fonts and the user's whole set must agree on a width. */
static void
test_font_sets(void)
{
    static const struct {
        const char *text, *family;
        gboolean is_italic;
    } cases[] = {
        {"Tinzaouaten", FAMILIES, FALSE}, {"Niger", "P052, Noto Serif", TRUE},
        {"تمبكتو", FAMILIES, FALSE},      {"टिम्बकटू", FAMILIES, FALSE}, /* not in the quick set */
        {"Gao", "URW Gothic", FALSE},                                  /* nor is this family */
    };
    g_autofree char *config = g_strdup(g_getenv("FONTCONFIG_FILE"));
    double width_pt[2][G_N_ELEMENTS(cases)];
    for (int round = 0; round < 2; round++) {
        if (round == 1)
            g_unsetenv("FONTCONFIG_FILE");
        g_autoptr(IncmapMeasure) measure = incmap_measure_new(NULL);
        for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
            const IncmapFont font = {.family = cases[i].family, .is_italic = cases[i].is_italic};
            IncmapTextMetrics metrics = measure_text(measure, cases[i].text, font);
            g_assert_cmpuint(metrics.n_missing, ==, 0);
            width_pt[round][i] = metrics.width_pt;
        }
    }
    if (config != NULL)
        g_setenv("FONTCONFIG_FILE", config, TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpfloat_with_epsilon(width_pt[0][i], width_pt[1][i], 0.001);
}

static void
test_no_fonts(void)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "incmap-no-fonts.conf", NULL);
    g_assert_true(g_file_set_contents(path, "<fontconfig></fontconfig>", -1, NULL));
    g_autofree char *config = g_strdup(g_getenv("FONTCONFIG_FILE"));
    g_setenv("FONTCONFIG_FILE", path, TRUE);
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_measure_new(&error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT);
    g_assert_nonnull(strstr(error->message, "no font is installed"));
    if (config != NULL)
        g_setenv("FONTCONFIG_FILE", config, TRUE);
    else
        g_unsetenv("FONTCONFIG_FILE");
    g_unlink(path);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/measure/metrics", test_measure);
    g_test_add_func("/measure/missing", test_missing);
    g_test_add_func("/measure/font-sets", test_font_sets);
    g_test_add_func("/measure/no-fonts", test_no_fonts);
    return g_test_run();
}
