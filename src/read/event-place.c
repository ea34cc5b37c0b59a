/* SPDX-License-Identifier: MIT */
#include "read/event-place.h"

#include "read/figures.h"
#include "read/place-words.h"

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

gboolean
incmap_event_place_is_speaker(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)name->end - 1);
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    if (incmap_token_is(next, INCMAP_WORD(SAY)) && next->mark == 0 && !last->is_possessive)
        return TRUE;
    /* "Israeli strikes", "a Russian missile": whose, not where */
    gboolean is_adjective =
        name->hit.kind == COUNTRY && next->shape == INCMAP_SHAPE_LOWER && next->mark == 0 &&
        !last->is_possessive && next->glue == INCMAP_GLUE_SPACE &&
        !incmap_token_is(before, INCMAP_WORD(PLACE_PREP)) &&
        !incmap_token_is(next, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AUX) | INCMAP_WORD(PLACE_PREP));
    if (is_adjective && tokens->is_english)
        return TRUE;
    if (is_word(next, "has") || is_word(next, "condemned") || is_word(next, "blamed") ||
        is_word(next, "accused") || is_word(next, "sent") || is_word(next, "launched"))
        return TRUE;
    /* "Jamaica's south coast" is a place, too */
    gboolean is_of_place = incmap_token_is(next, INCMAP_WORD(DIRECTION) | INCMAP_WORD(FEATURE)) ||
                           is_word(next, "coast");
    return last->is_possessive && incmap_name_is_vague(name) && name->hit.kind == COUNTRY &&
           !is_word(before, "in") && !is_of_place;
}

/* "the Kabul bombing" */
static gboolean
is_beside_trigger(const IncmapTokens *tokens, const IncmapName *name, guint32 trigger)
{
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    return next->mark == 0 && trigger >= name->end && trigger <= name->end + 1;
}

/* "speaking in Geneva", "taken to a hospital in Kaya": where somebody is, not where it happened. */
static gboolean
is_elsewhere(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const words[] = {
        "speaking",  "based",     "summit",      "meeting",       "conference",  "taken",
        "flown",     "bound",     "landed",      "arrived",       "born",        "embassy",
        "hospital",  "heading",   "transferred", "headquartered", "reporters",   "headed",
        "fled",      "evacuados", "evacues",     "trasladados",   "transferes",  "told",
        "travelled", "traveled",  "driven",      "lawmakers",     "deported",    "shown",
        "sent",      "exile",     "left",        "spokesman",     "spokeswoman", "spokesperson",
        "announced", "issued",    NULL};
    enum { MAX_REACH = 3, WAY_REACH = 8 };
    /* "on their way to a hotel in Taroko" */
    for (gint64 i = (gint64)name->first - 2; i >= (gint64)name->first - WAY_REACH; i--) {
        if (incmap_tokens_get(tokens, i)->mark != 0)
            break;
        if (is_word(incmap_tokens_get(tokens, i), "way") &&
            is_word(incmap_tokens_get(tokens, i + 1), "to"))
            return TRUE;
    }
    /* "said in Addis Ababa that": "said" two words before a name says nothing of it otherwise */
    if (incmap_token_is(incmap_tokens_get(tokens, (gint64)name->first - 2), INCMAP_WORD(SAY)) &&
        is_word(incmap_tokens_get(tokens, (gint64)name->first - 1), "in"))
        return TRUE;
    for (gint64 i = (gint64)name->first - 2; i >= (gint64)name->first - 1 - MAX_REACH; i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark != 0)
            return FALSE;
        if (token->folded[0] != 0 && g_strv_contains(words, token->folded))
            return TRUE;
    }
    return FALSE;
}

/* "struck Morocco", "hit the town", "frappent le Tchad": what is hit is where. */
static gboolean
is_struck(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const verbs[] = {
        "hit",       "struck",  "rocked",    "shook",    "battered", "pounded", "devastated",
        "swept",     "ravaged", "hitting",   "striking", "flooded",  "lashed",  "targeted",
        "attacked",  "raided",  "stormed",   "shelled",  "bombed",   "frappe",  "frappent",
        "secoue",    "touche",  "ravagent",  "azoto",    "golpeo",   "sacudio", "arraso",
        "arrasaron", "atingiu", "atingiram", "ضرب",      "هز",       "اجتاحت",  "اجتاح",
        "اقتحام",    "قصف",     "علي",       "engulfed", "through",  "across",  "over",
        NULL};
    static const char *const articles[] = {"the", "le", "la", "les", "el",
                                           "los", "l",  "o",  "a",   NULL};
    gint64 at = (gint64)name->first - 1;
    for (guint n = 0; n < 3; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, at - n);
        if (token->mark != 0 || token->folded[0] == 0)
            return FALSE;
        if (g_strv_contains(verbs, token->folded))
            return TRUE;
        if (!g_strv_contains(articles, token->folded) &&
            !incmap_token_is(token, INCMAP_WORD(FEATURE) | INCMAP_WORD(DIRECTION)) &&
            token->shape != INCMAP_SHAPE_CASELESS)
            return FALSE;
    }
    return FALSE;
}

/* "Kuriga, in Kaduna state": the second only says where the first is. */
static gboolean
contains_before(const IncmapTokens *tokens, const IncmapName *before, const IncmapName *name)
{
    enum { MAX_GAP = 9 };
    static const char *const joints[] = {"in", "of", "near", "en", "dans", "de", "du", "aux", "au",
                                         "na", "no", "da",   "do", "في",   "на", "в",  "у",   NULL};
    if (before == NULL || before->is_demonym || name->first <= before->end ||
        name->first - before->end > MAX_GAP)
        return FALSE;
    const IncmapToken *next = incmap_tokens_get(tokens, before->end);
    gboolean starts = next->mark == ',' || g_strv_contains(joints, next->folded) ||
                      incmap_token_is(next, INCMAP_WORD(FEATURE));
    gboolean has_joint = FALSE;
    for (guint32 i = before->end; i < name->first && starts; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (i > before->end && (token->mark == ',' || token->mark == ';'))
            return FALSE;
        if (token->mark == 0 && token->folded[0] != 0)
            has_joint |= g_strv_contains(joints, token->folded);
        if (incmap_token_is(token, INCMAP_WORD(KILL) | INCMAP_WORD(INJURE) | INCMAP_WORD(AUX) |
                                       INCMAP_WORD(WEEKDAY)))
            return FALSE;
    }
    return starts && has_joint;
}

/* "from a hospital", "25 km from Bambari", "abducted from Kuriga": only the last two say where. */
static double
rate_from(const IncmapTokens *tokens, const IncmapName *name)
{
    enum { MAX_REACH = 6 };
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    if (incmap_token_is(second, INCMAP_WORD(UNIT) | INCMAP_WORD(DIRECTION)))
        return 2;
    for (gint64 i = (gint64)name->first - 2; i >= (gint64)name->first - MAX_REACH; i--)
        if (incmap_token_is(incmap_tokens_get(tokens, i),
                            INCMAP_WORD(ABDUCT) | INCMAP_WORD(DISPLACE)))
            return -1;
    return -4;
}

/* "in Gao", "in the Kalbajar district", "in central Greece", "in the border town of Poipet", "in
 * Cameroon's capital, Yaoundé": a word that says "there" before what only describes the name. */
static gboolean
is_there(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const there[] = {"in",  "at",  "near", "outside", "en",   "a",    "around",
                                        "em",  "na",  "no",   "bei",     "aux",  "au",   "off",
                                        "في",  "ب",   "в",    "у",       "под",  "dans", "قرب",
                                        "وسط", "غرب", "شرق",  "شمال",    "جنوب", NULL};
    static const char *const describing[] = {"the",          "of",          "border",  "coastal",
                                             "remote",       "s",           "largest", "main",
                                             "neighbouring", "neighboring", NULL};
    enum { MAX_REACH = 6 };
    gint64 at = (gint64)name->first - 1;
    gboolean has_feature = FALSE;
    for (guint n = 0; n < MAX_REACH; n++, at--) {
        const IncmapToken *token = incmap_tokens_get(tokens, at);
        gboolean is_comma =
            n == 0 && token->mark == ',' &&
            incmap_token_is(incmap_tokens_get(tokens, at - 1), INCMAP_WORD(FEATURE));
        if (is_comma)
            continue;
        if (token->mark != 0 || token->folded[0] == 0)
            return FALSE;
        if (incmap_token_in(token, there))
            return TRUE;
        gboolean is_feature = incmap_token_is(token, INCMAP_WORD(FEATURE));
        /* "of" only behind a town or the like */
        if (is_word(token, "of") &&
            !incmap_token_is(incmap_tokens_get(tokens, at - 1), INCMAP_WORD(FEATURE)))
            return FALSE;
        if (!is_feature && !incmap_token_is(token, INCMAP_WORD(DIRECTION)) &&
            !incmap_token_in(token, describing) && !(has_feature && token->is_possessive))
            return FALSE;
        has_feature |= is_feature;
    }
    return FALSE;
}

/* "air strikes on Nyala" */
static gboolean
is_aimed_at(const IncmapTokens *tokens, const IncmapName *name)
{
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    return (is_word(before, "on") || is_word(before, "against")) &&
           incmap_token_is(second, INCMAP_WORD(EVENT)) && name->hit.kind != COUNTRY;
}

/* "according to ArcelorMittal Temirtau": who says it. */
static gboolean
is_source(const IncmapTokens *tokens, const IncmapName *name)
{
    enum { MAX_REACH = 4 };
    for (gint64 i = (gint64)name->first - 1; i >= (gint64)name->first - MAX_REACH; i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark != 0 ||
            (incmap_token_is(token, INCMAP_WORD(PLACE_PREP)) && !is_word(token, "to")))
            return FALSE;
        if (is_word(token, "to") && is_word(incmap_tokens_get(tokens, i - 1), "according"))
            return TRUE;
    }
    return FALSE;
}

/* "the Cavaco river burst its banks": a river is long. */
static gboolean
is_flowing(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const waters[] = {"river", "rivers", "stream", "creek", "rio", NULL};
    const IncmapToken *next = incmap_tokens_get(tokens, name->end);
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)name->end - 1);
    return incmap_token_in(next, waters) || incmap_token_in(last, waters);
}

static double
rate(const IncmapTokens *tokens, const IncmapName *name, guint32 trigger)
{
    if (name->role == INCMAP_ROLE_DATELINE || name->is_demonym || is_beside(tokens, name) ||
        incmap_event_place_is_speaker(tokens, name) || is_elsewhere(tokens, name) ||
        is_source(tokens, name))
        return NOT_HERE;
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->first - 2);
    double sum = name->hit.kind == COUNTRY || name->hit.kind == REGION ? 0
                 : name->hit.kind == ADMIN1                            ? 1.5
                 : name->hit.kind == ADMIN2                            ? 2
                                                                       : 2.5;
    if (name->is_site) /* the town of the street is known better */
        sum -= 1.5;
    gboolean is_between = is_word(before, "between");
    if (is_flowing(tokens, name) && !is_word(before, "in"))
        sum -= 3;
    else if (is_there(tokens, name) || is_between)
        sum += 2;
    else if (is_aimed_at(tokens, name) || is_struck(tokens, name) ||
             (name->is_guess && name->score > 1))
        sum += 1.8;
    else if ((incmap_token_is(second, INCMAP_WORD(FEATURE)) || is_near_word(second)) &&
             (is_word(before, "of") || is_word(before, "de")))
        sum += 2;
    else if (incmap_token_is(before, INCMAP_WORD(DIRECTION) | INCMAP_WORD(FEATURE)))
        sum += 1;
    else if (is_word(before, "from"))
        sum += rate_from(tokens, name);
    else if (is_word(before, "to"))
        sum -= 2;
    else if (is_word(before, "of"))
        sum -= 0.5;
    else if (name->container < 0 && !is_beside_trigger(tokens, name, trigger))
        /* no word says "there": a capital then stands for its government */
        sum -= g_strcmp0(name->hit.feature_code, "PPLC") == 0 ? 4 : 1.5;
    if (incmap_place_words_describe(tokens, name))
        sum -= 6;
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
        const IncmapName *previous =
            n > first_name ? &g_array_index(names, IncmapName, n - 1) : NULL;
        double inner = rating > 0 && contains_before(tokens, previous, name)
                           ? rate(tokens, previous, trigger)
                           : 0;
        if (inner > 0)
            rating = MIN(rating - 1.5, inner - 0.01);
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
