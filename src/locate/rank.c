/* SPDX-License-Identifier: MIT */
/*
 * From a name to the place that is most likely meant: its other ways of
 * writing, its parts and its misspellings are looked up, and a candidate's share
 * of all weights, lowered where the name itself is doubtful, is the score.
 */
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/weights.h"

/* No place has a longer name. */
#define MAX_FOLDED_BYTES 300

static void
add_candidates(IncmapLocator *locator, GArray *candidates, const char *folded, unsigned max_edits,
               IncmapTypeWord type, double quality, gboolean is_part, const IncmapStated *stated)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(locator->gazetteer, folded, max_edits, matches);
    for (guint i = 0; i < matches->len; i++) {
        IncmapWeighed made = {.match = g_array_index(matches, IncmapNameMatch, i),
                              .is_part = is_part};
        if (incmap_weights_weigh(locator, folded, type, quality, stated, &made))
            g_array_append_val(candidates, made);
    }
}

static int
compare_weights(gconstpointer a, gconstpointer b)
{
    const IncmapWeighed *p = a, *q = b;
    if (p->weight != q->weight)
        return p->weight > q->weight ? -1 : 1;
    return p->match.place.index < q->match.place.index   ? -1
           : p->match.place.index > q->match.place.index ? 1
                                                         : 0;
}

static gboolean
has_agreeing(const GArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++)
        if (!g_array_index(candidates, IncmapWeighed, i).is_elsewhere)
            return TRUE;
    return FALSE;
}

/* "Hawijah" is Al Hawijah; of an area so called the seat may only be misspelt. */
static void
add_with_article(IncmapLocator *locator, GArray *candidates, const char *folded,
                 IncmapTypeWord type, double quality, gboolean is_part, const IncmapStated *stated)
{
    guint first = candidates->len;
    if (strlen(folded) < 5 || strchr(folded, ' ') != NULL || !g_ascii_isalpha(folded[0]))
        return;
    g_autofree char *whole = g_strdup_printf("al %s", folded);
    add_candidates(locator, candidates, whole, 0, type, 0.9 * quality, is_part, stated);
    for (guint i = candidates->len; i-- > first;)
        if (g_array_index(candidates, IncmapWeighed, i).match.place.kind != INCMAP_PLACE_TOWN)
            g_array_remove_index(candidates, i);
}

/* Exact, then without type words, then other ways of writing it. */
static IncmapTypeWord
add_written(IncmapLocator *locator, GArray *candidates, const char *folded, gboolean is_part,
            double quality, const IncmapStated *stated)
{
    g_autofree char *stripped = g_strdup(folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    gboolean is_typed = strcmp(stripped, folded) != 0;
    add_candidates(locator, candidates, folded, 0, type, quality, is_part, stated);
    if (g_str_has_prefix(folded, "the ")) /* "the Mandara mountains" */
        add_candidates(locator, candidates, folded + 4, 0, type, quality, is_part, stated);
    if (is_typed)
        add_candidates(locator, candidates, stripped, 0, type, 0.97 * quality, is_part, stated);
    if (has_agreeing(candidates))
        return type;
    g_autoptr(GPtrArray) variants = g_ptr_array_new_with_free_func(g_free);
    incmap_words_variants(stripped, variants);
    for (guint i = 0; i < variants->len; i++)
        add_candidates(locator, candidates, g_ptr_array_index(variants, i), 0, type, 0.9 * quality,
                       is_part, stated);
    if (!has_agreeing(candidates))
        add_with_article(locator, candidates, stripped, type, quality, is_part, stated);
    return type;
}

static IncmapTypeWord
add_misspelt(IncmapLocator *locator, GArray *candidates, const char *folded,
             const IncmapStated *stated)
{
    g_autofree char *stripped = g_strdup(folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    glong length = g_utf8_strlen(stripped, -1);
    unsigned max_edits = length < 5 ? 0 : length < 6 ? 1 : 2;
    /* Without a country any short word resembles some town somewhere. */
    if (!stated->has_country && max_edits > 0)
        max_edits -= length < 9;
    if (max_edits > 0)
        add_candidates(locator, candidates, stripped, max_edits, type, 0.9, FALSE, stated);
    return type;
}

/* The longest run of words that is a name, when all of them together are none. */
static void
add_parts(IncmapLocator *locator, GArray *candidates, const char *folded,
          const IncmapStated *stated)
{
    g_auto(GStrv) words = g_strsplit(folded, " ", 12);
    guint n = g_strv_length(words);
    for (guint length = n - 1; length >= 1 && n > 1 && !has_agreeing(candidates); length--) {
        for (guint start = 0; start + length <= n; start++) {
            g_autoptr(GString) part = g_string_new(words[start]);
            for (guint i = 1; i < length; i++)
                g_string_append_printf(part, " %s", words[start + i]);
            double quality = part->len < 4 ? 0.2 : 0.5 * length / n + 0.2;
            if (incmap_words_type(part->str) == INCMAP_TYPE_NONE && part->len > 2)
                add_candidates(locator, candidates, part->str, 0, INCMAP_TYPE_VICINITY, quality,
                               TRUE, stated);
        }
    }
}

/* "Kidal" in a list of places is the town and not the region around it, if the town is one of
 * weight there; "Queensland" is not its suburb. */
static gboolean
is_seat_of(const IncmapWeighed *town, const IncmapWeighed *area, const IncmapStated *stated)
{
    const IncmapPlace *place = &town->match.place, *around = &area->match.place;
    gboolean is_capital = strcmp(place->feature_code, "PPLC") == 0;
    gboolean is_seat = is_capital || strcmp(place->feature_code, "PPLA") == 0;
    gboolean is_large = strncmp(place->feature_code, "PPLA", 4) == 0 || place->population > 20000;
    if (place->kind != INCMAP_PLACE_TOWN || town->match.edits > area->match.edits ||
        strcmp(place->country_code, around->country_code) != 0)
        return FALSE;
    /* A row of Djibouti that says "Djibouti" means the city. */
    if (around->kind == INCMAP_PLACE_COUNTRY)
        return is_capital && stated->has_country;
    /* New York City is no seat, and its state is named after it all the same. */
    gboolean is_usual = town->match.kind == INCMAP_NAME_STANDARD || place->population > 500000;
    if (!is_seat && !(is_large && is_usual))
        return FALSE;
    return around->kind == INCMAP_PLACE_ADMIN1
               ? strcmp(place->admin1_code, around->admin1_code) == 0
               : incmap_distance_km(place->point, around->point) < 1.5 * around->radius_km;
}

static void
prefer_seats(GArray *candidates, const IncmapStated *stated)
{
    const IncmapWeighed *area = &g_array_index(candidates, IncmapWeighed, 0);
    if (incmap_weights_kind(&area->match.place) != INCMAP_PLACE_ADMIN1 &&
        area->match.place.kind != INCMAP_PLACE_COUNTRY)
        return;
    double weight = area->weight;
    for (guint i = 1; i < candidates->len; i++) {
        IncmapWeighed *town = &g_array_index(candidates, IncmapWeighed, i);
        if (!is_seat_of(town, area, stated))
            continue;
        town->weight = weight * 1.5;
        g_array_sort(candidates, compare_weights);
        return;
    }
}

static void
fill_ranked(const GArray *candidates, const IncmapStated *stated, IncmapRanked *ranked)
{
    const IncmapWeighed *best = &g_array_index(candidates, IncmapWeighed, 0);
    double sum = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const IncmapWeighed *other = &g_array_index(candidates, IncmapWeighed, i);
        gboolean is_same = other->match.place.index == best->match.place.index ||
                           incmap_distance_km(other->match.place.point, best->match.place.point) <
                               (other->match.place.kind == best->match.place.kind ? 5 : 0.1);
        if (is_same)
            continue;
        /* A town and the province around it are one sense at two precisions. */
        gboolean is_around =
            other->match.place.kind == INCMAP_PLACE_ADMIN1 &&
            strcmp(other->match.place.admin1_code, best->match.place.admin1_code) == 0;
        sum += is_around ? 0.2 * other->weight : other->weight;
        if (other->weight > best->weight * 0.001)
            ranked->n_others++;
        if (!ranked->has_second) {
            ranked->has_second = TRUE;
            ranked->second = other->match;
            ranked->second_score = other->weight;
        }
    }
    double share = best->weight / (best->weight + sum);
    /* An unused name may still mean a village that no gazetteer has. */
    double ground = stated->has_country ? (stated->has_admin1 ? 0.97 : 0.93) : 0.85;
    if (best->is_elsewhere)
        ground = 0.25;
    else if (best->is_other_admin1)
        ground = 0.55;
    if (best->match.place.kind == INCMAP_PLACE_COUNTRY && !best->is_elsewhere)
        ground = 0.97;
    ranked->best = best->match;
    ranked->score = share * ground * best->quality;
    ranked->second_score *= ground / (best->weight + sum);
    ranked->is_part = best->is_part;
    ranked->is_elsewhere = best->is_elsewhere;
    ranked->is_other_admin1 = best->is_other_admin1;
}

/* All that the words may mean, the likeliest first; none: NULL. */
static GArray *
collect_candidates(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                   IncmapTypeWord *out_type)
{
    g_autofree char *folded = incmap_text_fold(words);
    gsize length = strlen(folded);
    if (length == 0 || length > MAX_FOLDED_BYTES)
        return NULL;
    g_autoptr(GArray) candidates = g_array_new(FALSE, TRUE, sizeof(IncmapWeighed));
    *out_type = add_written(locator, candidates, folded, FALSE, 1, stated);
    if (!has_agreeing(candidates))
        add_misspelt(locator, candidates, folded, stated);
    if (!has_agreeing(candidates))
        add_parts(locator, candidates, folded, stated);
    if (candidates->len == 0)
        return NULL;
    g_array_sort(candidates, compare_weights);
    if (*out_type == INCMAP_TYPE_NONE)
        prefer_seats(candidates, stated);
    return g_steal_pointer(&candidates);
}

/* Appends those of @found that lie nowhere where one is listed; @unit is the weight of score 1. */
static void
list_candidates(const GArray *found, double unit, guint max, GArray *candidates)
{
    for (guint i = 0; i < found->len && candidates->len < max; i++) {
        const IncmapWeighed *weighed = &g_array_index(found, IncmapWeighed, i);
        gboolean is_same = FALSE;
        for (guint j = 0; j < candidates->len; j++)
            is_same |= incmap_distance_km(g_array_index(candidates, IncmapCandidate, j).place.point,
                                          weighed->match.place.point) < 1;
        if (is_same)
            continue;
        IncmapCandidate made = {
            .place = weighed->match.place,
            .score = unit > 0 ? weighed->weight / unit : 0,
            .parts = weighed->parts,
            .edits = weighed->match.edits,
            .kind = weighed->match.kind,
            .is_elsewhere = weighed->is_elsewhere,
            .is_other_admin1 = weighed->is_other_admin1,
        };
        g_array_append_val(candidates, made);
    }
}

void
incmap_rank_candidates(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                       guint max, GArray *candidates)
{
    IncmapRanked ranked = {.type = INCMAP_TYPE_NONE};
    g_autoptr(GArray) found = collect_candidates(locator, words, stated, &ranked.type);
    if (found == NULL)
        return;
    fill_ranked(found, stated, &ranked);
    double best_weight = g_array_index(found, IncmapWeighed, 0).weight;
    list_candidates(found, ranked.score > 0 ? best_weight / ranked.score : 0, max, candidates);
}

void
incmap_rank_similar(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                    guint max, GArray *candidates)
{
    g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(IncmapWeighed));
    g_autofree char *folded = incmap_text_fold(words);
    if (folded[0] == '\0' || strlen(folded) > MAX_FOLDED_BYTES || candidates->len == 0)
        return;
    const IncmapCandidate *best = &g_array_index(candidates, IncmapCandidate, 0);
    const IncmapWeightParts *p = &best->parts;
    double weight = p->name * p->size * p->kind * p->stated * p->context;
    add_misspelt(locator, found, folded, stated);
    g_array_sort(found, compare_weights);
    list_candidates(found, best->score > 0 ? weight / best->score : 0, max, candidates);
}

gboolean
incmap_rank_name(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                 IncmapRanked *out_ranked)
{
    IncmapRanked ranked = {.type = INCMAP_TYPE_NONE};
    g_autoptr(GArray) candidates = collect_candidates(locator, words, stated, &ranked.type);
    if (candidates == NULL)
        return FALSE;
    fill_ranked(candidates, stated, &ranked);
    *out_ranked = ranked;
    return TRUE;
}
