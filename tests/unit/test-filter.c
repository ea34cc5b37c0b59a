/* SPDX-License-Identifier: MIT */
#include "pipeline/filter.h"
#include "pipeline/when.h"

/* Three incidents in two documents, each with a figure, and a mention of each. */
static IncmapScene *
make_scene(void)
{
    static const struct {
        const char *day;
        IncmapEvent event;
        const char *country;
    } rows[] = {{"2024-07-01", INCMAP_EVENT_BATTLE, "ML"},
                {"2024-07-05", INCMAP_EVENT_RIOT, "NE"},
                {"", INCMAP_EVENT_BATTLE, "ML"}};
    IncmapScene *scene = incmap_scene_new();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        IncmapIncident *incident = incmap_scene_add_incident(scene);
        incident->id = incmap_scene_printf(scene, "%u", i + 1);
        incident->event = rows[i].event;
        incident->date.from_julian = incident->date.to_julian = incmap_parse_day(rows[i].day, 0);
        incident->figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
        IncmapFix fix = {.precision = INCMAP_PRECISION_EXACT, .country_code = rows[i].country};
        g_array_append_val(scene->fixes, fix);
        IncmapMention mention = {.incident = (gint32)i};
        g_array_append_val(scene->mentions, mention);
    }
    IncmapDocument documents[] = {{.first_incident = 0, .n_incidents = 1},
                                  {.first_incident = 1, .n_incidents = 2}};
    g_array_append_vals(scene->documents, documents, 2);
    return scene;
}

static void
check_scene(const IncmapScene *scene, const char *ids, const char *mentions, const char *counts)
{
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < scene->incidents->len; i++)
        g_string_append(got, g_array_index(scene->incidents, IncmapIncident, i).id);
    g_assert_cmpstr(got->str, ==, ids);
    g_assert_cmpuint(scene->fixes->len, ==, scene->incidents->len);
    g_string_truncate(got, 0);
    for (guint i = 0; i < scene->mentions->len; i++)
        g_string_append_printf(got, "%d ",
                               g_array_index(scene->mentions, IncmapMention, i).incident);
    g_assert_cmpstr(got->str, ==, mentions);
    g_string_truncate(got, 0);
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        g_string_append_printf(got, "%u+%u ", document->first_incident, document->n_incidents);
    }
    g_assert_cmpstr(got->str, ==, counts);
}

static void
test_period(void)
{
    g_autoptr(IncmapScene) scene = make_scene();
    IncmapOptions options;
    incmap_options_init(&options);
    options.first_julian = incmap_parse_day("2024-07-02", 0);
    options.last_julian = incmap_parse_day("2024-07-31", 0);
    g_assert_cmpuint(incmap_filter_read(scene, &options), ==, 2);
    check_scene(scene, "2", "-1 0 -1 ", "0+0 0+1 ");
    g_assert_cmpuint(scene->notes->len, ==, 1);
    g_assert_cmpstr(g_ptr_array_index(scene->notes, 0), ==,
                    "1 incident without a date left out of the period");
    incmap_options_clear(&options);
}

static void
test_type(void)
{
    g_autoptr(IncmapScene) scene = make_scene();
    IncmapOptions options;
    incmap_options_init(&options);
    g_assert_true(incmap_options_set(&options, "type", "battle", NULL));
    g_assert_cmpuint(incmap_filter_read(scene, &options), ==, 1);
    check_scene(scene, "13", "0 -1 1 ", "0+1 1+1 ");
    incmap_options_clear(&options);
}

static void
test_country(void)
{
    g_autoptr(IncmapScene) scene = make_scene();
    g_assert_cmpuint(incmap_filter_located(scene, NULL), ==, 0);
    g_assert_cmpuint(incmap_filter_located(scene, "NE"), ==, 2);
    check_scene(scene, "2", "-1 0 -1 ", "0+0 0+1 ");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/filter/period", test_period);
    g_test_add_func("/filter/type", test_type);
    g_test_add_func("/filter/country", test_country);
    return g_test_run();
}
