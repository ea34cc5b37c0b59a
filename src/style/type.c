/* SPDX-License-Identifier: MIT */
#include "style/type.h"

#define MAX_NESTED_TYPES 8

static const IncmapType plain_types[] = {
    {INCMAP_TYPE_NULL, -1, NULL},      {INCMAP_TYPE_NUMBER, -1, NULL},
    {INCMAP_TYPE_STRING, -1, NULL},    {INCMAP_TYPE_BOOLEAN, -1, NULL},
    {INCMAP_TYPE_COLOR, -1, NULL},     {INCMAP_TYPE_OBJECT, -1, NULL},
    {INCMAP_TYPE_VALUE, -1, NULL},     {INCMAP_TYPE_COLLATOR, -1, NULL},
    {INCMAP_TYPE_FORMATTED, -1, NULL}, {INCMAP_TYPE_PADDING, -1, NULL},
    {INCMAP_TYPE_OFFSETS, -1, NULL},   {INCMAP_TYPE_NUMBERS, -1, NULL},
    {INCMAP_TYPE_COLORS, -1, NULL},    {INCMAP_TYPE_PROJECTION, -1, NULL},
};

static const IncmapType any_array = {INCMAP_TYPE_ARRAY, -1, &plain_types[INCMAP_TYPE_VALUE]};

const IncmapType *
incmap_type_get(IncmapTypeKind kind)
{
    return kind == INCMAP_TYPE_ARRAY ? &any_array : &plain_types[kind];
}

const IncmapType *
incmap_type_new_array(IncmapArena *arena, const IncmapType *item, int n_items)
{
    IncmapType *type = incmap_arena_new_array(arena, IncmapType, 1);
    *type = (IncmapType){INCMAP_TYPE_ARRAY, n_items, item};
    return type;
}

static const IncmapType *
type_of_nested(IncmapArena *arena, const IncmapValue *value, guint depth)
{
    static const IncmapTypeKind kinds[] = {
        [INCMAP_VALUE_NULL] = INCMAP_TYPE_NULL,
        [INCMAP_VALUE_BOOL] = INCMAP_TYPE_BOOLEAN,
        [INCMAP_VALUE_NUMBER] = INCMAP_TYPE_NUMBER,
        [INCMAP_VALUE_STRING] = INCMAP_TYPE_STRING,
        [INCMAP_VALUE_ARRAY] = INCMAP_TYPE_ARRAY,
        [INCMAP_VALUE_OBJECT] = INCMAP_TYPE_OBJECT,
        [INCMAP_VALUE_COLOR] = INCMAP_TYPE_COLOR,
        [INCMAP_VALUE_FORMATTED] = INCMAP_TYPE_FORMATTED,
        [INCMAP_VALUE_COLLATOR] = INCMAP_TYPE_COLLATOR,
    };
    if (value->kind != INCMAP_VALUE_ARRAY)
        return incmap_type_get(kinds[value->kind]);
    const IncmapType *item = NULL;
    for (guint i = 0; i < value->n; i++) {
        const IncmapType *type = depth < MAX_NESTED_TYPES
                                     ? type_of_nested(arena, &value->as.items[i], depth + 1)
                                     : incmap_type_get(INCMAP_TYPE_VALUE);
        if (item != NULL && !incmap_type_equal(item, type)) {
            item = NULL;
            break;
        }
        item = type;
    }
    if (item == NULL)
        item = incmap_type_get(INCMAP_TYPE_VALUE);
    return incmap_type_new_array(arena, item, (int)value->n);
}

const IncmapType *
incmap_type_of_value(IncmapArena *arena, const IncmapValue *value)
{
    return type_of_nested(arena, value, 0);
}

gboolean
incmap_type_equal(const IncmapType *a, const IncmapType *b)
{
    if (a->kind != b->kind)
        return FALSE;
    return a->kind != INCMAP_TYPE_ARRAY ||
           (a->n_items == b->n_items && incmap_type_equal(a->item, b->item));
}

gboolean
incmap_type_accepts(const IncmapType *expected, const IncmapType *actual)
{
    if (expected->kind == INCMAP_TYPE_ARRAY && actual->kind == INCMAP_TYPE_ARRAY) {
        gboolean is_empty = actual->n_items == 0 && actual->item->kind == INCMAP_TYPE_VALUE;
        if (!is_empty && !incmap_type_accepts(expected->item, actual->item))
            return FALSE;
        return expected->n_items < 0 || expected->n_items == actual->n_items;
    }
    if (expected->kind == actual->kind)
        return TRUE;
    if (expected->kind != INCMAP_TYPE_VALUE || actual->kind == INCMAP_TYPE_COLLATOR)
        return FALSE;
    return actual->kind != INCMAP_TYPE_ARRAY || incmap_type_accepts(&any_array, actual);
}

char *
incmap_type_format(const IncmapType *type)
{
    static const char *const names[] = {"null",
                                        "number",
                                        "string",
                                        "boolean",
                                        "color",
                                        "object",
                                        "value",
                                        "collator",
                                        "formatted",
                                        "padding",
                                        "variableAnchorOffsetCollection",
                                        "numberArray",
                                        "colorArray",
                                        "projectionDefinition"};
    if (type->kind != INCMAP_TYPE_ARRAY)
        return g_strdup(names[type->kind]);
    g_autofree char *item = incmap_type_format(type->item);
    if (type->n_items >= 0)
        return g_strdup_printf("array<%s, %d>", item, type->n_items);
    if (type->item->kind == INCMAP_TYPE_VALUE)
        return g_strdup("array");
    return g_strdup_printf("array<%s>", item);
}
