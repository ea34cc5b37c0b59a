/* SPDX-License-Identifier: MIT */
/*
 * The words around a mention that bind it to the next one or say what it is.
 */
#include "locate/mention-finder.h"

#include <string.h>

enum { MAX_GAP = 28 };

/* Whether @gap reads "district of" or "area in": only small words, and the last is a preposition.
 */
static gboolean
is_inside_gap(const char *gap, gsize length)
{
    g_autofree char *words = g_strndup(gap, length);
    g_auto(GStrv) parts = g_strsplit(g_strstrip(words), " ", 5);
    guint n = g_strv_length(parts);
    if (n == 0 || n > 4 || gap[0] != ' ')
        return FALSE;
    guint last = n > 1 && strcmp(parts[n - 1], "the") == 0 ? n - 2 : n - 1;
    if (strcmp(parts[last], "in") == 0)
        return last == 0 || incmap_words_type(parts[0]) != INCMAP_TYPE_NONE;
    return strcmp(parts[last], "of") == 0 && last > 0 &&
           incmap_words_type(parts[last - 1]) != INCMAP_TYPE_NONE;
}

IncmapJoint
incmap_mention_joint(const IncmapFinder *finder, guint i)
{
    if (finder->text == NULL || i + 1 >= finder->n)
        return INCMAP_JOINT_NONE;
    const IncmapMention *mention = incmap_finder_mention(finder, i),
                        *next = incmap_finder_mention(finder, i + 1);
    if (next->start < mention->end || next->start > finder->length ||
        next->start - mention->end > MAX_GAP)
        return INCMAP_JOINT_NONE;
    const char *gap = finder->text + mention->end;
    gsize n_gap = next->start - mention->end;
    static const struct {
        const char *gap;
        IncmapJoint joint;
    } joints[] = {
        {", ", INCMAP_JOINT_COMMA},
        {",", INCMAP_JOINT_COMMA},
        {" (", INCMAP_JOINT_INSIDE},
        {"'s ", INCMAP_JOINT_OWNER},
        {"\342\200\231s ", INCMAP_JOINT_OWNER},
        {" and ", INCMAP_JOINT_ROW},
        {", and ", INCMAP_JOINT_ROW},
        {" or ", INCMAP_JOINT_ROW},
        {" and the ", INCMAP_JOINT_ROW},
        {", in ", INCMAP_JOINT_INSIDE},
        {"., ", INCMAP_JOINT_COMMA},
        {", and in ", INCMAP_JOINT_ROW},
        {" to ", INCMAP_JOINT_ROW},
        {"/", INCMAP_JOINT_ROW},
        {" & ", INCMAP_JOINT_ROW},
    };
    for (gsize j = 0; j < G_N_ELEMENTS(joints); j++)
        if (strlen(joints[j].gap) == n_gap && memcmp(joints[j].gap, gap, n_gap) == 0)
            return joints[j].joint;
    return is_inside_gap(gap, n_gap) ? INCMAP_JOINT_INSIDE : INCMAP_JOINT_NONE;
}

IncmapTypeWord
incmap_mention_type(const IncmapFinder *finder, const IncmapMention *mention)
{
    if (finder->text == NULL || mention->end > finder->length)
        return INCMAP_TYPE_NONE;
    const char *at = finder->text + mention->end;
    gsize n = 0;
    if (at[0] == ' ')
        while (g_ascii_isalpha(at[1 + n]) && n < 20)
            n++;
    if (n > 0) {
        g_autofree char *word = g_ascii_strdown(at + 1, (gssize)n);
        IncmapTypeWord type = incmap_words_type(word);
        gboolean is_plain = type == INCMAP_TYPE_TOWN || type == INCMAP_TYPE_PROVINCE ||
                            type == INCMAP_TYPE_DISTRICT || type == INCMAP_TYPE_WATER;
        /* "Ohio state", "Gao town hall", "Iowa City" */
        if (is_plain && g_ascii_islower(at[1]))
            return type;
    }
    const char *start = finder->text + mention->start;
    gboolean has_of = mention->start > 4 && memcmp(start - 4, " of ", 4) == 0;
    const char *end = has_of                                   ? start - 4
                      : mention->start > 1 && start[-1] == ' ' ? start - 1
                                                               : start;
    const char *from = end;
    while (from > finder->text && g_ascii_isalpha(from[-1]) && end - from < 20)
        from--;
    if (from == end || (!has_of && end == start))
        return INCMAP_TYPE_NONE;
    g_autofree char *word = g_ascii_strdown(from, end - from);
    IncmapTypeWord type = incmap_words_type(word);
    gboolean is_usual = type == INCMAP_TYPE_TOWN || (has_of && type != INCMAP_TYPE_SITE);
    return is_usual && (has_of || g_ascii_islower(*from)) ? type : INCMAP_TYPE_NONE;
}
