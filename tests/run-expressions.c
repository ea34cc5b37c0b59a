/* SPDX-License-Identifier: MIT */
/*
 * Runs expression cases in the layout of the MapLibre Style Specification: any folder with a
 * test.json that has `expression`, possibly `propertySpec`, `inputs` as pairs of globals and
 * feature, and `expected`. Names the cases that fail and ends with "N of M hold".
 *
 * An expected error is compared by its place (`key`; ours may be closer), not by its words. An
 * expected colour may be given with its parts multiplied with the opacity or not.
 */
#include "expression-match.h"
#include "style/expression.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Run Run;
struct Run {
    guint n_cases;
    guint n_hold;
};

typedef struct Case Case;
struct Case {
    IncmapStyleDocument *document;
    IncmapValue root;
    const IncmapValue *expected;
    IncmapExpressionSpec spec;
    char *failure; /* NULL while the case holds */
};

static void case_fail(Case *c, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void
case_fail(Case *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (c->failure == NULL)
        c->failure = g_strdup_vprintf(format, args);
    va_end(args);
}

static gboolean
find_property(const void *data, const char *name, IncmapValue *out_value)
{
    const IncmapValue *found = incmap_value_find(data, name);
    if (found != NULL)
        *out_value = *found;
    return found != NULL;
}

static IncmapValue
list_properties(const void *data, IncmapArena *arena)
{
    const IncmapValue *properties = data;
    (void)arena;
    return properties != NULL ? *properties : (IncmapValue){.kind = INCMAP_VALUE_OBJECT};
}

static double
find_number(const IncmapValue *object, const char *key, double fallback)
{
    const IncmapValue *found = incmap_value_find(object, key);
    return found != NULL && found->kind == INCMAP_VALUE_NUMBER ? found->as.number : fallback;
}

static void
run_input(Case *c, const IncmapExpression *expression, guint i, const IncmapValue *input,
          const IncmapValue *expected)
{
    static const IncmapValue none = {.kind = INCMAP_VALUE_OBJECT};
    g_auto(IncmapEval) eval = {0};
    incmap_eval_init(&eval);
    const IncmapValue *globals = input->n > 0 ? &input->as.items[0] : &none;
    const IncmapValue *given = input->n > 1 ? &input->as.items[1] : &none;
    const IncmapValue *accumulated = incmap_value_find(globals, "accumulated");
    const IncmapValue *id = incmap_value_find(given, "id");
    const IncmapValue *type = incmap_value_find(incmap_value_find(given, "geometry"), "type");
    eval.zoom = find_number(globals, "zoom", NAN);
    eval.heatmap_density = find_number(globals, "heatmapDensity", 0);
    eval.line_progress = find_number(globals, "lineProgress", 0);
    if (accumulated != NULL)
        eval.accumulated = *accumulated;
    IncmapStyleFeature feature = {.data = incmap_value_find(given, "properties"),
                                  .find = find_property,
                                  .list = list_properties};
    if (id != NULL)
        feature.id = *id;
    if (type != NULL && type->kind == INCMAP_VALUE_STRING)
        feature.geometry_type = type->as.string;
    incmap_eval_set_feature(&eval, &feature);
    IncmapValue value;
    gboolean wants_error = incmap_value_find(expected, "error") != NULL;
    if (!incmap_expression_evaluate(expression, &eval, &value)) {
        if (!wants_error)
            case_fail(c, "input %u: %s", i, eval.failure);
    } else {
        g_autofree char *text = incmap_value_format_json(&value);
        if (wants_error || !expression_matches(&value, expected))
            case_fail(c, "input %u gives %s", i, text);
    }
}

static void
compare_compiled(Case *c, const IncmapExpression *expression)
{
    const IncmapValue *compiled = incmap_value_find(c->expected, "compiled");
    const IncmapValue *feature = incmap_value_find(compiled, "isFeatureConstant");
    const IncmapValue *zoom = incmap_value_find(compiled, "isZoomConstant");
    const IncmapValue *type = incmap_value_find(compiled, "type");
    g_autofree char *found = incmap_type_format(incmap_expression_get_type(expression));
    if (feature != NULL && feature->as.is_true == incmap_expression_uses_feature(expression))
        case_fail(c, "depends on the feature: %d", incmap_expression_uses_feature(expression));
    if (zoom != NULL && zoom->as.is_true == incmap_expression_uses_zoom(expression))
        case_fail(c, "depends on the zoom: %d", incmap_expression_uses_zoom(expression));
    if (type != NULL && !incmap_value_is_string(type, found))
        case_fail(c, "is of type %s", found);
}

/* The part of the expression that a key such as "[2][1]" means. */
static const IncmapValue *
follow_key(const IncmapValue *at, const char *key)
{
    const char *c = key + strlen(key);
    while (c > key && (g_ascii_isdigit(c[-1]) || c[-1] == '[' || c[-1] == ']'))
        c--;
    while (*c == '[' && at->kind == INCMAP_VALUE_ARRAY) {
        char *end = NULL;
        guint64 i = g_ascii_strtoull(c + 1, &end, 10);
        if (i >= at->n || *end != ']')
            break;
        at = &at->as.items[i];
        c = end + 1;
    }
    return at;
}

/* Whether the error stands at @at or within it: a closer place is a better one. */
static gboolean
is_within(const Case *c, const IncmapValue *at, const char *message, guint depth)
{
    g_autofree char *place = incmap_document_format_place(c->document, at);
    g_autofree char *prefix = g_strconcat(place, ": ", NULL);
    gboolean is_found = g_str_has_prefix(message, prefix);
    for (guint i = 0; !is_found && depth < 64 && i < at->n; i++) {
        if (at->kind == INCMAP_VALUE_ARRAY)
            is_found = is_within(c, &at->as.items[i], message, depth + 1);
        else if (at->kind == INCMAP_VALUE_OBJECT)
            is_found = is_within(c, &at->as.members[i].key, message, depth + 1) ||
                       is_within(c, &at->as.members[i].value, message, depth + 1);
    }
    return is_found;
}

static void
compare_error(Case *c, const IncmapValue *expression, const char *message)
{
    const IncmapValue *errors =
        incmap_value_find(incmap_value_find(c->expected, "compiled"), "errors");
    if (errors == NULL || errors->kind != INCMAP_VALUE_ARRAY)
        return;
    for (guint i = 0; i < errors->n; i++) {
        const IncmapValue *key = incmap_value_find(&errors->as.items[i], "key");
        if (key == NULL || key->kind != INCMAP_VALUE_STRING)
            return;
        if (is_within(c, follow_key(expression, key->as.string), message, 0))
            return;
    }
    case_fail(c, "error at another place: %s", message);
}

static void
run_case(Case *c)
{
    const IncmapValue *expression = incmap_value_find(&c->root, "expression");
    const IncmapValue *inputs = incmap_value_find(&c->root, "inputs");
    const IncmapValue *outputs = incmap_value_find(c->expected, "outputs");
    const IncmapValue *result =
        incmap_value_find(incmap_value_find(c->expected, "compiled"), "result");
    gboolean wants_error = incmap_value_is_string(result, "error");
    g_autoptr(GError) error = NULL;
    const IncmapExpression *compiled =
        incmap_expression_compile(c->document, expression, &c->spec, &error);
    if (compiled == NULL && !wants_error)
        case_fail(c, "%s", error->message);
    else if (compiled == NULL)
        compare_error(c, expression, error->message);
    else if (wants_error)
        case_fail(c, "an error is missing");
    else
        compare_compiled(c, compiled);
    for (guint i = 0; compiled != NULL && inputs != NULL && outputs != NULL && i < inputs->n; i++) {
        if (i < outputs->n)
            run_input(c, compiled, i, &inputs->as.items[i], &outputs->as.items[i]);
    }
}

static const IncmapType *
read_type(Case *c, const IncmapValue *spec, const char *key)
{
    static const struct {
        const char *name;
        IncmapTypeKind kind;
    } types[] = {{"null", INCMAP_TYPE_NULL},
                 {"string", INCMAP_TYPE_STRING},
                 {"number", INCMAP_TYPE_NUMBER},
                 {"boolean", INCMAP_TYPE_BOOLEAN},
                 {"color", INCMAP_TYPE_COLOR},
                 {"enum", INCMAP_TYPE_STRING},
                 {"formatted", INCMAP_TYPE_FORMATTED},
                 {"padding", INCMAP_TYPE_PADDING},
                 {"resolvedImage", INCMAP_TYPE_STRING},
                 {"variableAnchorOffsetCollection", INCMAP_TYPE_OFFSETS},
                 {"numberArray", INCMAP_TYPE_NUMBERS},
                 {"colorArray", INCMAP_TYPE_COLORS},
                 {"projectionDefinition", INCMAP_TYPE_PROJECTION}};
    const IncmapValue *name = incmap_value_find(spec, key);
    if (name == NULL)
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        if (incmap_value_is_string(name, types[i].name))
            return incmap_type_get(types[i].kind);
    }
    if (!incmap_value_is_string(name, "array")) {
        case_fail(c, "properties of type %s are not known",
                  name->kind == INCMAP_VALUE_STRING ? name->as.string : "?");
        return NULL;
    }
    const IncmapType *item = read_type(c, spec, "value");
    return incmap_type_new_array(incmap_document_get_arena(c->document),
                                 item != NULL ? item : incmap_type_get(INCMAP_TYPE_VALUE),
                                 (int)find_number(spec, "length", -1));
}

static const char *const *
read_choices(Case *c, const IncmapValue *values)
{
    if (values == NULL)
        return NULL;
    const char **choices =
        incmap_arena_new_array(incmap_document_get_arena(c->document), const char *, values->n + 1);
    for (guint i = 0; i < values->n; i++)
        choices[i] = values->kind == INCMAP_VALUE_OBJECT ? values->as.members[i].key.as.string
                                                         : values->as.items[i].as.string;
    return choices;
}

static gboolean
contains(const IncmapValue *list, const char *word)
{
    for (guint i = 0; list != NULL && list->kind == INCMAP_VALUE_ARRAY && i < list->n; i++) {
        if (incmap_value_is_string(&list->as.items[i], word))
            return TRUE;
    }
    return FALSE;
}

static void
read_spec(Case *c)
{
    const IncmapValue *spec = incmap_value_find(&c->root, "propertySpec");
    const IncmapValue *kind = incmap_value_find(spec, "property-type");
    const IncmapValue *allowed = incmap_value_find(spec, "expression");
    const IncmapValue *mixes = incmap_value_find(allowed, "interpolated");
    const IncmapValue *tokens = incmap_value_find(spec, "tokens");
    if (allowed == NULL || (mixes != NULL && mixes->as.is_true))
        c->spec.flags |= INCMAP_EXPRESSION_CAN_MIX;
    if (kind != NULL && strstr(kind->as.string, "data-driven") == NULL)
        c->spec.flags |= INCMAP_EXPRESSION_NO_FEATURE;
    if (allowed != NULL && !contains(incmap_value_find(allowed, "parameters"), "zoom"))
        c->spec.flags |= INCMAP_EXPRESSION_NO_ZOOM;
    if (tokens != NULL && tokens->as.is_true)
        c->spec.flags |= INCMAP_EXPRESSION_HAS_TOKENS;
    if (spec == NULL)
        return;
    c->spec.type = read_type(c, spec, "type");
    c->spec.choices = read_choices(c, incmap_value_find(spec, "values"));
    c->spec.fallback = incmap_value_find(spec, "default");
}

static void
run_file(Run *run, const char *path)
{
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    g_autoptr(GError) error = NULL;
    Case c = {.document = document};
    run->n_cases++;
    if (!incmap_document_load(document, path, &c.root, &error)) {
        case_fail(&c, "%s", error->message);
    } else if (incmap_value_find(&c.root, "expression") == NULL) {
        case_fail(&c, "has no expression");
    } else {
        c.expected = incmap_value_find(&c.root, "expected");
        read_spec(&c);
        if (c.failure == NULL)
            run_case(&c);
    }
    if (c.failure == NULL)
        run->n_hold++;
    else
        printf("%s: %s\n", path, c.failure);
    g_free(c.failure);
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
run_folder(Run *run, const char *path, guint depth)
{
    g_autoptr(GDir) folder = depth < 16 ? g_dir_open(path, 0, NULL) : NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; folder != NULL && (name = g_dir_read_name(folder)) != NULL;)
        g_ptr_array_add(names, g_strdup(name));
    if (names->len > 0)
        qsort(names->pdata, names->len, sizeof(char *), compare_names);
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (strcmp(name, "test.json") == 0)
            run_file(run, inner);
        else if (g_file_test(inner, G_FILE_TEST_IS_DIR))
            run_folder(run, inner, depth + 1);
    }
}

int
main(int argc, char **argv)
{
    Run run = {0};
    if (argc < 2) {
        fprintf(stderr, "usage: run-expressions FOLDER…\n");
        return 2;
    }
    for (int i = 1; i < argc; i++)
        run_folder(&run, argv[i], 0);
    printf("%u of %u hold\n", run.n_hold, run.n_cases);
    return run.n_hold == run.n_cases && run.n_cases > 0 ? 0 : 1;
}
