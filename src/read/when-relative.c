/* SPDX-License-Identifier: MIT */
/*
 * Words that count from the day of writing: "yesterday", "last month", "three
 * days ago", "overnight".
 */
#include "read/when-parts.h"

#include "read/dates.h"

#include <string.h>

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

typedef enum { DAY, WEEK, MONTH, YEAR, NIGHT, WEEKEND, HOURS } Unit;

static const struct {
    const char *first, *second; /* second NULL: one word is enough */
    Unit unit;
    int back; /* units before the day of writing */
} relatives[] = {
    {"today", NULL, DAY, 0},         {"tonight", NULL, DAY, 0},
    {"yesterday", NULL, DAY, 1},     {"this", "morning", DAY, 0},
    {"this", "afternoon", DAY, 0},   {"this", "evening", DAY, 0},
    {"last", "night", DAY, 1},       {"overnight", NULL, NIGHT, 0},
    {"the", "weekend", WEEKEND, 0},  {"last", "weekend", WEEKEND, 0},
    {"past", "weekend", WEEKEND, 0}, {"last", "24", HOURS, 1},
    {"past", "24", HOURS, 1},        {"last", "48", HOURS, 2},
    {"past", "48", HOURS, 2},        {"last", "week", WEEK, 1},
    {"this", "week", WEEK, 0},       {"past", "week", WEEK, 1},
    {"last", "month", MONTH, 1},     {"this", "month", MONTH, 0},
    {"last", "year", YEAR, 1},       {"this", "year", YEAR, 0},
    {"hier", NULL, DAY, 1},          {"aujourd", NULL, DAY, 0},
    {"week", "end", WEEKEND, 0},     {"semaine", "derniere", WEEK, 1},
    {"mois", "dernier", MONTH, 1},   {"ayer", NULL, DAY, 1},
    {"anoche", NULL, DAY, 1},        {"hoy", NULL, DAY, 0},
    {"semana", "pasada", WEEK, 1},   {"mes", "pasado", MONTH, 1},
    {"ontem", NULL, DAY, 1},         {"hoje", NULL, DAY, 0},
    {"gestern", NULL, DAY, 1},       {"heute", NULL, DAY, 0},
    {"вчера", NULL, DAY, 1},         {"сегодня", NULL, DAY, 0},
    {"вчора", NULL, DAY, 1},         {"сьогодни", NULL, DAY, 0},
    {"امس", NULL, DAY, 1},           {"اليوم", NULL, DAY, 0},
};

static void
set_relative(IncmapWhen *when, guint32 written, Unit unit, int back)
{
    int year = 0, month = 0, day = 0;
    guint32 since_saturday = (written + 1) % 7; /* of the last weekend that has begun */
    incmap_date_split(written, &year, &month, &day);
    if (unit == NIGHT || unit == HOURS) {
        when->date.from_julian = written - (guint32)MAX(back, 1);
        when->date.to_julian = written;
    } else if (unit == WEEKEND) {
        when->date.from_julian = written - since_saturday;
        when->date.to_julian = MIN(when->date.from_julian + 1, written);
    } else if (unit == DAY) {
        when->date.from_julian = when->date.to_julian = written - (guint32)back;
    } else if (unit == WEEK) {
        guint32 monday = written - (written - 1) % 7 - (guint32)back * 7;
        when->date.from_julian = monday;
        when->date.to_julian = back == 0 ? written : monday + 6;
    } else if (unit == MONTH) {
        int months = year * 12 + month - 1 - back;
        incmap_when_set_month(when, months / 12, months % 12 + 1);
    } else {
        when->date.from_julian = incmap_date_julian(year - back, 1, 1);
        when->date.to_julian = incmap_date_julian(year - back, 12, 31);
    }
    if (when->date.to_julian > written && back == 0)
        when->date.to_julian = written;
}

gboolean
incmap_when_begins(const char *folded)
{
    for (gsize r = 0; r < G_N_ELEMENTS(relatives); r++) {
        if (relatives[r].first[0] == folded[0] && strcmp(relatives[r].first, folded) == 0)
            return TRUE;
    }
    return strcmp(folded, "ago") == 0;
}

static guint8
rank_of(Unit unit)
{
    return unit == DAY ? 4 : unit >= NIGHT ? 3 : unit == YEAR ? 1 : 2;
}

gboolean
incmap_when_take_relative(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    for (gsize r = 0; r < G_N_ELEMENTS(relatives); r++) {
        if (!is_word(token, relatives[r].first) ||
            (relatives[r].second != NULL && !is_word(next, relatives[r].second)))
            continue;
        *when = (IncmapWhen){.first = (guint32)i, .date = {0, 0, -1, -1}};
        when->end = (guint32)i + (relatives[r].second != NULL ? 2 : 1);
        when->rank = rank_of(relatives[r].unit);
        if (written > 800)
            set_relative(when, written, relatives[r].unit, relatives[r].back);
        return TRUE;
    }
    return FALSE;
}

/* "day", "weeks": the unit of "three days ago"; -1 for others. */
static int
unit_of(const IncmapToken *token)
{
    static const char *const units[] = {"day days", "week weeks fortnight", "month months",
                                        "year years"};
    for (int unit = 0; unit < 4 && token->mark == 0 && token->folded[0] != 0; unit++) {
        const char *at = strstr(units[unit], token->folded);
        gsize n = strlen(token->folded);
        if (at != NULL && (at == units[unit] || at[-1] == ' ') && (at[n] == ' ' || at[n] == 0))
            return unit;
    }
    return -1;
}

static int
count_at(const IncmapTokens *tokens, gint64 i)
{
    double high = 0;
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (is_word(token, "a") || is_word(token, "one"))
        return 1;
    int n = incmap_when_number(tokens, i);
    return n > 0 ? n : (int)incmap_lexicon_number(tokens->lexicon, token->folded, &high);
}

gboolean
incmap_when_take_ago(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    if (!is_word(incmap_tokens_get(tokens, i), "ago") || i < 2)
        return FALSE;
    const IncmapToken *unit_token = incmap_tokens_get(tokens, i - 1);
    int unit = unit_of(unit_token), n = count_at(tokens, i - 2);
    if (unit < 0 || n < 1 || n > 400)
        return FALSE;
    n *= is_word(unit_token, "fortnight") ? 2 : 1;
    *when = (IncmapWhen){.first = (guint32)i - 2, .end = (guint32)i + 1, .date = {0, 0, -1, -1}};
    when->rank = rank_of((Unit)unit);
    when->is_past = unit == YEAR && n >= 2;
    if (written > 200000)
        set_relative(when, written, (Unit)unit, n);
    return TRUE;
}
