/* SPDX-License-Identifier: MIT */
/*
 * Every message about a style, provoked.
 */
#include "style/style.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct Case Case;
struct Case {
    const char *text;
    const char *message; /* a part of it */
};

static const Case files[] = {
    {"layers: [", "s.yaml:2:1: not well-formed: "},
    {"layers: []\nname: \"a\\0b\"", "s.yaml:2:7: text with a NUL character"},
    {"\"a\\0b\": 1", "s.yaml:1:1: key with a NUL character"},
    {"name: !rgb 1", "s.yaml:1:7: unknown tag \"!rgb\""},
    {"name: 1e999", "s.yaml:1:7: number 1e999 is out of range"},
    {"? [a]\n: 1", "s.yaml:1:3: a key must be text"},
    {"a: 1\na: 2", "s.yaml:2:1: key \"a\" stands here twice"},
    {"a: *b", "s.yaml:1:4: nothing is called &b before"},
    {"a: &b [*b]", "s.yaml:1:8: *b stands inside itself"},
    {"a: 1\n---\nb: 2", "s.yaml:2:1: a second YAML document begins; only one is allowed"},
    {"a: \xff", "s.yaml:1:4: is not UTF-8 text"},
    {"a: é\n\xc3", "s.yaml:2:1: is not UTF-8 text"},
    {"", "s.yaml:1:1: a style is a mapping with \"layers\", not null"},
    {"[1]", "s.yaml:1:1: a style is a mapping with \"layers\", not a list"},
    {"name: x", "s.yaml:1:1: a style needs \"layers\""},
    {"layers: 5", "s.yaml:1:9: \"layers\" is a list, not a number"},
    {"layer: []", "s.yaml:1:1: unknown key \"layer\" in a style; did you mean \"layers\"?"},
    {"wholly-new: []", "s.yaml:1:1: unknown key \"wholly-new\" in a style"},
    {"version: 7", "s.yaml:1:10: the version of a style is 8"},
    {"name: [x]", "s.yaml:1:7: name is text, not a list"},
    {"layers: [4]", "s.yaml:1:10: a layer is a mapping, not a number"},
    {"layers: [{type: line}]", "s.yaml:1:10: a layer needs an \"id\""},
    {"layers: [{id: a}]", "layer \"a\" needs a \"type\""},
    {"layers: [{id: a, type: line}, {id: a, type: line}]",
     "s.yaml:1:36: another layer has the id \"a\""},
    {"layers: [{id: a, type: lines}]",
     "s.yaml:1:24: unknown type \"lines\" of a layer; did you mean \"line\"?"},
    {"layers: [{id: a, type: raster}]", "layers of type \"raster\" cannot be printed"},
    {"layers: [{id: a, type: line, minzom: 1}]",
     "unknown key \"minzom\" in a layer; did you mean \"minzoom\"?"},
    {"layers: [{id: a, type: line, minzoom: 99}]", "minzoom is a number from 0 to 24"},
    {"layers: [{id: a, type: line, paint: 1}]", "\"paint\" is a mapping, not a number"},
    {"layers: [{id: a, type: line, layout: {visibility: off}}]",
     "s.yaml:1:51: visibility is \"visible\" or \"none\""},
    {"layers: [{id: a, type: line, paint: {line-colour: red}}]",
     "s.yaml:1:38: unknown property \"line-colour\" of a line layer; did you mean \"line-color\"?"},
    {"layers: [{id: a, type: line, paint: {fill-color: red}}]",
     "\"fill-color\" belongs to layers of type fill; this is of type line"},
    {"layers: [{id: a, type: line, paint: {line-cap: round}}]",
     "\"line-cap\" stands in \"layout\""},
    {"layers: [{id: a, type: line, paint: {line-opacity: 2}}]",
     "s.yaml:1:52: line-opacity is at most 1, not 2"},
    {"layers: [{id: a, type: line, paint: {line-width: -1}}]", "line-width is at least 0, not -1"},
    {"layers: [{id: a, type: line, paint: {line-width: null}}]", "line-width has no value here"},
    {"layers: [{id: a, type: line, paint: {line-dasharray: [1, -2]}}]",
     "line-dasharray is at least 0, not -2"},
    {"layers: [{id: a, type: line, layout: {line-cap: flat}}]",
     "s.yaml:1:49: \"flat\" is none of: butt, round, square"},
    {"layers: [{id: a, type: symbol, layout: {text-variable-anchor: [left, up]}}]",
     "s.yaml:1:70: \"up\" is none of: center, left"},
    {"layers: [{id: a, type: background, paint: {background-color: [get, c]}}]",
     "this cannot depend on the feature"},
    {"layers: [{id: a, type: line, filter: 3}]",
     "a filter is a list that begins with an operator, not a number"},
    {"layers: [{id: a, type: line, filter: ['!in', 3]}]",
     "\"!in\" takes the name of a property first"},
    {"layers: [{id: a, type: line, filter: ['!has']}]",
     "\"!has\" takes the name of a property first"},
    {"layers: [{id: a, type: line, filter: ['!has', a, b]}]", "\"!has\" takes a name"},
    {"layers: [{id: a, type: line, filter: [none, ['==', a]]}]",
     "\"==\" takes two values, and possibly a collator"},
    {"layers: [{id: a, type: line, filter: ['==', a, {}]}]",
     "\"==\" compares with text, numbers, booleans or null"},
    {"layers: [{id: a, type: line, filter: [get]}]", "\"get\" takes a name"},
    {"layers: []\nincmap: 1", "s.yaml:2:9: \"incmap\" is a mapping, not a number"},
    {"layers: []\nincmap: {page: 1}", "\"page\" is a mapping, not a number"},
    {"layers: []\nincmap: {pages: {}}", "unknown key \"pages\" in incmap; did you mean \"page\"?"},
    {"layers: []\nincmap: {page: {margn: 1}}",
     "s.yaml:2:17: unknown key \"page.margn\" in incmap; did you mean \"page.margin\"?"},
    {"layers: []\nincmap: {zzz: 1}", "unknown key \"zzz\" in incmap"},
    {"layers: []\nincmap: {page: {margin: -1}}", "page.margin is a number from 0 to 1000 pt"},
    {"layers: []\nincmap: {page: {background: 3}}", "page.background is a colour, not 3"},
    {"layers: []\nincmap: {inset: {kind: left}}", "inset.kind is one of: none, globe, locator"},
    {"layers: []\nincmap: {title: {font: 3}}", "title.font is text, not a number"},
};

/* values of circle-radius, unless they begin with the name of another property */
static const Case expressions[] = {
    {"[]", "s.yaml:5:20: an empty list is written [\"literal\", []] in an expression"},
    {"[1, 2]", "an expression begins with the name of an operator, not with a number"},
    {"[gett, a]", "s.yaml:5:21: unknown operator \"gett\"; did you mean \"get\"?"},
    {"[nothing-like-it, a]", "unknown operator \"nothing-like-it\"; a list of values is written"},
    {"[feature-state, a]", "operator \"feature-state\" has no meaning on a printed map"},
    {"['+', {}, 1]", "a mapping is written [\"literal\", {…}] in an expression"},
    {"[sqrt, 1, 2]", "\"sqrt\" does not take 2 arguments"},
    {"red", "s.yaml:5:20: type number is needed here, not string"},
    {"[literal]", "\"literal\" takes one value"},
    {"[number]", "\"number\" takes one or more values"},
    {"[length, [array, colour, [get, a]]]", "the items of an \"array\" are"},
    {"[length, [array, number, 1.5, [get, a]]]", "the length of an \"array\" is a whole number"},
    {"[to-number]", "\"to-number\" takes one or more value"},
    {"[length, [to-string, 1, 2]]", "\"to-string\" takes one value"},
    {"[to-number, [literal, [1]]]", "[1] cannot become a number"},
    {"[get]", "\"get\" takes a name, and possibly the mapping to look in"},
    {"[case, true, 1]", "\"case\" takes pairs of condition and result, then one more result"},
    {"[coalesce]", "\"coalesce\" takes one or more values"},
    {"[match, [get, a], 1, 2]", "\"match\" takes an input, pairs of label and result"},
    {"[match, [get, a], [], 2, 3]", "a branch of \"match\" has at least one label"},
    {"[match, [get, a], true, 2, 3]", "a label of \"match\" is text or a number, not a boolean"},
    {"[match, [get, a], a, 2, 3, 4, 5]", "all labels of one \"match\" are of one kind"},
    {"[match, [get, a], 1e17, 2, 3]", "a label of \"match\" is at most 9007199254740991"},
    {"[match, [get, a], 0.5, 2, 3]", "a number as label of \"match\" is a whole number"},
    {"[match, [get, a], 1, 2, 1, 3, 4]", "this label of \"match\" stands here twice"},
    {"[match, [has, a], 1, 2, 3]", "type number is needed here, not boolean"},
    {"[step, [get, a], 1]", "\"step\" takes an input, a first result, then pairs"},
    {"[step, [get, a], 1, x, 2]", "a stop of \"step\" is a constant number, not text"},
    {"[step, [get, a], 1, 5, 2, 4, 3]", "stops ascend, but 4 stands behind 5"},
    {"[interpolate]", "a curve is needed here, such as [\"linear\"]"},
    {"[interpolate, [linear], 1]", "\"interpolate\" takes a curve, an input, then pairs"},
    {"[interpolate, [circular], [get, a], 1, 2]", "a curve is \"linear\", \"exponential\" or"},
    {"[interpolate, [exponential, x], [get, a], 1, 2]", "\"exponential\" takes a constant number"},
    {"[interpolate, [cubic-bezier, 1, 2], [get, a], 1, 2]", "\"cubic-bezier\" takes four constant"},
    {"[interpolate, [linear], [get, a], 1, [length, x], 2, [interpolate, [linear], 1, 1, x]]",
     "type number is needed here, not string"},
    {"[length, [interpolate, [linear], [get, a], 1, x, 2, y]]",
     "values of type string cannot be interpolated; use \"step\""},
    {"[let, 1, 2, 3]", "\"let\" takes a name here, not a number"},
    {"[let, a b, 2, 3]", "a name is made of letters, digits and _, not \"a b\""},
    {"[let, a, 2]", "\"let\" takes pairs of name and value, then a result"},
    {"[var]", "\"var\" takes one name"},
    {"[let, north, 1, [var, nort]]",
     "no \"let\" around this names \"nort\"; did you mean \"north\""},
    {"[var, x]", "no \"let\" around this names \"x\""},
    {"[at, 1]", "\"at\" takes a place and a list"},
    {"[at, 3, [literal, [1, 2]]]", "there is no item 3 in a list of 2"},
    {"[at, 0.5, [literal, [1, 2]]]", "the place in a list is a whole number, not 0.5"},
    {"[index-of, a]", "\"index-of\" takes what to look for and where, and possibly from which"},
    {"[index-of, [literal, [1]], a]", "text, a number, a boolean or null can be looked for"},
    {"[index-of, 1, 2]", "a list or text is needed, but here is a number"},
    {"[length]", "\"length\" takes one list or text"},
    {"[length, [slice, abc]]",
     "\"slice\" takes a list or text, a first place, and possibly an end"},
    {"[length, 3]", "\"length\" takes a list or text, not type number"},
    {"[length, [join, a]]", "\"join\" takes a list and a separator"},
    {"[length, [split, a]]", "\"split\" takes text and a separator"},
    {"[length, [to-rgba]]", "\"to-rgba\" takes one colour"},
    {"[length, [to-rgba, [rgb, 1, 2, 300]]]", "red, green or blue of a colour is 0 to 255"},
    {"[length, [to-rgba, [rgba, 1, 2, 3, 4]]]", "the opacity of a colour is 0 to 1, not 4"},
    {"[length, [number-format, 1]]", "\"number-format\" takes a number and a mapping of options"},
    {"[length, [number-format, 1, 2]]",
     "\"number-format\" takes a number and a mapping of options"},
    {"[length, [number-format, 1, {x: 2}]]", "unknown option \"x\" of \"number-format\""},
    {"[length, [number-format, 1, {max-fraction-digits: 99}]]", "a number can have 0 to 20 digits"},
    {"[length, [number-format, 1, {min-fraction-digits: 5, max-fraction-digits: 2}]]",
     "at least 5 and at most 2 digits contradict"},
    {"[case, ['==', 1], 1, 2]", "\"==\" takes two values, and possibly a collator"},
    {"[case, ['==', 1, x], 1, 2]", "type number cannot be compared with type string"},
    {"[case, ['<', true, [get, a]], 1, 2]", "\"<\" cannot compare values of type boolean"},
    {"[case, ['<', 1, 2, [collator, {}]], 1, 2]", "a collator compares only text"},
    {"[case, ['<', [at, 0, [literal, [1, x]]], [at, 1, [literal, [1, x]]]], 1, 2]",
     "\"<\" compares two numbers or two texts, not a number and text"},
    {"[case, ['==', a, b, [collator]], 1, 2]", "\"collator\" takes one mapping of options"},
    {"[case, ['==', a, b, [collator, {locales: x}]], 1, 2]",
     "unknown option \"locales\"; did you mean \"locale\"?"},
    {"['*', 2, [zoom]]", "[\"zoom\"] can only be the input of one \"step\" or \"interpolate\""},
    {"['+', [number, [literal, x]], 1]",
     "a value of type number is needed, but here is one of type string"},
    {"circle-color: rde", "\"rde\" is not a colour"},
    {"circle-color: [rgb, 1]", "\"rgb\" does not take 1 arguments"},
    {"icon-padding: [1, 2, 3, 4, 5]", "[1,2,3,4,5] is not a padding of one to four numbers"},
    {"text-variable-anchor-offset: [top]", "anchors and offsets are written [\"top\", [0, 1], …]"},
    {"text-field: [format]", "\"format\" takes text first"},
    {"text-field: [format, 1]", "\"format\" takes text here, not type number"},
    {"text-field: [format, a, {bold: true}]", "unknown option \"bold\""},
    {"text-field: [format, a, {vertical-align: up}]",
     "\"vertical-align\" is bottom, center or top"},
    {"text-field: [number-format, 1, {unit: meter, currency: EUR}]",
     "a number has a currency or a unit, not both"},
    {"text-offset: [1]", "type array<number, 2> is needed here, not array<number, 1>"},
    {"text-font: [1]", "type array<string> is needed here, not array<number, 1>"},
    {"text-anchor: [concat, le, vft]", "\"levft\" is none of: center, left"},
    {"{stop: 1}", "a function has no key \"stop\"; did you mean \"stops\"?"},
    {"{stops: []}", "\"stops\" is a list of one or more pairs"},
    {"{stops: [1]}", "a stop is a pair [input, output]"},
    {"{stops: [[{zoom: 1}, 2]]}", "a stop for zoom and property begins {zoom: …, value: …}"},
    {"{stops: [[1, 2], [{zoom: 1, value: 2}, 2]]}", "either all stops have a zoom and a value"},
    {"{stops: [[{zoom: 1, value: 2}, 2]]}", "stops with a zoom and a value need a property"},
    {"{stops: [[1, 2]], type: linear}", "the type of a function is identity, exponential"},
    {"{stops: [[1, 2]], base: x}", "the base of a function is a number"},
    {"{stops: [[1, 2]], colorSpace: xyz}", "a colour space is rgb, lab or hcl"},
    {"{stops: [[1, 2]], property: 1}", "the property of a function is a name"},
    {"{property: x}", "a function has stops, or a property and the type identity"},
};

static void
assert_fails(const char *text, gsize n_bytes, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapStyle) style = incmap_style_parse("s.yaml", text, n_bytes, &error);
    if (style != NULL)
        g_test_fail_printf("no error in: %.300s", text);
    else if (!g_error_matches(error, INCMAP_ERROR, INCMAP_ERROR_STYLE) ||
             strstr(error->message, message) == NULL)
        g_test_fail_printf("\"%s\" instead of \"%s\" in: %.300s", error->message, message, text);
}

static void
test_files(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        assert_fails(files[i].text, strlen(files[i].text), files[i].message);
}

static char *
make_style(const char *expression)
{
    const char *type =
        g_str_has_prefix(expression, "text-") || g_str_has_prefix(expression, "icon-") ? "symbol"
                                                                                       : "circle";
    gboolean is_named = strncmp(expression, type, 6) == 0 || strcmp(type, "symbol") == 0;
    const char *group = is_named && strcmp(type, "symbol") == 0 ? "layout" : "paint";
    return g_strdup_printf("layers:\n- id: a\n  type: %s\n  %s:\n    %s%s\n", type, group,
                           is_named ? "" : "circle-radius: ", expression);
}

static void
test_expressions(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(expressions); i++) {
        g_autofree char *text = make_style(expressions[i].text);
        assert_fails(text, strlen(text), expressions[i].message);
    }
}

static void
append_times(GString *out, const char *text, guint n)
{
    for (guint i = 0; i < n; i++)
        g_string_append(out, text);
}

static void
test_limits(void)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    append_times(deep, "[", 200);
    append_times(deep, "]", 200);
    assert_fails(deep->str, deep->len, "nested deeper than 64 levels");
    g_autoptr(GString) wide = g_string_new("a: &a [");
    append_times(wide, "x, ", 1000);
    g_string_append(wide, "]\nb: [");
    append_times(wide, "*a, ", 1000);
    g_string_append(wide, "]\n");
    assert_fails(wide->str, wide->len, "more than 500000 values");
    g_autoptr(GString) many = g_string_new("layers: [");
    append_times(many, "{}, ", 1001);
    g_string_append(many, "]");
    assert_fails(many->str, many->len, "more than 1000 layers");
    g_autofree char *large = g_strnfill(INCMAP_DOCUMENT_MAX_BYTES + 1, ' ');
    assert_fails(large, INCMAP_DOCUMENT_MAX_BYTES + 1, "more than 8388608 bytes");
    /* aliases nest deeper than brackets can */
    g_autoptr(GString) nested = g_string_new("a0: &a0 1\n");
    for (guint i = 1; i <= 120; i++)
        g_string_append_printf(nested, "a%u: &a%u ['!', *a%u]\n", i, i, i - 1);
    g_string_append(nested, "layers: [{id: a, type: fill, filter: *a120}]\n");
    assert_fails(nested->str, nested->len, "unknown key \"a0\" in a style");
}

static void
test_unreadable(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_style_load("/nowhere/s.yaml", &error));
    g_assert_cmpstr(error->message, ==, "/nowhere/s.yaml: cannot be read: no such file");
    g_clear_error(&error);
    g_assert_null(incmap_style_load("/", &error));
    g_assert_cmpstr(error->message, ==, "/: is not a file");
    g_clear_error(&error);
    g_autofree char *path = NULL;
    int file = g_file_open_tmp("incmap-XXXXXX.yaml", &path, NULL);
    g_assert_cmpint(file, >=, 0);
    g_close(file, NULL);
    g_assert_true(g_file_set_contents(path, "extends: ../x\n", -1, NULL));
    g_assert_null(incmap_style_load(path, &error));
    g_assert_nonnull(strstr(error->message, "\"extends\" takes the name of a style, without"));
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(path, "5\n", -1, NULL));
    g_assert_null(incmap_style_load(path, &error));
    g_assert_nonnull(strstr(error->message, "a style is a mapping"));
    g_clear_error(&error);
    g_autofree char *large = g_strnfill(INCMAP_DOCUMENT_MAX_BYTES + 1, ' ');
    g_assert_true(g_file_set_contents(path, large, -1, NULL));
    g_assert_null(incmap_style_load(path, &error));
    g_assert_nonnull(strstr(error->message, "is larger than 8388608 bytes"));
    g_remove(path);
}

/* Failures that only a feature brings about; @text is a circle-radius. */
static void
assert_evaluation_fails(const char *text, const char *message)
{
    g_autofree char *yaml = make_style(text);
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapStyle) style = incmap_style_parse("s.yaml", yaml, strlen(yaml), &error);
    g_assert_no_error(error);
    g_auto(IncmapEval) eval = {0};
    const IncmapStyleFeature feature = {.id = {.kind = INCMAP_VALUE_NUMBER, .as.number = 5}};
    incmap_eval_init(&eval);
    incmap_eval_set_feature(&eval, &feature);
    incmap_style_layer_number(incmap_style_get_layer(style, 0), INCMAP_PROPERTY_CIRCLE_RADIUS,
                              &eval);
    if (strstr(eval.failure, message) == NULL)
        g_test_fail_printf("\"%s\" instead of \"%s\"", eval.failure, message);
    g_assert_cmpuint(eval.n_failures, ==, 1);
}

static void
test_evaluation(void)
{
    assert_evaluation_fails("[step, [zoom], 1, 2, 3]", "there is no zoom here");
    assert_evaluation_fails("[number, [get, a]]", "a value of type number is needed, but here is");
    assert_evaluation_fails("[let, x, [coalesce, [geometry-type], [id]], "
                            "[length, [upcase, [var, x]]]]",
                            "text is needed, but here is a number");
    g_autoptr(GString) doubled = g_string_new("[let, a0, [to-string, [get, a]], ");
    for (guint i = 1; i < 40; i++)
        g_string_append_printf(doubled, "[let, a%u, [concat, [var, a%u], [var, a%u]], ", i, i - 1,
                               i - 1);
    g_string_append(doubled, "[length, [var, a39]]");
    append_times(doubled, "]", 40);
    assert_evaluation_fails(doubled->str, "takes more than 200000 steps");
    g_autoptr(GString) long_text = g_string_new("[length, [concat, [to-string, [get, a]]");
    g_autofree char *word = g_strnfill(100000, 'x');
    for (guint i = 0; i < 20; i++)
        g_string_append_printf(long_text, ", %s", word);
    g_string_append(long_text, "]]");
    assert_evaluation_fails(long_text->str, "the text is longer than 1048576 bytes");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/style/errors/files", test_files);
    g_test_add_func("/style/errors/expressions", test_expressions);
    g_test_add_func("/style/errors/limits", test_limits);
    g_test_add_func("/style/errors/unreadable", test_unreadable);
    g_test_add_func("/style/errors/evaluation", test_evaluation);
    return g_test_run();
}
