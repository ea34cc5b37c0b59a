/* SPDX-License-Identifier: MIT */
#include "read/name-countries.h"

#include "read/name-signs.h"

#include <string.h>

enum { ADMIN1 = 1, COUNTRY = 3, REGION = 4, RIVER = 5, LAKE = 6, GREAT_CITY = 1000000 };

/** Chooser: the names of a text while their countries are chosen */
typedef struct Chooser Chooser;
struct Chooser {
    const IncmapNameLookup *lookup;
    GHashTable *countries; /* code → number of times named */
    GArray *found;         /* IncmapName */
};

static gboolean
has_hit_in(const Chooser *chooser, const IncmapName *name, const char *country,
           IncmapNameHit *out_hit)
{
    IncmapNameHit hits[INCMAP_MAX_HITS];
    guint n = incmap_lookup_exactly(chooser->lookup, name->first, name->end, "", hits);
    for (guint i = 0; i < n; i++) {
        if (hits[i].country_code != NULL && strcmp(hits[i].country_code, country) == 0) {
            *out_hit = hits[i];
            return TRUE;
        }
    }
    return FALSE;
}

/* "Bangor, Maine", "Gao (Mali)": the second name says which the first is. */
static void
link_containers(const Chooser *chooser)
{
    for (guint i = 0; i + 1 < chooser->found->len; i++) {
        IncmapName *name = &g_array_index(chooser->found, IncmapName, i);
        IncmapName *next = &g_array_index(chooser->found, IncmapName, i + 1);
        guint8 mark = incmap_tokens_get(chooser->lookup->tokens, name->end)->mark;
        gboolean is_area = next->is_known && next->hit.kind >= ADMIN1 && next->hit.kind <= COUNTRY;
        if (next->first != name->end + 1 || (mark != ',' && mark != '(') || !is_area ||
            name->is_demonym || next->hit.country_code == NULL)
            continue;
        IncmapNameHit hit = name->hit;
        gboolean is_there =
            name->is_known && has_hit_in(chooser, name, next->hit.country_code, &hit);
        if (name->is_known && !is_there &&
            (next->hit.kind != ADMIN1 || next->hit.is_alternate || name->hit.kind == COUNTRY))
            continue;
        if (strcmp(hit.country_code == NULL ? "" : hit.country_code, next->hit.country_code) == 0 &&
            hit.kind == COUNTRY)
            continue;
        name->hit = hit;
        name->country = next->hit.country_code;
        name->container = (gint32)i + 1;
        name->signs |= INCMAP_SIGN(CONTAINED);
        next->signs |= INCMAP_SIGN(CONTAINER);
    }
}

/* "the Atlas mountains", "the Niger river": what the text calls it comes before namesakes. */
static gboolean
choose_kind(const Chooser *chooser, IncmapName *name, const IncmapNameHit *hits, guint n)
{
    static const struct {
        const char *word;
        int kind;
    } kinds[] = {{"mountains", REGION}, {"range", REGION}, {"desert", REGION}, {"sea", REGION},
                 {"mountain", REGION},  {"basin", REGION}, {"river", RIVER},   {"lake", LAKE}};
    const IncmapToken *behind = incmap_tokens_get(chooser->lookup->tokens, name->end);
    for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++) {
        if (strcmp(behind->folded, kinds[k].word) != 0 || behind->shape != INCMAP_SHAPE_LOWER)
            continue;
        for (guint i = 0; i < n; i++) {
            if (hits[i].kind == kinds[k].kind) {
                name->hit = hits[i];
                name->country = hits[i].country_code;
                return TRUE;
            }
        }
    }
    return FALSE;
}

/* Among namesakes, the one in the country that the text speaks of most. */
static void
choose_country(const Chooser *chooser, IncmapName *name)
{
    IncmapNameHit hits[INCMAP_MAX_HITS];
    guint n = incmap_lookup_exactly(chooser->lookup, name->first, name->end, "", hits);
    int best_n = 0;
    if (choose_kind(chooser, name, hits, n))
        return;
    for (guint i = 0; i < n && name->hit.population < GREAT_CITY; i++) {
        const char *code = hits[i].country_code;
        int named =
            code == NULL ? 0 : GPOINTER_TO_INT(g_hash_table_lookup(chooser->countries, code));
        if (named > best_n) {
            best_n = named;
            name->hit = hits[i];
        }
    }
    if (best_n > 0)
        name->signs |= INCMAP_SIGN(NEIGHBOUR);
    name->country = name->hit.country_code;
}

static void
choose_countries(const Chooser *chooser)
{
    for (guint i = 0; i < chooser->found->len; i++) {
        IncmapName *name = &g_array_index(chooser->found, IncmapName, i);
        if (name->is_known && name->container < 0 && name->hit.kind != COUNTRY)
            choose_country(chooser, name);
    }
}

void
incmap_names_choose_countries(const IncmapNameLookup *lookup, GHashTable *countries, GArray *found)
{
    const Chooser chooser = {.lookup = lookup, .countries = countries, .found = found};
    link_containers(&chooser);
    choose_countries(&chooser);
}
