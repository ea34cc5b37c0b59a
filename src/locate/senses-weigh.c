/* SPDX-License-Identifier: MIT */
/*
 * Weighing senses. Each round every term asks all others, by the shares of
 * their senses in the round before: does the text put it in one of them, does
 * it mean that country or admin-1 area, and how surprising would it be to find
 * a namesake this near by chance?
 */
#include <math.h>
#include <string.h>

#include "locate/senses.h"

enum { N_ROUNDS = 4, WINDOW = 60 };

/* Each distance with the share of a large country that lies within it. */
static const struct {
    double km, chance;
} rings[] = {{30, 0.0006}, {90, 0.005}, {250, 0.03}};

static IncmapTerm *
term_at(const IncmapTerms *terms, guint i)
{
    return &g_array_index(terms->terms, IncmapTerm, i);
}

static IncmapSense *
sense_at(const IncmapTerm *term, guint i)
{
    return &g_array_index(term->senses, IncmapSense, i);
}

static void
set_shares(IncmapTerm *term)
{
    double best = -INFINITY, sum = 0;
    for (guint i = 0; i < term->senses->len; i++)
        best = fmax(best, sense_at(term, i)->score);
    for (guint i = 0; i < term->senses->len; i++)
        sum += exp(sense_at(term, i)->score - best);
    for (guint i = 0; i < term->senses->len; i++)
        sense_at(term, i)->share = exp(sense_at(term, i)->score - best) / sum;
}

/* How often the text means each country and admin-1 area. */
typedef struct Context Context;
struct Context {
    GHashTable *areas; /* char * code → double * */
    double all;
};

static double
get_weight(const Context *context, const char *code)
{
    const double *sum = code[0] == '\0' ? NULL : g_hash_table_lookup(context->areas, code);
    return sum == NULL ? 0 : *sum;
}

static void
add_weight(Context *context, const char *code, double weight)
{
    if (code[0] == '\0')
        return;
    double *sum = g_hash_table_lookup(context->areas, code);
    if (sum == NULL) {
        sum = g_new0(double, 1);
        g_hash_table_insert(context->areas, (gpointer)code, sum);
    }
    *sum += weight;
}

static double
term_weight(const IncmapTerm *term)
{
    return (term->is_dateline ? 2 : 1) * (1 + 0.5 * log(fmax(term->n_mentions, 1)));
}

/* A sure area says more about where the others are than a town that is guessed itself. */
static double
sense_weight(const IncmapTerm *term, const IncmapSense *sense)
{
    double kind = sense->match.place.kind == INCMAP_PLACE_TOWN ? 0.6 : 1;
    return term_weight(term) * kind * sense->share * sense->share;
}

static void
add_to_context(Context *context, const IncmapTerm *term, double sign)
{
    for (guint i = 0; i < term->senses->len && term->n_mentions > 0; i++) {
        const IncmapSense *sense = sense_at(term, i);
        double weight = sign * sense_weight(term, sense);
        add_weight(context, sense->match.place.country_code, weight);
        add_weight(context, sense->match.place.admin1_code, weight);
        context->all += weight;
    }
}

static void
init_context(Context *context, const IncmapTerms *terms)
{
    context->areas = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    context->all = 0;
    GHashTableIter iter;
    gpointer code, sum;
    g_hash_table_iter_init(&iter, terms->countries);
    while (g_hash_table_iter_next(&iter, &code, &sum)) {
        add_weight(context, code, *(double *)sum);
        context->all += *(double *)sum;
    }
    for (guint i = 0; i < terms->terms->len; i++)
        add_to_context(context, term_at(terms, i), 1);
}

static double
context_odds(const Context *context, const IncmapPlace *place)
{
    double score = 0;
    if (place->country_code[0] != '\0')
        score += 1.1 * log(0.12 + fmax(get_weight(context, place->country_code), 0)) -
                 1.1 * log(0.12 + 0.3 * fmax(context->all, 0));
    else
        score -= 0.3;
    if (place->admin1_code[0] != '\0' && place->kind != INCMAP_PLACE_ADMIN1)
        score += 0.8 * log(0.3 + fmax(get_weight(context, place->admin1_code), 0));
    else if (place->kind == INCMAP_PLACE_ADMIN1)
        score += 0.4 * log(0.3 + fmax(get_weight(context, place->admin1_code), 0));
    return score;
}

static double
dot(const IncmapSense *a, const IncmapSense *b)
{
    return a->xyz[0] * b->xyz[0] + a->xyz[1] * b->xyz[1] + a->xyz[2] * b->xyz[2];
}

static gboolean
is_area(const IncmapSense *sense)
{
    return sense->match.place.kind != INCMAP_PLACE_TOWN &&
           sense->match.place.kind != INCMAP_PLACE_ADMIN2;
}

/* What the senses of @other say for @sense by their nearness; only points count. */
static double
nearness(const IncmapSense *sense, const IncmapTerm *other, const double *cosines)
{
    double best = 0;
    for (guint j = 0; j < other->senses->len; j++) {
        const IncmapSense *near = sense_at(other, j);
        if (is_area(near))
            continue;
        double cosine = dot(sense, near);
        if (cosine < cosines[G_N_ELEMENTS(rings) - 1] ||
            sense->match.place.index == near->match.place.index)
            continue;
        for (guint r = 0; r < G_N_ELEMENTS(rings); r++) {
            if (cosine < cosines[r])
                continue;
            double chance = fmin(1, other->senses->len * rings[r].chance);
            best = fmax(best, log(1 + 0.3 * sqrt(near->share) / chance));
        }
    }
    return fmin(best, 3.5);
}

/* Whether a country that the text means is next to @sense. Of an area only its middle is known. */
static gboolean
is_beside_country(const IncmapSense *sense, const IncmapTerm *other)
{
    for (guint j = 0; j < other->senses->len; j++) {
        const IncmapSense *near = sense_at(other, j);
        if (near->match.place.kind == INCMAP_PLACE_COUNTRY && near->share > 0.5 &&
            dot(sense, near) > near->cos_reach)
            return TRUE;
    }
    return FALSE;
}

static double
near_odds(const IncmapTerms *terms, guint index, const IncmapSense *sense, const double *cosines)
{
    if (is_area(sense) && sense->match.place.kind != INCMAP_PLACE_REGION)
        return 0;
    const IncmapTerm *term = term_at(terms, index);
    double sum = 0;
    gboolean is_beside = FALSE;
    guint first = index > WINDOW ? index - WINDOW : 0;
    guint end = MIN(index + WINDOW, terms->terms->len);
    for (guint i = first; i < end; i++) {
        const IncmapTerm *other = term_at(terms, i);
        if (i == index || other->n_mentions == 0 || strcmp(other->folded, term->folded) == 0)
            continue;
        sum += nearness(sense, other, cosines);
        is_beside = is_beside || is_beside_country(sense, other);
    }
    /* ten neighbours are no ten independent witnesses */
    return 3 * log(1 + sum / 3) + (is_beside ? 0.8 : 0);
}

/* The share of @term's senses that lie in @place, or that @place lies in. */
static double
share_inside(const IncmapTerm *term, const IncmapPlace *place, gboolean is_outer)
{
    double sum = 0;
    for (guint i = 0; i < term->senses->len; i++) {
        const IncmapSense *sense = sense_at(term, i);
        if (is_outer ? incmap_place_lies_in(place, &sense->match.place)
                     : incmap_place_lies_in(&sense->match.place, place))
            sum += sense->share;
    }
    return fmin(sum, 1);
}

static double
container_odds(const IncmapTerms *terms, guint index, const IncmapSense *sense)
{
    const IncmapTerm *term = term_at(terms, index);
    double score = 0;
    if (term->container >= 0) {
        const IncmapTerm *outer = term_at(terms, (guint)term->container);
        double doubt = term->is_list ? 0.1 : 0.001;
        score += log(doubt + share_inside(outer, &sense->match.place, TRUE));
    }
    for (guint i = 0; term->holds_others && i < terms->terms->len; i++) {
        const IncmapTerm *inner = term_at(terms, i);
        if (inner->container != (gint)index || inner->senses->len == 0)
            continue;
        double doubt = inner->is_list ? 0.5 : 0.1;
        score += log(doubt + share_inside(inner, &sense->match.place, FALSE));
    }
    return score;
}

/* A name keeps one sense: what "Springfield, Illinois" says holds for "Springfield". */
static double
alike_odds(const IncmapTerms *terms, const IncmapTerm *term, const IncmapSense *sense)
{
    if (term->alike < 0)
        return 0;
    const IncmapTerm *alike = term_at(terms, (guint)term->alike);
    for (guint i = 0; i < alike->senses->len; i++)
        if (sense_at(alike, i)->match.place.index == sense->match.place.index)
            return log(0.01 + sense_at(alike, i)->share) + 4.6;
    return 0;
}

/* Names in a row are of one kind: "Oregon, Washington and Idaho" are states. */
static double
row_odds(const IncmapTerms *terms, const IncmapTerm *term, const IncmapSense *sense)
{
    double score = 0;
    const gint neighbours[] = {term->row_before, term->row_behind};
    for (gsize n = 0; n < G_N_ELEMENTS(neighbours); n++) {
        if (neighbours[n] < 0)
            continue;
        const IncmapTerm *other = term_at(terms, (guint)neighbours[n]);
        double share = 0;
        for (guint i = 0; i < other->senses->len; i++)
            if (sense_at(other, i)->match.place.kind == sense->match.place.kind)
                share += sense_at(other, i)->share;
        score += 1.5 * share;
    }
    return score;
}

static void
weigh_term(const IncmapTerms *terms, guint index, Context *context, const double *cosines)
{
    IncmapTerm *term = term_at(terms, index);
    add_to_context(context, term, -1);
    for (guint i = 0; i < term->senses->len; i++) {
        IncmapSense *sense = sense_at(term, i);
        sense->score = sense->prior + context_odds(context, &sense->match.place) +
                       near_odds(terms, index, sense, cosines) +
                       container_odds(terms, index, sense) + alike_odds(terms, term, sense) +
                       row_odds(terms, term, sense);
    }
    set_shares(term);
    add_to_context(context, term, 1);
}

static int
compare_scores(gconstpointer a, gconstpointer b)
{
    const IncmapSense *p = a, *q = b;
    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    return p->match.place.index < q->match.place.index   ? -1
           : p->match.place.index > q->match.place.index ? 1
                                                         : 0;
}

void
incmap_terms_weigh(IncmapTerms *terms)
{
    const double earth_km = 6371;
    double cosines[G_N_ELEMENTS(rings)];
    for (guint r = 0; r < G_N_ELEMENTS(rings); r++)
        cosines[r] = cos(rings[r].km / earth_km);
    for (guint i = 0; i < terms->terms->len; i++)
        set_shares(term_at(terms, i));
    for (guint round = 0; round < N_ROUNDS; round++) {
        Context context;
        init_context(&context, terms);
        for (guint i = 0; i < terms->terms->len; i++)
            weigh_term(terms, i, &context, cosines);
        g_hash_table_unref(context.areas);
    }
    for (guint i = 0; i < terms->terms->len; i++)
        g_array_sort(term_at(terms, i)->senses, compare_scores);
}
