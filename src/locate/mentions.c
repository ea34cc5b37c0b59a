/* SPDX-License-Identifier: MIT */
/*
 * The places that a text mentions, resolved together: countries named anywhere
 * in it draw their towns, "X, Country" settles X, and a name keeps one meaning
 * throughout.
 */
#include <string.h>

#include "base/text.h"
#include "locate/locator.h"

#define MAX_ANCHORS 64

static const char *
find_text(const IncmapScene *scene, gsize *out_length)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (document->kind == INCMAP_INPUT_TEXT && document->text != NULL) {
            *out_length = document->length;
            return document->text;
        }
    }
    return NULL;
}

static void
count_country(IncmapLocator *locator, const char *code)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, code));
    g_hash_table_insert(locator->countries, (gpointer)code, GUINT_TO_POINTER(count + 1));
}

/* Countries that the text names, by name or demonym. */
static void
count_countries(IncmapLocator *locator)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    for (guint i = 0; i < locator->scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(locator->scene->mentions, IncmapMention, i);
        if (mention->text == NULL)
            continue;
        g_autofree char *folded = incmap_text_fold(mention->text);
        const char *code = incmap_gazetteer_demonym(locator->gazetteer, folded);
        g_array_set_size(matches, 0);
        incmap_gazetteer_match(locator->gazetteer, folded, 0, matches);
        gboolean is_shared = FALSE; /* Georgia, Jordan, Niger: not sure to be the country */
        for (guint j = 0; j < matches->len; j++)
            is_shared |=
                g_array_index(matches, IncmapNameMatch, j).place.kind == INCMAP_PLACE_ADMIN1;
        if (code != NULL && (mention->is_demonym || !is_shared))
            count_country(locator, code);
    }
}

/* What the text says behind the mention: "Springfield, Illinois". */
static void
find_container(IncmapLocator *locator, const char *text, gsize length, guint index,
               IncmapStated *stated)
{
    const GArray *mentions = locator->scene->mentions;
    const IncmapMention *mention = &g_array_index(mentions, IncmapMention, index);
    *stated = (IncmapStated){.has_country = FALSE};
    if (text == NULL || index + 1 >= mentions->len)
        return;
    const IncmapMention *next = &g_array_index(mentions, IncmapMention, index + 1);
    if (next->start < mention->end || next->start > mention->end + 4 || next->start > length ||
        next->text == NULL || next->is_demonym)
        return;
    const char *gap = text + mention->end;
    gsize n_gap = next->start - mention->end;
    gboolean is_joined = (n_gap >= 1 && gap[0] == ',') ||
                         (n_gap == 4 && memcmp(gap, " in ", 4) == 0) ||
                         (n_gap == 2 && memcmp(gap, " (", 2) == 0);
    if (!is_joined)
        return;
    IncmapStated as_admin1;
    incmap_stated_init(locator, NULL, NULL, next->text, stated);
    incmap_stated_init(locator, NULL, next->text, NULL, &as_admin1);
    stated->problem = NULL;
    if (!as_admin1.has_admin1)
        return;
    /* Georgia: the state or the country, whichever has such a place. */
    IncmapRanked in_country, in_admin1;
    gboolean is_in_admin1 = incmap_rank_name(locator, mention->text, &as_admin1, &in_admin1) &&
                            !in_admin1.is_other_admin1 && !in_admin1.is_elsewhere;
    gboolean is_in_country = stated->has_country &&
                             incmap_rank_name(locator, mention->text, stated, &in_country) &&
                             !in_country.is_elsewhere;
    if (is_in_admin1 && (!is_in_country || in_admin1.score > in_country.score))
        *stated = as_admin1;
}

static void
add_anchor(IncmapLocator *locator, const IncmapFix *fix)
{
    if (fix->score > 0.7 && fix->precision <= INCMAP_PRECISION_DISTRICT &&
        locator->anchors->len < MAX_ANCHORS)
        g_array_append_val(locator->anchors, fix->point);
}

static void
resolve_mention(IncmapLocator *locator, const char *text, gsize length, guint index,
                GHashTable *senses)
{
    IncmapMention *mention = &g_array_index(locator->scene->mentions, IncmapMention, index);
    IncmapStated stated;
    mention->fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE, .reason = "no words"};
    if (mention->text == NULL)
        return;
    g_autofree char *folded = incmap_text_fold(mention->text);
    if (mention->is_demonym) {
        const char *code = incmap_gazetteer_demonym(locator->gazetteer, folded);
        IncmapPlace country;
        if (code == NULL || !incmap_gazetteer_country(locator->gazetteer, code, &country))
            return;
        incmap_fix_describe(locator, &country, &mention->fix);
        mention->fix.precision = INCMAP_PRECISION_COUNTRY;
        mention->fix.radius_km = country.radius_km;
        mention->fix.score = 0.9;
        mention->fix.reason = "an adjective that means the country";
        return;
    }
    find_container(locator, text, length, index, &stated);
    const IncmapFix *sense = g_hash_table_lookup(senses, folded);
    if (sense != NULL && !stated.has_country) {
        mention->fix = *sense;
        return;
    }
    incmap_locator_find(locator, mention->text, &stated, &mention->fix);
    if (sense == NULL && mention->fix.precision != INCMAP_PRECISION_NONE)
        g_hash_table_insert(senses, g_steal_pointer(&folded),
                            g_memdup2(&mention->fix, sizeof(mention->fix)));
}

/* Mentions with something behind the comma come first, so that their sense holds for the others. */
static void
resolve_all(IncmapLocator *locator)
{
    gsize length = 0;
    const char *text = find_text(locator->scene, &length);
    g_autoptr(GHashTable) senses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    guint n = locator->scene->mentions->len;
    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < n; i++) {
            IncmapStated stated;
            find_container(locator, text, length, i, &stated);
            if (stated.has_country == (pass == 0))
                resolve_mention(locator, text, length, i, senses);
        }
    }
}

void
incmap_locate_mentions(IncmapLocator *locator)
{
    GArray *mentions = locator->scene->mentions;
    if (mentions->len == 0)
        return;
    count_countries(locator);
    resolve_all(locator);
    for (guint i = 0; i < mentions->len; i++)
        if (!g_array_index(mentions, IncmapMention, i).is_demonym)
            add_anchor(locator, &g_array_index(mentions, IncmapMention, i).fix);
    if (locator->anchors->len < 2)
        return;
    g_hash_table_remove_all(locator->fixes);
    resolve_all(locator);
}
