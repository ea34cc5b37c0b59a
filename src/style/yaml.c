/* SPDX-License-Identifier: MIT */
/*
 * Turns the events of libyaml into values. Plain scalars are typed by the core schema of YAML
 * 1.2, so `no`, `on` and `12:30` stay text. Aliases share what they stand for.
 */
#include "style/document.h"

#include "style/surrogates.h"

#include <math.h>
#include <string.h>
#include <yaml.h>

typedef struct Loader Loader;
struct Loader {
    IncmapStyleDocument *document;
    IncmapArena *arena;
    yaml_parser_t parser;
    yaml_event_t event; /* the one read last */
    gboolean has_event;
    guint16 file;
    guint depth;
    guint n_values;
    GHashTable *anchors; /* name → Anchor */
};

typedef struct Anchor Anchor;
struct Anchor {
    IncmapValue value;
    guint n_values;
    gboolean is_complete;
};

static gboolean load_value(Loader *loader, IncmapValue *out_value, GError **error);

static IncmapValue
place_of(const Loader *loader, yaml_mark_t mark)
{
    return (IncmapValue){.line = (guint32)(mark.line + 1),
                         .column = (guint16)MIN(mark.column + 1, G_MAXUINT16),
                         .file = loader->file};
}

static void
drop_event(Loader *loader)
{
    if (loader->has_event)
        yaml_event_delete(&loader->event);
    loader->has_event = FALSE;
}

static gboolean
next_event(Loader *loader, GError **error)
{
    drop_event(loader);
    if (yaml_parser_parse(&loader->parser, &loader->event)) {
        loader->has_event = TRUE;
        return TRUE;
    }
    IncmapValue at = place_of(loader, loader->parser.problem_mark);
    const char *problem = loader->parser.problem;
    const char *context = loader->parser.context;
    return incmap_document_fail(loader->document, &at, error, "not well-formed: %s%s%s",
                                problem != NULL ? problem : "unknown reason",
                                context != NULL ? ", " : "", context != NULL ? context : "");
}

/* [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )? */
static gboolean
looks_like_number(const char *c)
{
    if (*c == '-' || *c == '+')
        c++;
    gsize n_whole = strspn(c, "0123456789");
    c += n_whole;
    if (*c == '.') {
        gsize n_fraction = strspn(c + 1, "0123456789");
        if (n_whole + n_fraction == 0)
            return FALSE;
        c += 1 + n_fraction;
    } else if (n_whole == 0) {
        return FALSE;
    }
    if (*c == 'e' || *c == 'E') {
        c++;
        if (*c == '-' || *c == '+')
            c++;
        gsize n_exponent = strspn(c, "0123456789");
        if (n_exponent == 0)
            return FALSE;
        c += n_exponent;
    }
    return *c == '\0';
}

static gboolean
is_one_of(const char *text, const char *const *words)
{
    return g_strv_contains(words, text);
}

static void
type_plain_scalar(const char *text, IncmapValue *value)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const trues[] = {"true", "True", "TRUE", NULL};
    static const char *const falses[] = {"false", "False", "FALSE", NULL};
    if (is_one_of(text, nulls)) {
        value->kind = INCMAP_VALUE_NULL;
    } else if (is_one_of(text, trues) || is_one_of(text, falses)) {
        value->kind = INCMAP_VALUE_BOOL;
        value->as.is_true = is_one_of(text, trues);
    } else if (looks_like_number(text)) {
        value->kind = INCMAP_VALUE_NUMBER;
        value->as.number = g_ascii_strtod(text, NULL);
    }
}

static gboolean
load_scalar(Loader *loader, IncmapValue *value, GError **error)
{
    const char *text = (const char *)loader->event.data.scalar.value;
    gsize n_bytes = loader->event.data.scalar.length;
    const char *tag = (const char *)loader->event.data.scalar.tag;
    value->kind = INCMAP_VALUE_STRING;
    if (memchr(text, 0, n_bytes) != NULL)
        return incmap_document_fail(loader->document, value, error, "text with a NUL character");
    if (tag != NULL && strcmp(tag, "!") != 0 && strcmp(tag, YAML_STR_TAG) != 0)
        return incmap_document_fail(loader->document, value, error, "unknown tag \"%s\"", tag);
    if (tag == NULL && loader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        type_plain_scalar(text, value);
    if (value->kind == INCMAP_VALUE_NUMBER && !isfinite(value->as.number))
        return incmap_document_fail(loader->document, value, error, "number %s is out of range",
                                    text);
    if (value->kind == INCMAP_VALUE_STRING) {
        value->as.string = incmap_arena_strndup(loader->arena, text, n_bytes);
        value->n = (guint)n_bytes;
    }
    return TRUE;
}

static gboolean
load_array(Loader *loader, IncmapValue *value, GError **error)
{
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(IncmapValue));
    value->kind = INCMAP_VALUE_ARRAY;
    for (;;) {
        if (!next_event(loader, error))
            return FALSE;
        if (loader->event.type == YAML_SEQUENCE_END_EVENT)
            break;
        IncmapValue item = {0};
        if (!load_value(loader, &item, error))
            return FALSE;
        g_array_append_val(items, item);
    }
    IncmapValue *copy = incmap_arena_new_array(loader->arena, IncmapValue, items->len);
    if (items->len > 0)
        memcpy(copy, items->data, items->len * sizeof *copy);
    value->n = items->len;
    value->as.items = copy;
    return TRUE;
}

static gboolean
load_key(Loader *loader, GHashTable *seen, IncmapValue *key, GError **error)
{
    *key = place_of(loader, loader->event.start_mark);
    if (loader->event.type != YAML_SCALAR_EVENT)
        return incmap_document_fail(loader->document, key, error, "a key must be text");
    key->kind = INCMAP_VALUE_STRING;
    key->n = (guint)loader->event.data.scalar.length;
    key->as.string =
        incmap_arena_strndup(loader->arena, (const char *)loader->event.data.scalar.value, key->n);
    if (strlen(key->as.string) != key->n)
        return incmap_document_fail(loader->document, key, error, "key with a NUL character");
    if (!g_hash_table_add(seen, (gpointer)key->as.string))
        return incmap_document_fail(loader->document, key, error, "key \"%s\" stands here twice",
                                    key->as.string);
    return TRUE;
}

static gboolean
load_object(Loader *loader, IncmapValue *value, GError **error)
{
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(IncmapMember));
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    value->kind = INCMAP_VALUE_OBJECT;
    for (;;) {
        if (!next_event(loader, error))
            return FALSE;
        if (loader->event.type == YAML_MAPPING_END_EVENT)
            break;
        IncmapMember member = {0};
        if (!load_key(loader, seen, &member.key, error) || !next_event(loader, error) ||
            !load_value(loader, &member.value, error))
            return FALSE;
        g_array_append_val(members, member);
    }
    IncmapMember *copy = incmap_arena_new_array(loader->arena, IncmapMember, members->len);
    if (members->len > 0)
        memcpy(copy, members->data, members->len * sizeof *copy);
    value->n = members->len;
    value->as.members = copy;
    return TRUE;
}

static gboolean
load_alias(Loader *loader, IncmapValue *value, GError **error)
{
    const char *name = (const char *)loader->event.data.alias.anchor;
    const Anchor *anchor = g_hash_table_lookup(loader->anchors, name);
    if (anchor == NULL)
        return incmap_document_fail(loader->document, value, error, "nothing is called &%s before",
                                    name);
    if (!anchor->is_complete)
        return incmap_document_fail(loader->document, value, error, "*%s stands inside itself",
                                    name);
    *value = anchor->value;
    loader->n_values += anchor->n_values;
    return TRUE;
}

/* The anchor of the event read last, entered as incomplete; NULL if it has none. */
static Anchor *
open_anchor(Loader *loader)
{
    const yaml_event_t *event = &loader->event;
    const char *name =
        event->type == YAML_SCALAR_EVENT           ? (const char *)event->data.scalar.anchor
        : event->type == YAML_SEQUENCE_START_EVENT ? (const char *)event->data.sequence_start.anchor
        : event->type == YAML_MAPPING_START_EVENT  ? (const char *)event->data.mapping_start.anchor
                                                   : NULL;
    if (name == NULL)
        return NULL;
    Anchor *anchor = incmap_arena_new_array(loader->arena, Anchor, 1);
    anchor->n_values = loader->n_values;
    g_hash_table_replace(loader->anchors, g_strdup(name), anchor);
    return anchor;
}

static gboolean
load_by_event(Loader *loader, IncmapValue *value, GError **error)
{
    switch (loader->event.type) {
    case YAML_SCALAR_EVENT:
        return load_scalar(loader, value, error);
    case YAML_ALIAS_EVENT:
        return load_alias(loader, value, error);
    case YAML_SEQUENCE_START_EVENT:
        return load_array(loader, value, error);
    case YAML_MAPPING_START_EVENT:
        return load_object(loader, value, error);
    default:
        return incmap_document_fail(loader->document, value, error, "there is nothing here");
    }
}

static gboolean
load_value(Loader *loader, IncmapValue *out_value, GError **error)
{
    IncmapValue value = place_of(loader, loader->event.start_mark);
    Anchor *anchor = open_anchor(loader);
    loader->n_values++;
    if (++loader->depth > INCMAP_DOCUMENT_MAX_DEPTH)
        return incmap_document_fail(loader->document, &value, error, "nested deeper than %u levels",
                                    INCMAP_DOCUMENT_MAX_DEPTH);
    IncmapValue at = value;
    if (!load_by_event(loader, &value, error))
        return FALSE;
    loader->depth--;
    if (loader->n_values > INCMAP_DOCUMENT_MAX_VALUES)
        return incmap_document_fail(loader->document, &at, error, "more than %u values",
                                    INCMAP_DOCUMENT_MAX_VALUES);
    if (anchor != NULL) {
        anchor->value = value;
        anchor->n_values = loader->n_values - anchor->n_values;
        anchor->is_complete = TRUE;
    }
    *out_value = value;
    return TRUE;
}

/* Exactly one YAML document; an empty file is null. */
static gboolean
load_stream(Loader *loader, IncmapValue *out_root, GError **error)
{
    IncmapValue root = {.line = 1, .column = 1, .file = loader->file};
    if (!next_event(loader, error) || !next_event(loader, error))
        return FALSE;
    if (loader->event.type == YAML_DOCUMENT_START_EVENT) {
        if (!next_event(loader, error) || !load_value(loader, &root, error) ||
            !next_event(loader, error) || !next_event(loader, error))
            return FALSE;
        IncmapValue at = place_of(loader, loader->event.start_mark);
        if (loader->event.type != YAML_STREAM_END_EVENT)
            return incmap_document_fail(loader->document, &at, error,
                                        "a second YAML document begins; only one is allowed");
    }
    *out_root = root;
    return TRUE;
}

/* JSON begins with a brace or bracket; other YAML keeps its backslashes. */
static gboolean
looks_like_json(const char *text, gsize n_bytes)
{
    gsize i = 0;
    while (i < n_bytes && g_ascii_isspace(text[i]))
        i++;
    return i < n_bytes && (text[i] == '{' || text[i] == '[');
}

static gboolean
check_encoding(const Loader *loader, const char *text, gsize n_bytes, GError **error)
{
    const char *bad = NULL;
    if (n_bytes > INCMAP_DOCUMENT_MAX_BYTES)
        return incmap_fail(error, INCMAP_ERROR_STYLE, "more than %" G_GSIZE_FORMAT " bytes",
                           INCMAP_DOCUMENT_MAX_BYTES);
    if (g_utf8_validate(text, (gssize)n_bytes, &bad))
        return TRUE;
    IncmapValue at = {.line = 1, .column = 1, .file = loader->file};
    for (const char *c = text; c < bad; c = g_utf8_next_char(c)) {
        at.line += *c == '\n';
        at.column = *c == '\n' ? 1 : (guint16)MIN(at.column + 1, G_MAXUINT16);
    }
    return incmap_document_fail(loader->document, &at, error, "is not UTF-8 text");
}

gboolean
incmap_document_parse(IncmapStyleDocument *document, const char *name, const char *text,
                      gsize n_bytes, IncmapValue *out_root, GError **error)
{
    Loader loader = {.document = document, .arena = incmap_document_get_arena(document)};
    loader.file = incmap_document_add_file(document, name);
    if (!check_encoding(&loader, text, n_bytes, error))
        return FALSE;
    if (!yaml_parser_initialize(&loader.parser))
        return incmap_fail(error, INCMAP_ERROR_STYLE, "%s: out of memory", name);
    g_autofree char *joined =
        looks_like_json(text, n_bytes) ? incmap_surrogates_join(text, n_bytes, &n_bytes) : NULL;
    loader.anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    yaml_parser_set_encoding(&loader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&loader.parser,
                                 (const unsigned char *)(joined != NULL ? joined : text), n_bytes);
    gboolean is_loaded = load_stream(&loader, out_root, error);
    drop_event(&loader);
    yaml_parser_delete(&loader.parser);
    g_hash_table_unref(loader.anchors);
    return is_loaded;
}
