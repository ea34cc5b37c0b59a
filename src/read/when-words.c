/* SPDX-License-Identifier: MIT */
/*
 * The words that say when: days and months, weekdays, years.
 */
#include "read/when-parts.h"

#include "base/text.h"
#include "read/dates.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_AHEAD_DAYS = 31 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

int
incmap_when_number(const IncmapTokens *tokens, gint64 i)
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

static gboolean
is_english_month(const char *folded, int month)
{
    static const char *const names[12] = {"january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december"};
    return strncmp(names[month - 1], folded, strlen(folded)) == 0;
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
    int month = is_other ? 0 : incmap_month_find(token->folded);
    /* "Mai Mahiu" is no month in an English text */
    return month > 0 && tokens->is_english && !is_english_month(token->folded, month) ? 0 : month;
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

void
incmap_when_set_month(IncmapWhen *when, int year, int month)
{
    when->date.from_julian = incmap_date_julian(year, month, 1);
    when->date.to_julian = incmap_date_julian(year, month, incmap_date_month_days(year, month));
}

static gboolean
is_range_word(const IncmapToken *token)
{
    static const char *const words[] = {"and", "to", "au", "et", "al", "y", "bis", "e", NULL};
    return token->mark == 0 && g_strv_contains(words, token->folded);
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
    int day = before >= sentence->first ? incmap_when_number(tokens, before) : 0, first_day = 0;
    if (day >= 1 && day <= 31) {
        first = before;
        const IncmapToken *token = incmap_tokens_get(tokens, before);
        int other = incmap_when_number(tokens, before - 1);
        gboolean is_joint = is_range_word(incmap_tokens_get(tokens, before - 1));
        if (is_joint)
            other = incmap_when_number(tokens, before - 2);
        if ((token->glue == INCMAP_GLUE_HYPHEN || is_joint) && other > 0 && other < day)
            first_day = other, first = before - 1 - is_joint;
    } else {
        day = incmap_when_number(tokens, end);
        if (day >= 1 && day <= 31)
            end++;
        else
            day = 0;
        /* "July 25-27", "July 25 to 27" */
        gboolean is_joint = is_range_word(incmap_tokens_get(tokens, end));
        int last_day = incmap_when_number(tokens, end + is_joint);
        const IncmapToken *last = incmap_tokens_get(tokens, end + is_joint);
        if (day > 0 && last_day > day && last_day <= 31 &&
            (is_joint || last->glue == INCMAP_GLUE_HYPHEN))
            first_day = day, day = last_day, end += 1 + is_joint;
    }
    gint64 at = end;
    const IncmapToken *joint = incmap_tokens_get(tokens, at);
    if (joint->mark == ',' || joint->mark == '~' || is_word(joint, "de"))
        at++;
    int year = is_year(incmap_when_number(tokens, at)) ? incmap_when_number(tokens, at) : 0;
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
        incmap_when_set_month(when, year, month);
    }
    return day == 0 || year == 0 || when->date.to_julian != 0;
}

/* Beginnings of the folded names, Monday first; German has "freitagabend". */
static const char *const weekdays[7] = {
    "monday lundi lunes segunda montag понедельник понедилок понеділок الاثنين",
    "tuesday mardi martes terca dienstag вторник вівторок الثلاثاء",
    "wednesday mercredi miercoles quarta mittwoch среду среда середу середа الاربعاء",
    "thursday jeudi jueves quinta donnerstag четверг четвер الخميس",
    "friday vendredi viernes sexta freitag пятниц пятниц الجمعه",
    "saturday samedi sabado samstag суббот субот السبت",
    "sunday dimanche domingo sonntag воскресен недил неділ الاحد",
};

/* ISO's 1 is Monday; 0 for other words. */
static int
weekday_of(const IncmapToken *token)
{
    if (!incmap_token_is(token, INCMAP_WORD(WEEKDAY)) || token->folded[0] == 0)
        return 0;
    for (int i = 0; i < 7; i++) {
        for (const char *at = weekdays[i]; *at != 0;) {
            gsize n = strcspn(at, " ");
            if (strncmp(token->folded, at, n) == 0)
                return i + 1;
            at += n + (at[n] == ' ');
        }
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
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    gboolean is_last = is_word(before, "last");
    gboolean has_behind = is_word(next, "dernier") || is_word(next, "pasado") ||
                          is_word(next, "feira") || is_word(next, "passada");
    if (is_word(before, "next") || is_word(before, "every") || is_word(next, "prochain"))
        return FALSE;
    *when = (IncmapWhen){.first = (guint32)(i - is_last),
                         .end = (guint32)i + 1 + has_behind,
                         .date = {0, 0, -1, -1},
                         .rank = 3};
    if (written != 0) {
        int today = (int)((written - 1) % 7) + 1; /* 0001-01-01 was a Monday */
        int back = (today - weekday + 7) % 7;
        if (back == 0 && is_last)
            back = 7;
        when->date.from_julian = when->date.to_julian = written - (guint32)back;
    }
    return TRUE;
}

/* "2024-07-27" */
static gboolean
take_iso(const IncmapTokens *tokens, gint64 i, IncmapWhen *when)
{
    const IncmapToken *month = incmap_tokens_get(tokens, i + 1);
    const IncmapToken *day = incmap_tokens_get(tokens, i + 2);
    if (!is_year(incmap_when_number(tokens, i)) || month->glue != INCMAP_GLUE_HYPHEN ||
        day->glue != INCMAP_GLUE_HYPHEN || day->shape != INCMAP_SHAPE_NUMBER)
        return FALSE;
    guint32 julian =
        incmap_date_julian(incmap_when_number(tokens, i), incmap_when_number(tokens, i + 1),
                           incmap_when_number(tokens, i + 2));
    *when = (IncmapWhen){
        .first = (guint32)i, .end = (guint32)i + 3, .date = {julian, julian, -1, -1}, .rank = 4};
    return julian != 0;
}

/* "in 1994", "since 2012" */
static gboolean
take_year(const IncmapTokens *tokens, gint64 i, guint32 written, IncmapWhen *when)
{
    int year = incmap_when_number(tokens, i);
    const IncmapToken *before = incmap_tokens_get(tokens, i - 1);
    if (!is_year(year) ||
        incmap_tokens_get(tokens, i)->end - incmap_tokens_get(tokens, i)->start != 4)
        return FALSE;
    gboolean is_led = is_word(before, "in") || is_word(before, "since") || is_word(before, "en") ||
                      is_word(before, "of") || is_word(before, "the") || is_word(before, "by") ||
                      is_word(before, "and") || is_word(before, "from") ||
                      is_word(before, "early") || is_word(before, "desde") ||
                      is_word(before, "depuis") || is_word(before, "seit") ||
                      is_word(before, "с") || is_word(before, "з") || is_word(before, "منذ") ||
                      is_word(before, "عام");
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

/* "since October": from then until the day of writing. */
static void
widen_since(const IncmapTokens *tokens, guint32 written, IncmapWhen *when)
{
    static const char *const words[] = {"since", "depuis", "desde", "seit", "с", "منذ", NULL};
    gint64 at = (gint64)when->first - 1;
    for (guint n = 0; n < 2; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, at - n);
        if (token->mark != 0 || !g_strv_contains(words, token->folded))
            continue;
        when->is_since = TRUE;
        when->rank = MIN(when->rank, 2);
        if (when->date.from_julian != 0 && written >= when->date.from_julian)
            when->date.to_julian = written;
        return;
    }
}

gboolean
incmap_when_at(const IncmapTokens *tokens, const IncmapSentence *sentence, gint64 i,
               guint32 written_julian, IncmapWhen *out_when)
{
    IncmapWhen when = {0};
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (token->shape != INCMAP_SHAPE_NUMBER &&
        !incmap_token_is(token, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(WHEN)))
        return FALSE;
    if (!take_month(tokens, sentence, i, written_julian, &when) &&
        !take_weekday(tokens, i, written_julian, &when) &&
        !incmap_when_take_relative(tokens, i, written_julian, &when) &&
        !incmap_when_take_ago(tokens, i, written_julian, &when) && !take_iso(tokens, i, &when) &&
        !take_year(tokens, i, written_julian, &when))
        return FALSE;
    widen_since(tokens, written_julian, &when);
    *out_when = when;
    return TRUE;
}
