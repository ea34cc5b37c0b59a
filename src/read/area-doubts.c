/* SPDX-License-Identifier: MIT */
#include "read/area-doubts.h"

#include "read/event-place.h"

#include <string.h>

enum { TOWN = 0, ADMIN1 = 1, COUNTRY = 3 };

/* Words that may stand between a place and what it lies in. */
static gboolean
is_joint(const IncmapToken *token)
{
    static const char *const joints[] = {
        "the",   "of",    "a",   "part", "corner", "central",  "s",  "dans", "la",   "le",
        "les",   "l",     "du",  "de",   "des",    "au",       "en", "a",    "el",   "del",
        "na",    "no",    "da",  "do",   "centre", "centro",   "et", "est",  "nord", "sud",
        "ouest", "norte", "sur", "este", "oeste",  "interior", NULL};
    return incmap_token_is(token, INCMAP_WORD(PLACE_PREP) | INCMAP_WORD(DIRECTION) |
                                      INCMAP_WORD(FEATURE)) ||
           g_strv_contains(joints, token->folded);
}

static gboolean
is_joined(const IncmapTokens *tokens, guint32 from, guint32 to)
{
    enum { MAX_GAP = 7 };
    if (to <= from || to - from > MAX_GAP)
        return FALSE;
    for (guint32 i = from; i < to; i++)
        if (!is_joint(incmap_tokens_get(tokens, i)))
            return FALSE;
    return TRUE;
}

/* Whether the text speaks of the country in any other way than by this name. */
static gboolean
is_country_named(const GArray *names, const IncmapName *but, const char *country)
{
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name != but && name->hit.kind != but->hit.kind &&
            g_strcmp0(name->country, country) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_area_contradicts(const IncmapTokens *tokens, const GArray *names, const IncmapName *name)
{
    if (!name->is_known || name->country == NULL || name->hit.kind == COUNTRY)
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *area = &g_array_index(names, IncmapName, i);
        if (area->first < name->end)
            continue;
        return !area->is_demonym && area->country != NULL &&
               (area->hit.kind == COUNTRY || area->hit.kind == ADMIN1) &&
               is_joined(tokens, name->end, area->first) &&
               strcmp(area->country, name->country) != 0 &&
               !is_country_named(names, name, name->country);
    }
    return FALSE;
}

gboolean
incmap_area_is_stray(const IncmapTokens *tokens, const GArray *names, const IncmapName *name)
{
    enum { SMALL_TOWN = 15000 };
    if (!name->is_known || !tokens->is_english || name->hit.kind != TOWN ||
        name->hit.population >= SMALL_TOWN || !incmap_name_is_doubtful(name))
        return FALSE;
    for (guint i = 0; i < names->len; i++)
        if (g_array_index(names, IncmapName, i).hit.kind == COUNTRY &&
            !g_array_index(names, IncmapName, i).is_demonym)
            return TRUE;
    return FALSE;
}

gint32
incmap_area_find_town(const IncmapTokens *tokens, const GArray *names, const IncmapDraft *draft,
                      const char *country)
{
    for (guint i = 0; i < names->len && country != NULL; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
        const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
        gboolean is_place =
            incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) ||
            (strcmp(before->folded, "of") == 0 && incmap_token_is(second, INCMAP_WORD(FEATURE)));
        if (name->is_known && name->hit.kind == TOWN && !name->is_demonym && is_place &&
            name->role != INCMAP_ROLE_DATELINE && g_strcmp0(name->country, country) == 0 &&
            incmap_tokens_get(tokens, name->first)->sentence == draft->sentence &&
            !incmap_event_place_is_speaker(tokens, name))
            return (gint32)i;
    }
    return -1;
}
