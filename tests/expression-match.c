/* SPDX-License-Identifier: MIT */
#include "expression-match.h"

#include <math.h>

#define TOLERANCE 1e-5 /* expected numbers are cut to six digits */

static gboolean
is_near(double a, double b)
{
    return fabs(a - b) <= TOLERANCE * MAX(0.1, MAX(fabs(a), fabs(b)));
}

static gboolean
matches_color(const IncmapColor *color, const IncmapValue *expected)
{
    double parts[4] = {color->r, color->g, color->b, color->a};
    gboolean is_straight = TRUE;
    gboolean is_multiplied = TRUE;
    static const char *const names[] = {"r", "g", "b", "a"};
    if (expected->n != 4)
        return FALSE;
    for (guint i = 0; i < 4; i++) {
        const IncmapValue *part = expected->kind == INCMAP_VALUE_OBJECT
                                      ? incmap_value_find(expected, names[i])
                                  : expected->kind == INCMAP_VALUE_ARRAY ? &expected->as.items[i]
                                                                         : NULL;
        if (part == NULL || part->kind != INCMAP_VALUE_NUMBER)
            return FALSE;
        is_straight = is_straight && is_near(parts[i], part->as.number);
        is_multiplied =
            is_multiplied && is_near(i < 3 ? parts[i] * color->a : parts[i], part->as.number);
    }
    return is_straight || is_multiplied;
}

static gboolean
matches_section(const IncmapSection *section, const IncmapValue *expected)
{
    const IncmapValue *text = incmap_value_find(expected, "text");
    const IncmapValue *scale = incmap_value_find(expected, "scale");
    const IncmapValue *font = incmap_value_find(expected, "fontStack");
    const IncmapValue *color = incmap_value_find(expected, "textColor");
    if (!incmap_value_is_string(text, section->text))
        return FALSE;
    if (scale != NULL &&
        !(scale->kind == INCMAP_VALUE_NUMBER ? is_near(scale->as.number, section->scale)
                                             : section->scale == 0))
        return FALSE;
    if (font != NULL &&
        !(font->kind == INCMAP_VALUE_NULL
              ? section->font == NULL
              : section->font != NULL && incmap_value_is_string(font, section->font)))
        return FALSE;
    if (color == NULL || color->kind == INCMAP_VALUE_NULL)
        return color == NULL || section->color == NULL;
    return section->color != NULL && matches_color(section->color, color);
}

static gboolean
matches_formatted(const IncmapValue *value, const IncmapValue *expected)
{
    const IncmapValue *sections = incmap_value_find(expected, "sections");
    if (sections == NULL || sections->kind != INCMAP_VALUE_ARRAY || sections->n != value->n)
        return FALSE;
    for (guint i = 0; i < value->n; i++) {
        if (!matches_section(&value->as.sections[i], &sections->as.items[i]))
            return FALSE;
    }
    return TRUE;
}

static gboolean
matches_parts(const IncmapValue *value, const IncmapValue *expected)
{
    const IncmapValue *sides = incmap_value_find(expected, "values");
    if (value->kind == INCMAP_VALUE_ARRAY && sides != NULL)
        expected = sides;
    if (value->kind != expected->kind || value->n != expected->n)
        return FALSE;
    for (guint i = 0; i < value->n; i++) {
        const IncmapValue *part =
            value->kind == INCMAP_VALUE_ARRAY ? &value->as.items[i] : &value->as.members[i].value;
        const IncmapValue *other =
            value->kind == INCMAP_VALUE_ARRAY
                ? &expected->as.items[i]
                : incmap_value_find(expected, value->as.members[i].key.as.string);
        if (other == NULL || !expression_matches(part, other))
            return FALSE;
    }
    return TRUE;
}

gboolean
expression_matches(const IncmapValue *value, const IncmapValue *expected)
{
    switch (value->kind) {
    case INCMAP_VALUE_NUMBER:
        if (!isfinite(value->as.number))
            return expected->kind == INCMAP_VALUE_NULL;
        return expected->kind == INCMAP_VALUE_NUMBER &&
               is_near(value->as.number, expected->as.number);
    case INCMAP_VALUE_COLOR:
        return matches_color(value->as.color, expected);
    case INCMAP_VALUE_FORMATTED:
        return matches_formatted(value, expected);
    case INCMAP_VALUE_ARRAY:
    case INCMAP_VALUE_OBJECT:
        return matches_parts(value, expected);
    default:
        return incmap_value_equal(value, expected);
    }
}
