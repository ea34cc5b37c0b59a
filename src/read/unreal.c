/* SPDX-License-Identifier: MIT */
#include "read/unreal.h"

#include <string.h>

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_in(const IncmapToken *token, const char *const *words)
{
    return incmap_token_in(token, words);
}

static gboolean
is_abstract(const IncmapToken *token)
{
    static const char *const abstract[] = {
        "democracy", "corruption", "poverty",   "ideas",  "wits",  "words",     "opinions",
        "orders",    "sales",      "currency",  "prices", "price", "talks",     "confidence",
        "demand",    "support",    "trust",     "hunger", "crime", "inflation", "corners",
        "shots",     "emails",     "questions", "the",    NULL};
    return is_in(token, abstract) && !is_word(token, "the");
}

gboolean
incmap_unreal_is_figurative(const IncmapTokens *tokens, guint32 at, guint32 end,
                            const IncmapTrigger *trigger)
{
    static const char *const before_words[] = {
        "heart",     "panic",    "personal", "verbal",     "cyber",      "legal",     "political",
        "price",     "debt",     "fashion",  "market",     "economic",   "financial", "stock",
        "court",     "asthma",   "currency", "trade",      "media",      "twitter",   "hunger",
        "operation", "campaign", "pitch",    "criticism",  "under",      "baby",      "population",
        "film",      "friendly", "charm",    "diplomatic", "ransomware", "data",      "title",
        "final",     "custody",  "uphill",   "relegation", NULL};
    static const char *const of_words[] = {"storm",     "flood",       "avalanche",  "explosion",
                                           "wave",      "eruption",    "earthquake", "floods",
                                           "tsunami",   "bombardment", "collapse",   "epidemic",
                                           "explosion", "drought",     NULL};
    static const char *const joints[] = {"of", "on", "against", "in", NULL};
    /* What real ones are measured by or made of. */
    static const char *const matter[] = {"magnitude", "intensity", "strength", "gas",    "water",
                                         "mud",       "snow",      "ice",      "rock",   "rocks",
                                         "fuel",      "fireworks", "ammonium", "ash",    "lava",
                                         "cholera",   "measles",   "ebola",    "dengue", NULL};
    const IncmapToken *token = incmap_tokens_get(tokens, at);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)at - 1);
    const IncmapToken *next = incmap_tokens_get(tokens, end);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)end + 1);
    gboolean is_fire = trigger->event == INCMAP_EVENT_FIRE;
    if (is_in(before, before_words) && (is_fire || !is_word(before, "under")))
        return TRUE;
    if (is_word(next, "of") && is_in(token, of_words) && second->shape == INCMAP_SHAPE_LOWER &&
        !is_in(second, matter) &&
        !incmap_token_is(second, INCMAP_WORD(FUNCTION) | INCMAP_WORD(FEATURE)))
        return !is_in(token, (const char *[]){"collapse", "wave", NULL}) || is_abstract(second);
    static const char *const fights[] = {"violence", "fighting", "war",      "hostilities",
                                         "clashes",  "unrest",   "protests", NULL};
    if (trigger->event == INCMAP_EVENT_DISEASE && is_word(next, "of") && is_in(second, fights))
        return TRUE; /* "the latest outbreak of violence" */
    if (is_in(next, joints) &&
        (is_abstract(second) ||
         (is_word(second, "the") && is_abstract(incmap_tokens_get(tokens, (gint64)end + 2)))))
        return TRUE;
    gboolean is_named_wind = trigger->event == INCMAP_EVENT_STORM;
    gboolean is_name = token->shape == INCMAP_SHAPE_CAPITAL && !token->is_first && !is_named_wind;
    const IncmapToken *behind = incmap_tokens_get(tokens, (gint64)at + 1);
    return is_name && (before->shape == INCMAP_SHAPE_CAPITAL ||
                       (behind->shape == INCMAP_SHAPE_CAPITAL && end == at + 1));
}

static gboolean
has_class_before(const IncmapTokens *tokens, guint32 at, guint32 first, guint reach,
                 guint64 classes)
{
    for (gint64 i = (gint64)at - 1; i >= first && reach > 0; i--, reach--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == ',' || token->mark == ';' || token->mark == ':')
            return FALSE;
        /* Portuguese "no" is "in the" */
        gboolean is_other = is_word(token, "no") && strcmp(tokens->language, "pt") == 0;
        if (incmap_token_is(token, classes) && token->shape != INCMAP_SHAPE_UPPER && !is_other)
            return TRUE;
    }
    return FALSE;
}

/* "Cyclone Noa could reach", "the quake would bring down": not yet. */
static gboolean
is_expected(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const modals[] = {"could",    "would",  "might",   "may", "will",
                                         "pourrait", "podria", "poderia", NULL};
    static const char *const acts[] = {
        "hit",  "reach",  "strike", "make",    "bring",  "kill",   "cause",   "destroy", "come",
        "be",   "happen", "leave",  "struck",  "affect", "begin",  "flatten", "erupt",   "gather",
        "hold", "march",  "rally",  "protest", "stage",  "strike", "take",    "return",  NULL};
    enum { MAX_REACH = 12 };
    for (guint32 i = at + 1; i < MIN(at + MAX_REACH, sentence->end); i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (is_in(token, modals)) {
            const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
            return is_in(next, acts) && !is_in(incmap_tokens_get(tokens, i + 2),
                                               (const char *[]){"heard", "felt", "seen", NULL});
        }
        /* "further clashes are likely" */
        if (incmap_token_is(token, INCMAP_WORD(AUX)) &&
            is_in(incmap_tokens_get(tokens, i + 1),
                  (const char *[]){"likely", "expected", "possible", "feared", "planned", NULL}))
            return TRUE;
        /* a verb in the past tense closes the question */
        if (token->mark == ';' || incmap_token_is(token, INCMAP_WORD(AUX) | INCMAP_WORD(KILL)))
            return FALSE;
    }
    return FALSE;
}

/* "an orange alert for storms", "a tsunami warning": not yet, as long as nobody was harmed. */
static gboolean
is_warned_of(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const warnings[] = {
        "alert",  "alerts", "warning", "warnings", "watch",   "advisory",  "alerte",
        "alerta", "aviso",  "warnung", "forecast", "outlook", "forecasts", NULL};
    static const char *const joints[] = {"for", "of", "about", "against", "por", "de", "vor", NULL};
    enum { MAX_REACH = 9 };
    gboolean is_warned = is_in(incmap_tokens_get(tokens, at + 1), warnings);
    for (guint32 i = at; i-- > sentence->first && at - i < MAX_REACH && !is_warned;)
        is_warned = is_in(incmap_tokens_get(tokens, i), warnings) &&
                    is_in(incmap_tokens_get(tokens, i + 1), joints);
    for (guint32 i = sentence->first; i < sentence->end && is_warned; i++)
        is_warned =
            !incmap_token_is(incmap_tokens_get(tokens, i), INCMAP_WORD(KILL) | INCMAP_WORD(INJURE));
    return is_warned;
}

/* "killed during a rehearsal": only the place and time of an accident. */
static gboolean
is_occasion(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 i)
{
    static const char *const during[] = {"during", "at", "after", NULL};
    gboolean is_led = FALSE, is_fatal = FALSE;
    for (guint32 n = 1; n <= 4 && i >= sentence->first + n; n++)
        is_led |= is_in(incmap_tokens_get(tokens, i - n), during);
    for (guint32 t = sentence->first; t < sentence->end && is_led; t++)
        is_fatal |= incmap_token_is(incmap_tokens_get(tokens, t), INCMAP_WORD(KILL));
    return is_led && is_fatal;
}

static gboolean
is_about_blame(const IncmapToken *next)
{
    static const char *const blame[] = {"responsibility", "involvement", "any",
                                        "being",          "carrying",    "charges",
                                        "access",         "bail",        NULL};
    return is_in(next, blame);
}

gboolean
incmap_unreal_is_denied(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const exercises[] = {"exercise",  "exercises",  "drill",     "drills",
                                            "simulated", "simulation", "simulacro", "simulacros",
                                            "rehearsal", "ejercicio",  "exercice",  "simulado",
                                            "ubung",     "учения",     "مناورة",    NULL};
    static const char *const denials[] = {
        "denied",     "denies",   "denying",     "hoax",       "false",    "untrue",
        "foiled",     "thwarted", "averted",     "desmintio",  "dementi",  "rumours",
        "rumors",     "baseless", "unfounded",   "fabricated", "debunked", "опроверг",
        "спростував", "نفى",      "dementierte", "nego",       NULL};
    if (has_class_before(tokens, at, sentence->first, 3, INCMAP_WORD(NEGATE)) ||
        has_class_before(tokens, at, sentence->first, 4, INCMAP_WORD(MAYBE)) ||
        is_expected(tokens, sentence, at) || is_warned_of(tokens, sentence, at))
        return TRUE;
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
        if (is_in(token, exercises) && !is_occasion(tokens, sentence, i))
            return TRUE;
        /* "denied responsibility for the attack" leaves the attack */
        if (is_in(token, denials) && !is_about_blame(next))
            return TRUE;
        gboolean is_refused =
            is_in(token, (const char *[]){"rejected", "dismissed", "rejects", "dismisses",
                                          "refuted", NULL}) &&
            is_in(next, (const char *[]){"reports", "claims", "allegations", "suggestions",
                                         "accusations", "speculation", "theories", "talk", NULL});
        gboolean is_ruled_out = is_word(token, "ruled") && is_word(next, "out");
        /* "ruled out an attack", "an attack on X cannot be ruled out" */
        enum { RULED_REACH = 8 };
        if (((is_refused || is_ruled_out) && i < at) || (is_ruled_out && i < at + RULED_REACH))
            return TRUE;
    }
    return FALSE;
}

/* "a year after the dam burst", "to mark 50 years since the attack"; "two years after taking
 * office, …" only says when. */
static gboolean
is_years_after(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const parting[] = {"after", "since", "on", NULL};
    static const char *const marking[] = {"mark", "marks", "marked", "marking", NULL};
    for (guint32 i = sentence->first + 1; i + 1 < sentence->end; i++) {
        const IncmapToken *unit = incmap_tokens_get(tokens, i);
        if ((!is_word(unit, "year") && !is_word(unit, "years") && !is_word(unit, "decades") &&
             !is_word(unit, "decade")) ||
            !is_in(incmap_tokens_get(tokens, i + 1), parting))
            continue;
        for (guint32 n = 1; n <= 5 && i >= sentence->first + n; n++)
            if (is_in(incmap_tokens_get(tokens, i - n), marking))
                return TRUE;
        guint32 end = i + 2;
        while (end < sentence->end && incmap_tokens_get(tokens, end)->mark != ',')
            end++;
        if (at > i && at < end)
            return TRUE;
    }
    return FALSE;
}

/* "Every year dozens die in landslides" */
gboolean
incmap_unreal_is_usual(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const each[] = {"every", "each", NULL};
    static const char *const spans[] = {"year",   "month", "week",   "day",  "winter",
                                        "summer", "rainy", "season", "time", NULL};
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        gboolean is_sum =
            (is_word(token, "half") || is_word(token, "quarter") || is_word(token, "start") ||
             is_word(token, "beginning") || is_word(token, "months")) &&
            is_word(incmap_tokens_get(tokens, i + 1), "of") &&
            (is_word(incmap_tokens_get(tokens, i + 3), "year") ||
             is_word(incmap_tokens_get(tokens, i + 2), "this"));
        gboolean is_so_far = is_word(token, "so") &&
                             is_word(incmap_tokens_get(tokens, i + 1), "far") &&
                             is_word(incmap_tokens_get(tokens, i + 2), "this");
        if (is_sum || is_so_far || is_word(token, "annually") ||
            (is_in(token, each) && is_in(incmap_tokens_get(tokens, i + 1), spans)))
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_unreal_is_past(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    if (is_years_after(tokens, sentence, at) || incmap_unreal_is_usual(tokens, sentence))
        return TRUE;
    static const char *const spans[] = {"ago",      "decade",  "decades",   "years", "century",
                                        "veterans", "history", "historian", "songs", "play",
                                        "series",   "trial",   "director",  "drama", "memorial",
                                        "proces",   "museum",  NULL};
    enum { NEAR = 6 };
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (!incmap_token_is(token, INCMAP_WORD(HISTORY)) || token->shape == INCMAP_SHAPE_UPPER)
            continue;
        /* "the worst in decades", "in living history" only compare */
        static const char *const joints[] = {"in", "for", "than", "nearly", "two", "three", NULL};
        gboolean is_compared =
            is_in(token, (const char *[]){"decades", "history", "century", NULL}) &&
            (is_in(incmap_tokens_get(tokens, (gint64)i - 1), joints) ||
             is_word(incmap_tokens_get(tokens, i + 1), "of"));
        if (is_compared)
            continue;
        gboolean is_near = ABS((gint64)i - (gint64)at) <= NEAR;
        if (is_near || (!is_in(token, spans) && i < at))
            return TRUE;
    }
    return FALSE;
}
