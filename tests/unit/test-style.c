/* SPDX-License-Identifier: MIT */
#include "style/incmap-table.h"
#include "style/style.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* A feature over a mapping, as a reader would make it. */
static gboolean
find_property(const void *data, const char *name, IncmapValue *out_value)
{
    const IncmapValue *found = incmap_value_find(data, name);
    if (found != NULL)
        *out_value = *found;
    return found != NULL;
}

static IncmapStyle *
parse_style(const char *text)
{
    g_autoptr(GError) error = NULL;
    IncmapStyle *style = incmap_style_parse("test.yaml", text, strlen(text), &error);
    g_assert_no_error(error);
    g_assert_nonnull(style);
    return style;
}

static IncmapValue
parse_value(IncmapStyleDocument *document, const char *text)
{
    IncmapValue value;
    g_autoptr(GError) error = NULL;
    incmap_document_parse(document, "test", text, strlen(text), &value, &error);
    g_assert_no_error(error);
    return value;
}

static void
assert_json(const char *yaml, const char *json)
{
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    IncmapValue value = parse_value(document, yaml);
    g_autofree char *found = incmap_value_format_json(&value);
    g_assert_cmpstr(found, ==, json);
}

static void
test_yaml_types(void)
{
    assert_json("[no, on, yes, 12:30, 0x10, 1_000, .inf]",
                "[\"no\",\"on\",\"yes\",\"12:30\",\"0x10\",\"1_000\",\".inf\"]");
    assert_json("[true, false, null, ~, 1, -2.5, 1e3, .5, +7]",
                "[true,false,null,null,1,-2.5,1000,0.5,7]");
    assert_json("['1', \"true\", !!str 5, ! 6]", "[\"1\",\"true\",\"5\",\"6\"]");
    assert_json("{\"a\": {\"b\": [\"\\u00e9\", \"\\n\"]}, \"c\":1}",
                "{\"a\":{\"b\":[\"é\",\"\\n\"]},\"c\":1}");
    assert_json("a: &x {k: 1}\nb: *x\n", "{\"a\":{\"k\":1},\"b\":{\"k\":1}}");
    assert_json("{\"a\": \"x\\ud83d\\udd25y\", \"b\": \"\\\\ud83d\"}",
                "{\"a\":\"x🔥y\",\"b\":\"\\\\ud83d\"}");
    assert_json("", "null");
    assert_json("t: |\n  one\n  two\n", "{\"t\":\"one\\ntwo\\n\"}");
}

static void
test_places(void)
{
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    IncmapValue root = parse_value(document, "a: 1\nb:\n  - é: [x, y]\n");
    const IncmapValue *list = incmap_value_find(&incmap_value_find(&root, "b")->as.items[0], "é");
    g_assert_cmpuint(list->as.items[1].line, ==, 3);
    g_assert_cmpuint(list->as.items[1].column, ==, 12);
    g_autofree char *place = incmap_document_format_place(document, &list->as.items[1]);
    g_assert_cmpstr(place, ==, "test:3:12");
}

static void
test_numbers(void)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"},
                 {-1.5, "-1.5"},
                 {0.1, "0.1"},
                 {100, "100"},
                 {1e21, "1e+21"},
                 {1e20, "100000000000000000000"},
                 {1e-6, "0.000001"},
                 {1.5e-7, "1.5e-7"},
                 {123456.789, "123456.789"},
                 {1.0 / 3, "0.3333333333333333"}};
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = incmap_value_format_number(cases[i].number);
        g_assert_cmpstr(text, ==, cases[i].text);
    }
}

static const char layers_style[] =
    "version: 8\n"
    "name: Test\n"
    "layers:\n"
    "- id: ground\n"
    "  type: background\n"
    "  paint: {background-color: '#f0f8ff'}\n"
    "- id: roads\n"
    "  type: line\n"
    "  source-layer: roads\n"
    "  minzoom: 3\n"
    "  maxzoom: 9\n"
    "  filter: [all, ['==', kind, main], ['>=', lanes, 2]]\n"
    "  layout: {line-cap: round}\n"
    "  paint:\n"
    "    line-width: [interpolate, [linear], [get, lanes], 1, 0.5, 5, 2.5]\n"
    "    line-color: [match, [get, kind], main, red, grey]\n"
    "    line-dasharray: [2, 1]\n"
    "- id: towns\n"
    "  type: symbol\n"
    "  layout:\n"
    "    text-field: '{name} ({pop})'\n"
    "    text-font: [Noto Sans Bold, sans-serif]\n"
    "    text-offset: [0.5, -1]\n"
    "    text-variable-anchor: [left, right]\n"
    "    text-size: {stops: [[0, 8], [10, 18]]}\n"
    "    icon-padding: [1, 2]\n"
    "    text-allow-overlap: [get, force]\n";

static void
test_layers(void)
{
    g_autoptr(IncmapStyle) style = parse_style(layers_style);
    g_assert_cmpstr(incmap_style_get_name(style), ==, "Test");
    g_assert_cmpuint(incmap_style_get_n_layers(style), ==, 3);
    const IncmapStyleLayer *roads = incmap_style_find_layer(style, "roads");
    g_assert_true(roads == incmap_style_get_layer(style, 1));
    g_assert_cmpstr(roads->source_layer, ==, "roads");
    g_assert_cmpint(roads->type, ==, INCMAP_STYLE_LAYER_LINE);
    g_assert_true(incmap_style_layer_has(roads, INCMAP_PROPERTY_LINE_CAP));
    g_assert_false(incmap_style_layer_has(roads, INCMAP_PROPERTY_LINE_JOIN));
    g_assert_true(incmap_style_layer_is_constant(roads, INCMAP_PROPERTY_LINE_JOIN));
    g_assert_null(incmap_style_find_layer(style, "rivers"));
}

static void
test_getters(void)
{
    g_autoptr(IncmapStyle) style = parse_style(layers_style);
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    const IncmapStyleLayer *roads = incmap_style_find_layer(style, "roads");
    IncmapValue properties = parse_value(document, "{kind: main, lanes: 3}");
    IncmapStyleFeature feature = {"LineString", {0}, &properties, find_property, NULL};
    g_auto(IncmapEval) eval = {0};
    double dashes[4] = {0};
    incmap_eval_init(&eval);
    incmap_eval_set_feature(&eval, &feature);
    eval.zoom = 5;
    g_assert_true(incmap_style_layer_accepts(roads, &eval));
    g_assert_cmpfloat(incmap_style_layer_number(roads, INCMAP_PROPERTY_LINE_WIDTH, &eval), ==, 1.5);
    g_assert_cmpfloat(incmap_style_layer_number(roads, INCMAP_PROPERTY_LINE_OPACITY, &eval), ==, 1);
    IncmapColor red = incmap_style_layer_color(roads, INCMAP_PROPERTY_LINE_COLOR, &eval);
    g_assert_true(red.r == 1 && red.g == 0 && red.b == 0 && red.a == 1);
    g_assert_cmpstr(incmap_style_layer_string(roads, INCMAP_PROPERTY_LINE_CAP, &eval), ==, "round");
    g_assert_cmpstr(incmap_style_layer_string(roads, INCMAP_PROPERTY_LINE_JOIN, &eval), ==,
                    "miter");
    g_assert_cmpuint(
        incmap_style_layer_array(roads, INCMAP_PROPERTY_LINE_DASHARRAY, &eval, dashes, 4), ==, 2);
    g_assert_cmpfloat(dashes[0], ==, 2);
    eval.zoom = 9;
    g_assert_false(incmap_style_layer_accepts(roads, &eval));
    eval.zoom = NAN;
    g_assert_true(incmap_style_layer_accepts(roads, &eval));
}

static void
test_text_getters(void)
{
    g_autoptr(IncmapStyle) style = parse_style(layers_style);
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    const IncmapStyleLayer *towns = incmap_style_find_layer(style, "towns");
    IncmapValue properties = parse_value(document, "{name: Gao, pop: 87000, force: true}");
    IncmapStyleFeature feature = {"Point", {0}, &properties, find_property, NULL};
    g_auto(IncmapEval) eval = {0};
    const char *words[2] = {NULL};
    double numbers[4] = {0};
    incmap_eval_init(&eval);
    incmap_eval_set_feature(&eval, &feature);
    eval.zoom = 5;
    g_assert_cmpstr(incmap_style_layer_text(towns, INCMAP_PROPERTY_TEXT_FIELD, &eval), ==,
                    "Gao (87000)");
    g_assert_cmpfloat(incmap_style_layer_number(towns, INCMAP_PROPERTY_TEXT_SIZE, &eval), ==, 13);
    g_assert_cmpuint(incmap_style_layer_strings(towns, INCMAP_PROPERTY_TEXT_FONT, &eval, words, 2),
                     ==, 2);
    g_assert_cmpstr(words[0], ==, "Noto Sans Bold");
    g_assert_cmpuint(
        incmap_style_layer_array(towns, INCMAP_PROPERTY_ICON_PADDING, &eval, numbers, 4), ==, 4);
    g_assert_true(numbers[0] == 1 && numbers[1] == 2 && numbers[2] == 1 && numbers[3] == 2);
    g_assert_true(incmap_style_layer_bool(towns, INCMAP_PROPERTY_TEXT_ALLOW_OVERLAP, &eval));
    g_assert_null(incmap_style_layer_string(towns, INCMAP_PROPERTY_ICON_IMAGE, &eval));
}

static void
test_fallbacks(void)
{
    g_autoptr(IncmapStyle) style =
        parse_style("layers:\n- id: a\n  type: circle\n  filter: ['<', [get, n], 3]\n  paint:\n"
                    "    circle-radius: [get, r]\n    circle-opacity: [to-number, [get, o]]\n");
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    const IncmapStyleLayer *layer = incmap_style_get_layer(style, 0);
    IncmapValue properties = parse_value(document, "{r: large, o: 7}");
    IncmapStyleFeature feature = {"Point", {0}, &properties, find_property, NULL};
    g_auto(IncmapEval) eval = {0};
    incmap_eval_init(&eval);
    incmap_eval_set_feature(&eval, &feature);
    g_assert_cmpfloat(incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_RADIUS, &eval), ==,
                      5);
    g_assert_cmpuint(eval.n_failures, ==, 1);
    g_assert_cmpstr(eval.first_failure, ==,
                    "layer \"a\", circle-radius: a value of type number is needed, but here is "
                    "one of type string");
    g_assert_cmpfloat(incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_OPACITY, &eval), ==,
                      1);
    g_assert_false(incmap_style_layer_accepts(layer, &eval));
    g_assert_cmpuint(eval.n_failures, ==, 2);
}

static void
assert_filter(const char *filter, const char *properties, gboolean expected)
{
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    g_autoptr(GError) error = NULL;
    g_auto(IncmapEval) eval = {0};
    IncmapValue value = parse_value(document, filter);
    IncmapValue data = parse_value(document, properties);
    const IncmapExpression *compiled = incmap_filter_compile(document, &value, &error);
    g_assert_no_error(error);
    incmap_eval_init(&eval);
    IncmapStyleFeature feature = {"MultiPoint", incmap_value_new_number(7), &data, find_property,
                                  NULL};
    incmap_eval_set_feature(&eval, &feature);
    IncmapValue result;
    g_assert_true(incmap_expression_evaluate(compiled, &eval, &result));
    g_assert_cmpint(result.as.is_true, ==, expected);
}

static void
test_filters(void)
{
    assert_filter("['==', a, 1]", "{a: 1}", TRUE);
    assert_filter("['==', a, 1]", "{a: '1'}", FALSE);
    assert_filter("['!=', a, 1]", "{}", TRUE);
    assert_filter("['<', a, b]", "{a: a}", TRUE);
    assert_filter("['<', a, 5]", "{a: x}", FALSE);
    assert_filter("['>=', a, 5]", "{a: 5}", TRUE);
    assert_filter("[in, a, 1, 2, x]", "{a: x}", TRUE);
    assert_filter("['!in', a, 1, 2]", "{a: 3}", TRUE);
    assert_filter("[has, a]", "{a: null}", TRUE);
    assert_filter("['!has', a]", "{a: 1}", FALSE);
    assert_filter("[none, ['==', a, 1], ['==', a, 2]]", "{a: 3}", TRUE);
    assert_filter("[any, ['==', a, 1], ['==', a, 2]]", "{a: 2}", TRUE);
    assert_filter("[all]", "{}", TRUE);
    assert_filter("['==', $type, Point]", "{}", TRUE);
    assert_filter("['==', $id, 7]", "{}", TRUE);
    assert_filter("[all, ['==', [get, a], 1], [has, a]]", "{a: 1}", TRUE);
    assert_filter("[in, [get, a], [literal, [1, 2]]]", "{a: 2}", TRUE);
    assert_filter("true", "{}", TRUE);
}

static void
test_notes(void)
{
    g_autoptr(IncmapStyle) style = parse_style(
        "version: 8\nsprite: https://example.org/x\nlayers:\n- id: a\n  type: circle\n  paint:\n"
        "    circle-pitch-scale: map\n    circle-radius-transition: {duration: 0}\n");
    const GPtrArray *notes = incmap_style_get_notes(style);
    g_assert_cmpuint(notes->len, ==, 3);
    g_assert_cmpstr(g_ptr_array_index(notes, 0), ==,
                    "test.yaml:2:1: \"sprite\" has no meaning on a printed map");
    g_assert_cmpstr(g_ptr_array_index(notes, 1), ==,
                    "test.yaml:7:5: \"circle-pitch-scale\" has no meaning on a printed map");
}

static void
test_incmap(void)
{
    g_autoptr(IncmapStyle) style =
        parse_style("layers: []\nincmap:\n  page: {margin: 31, background: '#fff'}\n"
                    "  inset.kind: locator\n  legend: {is-on-map: false}\n");
    g_assert_cmpfloat(incmap_style_incmap_number(style, "page.margin"), ==, 31);
    g_assert_cmpfloat(incmap_style_incmap_number(style, "page.reference-width"), ==, 1200);
    g_assert_cmpstr(incmap_style_incmap_string(style, "inset.kind"), ==, "locator");
    g_assert_cmpstr(incmap_style_incmap_string(style, "symbols.riot.shape"), ==, "diamond");
    g_assert_cmpfloat(incmap_style_incmap_color(style, "page.background").r, ==, 1);
    g_assert_false(incmap_style_incmap_bool(style, "legend.is-on-map"));
    g_assert_true(incmap_style_incmap_has(style, "page.margin"));
    g_assert_false(incmap_style_incmap_has(style, "page.reference-width"));
}

static void
write_file(const char *dir, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(dir, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void
test_extends(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *dir = g_dir_make_tmp("incmap-style-XXXXXX", &error);
    g_autofree char *styles = g_build_filename(dir, "styles", NULL);
    g_assert_cmpint(g_mkdir(styles, 0700), ==, 0);
    write_file(styles, "base.yaml",
               "name: Base\nincmap: {page: {margin: 5, min-type: 7}}\nlayers:\n"
               "- {id: a, type: line, paint: {line-width: 2, line-color: red}}\n"
               "- {id: b, type: fill}\n");
    write_file(dir, "mine.yaml",
               "extends: base\nincmap: {page: {margin: 9}}\nlayers:\n"
               "- {id: c, type: circle}\n"
               "- {id: a, paint: {line-color: null, line-width: [get, w]}}\n");
    write_file(dir, "loop.yaml", "extends: pool\n");
    write_file(dir, "pool.yaml", "extends: loop\n");
    g_autofree char *path = g_build_filename(dir, "mine.yaml", NULL);
    g_autofree char *loop = g_build_filename(dir, "loop.yaml", NULL);
    const char *dirs[] = {styles, NULL};
    g_autoptr(IncmapStyle) style = incmap_style_load_full(path, dirs, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(incmap_style_get_n_layers(style), ==, 3);
    g_assert_cmpstr(incmap_style_get_layer(style, 0)->id, ==, "a");
    g_assert_cmpstr(incmap_style_get_layer(style, 2)->id, ==, "c");
    g_assert_false(
        incmap_style_layer_has(incmap_style_get_layer(style, 0), INCMAP_PROPERTY_LINE_COLOR));
    g_assert_cmpfloat(incmap_style_incmap_number(style, "page.margin"), ==, 9);
    g_assert_cmpfloat(incmap_style_incmap_number(style, "page.min-type"), ==, 7);
    g_assert_null(incmap_style_load(path, &error));
    g_assert_nonnull(strstr(error->message, "mine.yaml:1:10: style \"base\" is neither"));
    g_clear_error(&error);
    g_assert_null(incmap_style_load(loop, &error));
    g_assert_nonnull(strstr(error->message, "extend each other"));
    for (guint i = 0; i < 4; i++) {
        static const char *const names[] = {"styles/base.yaml", "mine.yaml", "loop.yaml",
                                            "pool.yaml"};
        g_autofree char *file = g_build_filename(dir, names[i], NULL);
        g_remove(file);
    }
    g_rmdir(styles);
    g_rmdir(dir);
}

/* 100 000 features with six properties each have to be quick; the limit leaves much room. */
static void
test_speed(void)
{
    g_autoptr(IncmapStyle) style =
        parse_style("layers:\n- id: a\n  type: circle\n  filter: ['>', [get, n], 1]\n  paint:\n"
                    "    circle-radius: [interpolate, [linear], [get, n], 0, 2, 100, 20]\n"
                    "    circle-color: [match, [get, t], [a, b, c], red, [d, e], blue, grey]\n"
                    "    circle-opacity: 0.5\n");
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    const IncmapStyleLayer *layer = incmap_style_get_layer(style, 0);
    IncmapValue properties = parse_value(document, "{n: 50, t: d}");
    IncmapStyleFeature feature = {"Point", {0}, &properties, find_property, NULL};
    g_auto(IncmapEval) eval = {0};
    double sum = 0;
    incmap_eval_init(&eval);
    gint64 start_us = g_get_monotonic_time();
    for (guint i = 0; i < 100000; i++) {
        incmap_eval_set_feature(&eval, &feature);
        sum += incmap_style_layer_accepts(layer, &eval);
        sum += incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_RADIUS, &eval);
        sum += incmap_style_layer_color(layer, INCMAP_PROPERTY_CIRCLE_COLOR, &eval).b;
        sum += incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_OPACITY, &eval);
        sum += incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_STROKE_WIDTH, &eval);
        sum += incmap_style_layer_color(layer, INCMAP_PROPERTY_CIRCLE_STROKE_COLOR, &eval).a;
    }
    gint64 elapsed_us = g_get_monotonic_time() - start_us;
    g_assert_cmpfloat(sum, ==, 100000 * (1 + 11 + 1 + 0.5 + 0 + 1));
    g_test_message("%" G_GINT64_FORMAT " us", elapsed_us);
    g_assert_cmpint(elapsed_us, <, 5000000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/style/yaml/types", test_yaml_types);
    g_test_add_func("/style/yaml/places", test_places);
    g_test_add_func("/style/value/numbers", test_numbers);
    g_test_add_func("/style/layers", test_layers);
    g_test_add_func("/style/getters", test_getters);
    g_test_add_func("/style/getters/text", test_text_getters);
    g_test_add_func("/style/fallbacks", test_fallbacks);
    g_test_add_func("/style/filters", test_filters);
    g_test_add_func("/style/notes", test_notes);
    g_test_add_func("/style/incmap", test_incmap);
    g_test_add_func("/style/extends", test_extends);
    g_test_add_func("/style/speed", test_speed);
    return g_test_run();
}
