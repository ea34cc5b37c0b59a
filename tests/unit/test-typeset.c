/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/typeset.h"
#include "scene/say.h"

#include <string.h>

/* A character is 5.5 points wide. */
static const IncmapFace face = {.font = {.family = "Any", .size_pt = 10, .weight = 400},
                                .leading_pt = 12};

static void
assert_lines(const IncmapArrange *arrange, const char *text, double width_pt, guint max_lines,
             const char *expected)
{
    g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, text, &face, width_pt, max_lines);
    g_ptr_array_add(lines, NULL);
    g_autofree char *joined = g_strjoinv("|", (char **)lines->pdata);
    g_assert_cmpstr(joined, ==, expected);
}

static void
test_wrap(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    const IncmapArrange *arrange = fixture_open(&fixture);
    assert_lines(arrange, "one two three four", 60, 0, "one two|three four");
    assert_lines(arrange, "one two", 38.51, 0, "one two"); /* just fits */
    assert_lines(arrange, "one two", 38.4, 0, "one|two");
    assert_lines(arrange, "  one \t\r\n two ", 60, 0, "one two");
    assert_lines(arrange, "", 60, 0, "");
    assert_lines(arrange, "   ", 60, 2, "");
    assert_lines(arrange, "one two · three four", 60, 0, "one two|three four");
    assert_lines(arrange, "one twos · three", 45, 0, "one twos|three");
    /* The rag is balanced: not "aaaa bbbb cccc dddd | eeee". */
    assert_lines(arrange, "aaaa bbbb cccc dddd eeee", 105, 0, "aaaa bbbb cccc|dddd eeee");
    assert_lines(arrange, "مدينة درنة الليبية", 62, 0, "مدينة درنة|الليبية");
    g_assert_true(incmap_typeset_measure(arrange, "درنة", &face).is_rtl);
    /* Cut with an ellipsis: by words, then by letters. */
    assert_lines(arrange, "one two three four five six", 60, 2, "one two|three…");
    assert_lines(arrange, "one two three four five six", 60, 1, "one two…");
    assert_lines(arrange, "incomprehensibilities", 60, 1, "incompreh…");
    assert_lines(arrange, "a incomprehensibilities b", 60, 0, "a|incompreh…|b");
    assert_lines(arrange, "Ñandúñandúñandúñandú", 30, 1, "Ñand…");
    assert_lines(arrange, "anything", 1, 3, "…");
    assert_lines(arrange, "any thing", -5, 1, "…");
    fixture_clear(&fixture);
}

/* Whatever the text and the width: no line is wider, and no word is lost without an ellipsis. */
static void
test_wrap_always_fits(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (int round = 0; round < 400; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        int n_words = g_rand_int_range(random, 0, 20);
        for (int i = 0; i < n_words; i++)
            g_string_append_printf(text, "%s%.*s", i > 0 ? " " : "",
                                   g_rand_int_range(random, 1, 16), "abcdefghijklmnopqrs");
        double width_pt = g_rand_double_range(random, 20, 300);
        guint max_lines = (guint)g_rand_int_range(random, 0, 4);
        g_autoptr(GPtrArray) lines =
            incmap_typeset_wrap(arrange, text->str, &face, width_pt, max_lines);
        g_autoptr(GString) joined = g_string_new(NULL);
        for (guint i = 0; i < lines->len; i++) {
            g_assert_cmpfloat(incmap_typeset_width(arrange, lines->pdata[i], &face), <=,
                              width_pt + 1e-9);
            g_string_append_printf(joined, "%s%s", i > 0 ? " " : "", (char *)lines->pdata[i]);
        }
        g_assert_true(max_lines == 0 || lines->len <= max_lines);
        if (strstr(joined->str, "…") == NULL)
            g_assert_cmpstr(joined->str, ==, text->str);
    }
    fixture_clear(&fixture);
}

/* Scripts without spaces break between characters, but not before a full stop or behind a number.
 */
static void
test_ideographs(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    const IncmapArrange *arrange = fixture_open(&fixture);
    assert_lines(arrange, "一二三四五六", 17, 0, "一二三|四五六");
    assert_lines(arrange, "一二三。四五", 17, 0, "一二|三。|四五");
    assert_lines(arrange, "一二18起事", 23, 0, "一二|18起事");
    assert_lines(arrange, "Gao事件", 23, 0, "Gao|事件");
    assert_lines(arrange, "一（二三）四", 17, 0, "一（二|三）四");
    const char *whole = incmap_say_unbroken(fixture.scene, "三次战斗");
    g_autofree char *text = g_strconcat("三次", whole, NULL);
    assert_lines(arrange, text, 28, 0, "三次|三次战斗");
    fixture_clear(&fixture);
}

/* On a map from right to left a line of Latin letters and Arabic belongs to a paragraph from right
 * to left; a name alone is left as it is. */
static void
test_right_to_left(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_strdup_printf("%s/../styles/words/ar.txt", g_getenv("INCMAP_TESTS"));
    g_autoptr(IncmapVocabulary) vocabulary = incmap_vocabulary_load(path, &error);
    g_assert_no_error(error);
    const IncmapArrange *arrange = fixture_open(&fixture);
    fixture.scene->vocabulary = vocabulary;
    assert_lines(arrange, "GeoNames؛ درنة", 500, 0, "\xE2\x80\x8FGeoNames؛ درنة");
    assert_lines(arrange, "Derna", 500, 0, "Derna");
    assert_lines(arrange, "درنة (Derna)", 500, 0, "درنة (Derna)");
    fixture_clear(&fixture);
}

static void
test_block(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapArrange *arrange = fixture_open(&fixture);
    g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, "one two three four", &face, 60, 0);
    double end_pt = incmap_typeset_block(arrange, INCMAP_SHEET_PAGE, lines, &face,
                                         (IncmapPoint){100, 200}, "note");
    g_assert_cmpfloat(end_pt, ==, 212);
    const IncmapLabel *label = fixture_find_label(&fixture, "one two three four");
    g_assert_cmpuint(label->n_quads, ==, 2);
    g_assert_cmpint(label->incident, ==, -1);
    g_assert_cmpfloat_with_epsilon(label->box.x1_pt, 155, 1e-9);
    g_assert_cmpfloat(label->box.y0_pt, <, 200 - 7);
    g_assert_cmpfloat(label->box.y1_pt, >, 212 + 2);
    const IncmapItem *second = &g_array_index(arrange->sheets[INCMAP_SHEET_PAGE], IncmapItem, 1);
    g_assert_cmpstr(second->run.text, ==, "three four");
    g_assert_cmpfloat_with_epsilon(second->run.width_pt, 55, 1e-9);
    fixture_clear(&fixture);
}

static void
test_fonts(void)
{
    static const struct {
        const char *name, *family;
        int weight;
        gboolean is_italic;
    } cases[] = {
        {"Inter", "Inter", 400, FALSE},
        {"Inter Display Bold", "Inter Display", 700, FALSE},
        {"Inter SemiBold Italic", "Inter", 600, TRUE},
        {"  Noto  Sans ", "Noto Sans", 400, FALSE},
        {"", "", 400, FALSE},
    };
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapFont font = {0};
        incmap_look_parse_font(scene, cases[i].name, &font);
        g_assert_cmpstr(font.family, ==, cases[i].family);
        g_assert_cmpint(font.weight, ==, cases[i].weight);
        g_assert_cmpint(font.is_italic, ==, cases[i].is_italic);
    }
}

/* Smaller pages take smaller type, but not in proportion, and never below the least size. */
static void
test_sizes(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpfloat_with_epsilon(incmap_look_unit(fixture.style, 1200), 1, 1e-9);
    g_assert_cmpfloat_with_epsilon(incmap_look_unit(fixture.style, 75), 0.5, 1e-9);
    double title_pt = incmap_look_type(arrange, "title").font.size_pt;
    arrange->unit = 0.5;
    g_assert_cmpfloat_with_epsilon(incmap_look_type(arrange, "title").font.size_pt, title_pt / 2,
                                   1e-9);
    arrange->unit = 0.01;
    g_assert_cmpfloat(incmap_look_type(arrange, "title").font.size_pt, ==,
                      incmap_look_number(arrange, "page.min-type"));
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typeset/wrap", test_wrap);
    g_test_add_func("/typeset/wrap-always-fits", test_wrap_always_fits);
    g_test_add_func("/typeset/ideographs", test_ideographs);
    g_test_add_func("/typeset/right-to-left", test_right_to_left);
    g_test_add_func("/typeset/block", test_block);
    g_test_add_func("/typeset/fonts", test_fonts);
    g_test_add_func("/typeset/sizes", test_sizes);
    return g_test_run();
}
