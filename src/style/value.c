/* SPDX-License-Identifier: MIT */
#include "style/value.h"

#include <string.h>

IncmapValue
incmap_value_new_null(void)
{
    return (IncmapValue){.kind = INCMAP_VALUE_NULL};
}

IncmapValue
incmap_value_new_bool(gboolean is_true)
{
    return (IncmapValue){.kind = INCMAP_VALUE_BOOL, .as.is_true = is_true != FALSE};
}

IncmapValue
incmap_value_new_number(double number)
{
    return (IncmapValue){.kind = INCMAP_VALUE_NUMBER, .as.number = number};
}

IncmapValue
incmap_value_new_string(const char *text)
{
    return (IncmapValue){.kind = INCMAP_VALUE_STRING, .n = (guint)strlen(text), .as.string = text};
}

IncmapValue
incmap_value_new_color(IncmapArena *arena, const IncmapColor *color)
{
    IncmapColor *copy = incmap_arena_new_array(arena, IncmapColor, 1);
    *copy = *color;
    return (IncmapValue){.kind = INCMAP_VALUE_COLOR, .as.color = copy};
}

IncmapValue
incmap_value_new_array(const IncmapValue *items, guint n_items)
{
    return (IncmapValue){.kind = INCMAP_VALUE_ARRAY, .n = n_items, .as.items = items};
}

IncmapValue
incmap_value_placed(IncmapValue value, const IncmapValue *at)
{
    value.line = at->line;
    value.column = at->column;
    value.file = at->file;
    return value;
}

const IncmapValue *
incmap_value_find(const IncmapValue *object, const char *key)
{
    if (object == NULL || object->kind != INCMAP_VALUE_OBJECT)
        return NULL;
    for (guint i = 0; i < object->n; i++) {
        if (strcmp(object->as.members[i].key.as.string, key) == 0)
            return &object->as.members[i].value;
    }
    return NULL;
}

gboolean
incmap_value_is_string(const IncmapValue *value, const char *text)
{
    return value != NULL && value->kind == INCMAP_VALUE_STRING &&
           strcmp(value->as.string, text) == 0;
}

static gboolean
equal_sections(const IncmapValue *a, const IncmapValue *b)
{
    for (guint i = 0; i < a->n; i++) {
        const IncmapSection *x = &a->as.sections[i];
        const IncmapSection *y = &b->as.sections[i];
        if (strcmp(x->text, y->text) != 0 || g_strcmp0(x->font, y->font) != 0 ||
            x->scale != y->scale || (x->color == NULL) != (y->color == NULL))
            return FALSE;
        if (x->color != NULL && !incmap_color_equal(x->color, y->color))
            return FALSE;
    }
    return TRUE;
}

static gboolean
equal_parts(const IncmapValue *a, const IncmapValue *b)
{
    for (guint i = 0; a->kind == INCMAP_VALUE_ARRAY && i < a->n; i++) {
        if (!incmap_value_equal(&a->as.items[i], &b->as.items[i]))
            return FALSE;
    }
    for (guint i = 0; a->kind == INCMAP_VALUE_OBJECT && i < a->n; i++) {
        const IncmapValue *other = incmap_value_find(b, a->as.members[i].key.as.string);
        if (other == NULL || !incmap_value_equal(&a->as.members[i].value, other))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_value_equal(const IncmapValue *a, const IncmapValue *b)
{
    if (a->kind != b->kind)
        return FALSE;
    switch (a->kind) {
    case INCMAP_VALUE_NULL:
        return TRUE;
    case INCMAP_VALUE_BOOL:
        return a->as.is_true == b->as.is_true;
    case INCMAP_VALUE_NUMBER:
        return a->as.number == b->as.number;
    case INCMAP_VALUE_STRING:
        return a->n == b->n && memcmp(a->as.string, b->as.string, a->n) == 0;
    case INCMAP_VALUE_COLOR:
        return incmap_color_equal(a->as.color, b->as.color);
    case INCMAP_VALUE_FORMATTED:
        return a->n == b->n && equal_sections(a, b);
    case INCMAP_VALUE_COLLATOR:
        return a->as.collator == b->as.collator;
    case INCMAP_VALUE_ARRAY:
    case INCMAP_VALUE_OBJECT:
        return a->n == b->n && equal_parts(a, b);
    }
    return FALSE;
}

const char *
incmap_value_describe(const IncmapValue *value)
{
    static const char *const words[] = {"null",     "a boolean",      "a number",
                                        "text",     "a list",         "a mapping",
                                        "a colour", "formatted text", "a collator"};
    return words[value->kind];
}
