/* SPDX-License-Identifier: MIT */
#include "base/geodesy.h"
#include "locate/locator.h"
#include "small-gazetteer.h"

#include <math.h>

typedef struct Fixture Fixture;
struct Fixture {
    IncmapScene *scene;
    IncmapGazetteer *gazetteer;
};

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->scene = incmap_scene_new();
    fixture->gazetteer = small_gazetteer_new();
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    incmap_scene_free(fixture->scene);
    incmap_gazetteer_free(fixture->gazetteer);
}

static void
test_names(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const struct {
        const char *place, *admin1, *country;
        const char *name, *country_code;
        IncmapPrecision precision;
    } cases[] = {
        {"Tinzaouaten", "Kidal", "Mali", "Tinzaouaten", "ML", INCMAP_PRECISION_EXACT},
        {"Ti-n-Zaouâtene", NULL, "ML", "Tinzaouaten", "ML", INCMAP_PRECISION_EXACT},
        {"Tinzaouatene town", NULL, "MLI", "Tinzaouaten", "ML", INCMAP_PRECISION_EXACT},
        {"northeastern town of Tinzaouaten, near the Algerian border", NULL, "Mali", "Tinzaouaten",
         "ML", INCMAP_PRECISION_EXACT},
        {"Tinzawatene", NULL, "Mali", "Tinzaouaten", "ML", INCMAP_PRECISION_EXACT},
        {"Kidal", NULL, "466", "Kidal", "ML", INCMAP_PRECISION_EXACT},
        {"Kidal region", NULL, "Mali", "Kidal", "ML", INCMAP_PRECISION_PROVINCE},
        {"Springfield", "Missouri", NULL, "Springfield", "US", INCMAP_PRECISION_EXACT},
        {"Springfield, Illinois", NULL, NULL, "Springfield", "US", INCMAP_PRECISION_EXACT},
        {"Atlanta, Georgia", NULL, NULL, "Atlanta", "US", INCMAP_PRECISION_EXACT},
        {"Georgia", NULL, NULL, "Georgia", "GE", INCMAP_PRECISION_COUNTRY},
        {"Unknownville", "Gao", "Mali", "Gao", "ML", INCMAP_PRECISION_PROVINCE},
        {"Unknownville", NULL, "Mali", "Mali", "ML", INCMAP_PRECISION_COUNTRY},
        {"Unknownville", NULL, NULL, NULL, NULL, INCMAP_PRECISION_NONE},
        {"Бамако", NULL, NULL, "Bamako", "ML", INCMAP_PRECISION_EXACT},
        {"Laurel County", NULL, "USA", "Laurel County", "US", INCMAP_PRECISION_DISTRICT},
        {"", NULL, NULL, NULL, NULL, INCMAP_PRECISION_NONE},
        {NULL, NULL, "Sudan", "Sudan", "SD", INCMAP_PRECISION_COUNTRY},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapFix fix;
        incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, cases[i].place, NULL,
                           cases[i].admin1, cases[i].country, &fix);
        g_test_message("%s", cases[i].place);
        g_assert_cmpstr(fix.name, ==, cases[i].name);
        g_assert_cmpstr(fix.country_code, ==, cases[i].country_code);
        g_assert_cmpint(fix.precision, ==, cases[i].precision);
        g_assert_nonnull(fix.reason);
        g_assert_cmpfloat(fix.score, >=, 0);
        g_assert_cmpfloat(fix.score, <=, 1);
    }
}

static void
test_reasons(Fixture *fixture, gconstpointer data)
{
    (void)data;
    IncmapFix fix;
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "Tinzaouaten", NULL, NULL, "Mali",
                       &fix);
    g_assert_cmpstr(fix.reason, ==,
                    "exact name; the only Tinzaouaten in Mali; stated country agrees");
    g_assert_null(fix.runner_up);
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "Springfield", NULL, NULL, NULL,
                       &fix);
    g_assert_true(g_str_has_prefix(fix.runner_up, "Springfield, "));
    g_assert_cmpfloat(fix.score, <, 0.7);
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "Gao", NULL, "North Darfur",
                       "Mali", &fix);
    g_assert_cmpstr(fix.problem, ==,
                    "the stated admin-1 area \"North Darfur\" is not in Mali but in Sudan");
}

static void
test_parse_phrases(void)
{
    static const struct {
        const char *words;
        IncmapPhraseKind kind;
        double distance_km, bearing_deg;
        const char *head, *a, *b;
    } cases[] = {
        {"30 km north of Gao", INCMAP_PHRASE_OFFSET, 30, 0, NULL, "Gao", NULL},
        {"30km north-east of Gao", INCMAP_PHRASE_OFFSET, 30, 45, NULL, "Gao", NULL},
        {"12 miles (19 km) southeast of Gao", INCMAP_PHRASE_OFFSET, 19.3, 135, NULL, "Gao", NULL},
        {"about 2.5 kilometres to the south west of Gao", INCMAP_PHRASE_OFFSET, 2.5, 225, NULL,
         "Gao", NULL},
        {"Tabankort, 45 km north of Gao", INCMAP_PHRASE_OFFSET, 45, 0, "Tabankort", "Gao", NULL},
        {"a village 45 km NNW of Gao", INCMAP_PHRASE_OFFSET, 45, 337.5, NULL, "Gao", NULL},
        {"50 km from Gao", INCMAP_PHRASE_WITHIN, 50, NAN, NULL, "Gao", NULL},
        {"between Gao and Ansongo", INCMAP_PHRASE_BETWEEN, NAN, NAN, NULL, "Gao", "Ansongo"},
        {"on the Gao–Ansongo road", INCMAP_PHRASE_BETWEEN, NAN, NAN, NULL, "Gao", "Ansongo"},
        {"on the road from Gao to Ansongo", INCMAP_PHRASE_BETWEEN, NAN, NAN, NULL, "Gao",
         "Ansongo"},
        {"near Gao", INCMAP_PHRASE_NEAR, NAN, NAN, NULL, "Gao", NULL},
        {"on the outskirts of Gao", INCMAP_PHRASE_NEAR, NAN, NAN, NULL, "Gao", NULL},
        {"near the Algerian border", INCMAP_PHRASE_BORDER, NAN, NAN, NULL, "Algerian", NULL},
        {"on the border between Mali and Niger", INCMAP_PHRASE_BORDER, NAN, NAN, NULL, "Mali",
         "Niger"},
        {"the border with Algeria", INCMAP_PHRASE_BORDER, NAN, NAN, NULL, "Algeria", NULL},
        {"Mali-Niger border", INCMAP_PHRASE_BORDER, NAN, NAN, NULL, "Mali", "Niger"},
        {"northeastern Mali", INCMAP_PHRASE_PART, NAN, 45, NULL, "Mali", NULL},
        {"central Mali", INCMAP_PHRASE_PART, NAN, NAN, NULL, "Mali", NULL},
        {"off the coast of Colombia", INCMAP_PHRASE_COAST, NAN, NAN, NULL, "Colombia", NULL},
        {"north of Gao", INCMAP_PHRASE_BEARING, NAN, 0, NULL, "Gao", NULL},
        {"Gao", INCMAP_PHRASE_NONE, NAN, NAN, NULL, NULL, NULL},
        {"", INCMAP_PHRASE_NONE, NAN, NAN, NULL, NULL, NULL},
        {"30 km", INCMAP_PHRASE_NONE, NAN, NAN, NULL, NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(IncmapPhrase) phrase;
        incmap_phrase_parse(cases[i].words, &phrase);
        g_test_message("%s", cases[i].words);
        g_assert_cmpint(phrase.kind, ==, cases[i].kind);
        g_assert_cmpstr(phrase.head, ==, cases[i].head);
        g_assert_cmpstr(phrase.a, ==, cases[i].a);
        g_assert_cmpstr(phrase.b, ==, cases[i].b);
        g_assert_true(isnan(cases[i].distance_km)
                          ? phrase.kind == INCMAP_PHRASE_NONE || isnan(phrase.distance_km)
                          : fabs(phrase.distance_km - cases[i].distance_km) < 0.1);
        if (!isnan(cases[i].bearing_deg))
            g_assert_cmpfloat(phrase.bearing_deg, ==, cases[i].bearing_deg);
    }
}

static void
test_phrases(Fixture *fixture, gconstpointer data)
{
    (void)data;
    IncmapFix fix;
    IncmapLonLat gao = {-0.04, 16.27};
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "45 km north of Gao", NULL, NULL,
                       "Mali", &fix);
    g_assert_cmpfloat_with_epsilon(incmap_distance_km(gao, fix.point), 45, 0.01);
    g_assert_cmpfloat_with_epsilon(incmap_bearing_deg(gao, fix.point), 0, 0.01);
    g_assert_cmpint(fix.precision, ==, INCMAP_PRECISION_NEAR);
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "Ansongo, 95 km south of Gao",
                       NULL, NULL, "Mali", &fix);
    g_assert_cmpstr(fix.name, ==, "Ansongo");
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "between Gao and Ansongo", NULL,
                       NULL, "Mali", &fix);
    g_assert_cmpfloat_with_epsilon(fix.point.lat_deg, 15.965, 0.01);
    incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, "northern Mali", NULL, NULL, NULL,
                       &fix);
    g_assert_cmpfloat(fix.point.lat_deg, >, 19);
    g_assert_cmpfloat(fix.radius_km, >, 200);
}

static IncmapIncident *
add_row(IncmapScene *scene, const char *place, const char *country)
{
    IncmapIncident *incident = incmap_scene_add_incident(scene);
    incident->place = place;
    incident->country = country;
    return incident;
}

static void
test_scene(Fixture *fixture, gconstpointer data)
{
    (void)data;
    IncmapScene *scene = fixture->scene;
    add_row(scene, "Gao", "Mali");
    add_row(scene, "Kidal", "Mali");
    add_row(scene, "Foo", NULL);
    IncmapIncident *zero = add_row(scene, "Timbuktu", "Mali");
    zero->has_point = TRUE;
    IncmapIncident *given = add_row(scene, "Tessalit", NULL);
    given->has_point = TRUE;
    given->point = (IncmapLonLat){1.01, 20.2};
    given->given_precision = INCMAP_PRECISION_NEAR;
    g_assert_true(incmap_locate_scene(scene, fixture->gazetteer, NULL, NULL, NULL));
    g_assert_cmpuint(scene->fixes->len, ==, 5);
    const IncmapFix *fixes = (const IncmapFix *)(gpointer)scene->fixes->data;
    g_assert_cmpstr(fixes[0].name, ==, "Gao");
    g_assert_cmpint(fixes[2].precision, ==, INCMAP_PRECISION_NONE);
    g_assert_cmpstr(fixes[3].name, ==, "Timbuktu");
    g_assert_cmpstr(fixes[4].name, ==, "Tessalit");
    g_assert_cmpint(fixes[4].precision, ==, INCMAP_PRECISION_NEAR);
    g_assert_cmpstr(scene->focus_country, ==, "ML");
    g_assert_cmpuint(scene->notes->len, ==, 2);
    g_assert_cmpstr(g_ptr_array_index(scene->notes, 0), ==,
                    "incident 4: the coordinates 0, 0 stand for none; its names were used");
    g_assert_cmpstr(g_ptr_array_index(scene->notes, 1), ==,
                    "incident 3: \"Foo\" is in no gazetteer and no province or country is given; "
                    "add it to a places file");
}

static void
add_mention(IncmapScene *scene, const char *text, const char *word, gboolean is_demonym)
{
    const char *at = strstr(text, word);
    IncmapMention mention = {.text = word, .incident = -1, .is_demonym = is_demonym};
    mention.start = (guint32)(at - text);
    mention.end = mention.start + (guint32)strlen(word);
    g_array_append_val(scene->mentions, mention);
}

static void
test_mentions(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const char text[] = "Malian troops left Kidal. In Springfield, Missouri, and "
                               "again at Niger's frontier, nothing.";
    IncmapScene *scene = fixture->scene;
    IncmapDocument document = {.kind = INCMAP_INPUT_TEXT, .text = text, .length = strlen(text)};
    g_array_append_val(scene->documents, document);
    add_mention(scene, text, "Malian", TRUE);
    add_mention(scene, text, "Kidal", FALSE);
    add_mention(scene, text, "Springfield", FALSE);
    add_mention(scene, text, "Missouri", FALSE);
    IncmapMention again = {.text = "Springfield", .start = 70, .end = 81, .incident = -1};
    g_array_append_val(scene->mentions, again);
    g_assert_true(incmap_locate_scene(scene, fixture->gazetteer, NULL, NULL, NULL));
    const IncmapMention *mentions = (const IncmapMention *)(gpointer)scene->mentions->data;
    g_assert_cmpstr(mentions[0].fix.country_code, ==, "ML");
    g_assert_cmpstr(mentions[1].fix.name, ==, "Kidal");
    g_assert_cmpstr(mentions[2].fix.admin1_code, ==, "US-MO");
    g_assert_cmpstr(mentions[4].fix.admin1_code, ==, "US-MO");
}

/* What follows a comma is not always what holds the place before it. */
static void
test_lists_of_countries(Fixture *fixture, gconstpointer data)
{
    (void)data;
    static const char text[] = "Mali, Algeria and Atlanta, Georgia; Sudanese and Kidal.";
    IncmapScene *scene = fixture->scene;
    IncmapDocument document = {.kind = INCMAP_INPUT_TEXT, .text = text, .length = strlen(text)};
    g_array_append_val(scene->documents, document);
    add_mention(scene, text, "Mali", FALSE);
    add_mention(scene, text, "Algeria", FALSE);
    add_mention(scene, text, "Atlanta", FALSE);
    add_mention(scene, text, "Georgia", FALSE);
    add_mention(scene, text, "Sudanese", FALSE);
    g_assert_true(incmap_locate_scene(scene, fixture->gazetteer, NULL, NULL, NULL));
    const IncmapMention *mentions = (const IncmapMention *)(gpointer)scene->mentions->data;
    g_assert_cmpstr(mentions[0].fix.country_code, ==, "ML");
    g_assert_cmpstr(mentions[1].fix.country_code, ==, "DZ");
    g_assert_cmpstr(mentions[2].fix.admin1_code, ==, "US-GA");
    /* an adjective that the reader didn't mark still means its country */
    g_assert_cmpstr(mentions[4].fix.country_code, ==, "SD");
}

static void
test_point(Fixture *fixture, gconstpointer data)
{
    (void)data;
    IncmapFix fix;
    incmap_locate_point(fixture->scene, fixture->gazetteer, NULL, (IncmapLonLat){2.971, 19.961},
                        &fix);
    g_assert_cmpstr(fix.name, ==, "Tinzaouaten");
    g_assert_cmpstr(fix.country_code, ==, "ML");
    incmap_locate_point(fixture->scene, fixture->gazetteer, NULL, (IncmapLonLat){1.41, 18.62},
                        &fix);
    g_assert_cmpstr(fix.name, ==, "20 km north of Kidal");
    incmap_locate_point(fixture->scene, fixture->gazetteer, NULL, (IncmapLonLat){NAN, 18.62}, &fix);
    g_assert_cmpint(fix.precision, ==, INCMAP_PRECISION_NONE);
}

static void
test_odd_words(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *long_name = g_strnfill(1 << 20, 'x');
    const char *const words[] = {
        ",",           ", Mali", "Mali,",   "((",       "of",     "km of",
        "30 km of",    "town",   "the",     "-",        "30km-",  "9999999999 km north of Gao",
        "between and", "north",  long_name, "\xFF\xFE", "border", "near"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        IncmapFix fix;
        incmap_locate_name(fixture->scene, fixture->gazetteer, NULL, words[i], words[i], words[i],
                           words[i], &fix);
        g_assert_nonnull(fix.reason);
    }
}

#define ADD(path, test) g_test_add(path, Fixture, NULL, set_up, test, tear_down)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/locate/parse-phrases", test_parse_phrases);
    ADD("/locate/names", test_names);
    ADD("/locate/reasons", test_reasons);
    ADD("/locate/phrases", test_phrases);
    ADD("/locate/scene", test_scene);
    ADD("/locate/mentions", test_mentions);
    ADD("/locate/lists-of-countries", test_lists_of_countries);
    ADD("/locate/point", test_point);
    ADD("/locate/odd-words", test_odd_words);
    return g_test_run();
}
