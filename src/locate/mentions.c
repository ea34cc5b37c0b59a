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
count_area(IncmapLocator *locator, const char *code)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, code));
    g_hash_table_insert(locator->countries, (gpointer)code, GUINT_TO_POINTER(count + 1));
}

/* Countries that the text names, by name or demonym, and its admin-1 areas ("Texas"). */
static void
count_areas(IncmapLocator *locator)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    for (guint i = 0; i < locator->scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(locator->scene->mentions, IncmapMention, i);
        if (mention->text == NULL)
            continue;
        g_autofree char *folded = incmap_text_fold(mention->text);
        const char *code = incmap_gazetteer_demonym(locator->gazetteer, folded);
        const char *admin1_code = NULL;
        g_array_set_size(matches, 0);
        incmap_gazetteer_match(locator->gazetteer, folded, 0, matches);
        guint n_admin1 = 0; /* Georgia, Jordan, Niger: not sure to be the country */
        for (guint j = 0; j < matches->len; j++) {
            const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, j);
            if (match->place.kind != INCMAP_PLACE_ADMIN1 || match->kind == INCMAP_NAME_CODE)
                continue;
            n_admin1++;
            admin1_code = match->place.admin1_code;
        }
        if (code != NULL && (mention->is_demonym || n_admin1 == 0))
            count_area(locator, code);
        else if (code == NULL && n_admin1 == 1 && admin1_code[0] != '\0')
            count_area(locator, admin1_code);
    }
}

/* Adjectives that the reader of the text did not mark: "Chinese" is no town, and "Canadian" is the
 * small one in Texas only when the text says so. */
static gboolean
is_adjective(IncmapLocator *locator, const char *folded)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    gboolean has_demonym = FALSE;
    incmap_gazetteer_match(locator->gazetteer, folded, 0, matches);
    for (guint i = 0; i < matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, i);
        if (match->kind == INCMAP_NAME_DEMONYM)
            has_demonym = TRUE;
        else if (match->kind <= INCMAP_NAME_SHORT &&
                 (match->place.kind != INCMAP_PLACE_TOWN || match->place.population > 50000))
            return FALSE;
    }
    return has_demonym;
}

/* Whether the place that the container would give exists there. */
static gboolean
holds_mention(IncmapLocator *locator, const IncmapMention *mention, const IncmapStated *stated,
              double *out_score)
{
    IncmapRanked ranked;
    if (!incmap_rank_name(locator, mention->text, stated, &ranked) || ranked.is_elsewhere ||
        ranked.is_other_admin1 || ranked.is_part || ranked.best.place.kind == INCMAP_PLACE_COUNTRY)
        return FALSE;
    *out_score = ranked.score;
    return TRUE;
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
    IncmapStated as_country, as_admin1;
    double country_score = 0, admin1_score = 0;
    incmap_stated_init(locator, NULL, NULL, next->text, &as_country);
    incmap_stated_init(locator, NULL, next->text, NULL, &as_admin1);
    as_country.problem = as_admin1.problem = NULL;
    /* Georgia: the state or the country, whichever has such a place; "Iraq, Iran" is neither. */
    gboolean is_in_country =
        as_country.has_country && holds_mention(locator, mention, &as_country, &country_score);
    gboolean is_in_admin1 =
        as_admin1.has_admin1 && holds_mention(locator, mention, &as_admin1, &admin1_score);
    if (is_in_admin1 && (!is_in_country || admin1_score > country_score))
        *stated = as_admin1;
    else if (is_in_country)
        *stated = as_country;
}

static void
add_anchor(IncmapLocator *locator, const IncmapFix *fix)
{
    if (fix->score > 0.7 && fix->precision <= INCMAP_PRECISION_DISTRICT &&
        locator->anchors->len < MAX_ANCHORS)
        g_array_append_val(locator->anchors, fix->point);
    if (fix->score > 0.8 && fix->country_code != NULL &&
        fix->precision <= INCMAP_PRECISION_PROVINCE)
        count_area(locator, fix->country_code);
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
    if (mention->is_demonym || is_adjective(locator, folded)) {
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
    count_areas(locator);
    resolve_all(locator);
    for (guint i = 0; i < mentions->len; i++)
        if (!g_array_index(mentions, IncmapMention, i).is_demonym)
            add_anchor(locator, &g_array_index(mentions, IncmapMention, i).fix);
    if (locator->anchors->len < 2)
        return;
    g_hash_table_remove_all(locator->fixes);
    resolve_all(locator);
}
