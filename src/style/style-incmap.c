/* SPDX-License-Identifier: MIT */
/*
 * The `incmap` section, read once into one value for each row of the table.
 */
#include "style/nearest.h"
#include "style/style-private.h"

#include <string.h>

/* The values being filled, by row. */
typedef struct Settings Settings;
struct Settings {
    IncmapStyle *style;
    const IncmapTableRow *rows;
    guint n_rows;
    IncmapValue *values;
    gboolean *is_set;
};

static gboolean
read_color(const Settings *settings, const IncmapTableRow *row, const IncmapValue *value,
           IncmapValue *out_value, GError **error)
{
    IncmapColor color;
    if (value->kind != INCMAP_VALUE_STRING || !incmap_color_parse(value->as.string, &color)) {
        g_autofree char *found = incmap_value_format_brief(value);
        return incmap_style_fail(settings->style, value, error, "%s is a colour, not %s", row->key,
                                 found);
    }
    IncmapArena *arena = incmap_document_get_arena(settings->style->document);
    *out_value = incmap_value_placed(incmap_value_new_color(arena, &color), value);
    return TRUE;
}

static gboolean
read_number(const Settings *settings, const IncmapTableRow *row, const IncmapValue *value,
            GError **error)
{
    if (value->kind == INCMAP_VALUE_NUMBER && value->as.number >= row->min &&
        value->as.number <= row->max)
        return TRUE;
    return incmap_style_fail(settings->style, value, error, "%s is a number from %g to %g%s%s",
                             row->key, row->min, row->max, row->unit != NULL ? " " : "",
                             row->unit != NULL ? row->unit : "");
}

static gboolean
read_word(const Settings *settings, const IncmapTableRow *row, const IncmapValue *value,
          GError **error)
{
    g_auto(GStrv) choices = g_strsplit(row->choices, " ", -1);
    if (value->kind == INCMAP_VALUE_STRING &&
        g_strv_contains((const char *const *)choices, value->as.string))
        return TRUE;
    g_autofree char *list = g_strjoinv(", ", choices);
    return incmap_style_fail(settings->style, value, error, "%s is one of: %s", row->key, list);
}

static gboolean
read_setting(const Settings *settings, guint i, const IncmapValue *value, GError **error)
{
    const IncmapTableRow *row = &settings->rows[i];
    IncmapValue read = *value;
    gboolean is_right = TRUE;
    switch (row->kind) {
    case INCMAP_TABLE_NUMBER:
        is_right = read_number(settings, row, value, error);
        break;
    case INCMAP_TABLE_COLOR:
        is_right = read_color(settings, row, value, &read, error);
        break;
    case INCMAP_TABLE_WORD:
        is_right = read_word(settings, row, value, error);
        break;
    case INCMAP_TABLE_STRING:
        is_right = value->kind == INCMAP_VALUE_STRING ||
                   incmap_style_fail(settings->style, value, error, "%s is text, not %s", row->key,
                                     incmap_value_describe(value));
        break;
    case INCMAP_TABLE_BOOL:
        is_right = value->kind == INCMAP_VALUE_BOOL ||
                   incmap_style_fail(settings->style, value, error, "%s is true or false, not %s",
                                     row->key, incmap_value_describe(value));
        break;
    case INCMAP_TABLE_VALUE:
        break;
    }
    if (is_right)
        settings->values[i] = read;
    return is_right;
}

/* Whether a key begins with @path and a dot. */
static gboolean
is_group(const Settings *settings, const char *path)
{
    gsize n = strlen(path);
    for (guint i = 0; i < settings->n_rows; i++) {
        if (strncmp(settings->rows[i].key, path, n) == 0 && settings->rows[i].key[n] == '.')
            return TRUE;
    }
    return FALSE;
}

static gboolean
fail_unknown(const Settings *settings, const IncmapValue *key, const char *path, GError **error)
{
    IncmapArena *arena = incmap_document_get_arena(settings->style->document);
    IncmapNearest nearest = {.wanted = path};
    for (guint i = 0; i < settings->n_rows; i++) {
        const char *known = settings->rows[i].key;
        incmap_nearest_offer(&nearest, known);
        if (strchr(path, '.') == NULL)
            incmap_nearest_offer(&nearest, incmap_arena_strndup(arena, known, strcspn(known, ".")));
    }
    if (nearest.best != NULL)
        return incmap_style_fail(settings->style, key, error,
                                 "unknown key \"%s\" in incmap; did you mean \"%s\"?", path,
                                 nearest.best);
    return incmap_style_fail(settings->style, key, error, "unknown key \"%s\" in incmap", path);
}

static gboolean
read_members(const Settings *settings, const IncmapValue *object, const char *prefix,
             GError **error)
{
    if (object->kind != INCMAP_VALUE_OBJECT)
        return incmap_style_fail(settings->style, object, error, "\"%s\" is a mapping, not %s",
                                 *prefix != '\0' ? prefix : "incmap",
                                 incmap_value_describe(object));
    for (guint i = 0; i < object->n; i++) {
        const IncmapMember *member = &object->as.members[i];
        g_autofree char *path =
            g_strconcat(prefix, *prefix != '\0' ? "." : "", member->key.as.string, NULL);
        int row = incmap_table_find(path);
        if (row >= 0) {
            if (!read_setting(settings, (guint)row, &member->value, error))
                return FALSE;
            settings->is_set[row] = TRUE;
        } else if (!is_group(settings, path)) {
            return fail_unknown(settings, &member->key, path, error);
        } else if (!read_members(settings, &member->value, path, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static void
read_defaults(const Settings *settings)
{
    g_autoptr(GString) text = g_string_new("[");
    for (guint i = 0; i < settings->n_rows; i++)
        g_string_append_printf(text, "%s,\n", settings->rows[i].fallback);
    g_string_append_c(text, ']');
    IncmapValue list;
    g_autoptr(GError) error = NULL;
    gboolean is_read = incmap_document_parse(settings->style->document, "incmap table", text->str,
                                             text->len, &list, &error);
    for (guint i = 0; is_read && i < settings->n_rows; i++)
        is_read = read_setting(settings, i, &list.as.items[i], &error);
    if (!is_read)
        g_error("%s", error->message);
}

gboolean
incmap_style_read_incmap(IncmapStyle *style, const IncmapValue *section, GError **error)
{
    IncmapArena *arena = incmap_document_get_arena(style->document);
    Settings settings = {.style = style};
    settings.rows = incmap_table_get_rows(&settings.n_rows);
    settings.values = incmap_arena_new_array(arena, IncmapValue, settings.n_rows);
    settings.is_set = incmap_arena_new_array(arena, gboolean, settings.n_rows);
    style->settings = settings.values;
    style->has_setting = settings.is_set;
    read_defaults(&settings);
    if (section == NULL || section->kind == INCMAP_VALUE_NULL)
        return TRUE;
    return read_members(&settings, section, "", error);
}

static const IncmapValue *
get_setting(const IncmapStyle *style, const char *key, IncmapStyleKind kind)
{
    int row = incmap_table_find(key);
    if (row < 0)
        g_error("incmap-table.c has no row \"%s\"", key);
    const IncmapValue *value = &style->settings[row];
    if (value->kind != kind)
        g_error("\"%s\" is %s", key, incmap_value_describe(value));
    return value;
}

double
incmap_style_incmap_number(const IncmapStyle *style, const char *key)
{
    return get_setting(style, key, INCMAP_VALUE_NUMBER)->as.number;
}

const char *
incmap_style_incmap_string(const IncmapStyle *style, const char *key)
{
    return get_setting(style, key, INCMAP_VALUE_STRING)->as.string;
}

IncmapColor
incmap_style_incmap_color(const IncmapStyle *style, const char *key)
{
    return *get_setting(style, key, INCMAP_VALUE_COLOR)->as.color;
}

gboolean
incmap_style_incmap_bool(const IncmapStyle *style, const char *key)
{
    return get_setting(style, key, INCMAP_VALUE_BOOL)->as.is_true;
}

const IncmapValue *
incmap_style_incmap_value(const IncmapStyle *style, const char *key)
{
    int row = incmap_table_find(key);
    if (row < 0)
        g_error("incmap-table.c has no row \"%s\"", key);
    return &style->settings[row];
}

gboolean
incmap_style_incmap_has(const IncmapStyle *style, const char *key)
{
    int row = incmap_table_find(key);
    if (row < 0)
        g_error("incmap-table.c has no row \"%s\"", key);
    return style->has_setting[row];
}
