/* SPDX-License-Identifier: MIT */
/*
 * bench-sentences GAZETTEER LAYERS [SEED [COUNT]]: sentences that say where something happened by
 * distances, directions and neighbours, made from towns of the gazetteer, so that the point is
 * known; and how near the locate stage comes to it.
 */
#include <math.h>
#include <stdio.h>

#include "base/geodesy.h"
#include "locate/locate.h"

#define MIN_POPULATION 15000

typedef enum {
    ANSWER_OFFSET, /* distance and bearing from b */
    ANSWER_TOWN,   /* a itself */
    ANSWER_MIDDLE, /* half-way between a and b */
    ANSWER_BESIDE, /* near a */
} Answer;

/* %a, %b: towns of one country, some ten to two hundred kilometres apart; %f: a far town of it; %o:
 * a town of another country; %c: the country; %d: distance from b to the answer; %h: direction from
 * b.
 */
static const struct {
    Answer answer;
    const char *text;
} templates[] = {
    {ANSWER_OFFSET, "Gunmen killed five people %d %h of %b, %c, on Tuesday."},
    {ANSWER_OFFSET, "%F, %c — Rebels attacked a convoy %d %h of %b, the army said."},
    {ANSWER_OFFSET, "A bus was ambushed about %d %h of %b on Friday, said an official in %f, %c."},
    {ANSWER_OFFSET, "%O (AP) — A helicopter crashed some %d to the %h of the town of %b in %c."},
    {ANSWER_OFFSET, "In %c, soldiers clashed with militants %d %h of %b, a spokesman in %f said."},
    {ANSWER_OFFSET, "A mine exploded approximately %d %h of %b town, killing 3. %f was calm. %c."},
    {ANSWER_OFFSET, "On 3 March 2021, militants raided a camp %d %h of %b (%c)."},
    {ANSWER_OFFSET, "The attack took place %d %h of %b, according to witnesses in %f, %c."},
    {ANSWER_OFFSET, "The epicentre was %d %h of %b, %c, far from the capital."},
    {ANSWER_OFFSET, "Police in %f told reporters that a market %d %h of %b, %c, was burnt down."},
    {ANSWER_TOWN, "Clashes broke out in %a, %k of %b, %c."},
    {ANSWER_TOWN, "%F, %c — An explosion hit %a, a town %k of %b, officials said."},
    {ANSWER_TOWN, "Herders attacked %a, located %k of %b in %c, said a resident of %f."},
    {ANSWER_TOWN, "A bomb went off at a market in %a (%k of %b) in %c on Monday."},
    {ANSWER_TOWN, "Protesters marched in %a, %c, said a spokesman in %f."},
    {ANSWER_TOWN, "%O — Fighting was reported in %a in %c after troops left %f."},
    {ANSWER_TOWN, "Residents of %a, %c, were killed when gunmen from %f stormed the town of %a."},
    {ANSWER_BESIDE, "Bandits held up a lorry near %a, %c, police in %f said."},
    {ANSWER_BESIDE, "A shell landed on the outskirts of %a, %c, a doctor told AFP from %f."},
    {ANSWER_BESIDE, "%F, %c — Militiamen burnt houses just outside %a, witnesses said."},
    {ANSWER_MIDDLE, "An ambush between %a and %b in %c left six dead, said the mayor of %f."},
    {ANSWER_MIDDLE, "Gunmen stopped cars on the road between %a and %b, %c, on Sunday."},
    {ANSWER_MIDDLE, "A convoy hit a mine on the %a-%b road in %c, officials in %f said."},
    {ANSWER_MIDDLE, "%F, %c — A bridge half-way between %a and %b was blown up."},
};

static const struct {
    double deg;
    const char *words[3];
} directions[] = {
    {0, {"north", "north", "N"}},
    {45, {"north-east", "northeast", "NE"}},
    {90, {"east", "east", "E"}},
    {135, {"south-east", "southeast", "SE"}},
    {180, {"south", "south", "S"}},
    {225, {"south-west", "southwest", "SW"}},
    {270, {"west", "west", "W"}},
    {315, {"north-west", "northwest", "NW"}},
    {22.5, {"north-northeast", "north-north-east", "NNE"}},
};

typedef struct Bench Bench;
struct Bench {
    const IncmapGazetteer *gazetteer;
    GArray *towns; /* IncmapPlace, large enough to be told of */
    GRand *rand;
};

typedef struct Made Made;
struct Made {
    GString *text;
    IncmapLonLat point;
    double tolerance_km;
    const char *country_code, *country;
    Answer answer;
};

static const IncmapPlace *
random_town(const Bench *bench)
{
    return &g_array_index(bench->towns, IncmapPlace,
                          g_rand_int_range(bench->rand, 0, (gint32)bench->towns->len));
}

/* A town of the same country between two distances from @from; NULL after many tries. */
static const IncmapPlace *
find_partner(const Bench *bench, const IncmapPlace *from, double min_km, double max_km)
{
    guint n = bench->towns->len;
    guint start = (guint)g_rand_int_range(bench->rand, 0, (gint32)n);
    for (guint i = 0; i < n; i++) {
        const IncmapPlace *town = &g_array_index(bench->towns, IncmapPlace, (start + i) % n);
        double distance_km = incmap_distance_km(town->point, from->point);
        if (strcmp(town->country_code, from->country_code) == 0 && distance_km >= min_km &&
            distance_km <= max_km && strcmp(town->name, from->name) != 0)
            return town;
    }
    return NULL;
}

static void
append_distance(const Bench *bench, double km, GString *text)
{
    switch (g_rand_int_range(bench->rand, 0, 6)) {
    case 0:
        g_string_append_printf(text, "%.0f kilometres", km);
        break;
    case 1:
        g_string_append_printf(text, "%.0f miles (%.0f km)", km / 1.609344, km);
        break;
    case 2:
        g_string_append_printf(text, "%.0f km (%.0f miles)", km, km / 1.609344);
        break;
    case 3:
        g_string_append_printf(text, "%.0fkm", km);
        break;
    case 4:
        g_string_append_printf(text, "%.1f nautical miles", km / 1.852);
        break;
    default:
        g_string_append_printf(text, "%.0f km", km);
        break;
    }
}

/* The direction that is written for a bearing. */
static const char *
direction_word(const Bench *bench, double deg)
{
    gsize best = 0;
    double nearest = 360;
    for (gsize i = 0; i < G_N_ELEMENTS(directions); i++) {
        double away = fabs(remainder(deg - directions[i].deg, 360));
        if (away < nearest) {
            nearest = away;
            best = i;
        }
    }
    return directions[best].words[g_rand_int_range(bench->rand, 0, 3)];
}

static void
append_upper(GString *text, const char *name)
{
    g_autofree char *upper = g_utf8_strup(name, -1);
    g_string_append(text, upper);
}

typedef struct Cast Cast;
struct Cast {
    const IncmapPlace *a, *b, *far, *other;
    const char *country;
    double distance_km;
    gsize direction;
};

static void
write_sentence(const Bench *bench, const char *template, const Cast *cast, GString *text)
{
    for (const char *c = template; *c != '\0'; c++) {
        if (*c != '%') {
            g_string_append_c(text, *c);
            continue;
        }
        c++;
        double ab_km = incmap_distance_km(cast->b->point, cast->a->point);
        double ab_deg = incmap_bearing_deg(cast->b->point, cast->a->point);
        if (*c == 'a' || *c == 'b' || *c == 'f')
            g_string_append(text, (*c == 'a' ? cast->a : *c == 'b' ? cast->b : cast->far)->name);
        else if (*c == 'F' || *c == 'O')
            append_upper(text, (*c == 'F' ? cast->far : cast->other)->name);
        else if (*c == 'c')
            g_string_append(text, cast->country);
        else if (*c == 'd')
            append_distance(bench, cast->distance_km, text);
        else if (*c == 'h')
            g_string_append(text,
                            directions[cast->direction].words[g_rand_int_range(bench->rand, 0, 3)]);
        else if (*c == 'k') {
            append_distance(bench, ab_km, text);
            g_string_append_printf(text, " %s", direction_word(bench, ab_deg));
        }
    }
}

static gboolean
make_sentence(const Bench *bench, Made *made)
{
    guint i = (guint)g_rand_int_range(bench->rand, 0, G_N_ELEMENTS(templates));
    Cast cast = {.b = random_town(bench), .other = random_town(bench)};
    cast.a = find_partner(bench, cast.b, 12, templates[i].answer == ANSWER_MIDDLE ? 80 : 150);
    cast.far = find_partner(bench, cast.b, 150, 1500);
    cast.country = incmap_gazetteer_country_name(bench->gazetteer, cast.b->country_code);
    cast.distance_km = g_rand_int_range(bench->rand, 4, 120);
    cast.direction = (gsize)g_rand_int_range(bench->rand, 0, G_N_ELEMENTS(directions));
    if (cast.a == NULL || cast.far == NULL || cast.country == NULL)
        return FALSE;
    double ab_km = incmap_distance_km(cast.a->point, cast.b->point);
    *made = (Made){.text = g_string_new(NULL),
                   .point = cast.a->point,
                   .tolerance_km = 10,
                   .country_code = cast.b->country_code,
                   .country = cast.country,
                   .answer = templates[i].answer};
    if (made->answer == ANSWER_OFFSET)
        made->point =
            incmap_destination(cast.b->point, directions[cast.direction].deg, cast.distance_km);
    else if (made->answer == ANSWER_MIDDLE)
        made->point = incmap_destination(
            cast.a->point, incmap_bearing_deg(cast.a->point, cast.b->point), ab_km / 2);
    write_sentence(bench, templates[i].text, &cast, made->text);
    return TRUE;
}

static void
collect_towns(Bench *bench)
{
    IncmapGazetteerInfo info;
    GHashTable *counts = g_hash_table_new(g_str_hash, g_str_equal);
    incmap_gazetteer_info(bench->gazetteer, &info);
    for (guint32 i = 0; i < info.n_places; i++) {
        IncmapPlace place;
        incmap_gazetteer_get(bench->gazetteer, i, &place);
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, place.country_code));
        /* few countries must not fill the bench */
        if (place.kind != INCMAP_PLACE_TOWN || place.population < MIN_POPULATION || n >= 40)
            continue;
        g_hash_table_insert(counts, (gpointer)place.country_code, GUINT_TO_POINTER(n + 1));
        g_array_append_val(bench->towns, place);
    }
    g_hash_table_unref(counts);
}

typedef struct Score Score;
struct Score {
    guint n, n_right, n_within[4], n_none;
};

static void
add_score(Score *score, double distance_km, gboolean is_found)
{
    static const double limits_km[] = {1, 10, 25, 161};
    score->n++;
    score->n_none += !is_found;
    for (int i = 0; i < 4; i++)
        score->n_within[i] += is_found && distance_km <= limits_km[i];
}

static void
print_score(const char *what, const Score *score)
{
    double n = score->n > 0 ? score->n : 1;
    printf("%-28s %u sentences: within 1 km %.3f, 10 km %.3f, 25 km %.3f, 161 km %.3f; none %.3f\n",
           what, score->n, score->n_within[0] / n, score->n_within[1] / n, score->n_within[2] / n,
           score->n_within[3] / n, score->n_none / n);
}

/* One row a sentence, as a table's description; with the country's column or without. */
static void
run(const Bench *bench, const IncmapLayers *layers, const GArray *made, gboolean has_country,
    gboolean is_loud)
{
    static const char *const names[] = {"  distance and direction", "  the place itself",
                                        "  between", "  beside"};
    Score all = {0}, by_answer[4] = {{0}};
    g_autoptr(GHashTable) countries = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < made->len; i++) {
        const Made *m = &g_array_index(made, Made, i);
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        IncmapIncident *incident = incmap_scene_add_incident(scene);
        incident->notes = m->text->str;
        incident->country = has_country ? m->country : NULL;
        incmap_locate_scene(scene, bench->gazetteer, layers, NULL, NULL);
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
        gboolean is_found = fix->precision != INCMAP_PRECISION_NONE;
        double distance_km = is_found ? incmap_distance_km(fix->point, m->point) : INFINITY;
        g_hash_table_add(countries, (gpointer)m->country_code);
        add_score(&all, distance_km, is_found);
        add_score(&by_answer[m->answer], distance_km, is_found);
        if (is_loud && distance_km > m->tolerance_km)
            printf("%6.0f km off: %s\n    -> %s, %s: %s\n", distance_km, m->text->str,
                   fix->name != NULL ? fix->name : "-", fix->country != NULL ? fix->country : "-",
                   fix->reason);
    }
    printf("%u countries; %s\n", g_hash_table_size(countries),
           has_country ? "description and country" : "description alone");
    print_score("all", &all);
    for (int i = 0; i < 4; i++)
        print_score(names[i], &by_answer[i]);
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(argv[1], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argv[2], &error);
    g_assert_no_error(error);
    guint32 seed = argc > 3 ? (guint32)g_ascii_strtoull(argv[3], NULL, 10) : 1;
    guint n = argc > 4 ? (guint)g_ascii_strtoull(argv[4], NULL, 10) : 600;
    Bench bench = {gazetteer, g_array_new(FALSE, FALSE, sizeof(IncmapPlace)),
                   g_rand_new_with_seed(seed)};
    g_autoptr(GArray) made = g_array_new(FALSE, FALSE, sizeof(Made));
    collect_towns(&bench);
    printf("seed %u, %u towns of %u people and more\n", seed, bench.towns->len, MIN_POPULATION);
    while (made->len < n && bench.towns->len > 0) {
        Made sentence;
        if (make_sentence(&bench, &sentence))
            g_array_append_val(made, sentence);
    }
    gboolean is_loud = g_getenv("BENCH_ERRORS") != NULL;
    run(&bench, layers, made, TRUE, is_loud);
    run(&bench, layers, made, FALSE, FALSE);
    for (guint i = 0; i < made->len; i++)
        g_string_free(g_array_index(made, Made, i).text, TRUE);
    g_array_unref(bench.towns);
    g_rand_free(bench.rand);
    return 0;
}
