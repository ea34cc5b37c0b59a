/* SPDX-License-Identifier: MIT */
/*
 * `format`: text in sections, each with its own size, font and colour; and `collator`. Both take
 * options in a mapping.
 */
#include "style/nearest.h"
#include "style/node.h"

#include <string.h>

enum { NO_ARG = G_MAXUINT };

/* where each part of a section stands among the arguments of the node */
typedef struct SectionArgs SectionArgs;
struct SectionArgs {
    guint text;
    guint options[3]; /* scale, font, colour; NO_ARG: not given */
};

typedef struct Sections Sections;
struct Sections {
    const SectionArgs *items;
    guint n;
};

enum { OPTION_SCALE, OPTION_FONT, OPTION_COLOR };

/* Parses the options @names of @mapping as @types into @args; absent ones stay NULL. */
static gboolean
parse_options(IncmapParser *parser, const IncmapValue *mapping, const char *const *names,
              const IncmapType *const *types, IncmapNode **args)
{
    for (guint i = 0; i < mapping->n; i++) {
        const IncmapMember *member = &mapping->as.members[i];
        IncmapNearest nearest = {.wanted = member->key.as.string};
        guint j = 0;
        while (names[j] != NULL && strcmp(names[j], member->key.as.string) != 0)
            incmap_nearest_offer(&nearest, names[j++]);
        if (names[j] == NULL) {
            incmap_parser_fail(parser, &member->key, "unknown option \"%s\"%s%s%s",
                               member->key.as.string, nearest.best ? "; did you mean \"" : "",
                               nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
            return FALSE;
        }
        args[j] = incmap_parser_parse(parser, &member->value, types[j]);
        if (args[j] == NULL)
            return FALSE;
    }
    return TRUE;
}

static gboolean
evaluate_font(const IncmapNode *node, IncmapEval *eval, const char **out_font)
{
    IncmapValue list;
    if (!incmap_node_evaluate(node, eval, &list))
        return FALSE;
    if (list.kind != INCMAP_VALUE_ARRAY)
        return incmap_eval_fail(eval, "a list of fonts is needed, but here is %s",
                                incmap_value_describe(&list));
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < list.n && joined->len <= INCMAP_EVAL_MAX_TEXT_BYTES; i++) {
        g_autofree char *name = incmap_value_format_text(&list.as.items[i]);
        g_string_append_printf(joined, "%s%s", i > 0 ? "," : "", name);
    }
    IncmapValue copy;
    if (!incmap_eval_copy_string(eval, joined->str, joined->len, &copy))
        return FALSE;
    *out_font = copy.as.string;
    return TRUE;
}

static gboolean
evaluate_look(const IncmapNode *node, const SectionArgs *args, IncmapEval *eval,
              IncmapSection *section)
{
    if (args->options[OPTION_SCALE] != NO_ARG &&
        !incmap_node_evaluate_number(node->args[args->options[OPTION_SCALE]], eval,
                                     &section->scale))
        return FALSE;
    if (args->options[OPTION_FONT] != NO_ARG &&
        !evaluate_font(node->args[args->options[OPTION_FONT]], eval, &section->font))
        return FALSE;
    if (args->options[OPTION_COLOR] == NO_ARG)
        return TRUE;
    IncmapValue color;
    if (!incmap_node_evaluate(node->args[args->options[OPTION_COLOR]], eval, &color) ||
        !incmap_coerce_color(eval, &color, &color))
        return FALSE;
    section->color = color.as.color;
    return TRUE;
}

static gboolean
evaluate_format(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const Sections *all = node->data;
    IncmapSection *sections = incmap_eval_alloc(eval, all->n, sizeof *sections);
    if (sections == NULL)
        return FALSE;
    for (guint i = 0; i < all->n; i++) {
        const SectionArgs *args = &all->items[i];
        IncmapValue text;
        if (!incmap_node_evaluate(node->args[args->text], eval, &text) ||
            !incmap_coerce_value(eval, &text, incmap_type_get(INCMAP_TYPE_STRING), &text) ||
            !evaluate_look(node, args, eval, &sections[i]))
            return FALSE;
        sections[i].text = text.as.string;
    }
    *out_value =
        (IncmapValue){.kind = INCMAP_VALUE_FORMATTED, .n = all->n, .as.sections = sections};
    return TRUE;
}

static const Sections *
keep_sections(IncmapParser *parser, const GArray *sections)
{
    Sections *kept = incmap_arena_new_array(parser->arena, Sections, 1);
    SectionArgs *items = incmap_arena_new_array(parser->arena, SectionArgs, sections->len);
    memcpy(items, sections->data, sections->len * sizeof *items);
    *kept = (Sections){items, sections->len};
    return kept;
}

static IncmapNode *
parse_section_text(IncmapParser *parser, const IncmapValue *value)
{
    IncmapNode *text = incmap_parser_parse(parser, value, incmap_type_get(INCMAP_TYPE_VALUE));
    if (text == NULL || text->type->kind == INCMAP_TYPE_STRING ||
        text->type->kind == INCMAP_TYPE_VALUE || text->type->kind == INCMAP_TYPE_NULL)
        return text;
    g_autofree char *type = incmap_type_format(text->type);
    return incmap_parser_fail(parser, value, "\"format\" takes text here, not type %s", type);
}

/* Sections stand on one line in print, so this is checked and then left alone. */
static gboolean
check_vertical_align(IncmapParser *parser, const IncmapNode *option)
{
    static const char *const choices[] = {"bottom", "center", "top", NULL};
    if (!option->is_literal || option->value.kind != INCMAP_VALUE_STRING ||
        g_strv_contains(choices, option->value.as.string))
        return TRUE;
    incmap_parser_fail(parser, option->source, "\"vertical-align\" is bottom, center or top");
    return FALSE;
}

/* Parses the section at item @*i and moves past its options. */
static gboolean
parse_section(IncmapParser *parser, const IncmapValue *value, guint *i, IncmapNode *node,
              SectionArgs *section)
{
    static const char *const names[] = {"font-scale", "text-font", "text-color", "vertical-align",
                                        NULL};
    const IncmapType *string = incmap_type_get(INCMAP_TYPE_STRING);
    const IncmapType *types[] = {incmap_type_get(INCMAP_TYPE_NUMBER),
                                 incmap_type_new_array(parser->arena, string, -1),
                                 incmap_type_get(INCMAP_TYPE_COLOR), string};
    IncmapNode *options[4] = {NULL};
    IncmapNode *text = parse_section_text(parser, &value->as.items[(*i)++]);
    if (text == NULL)
        return FALSE;
    section->text = node->n_args++;
    incmap_node_set_arg(node, section->text, text);
    if (*i < value->n && value->as.items[*i].kind == INCMAP_VALUE_OBJECT &&
        !parse_options(parser, &value->as.items[(*i)++], names, types, options))
        return FALSE;
    if (options[3] != NULL && !check_vertical_align(parser, options[3]))
        return FALSE;
    for (guint o = 0; o < G_N_ELEMENTS(section->options); o++) {
        section->options[o] = options[o] != NULL ? node->n_args++ : (guint)NO_ARG;
        if (options[o] != NULL)
            incmap_node_set_arg(node, section->options[o], options[o]);
    }
    return TRUE;
}

static IncmapNode *
parse_format(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    if (value->n < 2 || value->as.items[1].kind == INCMAP_VALUE_OBJECT)
        return incmap_parser_fail(parser, value, "\"format\" takes text first");
    IncmapNode *node = incmap_node_new(parser, value, evaluate_format,
                                       incmap_type_get(INCMAP_TYPE_FORMATTED), value->n * 4);
    g_autoptr(GArray) sections = g_array_new(FALSE, TRUE, sizeof(SectionArgs));
    node->n_args = 0; /* counts up while there is room for four a section */
    for (guint i = 1; i < value->n;) {
        SectionArgs section = {0};
        if (!parse_section(parser, value, &i, node, &section))
            return NULL;
        g_array_append_val(sections, section);
    }
    node->data = keep_sections(parser, sections);
    return node;
}

/* `collator`: args are case-sensitive, diacritic-sensitive and locale, or NULL */
static gboolean
evaluate_collator(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapCollator *collator = incmap_eval_alloc(eval, 1, sizeof *collator);
    if (collator == NULL)
        return FALSE;
    if (node->args[0] != NULL &&
        !incmap_node_evaluate_bool(node->args[0], eval, &collator->is_case_sensitive))
        return FALSE;
    if (node->args[1] != NULL &&
        !incmap_node_evaluate_bool(node->args[1], eval, &collator->is_diacritic_sensitive))
        return FALSE;
    if (node->args[2] != NULL &&
        !incmap_node_evaluate_string(node->args[2], eval, &collator->locale))
        return FALSE;
    *out_value = (IncmapValue){.kind = INCMAP_VALUE_COLLATOR, .as.collator = collator};
    return TRUE;
}

static IncmapNode *
parse_collator(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    static const char *const names[] = {"case-sensitive", "diacritic-sensitive", "locale", NULL};
    const IncmapType *types[] = {incmap_type_get(INCMAP_TYPE_BOOLEAN),
                                 incmap_type_get(INCMAP_TYPE_BOOLEAN),
                                 incmap_type_get(INCMAP_TYPE_STRING)};
    (void)expected;
    if (value->n != 2 || value->as.items[1].kind != INCMAP_VALUE_OBJECT)
        return incmap_parser_fail(parser, value, "\"collator\" takes one mapping of options");
    IncmapNode *node =
        incmap_node_new(parser, value, evaluate_collator, incmap_type_get(INCMAP_TYPE_COLLATOR), 3);
    if (!parse_options(parser, &value->as.items[1], names, types, node->args))
        return NULL;
    node->depends = INCMAP_DEPENDS_OTHER; /* it points into the evaluation */
    for (guint i = 0; i < 3; i++)
        node->depends |= node->args[i] != NULL ? node->args[i]->depends : 0;
    return node;
}

const IncmapOperator incmap_operators_format[] = {
    {"collator", parse_collator, NULL, INCMAP_TYPE_COLLATOR, NULL, 0},
    {"format", parse_format, NULL, INCMAP_TYPE_FORMATTED, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
