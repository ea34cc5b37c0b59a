/* SPDX-License-Identifier: MIT */
#include "scene/plural.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *name;
    guint n_forms;
} rules[INCMAP_N_PLURAL_RULES] = {
    [INCMAP_PLURAL_ONE_OTHER] = {"one-other", 2},     [INCMAP_PLURAL_FRENCH] = {"french", 2},
    [INCMAP_PLURAL_EAST_SLAVIC] = {"east-slavic", 3}, [INCMAP_PLURAL_POLISH] = {"polish", 3},
    [INCMAP_PLURAL_ARABIC] = {"arabic", 6},           [INCMAP_PLURAL_NONE] = {"none", 1},
};

gboolean
incmap_plural_parse(const char *name, IncmapPluralRule *out_rule)
{
    for (int i = 0; i < INCMAP_N_PLURAL_RULES; i++) {
        if (strcmp(rules[i].name, name) == 0) {
            *out_rule = (IncmapPluralRule)i;
            return TRUE;
        }
    }
    return FALSE;
}

const char *
incmap_plural_names(void)
{
    return "one-other, french, east-slavic, polish, arabic, none";
}

guint
incmap_plural_n_forms(IncmapPluralRule rule)
{
    return rules[rule].n_forms;
}

static guint
slavic_form(guint64 n, gboolean has_many_ones)
{
    guint64 tens = n % 100, ones = n % 10;
    if (has_many_ones ? n == 1 : ones == 1 && tens != 11)
        return 0;
    return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? 1 : 2;
}

static guint
arabic_form(guint64 n)
{
    guint64 tens = n % 100;
    if (n <= 2)
        return (guint)n;
    return tens >= 3 && tens <= 10 ? 3 : tens >= 11 ? 4 : 5;
}

guint
incmap_plural_form(IncmapPluralRule rule, double number)
{
    double n = fabs(number);
    gboolean is_whole = n < 1e15 && fabs(n - round(n)) < 0.05;
    if (!is_whole)
        return rules[rule].n_forms - 1;
    guint64 whole = (guint64)round(n);
    switch (rule) {
    case INCMAP_PLURAL_ONE_OTHER:
        return whole == 1 ? 0 : 1;
    case INCMAP_PLURAL_FRENCH:
        return whole <= 1 ? 0 : 1;
    case INCMAP_PLURAL_EAST_SLAVIC:
        return slavic_form(whole, FALSE);
    case INCMAP_PLURAL_POLISH:
        return slavic_form(whole, TRUE);
    case INCMAP_PLURAL_ARABIC:
        return arabic_form(whole);
    case INCMAP_PLURAL_NONE:
    case INCMAP_N_PLURAL_RULES:
        break;
    }
    return 0;
}
