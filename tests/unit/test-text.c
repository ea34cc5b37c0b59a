/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <string.h>

static void
test_fold(void)
{
    static const struct {
        const char *text, *folded;
    } cases[] = {
        {"Ti-n-Zaouâtene", "ti n zaouatene"},
        {"N'Djamena", "ndjamena"},
        {"N’Djaména", "ndjamena"},
        {"M\xCA\xBC"
         "Bata",
         "mbata"},
        {"  São   Tomé & Príncipe  ", "sao tome principe"},
        {"Łódź", "lodz"},
        {"Tromsø", "tromso"},
        {"Straße", "strasse"},
        {"İstanbul", "istanbul"},
        {"Diyarbakır", "diyarbakir"},
        {"Đắk Lắk", "dak lak"},
        {"ʻAdan", "adan"},
        {"Київ", "киів"},
        {"МОСКВА", "москва"},
        {"القاهرة", "القاهره"},
        {"أَبُو ظَبْي", "ابو ظبي"},
        {"東京", "東京"},
        {"Ａｂｃ", "abc"},
        {"St. John's", "st johns"},
        {"Ségou\xC2\xA0(ville)", "segou ville"},
        {"co\xC2\xAD"
         "operate",
         "cooperate"},
        {"a\xFF"
         "b",
         "a b"},
        {"\xE2\x82", ""},
        {"...", ""},
        {"", ""},
        {"दिल्ली", "दिल्ली"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *folded = incmap_text_fold(cases[i].text);
        g_assert_cmpstr(folded, ==, cases[i].folded);
        g_autofree char *again = incmap_text_fold(folded);
        g_assert_cmpstr(again, ==, folded);
    }
}

static void
test_fold_part(void)
{
    g_autoptr(GString) folded = g_string_new("left over");
    incmap_text_fold_into("Gao-Kidal", 3, folded);
    g_assert_cmpstr(folded->str, ==, "gao");
    incmap_text_fold_into("Gao-Kidal", 4, folded);
    g_assert_cmpstr(folded->str, ==, "gao");
    incmap_text_fold_into("\xC3\xA9", 1, folded);
    g_assert_cmpstr(folded->str, ==, "");
    incmap_text_fold_into("", 0, folded);
    g_assert_cmpstr(folded->str, ==, "");
}

static void
test_distance(void)
{
    g_assert_cmpuint(incmap_text_distance("", "", 3), ==, 0);
    g_assert_cmpuint(incmap_text_distance("gao", "", 3), ==, 3);
    g_assert_cmpuint(incmap_text_distance("gao", "", 2), ==, 3);
    g_assert_cmpuint(incmap_text_distance("kidal", "kidal", 0), ==, 0);
    g_assert_cmpuint(incmap_text_distance("kidal", "kidla", 2), ==, 1);
    g_assert_cmpuint(incmap_text_distance("kidal", "gidal", 0), ==, 1);
    g_assert_cmpuint(incmap_text_distance("timbuktu", "tombouctou", 5), ==, 4);
    g_assert_cmpuint(incmap_text_distance("timbuktu", "tombouctou", 3), ==, 4);
    g_assert_cmpuint(incmap_text_distance("abc", "xabc", 1), ==, 1);
    g_assert_cmpuint(incmap_text_distance("київ", "киів", 2), ==, 1);
    g_assert_cmpuint(incmap_text_distance("kitten", "sitting", 9), ==, 3);
}

static void
test_distance_of_long_text(void)
{
    g_autofree char *a = g_strnfill(200000, 'a');
    g_autofree char *b = g_strnfill(200000, 'a');
    b[777] = 'b';
    g_assert_cmpuint(incmap_text_distance(a, b, 2), ==, 1);
}

/* The banded matrix agrees with the whole one. */
static void
test_distance_of_random_words(void)
{
    for (int round = 0; round < 2000; round++) {
        char a[9] = "", b[9] = "";
        int n_a = g_test_rand_int_range(0, 9), n_b = g_test_rand_int_range(0, 9);
        for (int i = 0; i < n_a; i++)
            a[i] = (char)g_test_rand_int_range('a', 'd');
        for (int i = 0; i < n_b; i++)
            b[i] = (char)g_test_rand_int_range('a', 'd');
        unsigned whole = incmap_text_distance(a, b, 20);
        g_assert_cmpuint(incmap_text_distance(b, a, 20), ==, whole);
        for (unsigned limit = 0; limit < 9; limit++)
            g_assert_cmpuint(incmap_text_distance(a, b, limit), ==, MIN(whole, limit + 1));
    }
}

static void
test_nearest(void)
{
    static const char *const words[] = {"draw", "read", "locate", "gazetteer", NULL};
    g_assert_cmpstr(incmap_text_nearest("lcoate", words), ==, "locate");
    g_assert_cmpstr(incmap_text_nearest("Gazeteer", words), ==, "gazetteer");
    g_assert_null(incmap_text_nearest("paint", words));
    g_assert_null(incmap_text_nearest("", words));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/fold", test_fold);
    g_test_add_func("/text/fold-part", test_fold_part);
    g_test_add_func("/text/distance", test_distance);
    g_test_add_func("/text/distance-of-long-text", test_distance_of_long_text);
    g_test_add_func("/text/distance-of-random-words", test_distance_of_random_words);
    g_test_add_func("/text/nearest", test_nearest);
    return g_test_run();
}
