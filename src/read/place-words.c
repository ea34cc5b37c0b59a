/* SPDX-License-Identifier: MIT */
#include "read/place-words.h"

#include "read/figures.h"

#include <string.h>

enum { COUNTRY = 3 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

/* "NE" and the like: directions that writers shorten beside a distance. */
static gboolean
is_short_direction(const IncmapTokens *tokens, gint64 at)
{
    static const char *const words[] = {"n",   "ne",  "nw",  "s",   "se",  "sw",  "e",   "w", "nne",
                                        "ene", "ese", "sse", "ssw", "wsw", "wnw", "nnw", NULL};
    return g_strv_contains(words, incmap_tokens_get(tokens, at)->folded) &&
           incmap_token_is(incmap_tokens_get(tokens, at - 1), INCMAP_WORD(UNIT));
}

static gboolean
ends_distance(const IncmapTokens *tokens, gint64 end)
{
    return incmap_token_is(incmap_tokens_get(tokens, end - 1), INCMAP_WORD(UNIT)) &&
           incmap_tokens_get(tokens, end - 2)->shape == INCMAP_SHAPE_NUMBER;
}

/* Where "12 miles (19 km)" before @end begins; @end when there is no distance. */
static gint64
distance_start(const IncmapTokens *tokens, gint64 end)
{
    if (ends_distance(tokens, end))
        return end - 2;
    gboolean is_again = incmap_tokens_get(tokens, end - 1)->mark == ')' &&
                        ends_distance(tokens, end - 1) &&
                        incmap_tokens_get(tokens, end - 4)->mark == '(';
    return is_again && ends_distance(tokens, end - 4) ? end - 6 : end;
}

/* The "of" or "from" that binds a distance to a name: "north of Larissa", "north of the Greek city
 * of Larissa". */
static gint64
joint_before(const IncmapTokens *tokens, const IncmapName *name)
{
    enum { MAX_BETWEEN = 3 };
    gint64 at = (gint64)name->first - 1;
    if (!is_word(incmap_tokens_get(tokens, at), "of") ||
        !incmap_token_is(incmap_tokens_get(tokens, at - 1), INCMAP_WORD(FEATURE)))
        return at;
    for (gint64 outer = at - 2; outer >= at - 1 - MAX_BETWEEN; outer--) {
        const IncmapToken *joint = incmap_tokens_get(tokens, outer);
        if (is_word(joint, "of") || is_word(joint, "from"))
            return outer;
        if (joint->mark != 0)
            break;
    }
    return at;
}

/* "the town, about 60 km from Nairobi": where a place lies that the text has named before. */
gboolean
incmap_place_words_describe(const IncmapTokens *tokens, const IncmapName *name)
{
    static const char *const vague[] = {"about",  "some", "roughly", "around",
                                        "nearly", "just", "north",   NULL};
    enum { MAX_WORDS = 8 };
    gboolean has_unit = FALSE;
    gint64 i = joint_before(tokens, name) - 1;
    for (guint n = 0; n < MAX_WORDS; n++, i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        has_unit |= incmap_token_is(token, INCMAP_WORD(UNIT));
        if (token->mark != 0 ||
            !(incmap_token_is(token, INCMAP_WORD(UNIT) | INCMAP_WORD(DIRECTION)) ||
              token->shape == INCMAP_SHAPE_NUMBER || incmap_token_in(token, vague)))
            break;
    }
    if (incmap_tokens_get(tokens, i)->mark == ',')
        i--;
    return has_unit && incmap_token_is(incmap_tokens_get(tokens, i), INCMAP_WORD(FEATURE)) &&
           is_word(incmap_tokens_get(tokens, i - 1), "the");
}

/* "30 km north of Gao": the words before the name belong to the place. */
guint32
incmap_place_words_start(const IncmapTokens *tokens, const IncmapName *name)
{
    gint64 at = joint_before(tokens, name);
    const IncmapToken *joint = incmap_tokens_get(tokens, at);
    if (!is_word(joint, "of") && !is_word(joint, "from"))
        return name->first;
    const IncmapToken *before = incmap_tokens_get(tokens, at - 1);
    gboolean is_outskirts = is_word(before, "outskirts") || is_word(before, "outside");
    if (!incmap_token_is(before, INCMAP_WORD(DIRECTION)) && !is_outskirts &&
        !is_short_direction(tokens, at - 1))
        return name->first;
    gint64 first = at - 1;
    /* "north-east", "south south-west" */
    while (!is_outskirts &&
           (incmap_token_is(incmap_tokens_get(tokens, first - 1), INCMAP_WORD(DIRECTION)) ||
            (incmap_tokens_get(tokens, first - 1)->mark == '-' &&
             incmap_token_is(incmap_tokens_get(tokens, first - 2), INCMAP_WORD(DIRECTION)))))
        first--;
    return (guint32)MAX(distance_start(tokens, first), 0);
}

/* "between La Paz and Caranavi": both names belong to the place. */
gboolean
incmap_place_words_between(const IncmapTokens *tokens, const GArray *names, const IncmapName *name,
                           guint32 *out_first, guint32 *out_end)
{
    guint index = (guint)(name - &g_array_index(names, IncmapName, 0));
    for (guint i = index > 0 ? index - 1 : 0; i <= index && i + 1 < names->len; i++) {
        const IncmapName *one = &g_array_index(names, IncmapName, i);
        const IncmapName *other = &g_array_index(names, IncmapName, i + 1);
        const IncmapToken *joint = incmap_tokens_get(tokens, one->end);
        if (is_word(incmap_tokens_get(tokens, (gint64)one->first - 1), "between") &&
            is_word(joint, "and") && other->first == one->end + 1 && !other->is_demonym &&
            !one->is_demonym && !incmap_name_is_vague(one)) {
            *out_first = one->first - 1;
            *out_end = other->end;
            return TRUE;
        }
    }
    return FALSE;
}

/* "Ighil, a village about 70 km south of Marrakesh": what a gazetteer knows of it. */
const char *
incmap_place_words_bearing(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                           const IncmapName *place)
{
    enum { MAX_GAP = 12 };
    if (incmap_tokens_get(tokens, place->end)->mark != ',')
        return NULL;
    for (guint i = incmap_names_first_from(names, place->end); i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->first <= place->end || !name->is_known || name->is_demonym)
            continue;
        if (name->first > place->end + MAX_GAP)
            return NULL;
        guint32 first = incmap_place_words_start(tokens, name);
        for (guint32 t = place->end + 1; t < name->first && first == name->first; t++) {
            if (is_word(incmap_tokens_get(tokens, t), "near"))
                return incmap_scene_printf(
                    scene, "near %s", incmap_tokens_string(scene, tokens, name->first, name->end));
        }
        return first < name->first ? incmap_tokens_string(scene, tokens, first, name->end) : NULL;
    }
    return NULL;
}

/* "Bosnek in western Bulgaria" */
const char *
incmap_place_words_part(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                        const IncmapName *place)
{
    enum { MAX_GAP = 4 };
    for (guint i = incmap_names_first_from(names, place->end + 1); i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        const IncmapToken *before = incmap_tokens_get(tokens, (gint64)name->first - 1);
        if (name->first > place->end + MAX_GAP)
            return NULL;
        if (name->hit.kind == COUNTRY && !name->is_demonym && before->shape == INCMAP_SHAPE_LOWER &&
            incmap_token_is(before, INCMAP_WORD(DIRECTION)))
            return incmap_tokens_string(scene, tokens, name->first - 1, name->end);
    }
    return NULL;
}
