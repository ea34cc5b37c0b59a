/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "read/lexicon-data.h"
#include "scene/plural.h"
#include "scene/say.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const languages[] = {"fr", "es", "pt", "ru", "ar", "uk", "zh", "de"};

static IncmapVocabulary *
load(const char *language)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path =
        g_strdup_printf("%s/../styles/words/%s.txt", g_getenv("INCMAP_TESTS"), language);
    IncmapVocabulary *vocabulary = incmap_vocabulary_load(path, &error);
    g_assert_no_error(error);
    return vocabulary;
}

/* No word of the supplied languages is left to English. */
static void
test_complete(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autoptr(IncmapVocabulary) vocabulary = load(languages[i]);
        g_autoptr(GPtrArray) missing = incmap_vocabulary_missing(vocabulary);
        if (missing->len > 0)
            g_error("%s lacks %u words, first %s", languages[i], missing->len,
                    (const char *)missing->pdata[0]);
        g_assert_cmpint(incmap_vocabulary_is_rtl(vocabulary), ==, strcmp(languages[i], "ar") == 0);
    }
}

/* What the reader of English texts calls an incident has a word in each language. */
static void
test_headings(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autoptr(IncmapVocabulary) vocabulary = load(languages[i]);
        guint n = 0;
        for (gsize k = 0; incmap_trigger_lists[k].words != NULL; k++) {
            if (strcmp(incmap_trigger_lists[k].language, "en") != 0)
                continue;
            n++;
            if (incmap_vocabulary_find(vocabulary, incmap_trigger_lists[k].trigger.heading) == NULL)
                g_error("%s has no word for \"%s\"", languages[i],
                        incmap_trigger_lists[k].trigger.heading);
        }
        g_assert_cmpuint(n, >, 30);
    }
}

static void
test_plural(void)
{
    static const struct {
        const char *language;
        double n;
        const char *words;
    } cases[] = {
        {"fr", 0, "0 combat"},
        {"fr", 1, "1 combat"},
        {"fr", 2, "2 combats"},
        {"ru", 1, "1 бой"},
        {"ru", 2, "2 боя"},
        {"ru", 5, "5 боёв"},
        {"ru", 11, "11 боёв"},
        {"ru", 21, "21 бой"},
        {"ru", 112, "112 боёв"},
        {"ru", 104, "104 боя"},
        {"uk", 3, "3 бої"},
        {"uk", 14, "14 боїв"},
        {"uk", 101, "101 бій"},
        {"ar", 0, "لا معارك"},
        {"ar", 1, "معركة واحدة"},
        {"ar", 2, "معركتان"},
        {"ar", 3, "3 معارك"},
        {"ar", 10, "10 معارك"},
        {"ar", 11, "11 معركة"},
        {"ar", 100, "100 معركة"},
        {"ar", 103, "103 معارك"},
        {"zh", 1, "1次战斗"},
        {"zh", 7, "7次战斗"},
        {"es", 1, "1 combate"},
        {"pt", 2, "2 combates"},
        {"de", 1, "1 Gefecht"},
        {"de", 0, "0 Gefechte"},
        {"ru", 12345, "12 345 боёв"},
        {"es", 1234, "1234 combates"},
        {"es", 12345, "12.345 combates"},
        {"fr", 1234, "1 234 combats"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(IncmapVocabulary) vocabulary = load(cases[i].language);
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        scene->vocabulary = vocabulary;
        g_assert_cmpstr(incmap_say_count(scene, INCMAP_SAY_N_BATTLE, cases[i].n, NULL), ==,
                        cases[i].words);
    }
    g_assert_cmpuint(incmap_plural_form(INCMAP_PLURAL_POLISH, 22), ==, 1);
    g_assert_cmpuint(incmap_plural_form(INCMAP_PLURAL_POLISH, 21), ==, 2);
    g_assert_cmpuint(incmap_plural_form(INCMAP_PLURAL_ONE_OTHER, 1.5), ==, 1);
}

/* A table of a stranger's: one word alone is enough, faults are named with their line. */
static void
test_files(void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"north = S\n", NULL},
        {"\xEF\xBB\xBF# comment\n\n  north =  S  \n", NULL},
        {"north = S\nnorth = T\n", "2: north stands here twice"},
        {"nroth = S\n", "1: unknown word \"nroth\"; did you mean \"north\"?"},
        {"north S\n", "1: a line is KEY = WORDS"},
        {"months = a|b\n", "1: months needs 12 texts parted by \"|\" and has 2"},
        {"plural-rule = arabic\nn.battle = a|b\n", "2: n.battle needs 6 texts"},
        {"plural-rule = some\n", "1: unknown plural rule \"some\"; there are one-other"},
        {"direction = up\n", "1: direction is ltr or rtl, not \"up\""},
        {"unit.km = {m} km\n", "1: unit.km has no {m}; the English words are \"{n} km\""},
        {"unit.km = {n km\n", "1: unit.km has no {n km"},
        {"north = \xFF\n", "not UTF-8"},
    };
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "incmap-words-test.txt", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_true(g_file_set_contents(path, cases[i].text, -1, NULL));
        g_autoptr(IncmapVocabulary) vocabulary = incmap_vocabulary_load(path, &error);
        if (cases[i].message == NULL) {
            g_assert_no_error(error);
            g_assert_cmpstr(incmap_vocabulary_get(vocabulary, INCMAP_SAY_NORTH), ==, "S");
            g_assert_cmpstr(incmap_vocabulary_get(vocabulary, INCMAP_SAY_SOURCES), ==,
                            "Sources: {list}.");
            continue;
        }
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_STYLE);
        if (strstr(error->message, cases[i].message) == NULL)
            g_error("\"%s\" lacks \"%s\"", error->message, cases[i].message);
    }
    g_assert_cmpint(g_remove(path), ==, 0);
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_vocabulary_load(path, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_STYLE);
}

/* A file that has a few words only: what it lacks is English, forms included. */
static void
test_partial(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "incmap-words-partial.txt", NULL);
    g_assert_true(g_file_set_contents(path, "plural-rule = arabic\n\"Ambush\" = xx\n", -1, NULL));
    g_autoptr(IncmapVocabulary) vocabulary = incmap_vocabulary_load(path, &error);
    g_assert_no_error(error);
    g_remove(path);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    scene->vocabulary = vocabulary;
    g_assert_cmpstr(incmap_say_count(scene, INCMAP_SAY_N_BATTLE, 7, NULL), ==, "7 battles");
    g_assert_cmpstr(incmap_vocabulary_find(vocabulary, "AMBUSH"), ==, "xx");
    g_assert_null(incmap_vocabulary_find(vocabulary, "Raid"));
    g_assert_null(incmap_vocabulary_find(NULL, "Ambush"));
    const char *const names[] = {"a", "b", "c"};
    g_assert_cmpstr(incmap_say_list(scene, names, 3), ==, "a, b and c");
    g_assert_cmpstr(incmap_say_list(scene, names, 1), ==, "a");
    g_assert_cmpstr(
        incmap_say_with(scene, INCMAP_SAY_TITLE_IN, "what", "{place}", "place", NULL, NULL), ==,
        "{place} in ");
    g_assert_cmpstr(incmap_say_unbroken(scene, "4 attacks on civilians"), ==,
                    "4\xC2\xA0"
                    "attacks on civilians");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vocabulary/complete", test_complete);
    g_test_add_func("/vocabulary/headings", test_headings);
    g_test_add_func("/vocabulary/plural", test_plural);
    g_test_add_func("/vocabulary/files", test_files);
    g_test_add_func("/vocabulary/partial", test_partial);
    return g_test_run();
}
