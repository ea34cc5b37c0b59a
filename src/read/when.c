/* SPDX-License-Identifier: MIT */
#include "read/when.h"

#include "base/text.h"
#include "read/dates.h"

#include <stdlib.h>
#include <string.h>

enum { HISTORY_DAYS = 500, MAX_AHEAD_DAYS = 31 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static int
number_of(const IncmapTokens *tokens, gint64 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    return token->shape == INCMAP_SHAPE_NUMBER && token->end - token->start <= 4
               ? atoi(token->folded)
               : 0;
}

static gboolean
is_year(int number)
{
    return number >= 1000 && number <= 2100;
}

static int
month_of(const IncmapTokens *tokens, gint64 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (!incmap_token_is(token, INCMAP_WORD(MONTH)))
        return 0;
    /* "may" and "mars" in lower case are other words in English */
    gboolean is_other = token->shape == INCMAP_SHAPE_LOWER &&
                        (is_word(token, "may") || is_word(token, "march") || is_word(token, "mar"));
    return is_other ? 0 : incmap_month_find(token->folded);
}

/* A day and month without a year: the last such day before the text was written. */
static int
nearest_year(guint32 written, int month, int day)
{
    int year = 0, written_month = 0, written_day = 0;
    incmap_date_split(written, &year, &written_month, &written_day);
    guint32 julian = incmap_date_julian(year, month, MAX(day, 1));
    return julian > written + MAX_AHEAD_DAYS ? year - 1 : year;
}

static void
set_month(IncmapWhen *when, int year, int month)
{
    when->date.from_julian = incmap_date_julian(year, month, 1);
    when->date.to_julian = incmap_date_julian(year, month, incmap_date_month_days(year, month));
}

/* "27 July 2024", "July 27, 2024", "25-27 July", "27 de julio de 2024", "July 2024" */
static gboolean
take_month(const IncmapTokens *tokens, const IncmapSentence *sentence, gint64 i, guint32 written,
           IncmapWhen *when)
{
    int month = month_of(tokens, i);
    if (month == 0)
        return FALSE;
    gint64 first = i, end = i + 1;
    gint64 before = i - 1;
    const IncmapToken *of = incmap_tokens_get(tokens, before);
    before -= is_word(of, "de") || is_word(of, "of");
    int day = before >= sentence->first ? number_of(tokens, before) : 0, first_day = 0;
    if (day >= 1 && day <= 31) {
        first = before;
        const IncmapToken *token = incmap_tokens_get(tokens, before);
        int other = number_of(tokens, before - 1);
        if (token->glue == INCMAP_GLUE_HYPHEN && other > 0 && other < day)
            first_day = other, first = before - 1;
    } else {
        day = number_of(tokens, end);
        if (day >= 1 && day <= 31)
            end++;
        else
            day = 0;
    }
    gint64 at = end;
    const IncmapToken *joint = incmap_tokens_get(tokens, at);
    if (joint->mark == ',' || joint->mark == '~' || is_word(joint, "de"))
        at++;
    int year = is_year(number_of(tokens, at)) ? number_of(tokens, at) : 0;
    if (year != 0)
        end = at + 1;
    else if (written != 0)
        year = nearest_year(written, month, day);
    *when = (IncmapWhen){.first = (guint32)first, .end = (guint32)end, .date = {0, 0, -1, -1}};
    when->rank = day > 0 ? 4 : 2;
    if (year != 0 && day > 0) {
        when->date.to_julian = incmap_date_julian(year, month, day);
        when->date.from_julian =
            first_day > 0 ? incmap_date_julian(year, month, first_day) : when->date.to_julian;
    } else if (year != 0) {
        set_month(when, year, month);
    }
    return day == 0 || year == 0 || when->date.to_julian != 0;
}

/* ISO's 1 is Monday. */
static int
weekday_of(const IncmapToken *token)
{
    static const char *const names[] = {"monday lundi lunes",           "tuesday mardi martes",
                                        "wednesday mercredi miercoles", "thursday jeudi jueves",
                                        "friday vendredi viernes",      "saturday samedi sabado",
                                        "sunday dimanche domingo"};
    for (int i = 0; i < 7 && incmap_token_is(token, INCMAP_WORD(WEEKDAY)); i++) {
        const char *at = strstr(names[i], token->folded);
        if (at != NULL && (at == names[i] || at[-1] == ' '))
            return i + 1;
    }
    return 0;
}

static gboolean
take_weekday(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    int weekday = weekday_of(token);
    if (weekday == 0)
        return FALSE;
    const IncmapToken *before = incmap_tokens_get(tokens, i - 1);
    gboolean is_last = is_word(before, "last");
    if (is_word(before, "next"))
        return FALSE;
    *when = (IncmapWhen){
        .first = (guint32)(i - is_last), .end = (guint32)i + 1, .date = {0, 0, -1, -1}, .rank = 3};
    if (written != 0) {
        int today = (int)((written - 1) % 7) + 1; /* 0001-01-01 was a Monday */
        int back = (today - weekday + 7) % 7;
        if (back == 0 && is_last)
            back = 7;
        when->date.from_julian = when->date.to_julian = written - (guint32)back;
    }
    return TRUE;
}

static const struct {
    const char *first, *second; /* second NULL: one word is enough */
    enum { DAY, WEEK, MONTH, YEAR } unit;
    int back; /* units before the day of writing */
} relatives[] = {
    {"today", NULL, DAY, 0},       {"tonight", NULL, DAY, 0},        {"yesterday", NULL, DAY, 1},
    {"this", "morning", DAY, 0},   {"this", "afternoon", DAY, 0},    {"this", "evening", DAY, 0},
    {"last", "night", DAY, 1},     {"last", "week", WEEK, 1},        {"this", "week", WEEK, 0},
    {"last", "month", MONTH, 1},   {"this", "month", MONTH, 0},      {"last", "year", YEAR, 1},
    {"this", "year", YEAR, 0},     {"hier", NULL, DAY, 1},           {"ayer", NULL, DAY, 1},
    {"mois", "dernier", MONTH, 1}, {"semaine", "derniere", WEEK, 1}, {"mes", "pasado", MONTH, 1},
    {"semana", "pasada", WEEK, 1}, {"past", "week", WEEK, 1},        {"previous", "day", DAY, 1},
};

static void
set_relative(IncmapWhen *when, guint32 written, int unit, int back)
{
    int year = 0, month = 0, day = 0;
    incmap_date_split(written, &year, &month, &day);
    if (unit == DAY) {
        when->date.from_julian = when->date.to_julian = written - (guint32)back;
    } else if (unit == WEEK) {
        guint32 monday = written - (written - 1) % 7 - (guint32)back * 7;
        when->date.from_julian = monday;
        when->date.to_julian = back == 0 ? written : monday + 6;
    } else if (unit == MONTH) {
        int months = year * 12 + month - 1 - back;
        set_month(when, months / 12, months % 12 + 1);
    } else {
        when->date.from_julian = incmap_date_julian(year - back, 1, 1);
        when->date.to_julian = incmap_date_julian(year - back, 12, 31);
    }
    if (when->date.to_julian > written && back == 0)
        when->date.to_julian = written;
}

static gboolean
take_relative(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    for (gsize r = 0; r < G_N_ELEMENTS(relatives); r++) {
        if (!is_word(token, relatives[r].first) ||
            (relatives[r].second != NULL && !is_word(next, relatives[r].second)))
            continue;
        *when = (IncmapWhen){.first = (guint32)i, .date = {0, 0, -1, -1}};
        when->end = (guint32)i + (relatives[r].second != NULL ? 2 : 1);
        when->rank = relatives[r].unit == DAY ? 4 : relatives[r].unit == YEAR ? 1 : 2;
        if (written > 800)
            set_relative(when, written, (int)relatives[r].unit, relatives[r].back);
        return TRUE;
    }
    return FALSE;
}

/* "three days ago", "two weeks ago" */
static gboolean
take_ago(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    static const char *const units[] = {"day", "week", "month", "year"};
    if (!is_word(incmap_tokens_get(tokens, i), "ago") || i < 2)
        return FALSE;
    const IncmapToken *unit_token = incmap_tokens_get(tokens, i - 1);
    double high = 0, n = number_of(tokens, i - 2);
    if (n <= 0)
        n = incmap_lexicon_number(incmap_tokens_get(tokens, i - 2)->folded, &high);
    if (is_word(incmap_tokens_get(tokens, i - 2), "a"))
        n = 1;
    for (int unit = 0; unit < 4; unit++) {
        if (strncmp(unit_token->folded, units[unit], strlen(units[unit])) != 0 || n < 1 || n > 400)
            continue;
        *when =
            (IncmapWhen){.first = (guint32)i - 2, .end = (guint32)i + 1, .date = {0, 0, -1, -1}};
        when->rank = unit == 0 ? 4 : unit == 3 ? 1 : 2;
        when->is_past = unit == 3 && n >= 2;
        if (written > 200000 && unit < 3)
            set_relative(when, written, unit, (int)n);
        else if (written > 200000)
            set_relative(when, written, YEAR, (int)n);
        return TRUE;
    }
    return FALSE;
}

/* "in 1994", "since 2012" */
static gboolean
take_year(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    int year = number_of(tokens, i);
    const IncmapToken *before = incmap_tokens_get(tokens, i - 1);
    if (!is_year(year) ||
        incmap_tokens_get(tokens, i)->end - incmap_tokens_get(tokens, i)->start != 4)
        return FALSE;
    gboolean is_led = is_word(before, "in") || is_word(before, "since") || is_word(before, "en") ||
                      is_word(before, "of") || is_word(before, "the") || is_word(before, "by") ||
                      is_word(before, "and") || is_word(before, "from") || is_word(before, "early");
    if (!is_led)
        return FALSE;
    *when = (IncmapWhen){.first = (guint32)i, .end = (guint32)i + 1, .rank = 1};
    when->date =
        (IncmapDate){incmap_date_julian(year, 1, 1), incmap_date_julian(year, 12, 31), -1, -1};
    int written_year = 0, month = 0, day = 0;
    if (written != 0)
        incmap_date_split(written, &written_year, &month, &day);
    when->is_past = written == 0 ? year < 2000 : year < written_year - 1;
    return TRUE;
}

gboolean
incmap_when_find(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 written_julian,
                 IncmapWhen *out_when)
{
    IncmapWhen best = {0};
    gboolean is_past = FALSE;
    for (gint64 i = sentence->first; i < sentence->end; i++) {
        IncmapWhen when = {0};
        if (!take_month(tokens, sentence, i, written_julian, &when) &&
            !take_weekday(tokens, i, written_julian, &when) &&
            !take_relative(tokens, i, written_julian, &when) &&
            !take_ago(tokens, i, written_julian, &when) &&
            !take_year(tokens, i, written_julian, &when))
            continue;
        gboolean is_old = written_julian != 0 && when.date.to_julian != 0 &&
                          when.date.to_julian + HISTORY_DAYS < written_julian;
        is_past |= when.is_past || is_old;
        if (when.rank > best.rank)
            best = when;
        if (when.end > (guint32)i)
            i = when.end - 1;
    }
    best.is_past = is_past;
    *out_when = best;
    return best.rank > 0;
}
