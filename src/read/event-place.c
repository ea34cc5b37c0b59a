/* SPDX-License-Identifier: MIT */
#include "read/event-place.h"

#include "read/figures.h"

#include <string.h>

enum { ADMIN1 = 1, ADMIN2 = 2, COUNTRY = 3, REGION = 4, NOT_HERE = -100 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_near_word(const IncmapToken *token)
{
    static const char *const words[] = {"near", "along", "close",     "on",     "at", "across",
                                        "pres", "cerca", "bordering", "beside", NULL};
    return g_strv_contains(words, token->folded);
}

/* "near Algeria": not there, but beside it. */
static gboolean
is_beside(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    return (incmap_name_is_vague(name) && is_word(before, "near")) ||
           incmap_token_is(next, INCMAP_WORD(BORDER)) ||
           incmap_token_is(before, INCMAP_WORD(BORDER)) ||
           (is_word(before, "with") &&
            incmap_token_is(incmap_tokens_get(tokens, (gint64)name->first - 2),
                            INCMAP_WORD(BORDER)));
}

/* A government that speaks or acts is not where something happens. */
static gboolean
is_speaker(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)name->end - 1);
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    if (incmap_token_is(next, INCMAP_WORD(SAY)) && next->mark == 0 && !last->is_possessive)
        return TRUE;
    if (is_word(next, "has") || is_word(next, "condemned") || is_word(next, "blamed") ||
        is_word(next, "accused") || is_word(next, "sent") || is_word(next, "launched"))
        return TRUE;
    return last->is_possessive && incmap_name_is_vague(name) && name->hit.kind == COUNTRY &&
           !is_word(before, "in");
}

/* "the Kabul bombing" */
static gboolean
is_beside_trigger(const IncmapTokens *tokens, const IncmapName *name, guint32 trigger)
{
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    return next->mark == 0 && trigger >= name->end && trigger <= name->end + 1;
}

static double
rate(const IncmapTokens *tokens, const IncmapName *name, guint32 trigger)
{
    if (name->role == INCMAP_ROLE_DATELINE || name->is_demonym || is_beside(tokens, name) ||
        is_speaker(tokens, name))
        return NOT_HERE;
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    double sum = name->hit.kind == COUNTRY || name->hit.kind == REGION ? 0
                 : name->hit.kind == ADMIN1                            ? 1.5
                 : name->hit.kind == ADMIN2                            ? 2
                                                                       : 2.5;
    if (is_word(before, "in") || is_word(before, "at") || is_word(before, "near") ||
        is_word(before, "outside") || is_word(before, "en") || is_word(before, "a") ||
        is_word(before, "around"))
        sum += 2;
    else if ((incmap_token_is(second, INCMAP_WORD(FEATURE)) || is_near_word(second)) &&
             (is_word(before, "of") || is_word(before, "de")))
        sum += 2;
    else if (incmap_token_is(before, INCMAP_WORD(DIRECTION) | INCMAP_WORD(FEATURE)))
        sum += 1;
    else if (is_word(before, "from") || is_word(before, "to"))
        sum -= 2;
    else if (is_word(before, "of"))
        sum -= 0.5;
    else if (name->container < 0 && !is_beside_trigger(tokens, name, trigger))
        /* no word says "there": a capital then stands for its government */
        sum -= g_strcmp0(name->hit.feature_code, "PPLC") == 0 ? 4 : 1.5;
    gint64 gap = (gint64)name->first - trigger;
    double distance = (double)ABS(gap);
    sum -= MIN(distance, 30) * 0.08;
    if (gap < 0)
        sum -= 0.3;
    return sum;
}

/* "near the Algerian border", "along the border with Niger", "near Algeria" */
static const char *
find_near_words(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                guint32 first_name, const IncmapSentence *sentence)
{
    enum { MAX_WORDS = 6 };
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (!is_near_word(incmap_tokens_get(tokens, i)))
            continue;
        for (guint32 j = i + 1; j < MIN(i + MAX_WORDS, sentence->end); j++) {
            const IncmapToken *token = incmap_tokens_get(tokens, j);
            if (token->mark != 0 && token->mark != '-')
                break;
            if (!incmap_token_is(token, INCMAP_WORD(BORDER)))
                continue;
            gboolean has_with =
                is_word(incmap_tokens_get(tokens, j + 1), "with") && j + 2 < sentence->end;
            return incmap_tokens_string(scene, tokens, i, j + (has_with ? 3 : 1));
        }
    }
    for (guint n = first_name; n < names->len; n++) {
        const IncmapName *name = &g_array_index(names, IncmapName, n);
        if (name->first >= sentence->end)
            break;
        if (incmap_name_is_vague(name) && name->first > sentence->first &&
            is_word(incmap_tokens_get(tokens, (gint64)name->first - 1), "near"))
            return incmap_tokens_string(scene, tokens, name->first - 1, name->end);
    }
    return NULL;
}

IncmapEventPlace
incmap_event_place_choose(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                          guint32 first_name, const IncmapSentence *sentence, guint32 trigger)
{
    IncmapEventPlace chosen = {-1, -1, NULL};
    double best = 0, best_vague = 0;
    for (guint n = first_name; n < names->len; n++) {
        const IncmapName *name = &g_array_index(names, IncmapName, n);
        if (name->first >= sentence->end)
            break;
        double rating = rate(tokens, name, trigger);
        if (incmap_name_is_vague(name)) {
            if (rating > best_vague)
                best_vague = rating, chosen.vague = (gint32)n;
        } else if (rating > best) {
            best = rating, chosen.place = (gint32)n;
        }
    }
    chosen.near_words = find_near_words(scene, tokens, names, first_name, sentence);
    return chosen;
}

static gboolean
is_same(const IncmapTokens *tokens, const IncmapName *a, const IncmapName *b)
{
    if (a->end - a->first != b->end - b->first)
        return FALSE;
    for (guint32 i = 0; i < a->end - a->first; i++) {
        if (strcmp(incmap_tokens_get(tokens, a->first + i)->folded,
                   incmap_tokens_get(tokens, b->first + i)->folded) != 0)
            return FALSE;
    }
    return TRUE;
}

static const char *
name_string(IncmapScene *scene, const IncmapTokens *tokens, const IncmapName *name)
{
    return incmap_tokens_string(scene, tokens, name->first, name->end);
}

/* The country as the text writes it; its code when the text only has the demonym. */
static const char *
country_string(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
               const char *code)
{
    gboolean is_named = FALSE;
    for (guint i = 0; i < names->len && code != NULL && code[0] != 0; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (g_strcmp0(name->country, code) != 0)
            continue;
        if (name->hit.kind == COUNTRY && !name->is_demonym)
            return name_string(scene, tokens, name);
        is_named |= name->is_demonym;
    }
    return is_named ? incmap_scene_string(scene, code) : NULL;
}

/* "30 km north of Gao": the words before the name belong to the place. */
static guint32
phrase_start(const IncmapTokens *tokens, const IncmapName *name)
{
    gint64 at = (gint64)name->first - 1;
    const IncmapToken *joint = incmap_tokens_get(tokens, at);
    if (!is_word(joint, "of") && !is_word(joint, "from"))
        return name->first;
    const IncmapToken *before = incmap_tokens_get(tokens, at - 1);
    gboolean is_outskirts = is_word(before, "outskirts") || is_word(before, "outside");
    if (!incmap_token_is(before, INCMAP_WORD(DIRECTION)) && !is_outskirts)
        return name->first;
    gint64 first = at - 1;
    if (incmap_token_is(incmap_tokens_get(tokens, first - 1), INCMAP_WORD(UNIT)) &&
        incmap_tokens_get(tokens, first - 2)->shape == INCMAP_SHAPE_NUMBER)
        first -= 2;
    return (guint32)MAX(first, 0);
}

void
incmap_event_place_apply(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                         gint32 place, gint32 vague, guint32 index)
{
    IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, index);
    gint32 main_name = place >= 0 ? place : vague;
    if (main_name < 0)
        return;
    const IncmapName *name = &g_array_index(names, IncmapName, main_name);
    const IncmapName *container =
        name->container >= 0 ? &g_array_index(names, IncmapName, name->container) : NULL;
    if (place >= 0)
        incident->place =
            incmap_tokens_string(scene, tokens, phrase_start(tokens, name), name->end);
    if (container != NULL && container->hit.kind == ADMIN1)
        incident->admin1 = name_string(scene, tokens, container);
    incident->country =
        container != NULL && container->hit.kind == COUNTRY ? name_string(scene, tokens, container)
        : name->hit.kind == COUNTRY                         ? name_string(scene, tokens, name)
                                    : country_string(scene, tokens, names, name->country);
    if (place < 0 && name->hit.kind == REGION)
        incident->place = name_string(scene, tokens, name);
    for (guint i = 0; i < names->len; i++) {
        IncmapName *other = &g_array_index(names, IncmapName, i);
        if (other->role != INCMAP_ROLE_DATELINE && is_same(tokens, other, name)) {
            other->role = INCMAP_ROLE_EVENT;
            other->incident = (gint32)index;
        }
    }
}
