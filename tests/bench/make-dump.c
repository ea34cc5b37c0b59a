/* SPDX-License-Identifier: MIT */
/*
 * make-dump N_PLACES PLACES.txt [NAMES.txt]: made-up places all over the world in the format of
 * GeoNames, the same for every run: about as many of each class, names about as
 * long and as often shared as there. NAMES.txt gets 13 alternate names for 12
 * places, a quarter of them in other scripts.
 */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED 20240805u

/* xorshift64* */
static guint64 state = SEED;

static guint32
random_below(guint32 limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (guint32)(((state * G_GUINT64_CONSTANT(0x2545F4914F6CDD1D)) >> 33) % limit);
}

static const char *const starts[] = {
    "b", "c", "d", "f",  "g",  "h",  "j",  "k",  "l",  "m",  "n", "p",  "r",  "s",  "t",  "v",
    "w", "y", "z", "br", "kr", "sh", "ch", "tr", "st", "gr", "",  "dj", "nd", "mb", "kh", "ts"};
static const char *const middles[] = {"a", "e", "i", "o", "u", "ou", "ai", "é", "ā", "ü", "a", "i"};
static const char *const ends[] = {"", "", "", "", "n", "r", "s", "l", "m", "k", "ng", "t"};
static const char *const before[] = {"San ",   "Santa ", "Saint-", "Al ",  "Nova ",
                                     "Upper ", "El ",    "Novo",   "Bad ", "Tell "};
static const char *const behind[] = {"ville",  " River", "town", "burg", "ovka",
                                     " Creek", "abad",   "pur",  "ton",  " Hill"};
static const char *const letters[][8] = {
    {"а", "к", "о", "в", "н", "и", "р", "с"},
    {"ا", "ل", "م", "ن", "ر", "ي", "ب", "د"},
    {"山", "江", "新", "城", "村", "南", "大", "河"},
    {"क", "र", "न", "ा", "म", "प", "ल", "ी"},
    {"א", "ב", "ר", "מ", "נ", "ל", "ת", "ה"},
    {"서", "산", "동", "리", "강", "남", "원", "주"},
};
static const char *const languages[] = {"ru", "ar", "zh", "hi", "he", "ko"};
/* class, code, share in thousandths */
static const struct {
    char feature_class;
    const char *code;
    guint share;
} classes[] = {
    {'P', "PPL", 400}, {'P', "PPLX", 20}, {'P', "PPLA3", 10}, {'H', "STM", 180},
    {'H', "LK", 40},   {'T', "MT", 60},   {'T', "HLL", 60},   {'S', "SCH", 60},
    {'S', "CH", 50},   {'S', "HTL", 20},  {'S', "FRM", 40},   {'A', "ADM4", 25},
    {'A', "ADM3", 10}, {'A', "ADM2", 4},  {'L', "LCTY", 15},  {'R', "RD", 6},
};
static const struct {
    char code[3];
    double west, south, east, north;
} countries[] = {
    {"ML", -12, 10, 4, 25},    {"US", -120, 30, -75, 48}, {"CN", 80, 22, 122, 48},
    {"IN", 70, 9, 90, 30},     {"BR", -70, -30, -38, 2},  {"RU", 32, 50, 140, 68},
    {"MX", -112, 17, -90, 31}, {"NO", 6, 58, 26, 70},     {"ID", 97, -9, 138, 5},
    {"DE", 6, 48, 14, 54},     {"IR", 46, 27, 61, 39},    {"CD", 13, -11, 30, 4},
};

static void
append_syllables(GString *name, guint n)
{
    for (guint i = 0; i < n; i++) {
        g_string_append(name, starts[random_below(G_N_ELEMENTS(starts))]);
        g_string_append(name, middles[random_below(G_N_ELEMENTS(middles))]);
        g_string_append(name, ends[random_below(G_N_ELEMENTS(ends))]);
    }
}

/* A third of the names come from a small stock; of 12 million places 9,000 share the commonest. */
static void
make_name(GString *name)
{
    guint64 kept = state;
    gboolean is_common = random_below(3) == 0;
    if (is_common) {
        kept = state;
        double share = random_below(1000000) / 1e6, rank = 200000 * share * share;
        state = SEED + (1 + (guint64)rank) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    }
    g_string_truncate(name, 0);
    if (random_below(5) == 0)
        g_string_append(name, before[random_below(G_N_ELEMENTS(before))]);
    gsize start = name->len;
    append_syllables(name, 2 + random_below(3));
    name->str[start] = g_ascii_toupper(name->str[start]);
    if (random_below(4) == 0)
        g_string_append(name, behind[random_below(G_N_ELEMENTS(behind))]);
    if (is_common) {
        state = kept;
        random_below(2);
    }
}

static void
make_foreign(GString *name, guint script)
{
    g_string_truncate(name, 0);
    for (guint i = 0, n = 2 + random_below(7); i < n; i++)
        g_string_append(name, letters[script][random_below(8)]);
}

static guint
choose_class(void)
{
    guint at = random_below(1000), i = 0;
    while (i + 1 < G_N_ELEMENTS(classes) && at >= classes[i].share)
        at -= classes[i++].share;
    return i;
}

static void
write_place(FILE *places, guint32 id, GString *name)
{
    guint class = choose_class(), country = random_below(G_N_ELEMENTS(countries));
    double lon = countries[country].west +
                 (countries[country].east - countries[country].west) * random_below(1000000) / 1e6;
    double lat = countries[country].south + (countries[country].north - countries[country].south) *
                                                random_below(1000000) / 1e6;
    guint population = classes[class].feature_class == 'P' && random_below(10) == 0
                           ? (guint)pow(10, 2 + random_below(400) / 100.0)
                           : 0;
    make_name(name);
    fprintf(places,
            "%u\t%s\t%s\t\t%.5f\t%.5f\t%c\t%s\t%s\t\t%02u\t\t\t\t%u\t\t200\tEurope/Paris\t"
            "2024-01-01\n",
            id, name->str, name->str, lat, lon, classes[class].feature_class, classes[class].code,
            countries[country].code, 1 + random_below(20), population);
}

static void
write_name(FILE *names, guint32 id, guint32 number, GString *name)
{
    guint script = random_below(4 * G_N_ELEMENTS(letters));
    gboolean is_foreign = script < G_N_ELEMENTS(letters);
    if (is_foreign)
        make_foreign(name, script);
    else
        make_name(name);
    fprintf(names, "%u\t%u\t%s\t%s\t\t\t\t\t\t\n", number, id,
            is_foreign             ? languages[script]
            : random_below(2) == 0 ? "en"
                                   : "",
            name->str);
}

int
main(int argc, char **argv)
{
    guint32 n = argc > 2 ? (guint32)strtoul(argv[1], NULL, 10) : 0;
    FILE *places = n > 0 ? fopen(argv[2], "w") : NULL;
    FILE *names = argc > 3 ? fopen(argv[3], "w") : NULL;
    if (places == NULL || (argc > 3 && names == NULL)) {
        fputs("usage: make-dump N_PLACES PLACES.txt [NAMES.txt]\n", stderr);
        return 2;
    }
    g_autoptr(GString) name = g_string_new(NULL);
    for (guint32 id = 1; id <= n; id++)
        write_place(places, id, name);
    guint32 n_names = (guint32)((guint64)n * 13 / 12);
    for (guint32 i = 1; names != NULL && i <= n_names; i++)
        write_name(names, 1 + random_below(n), i, name);
    gboolean is_written = fclose(places) == 0;
    return (names == NULL || fclose(names) == 0) && is_written ? 0 : 1;
}
