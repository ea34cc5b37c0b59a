/* SPDX-License-Identifier: MIT */
#include "pipeline/names.h"

#include <string.h>

#include "read/name-lookup.h"

static const IncmapGazetteer *
get_gazetteer(IncmapNames *names)
{
    if (names->error != NULL)
        return NULL;
    return incmap_session_get_gazetteer(names->session, &names->error);
}

static IncmapNameHit
make_hit(const IncmapNameMatch *match)
{
    const IncmapPlace *place = &match->place;
    return (IncmapNameHit){
        .kind = (int)place->kind,
        .population = place->population,
        .name = place->name,
        .country_code = place->country_code,
        .admin1_code = place->admin1_code,
        .feature_code = place->feature_code,
        .point = place->point,
        .is_alternate = match->kind == INCMAP_NAME_ALTERNATE,
    };
}

/** Answer: all that the reader asks of a name; texts repeat names */
typedef struct Answer Answer;
struct Answer {
    const char *country_code; /* of a demonym or a country; NULL */
    gboolean has_prefix;
    guint n_hits;
    IncmapNameHit hits[];
};

/* More names than this are forgotten, and asked for again. */
#define MAX_ANSWERS 100000

static Answer *
make_answer(IncmapNames *names, const IncmapGazetteer *gazetteer, const char *folded)
{
    g_array_set_size(names->found, 0);
    incmap_gazetteer_match(gazetteer, folded, 0, names->found);
    guint n = MIN(names->found->len, (guint)INCMAP_MAX_HITS);
    Answer *answer = g_malloc0(sizeof(Answer) + n * sizeof(IncmapNameHit));
    for (guint i = 0; i < names->found->len; i++) {
        const IncmapNameMatch *match = &g_array_index(names->found, IncmapNameMatch, i);
        if (match->kind <= INCMAP_NAME_SHORT && answer->n_hits < n)
            answer->hits[answer->n_hits++] = make_hit(match);
        if (match->place.kind == INCMAP_PLACE_COUNTRY && match->kind != INCMAP_NAME_CODE &&
            answer->country_code == NULL)
            answer->country_code = match->place.country_code;
    }
    answer->has_prefix = incmap_gazetteer_has_prefix(gazetteer, folded);
    return answer;
}

static const Answer *
get_answer(IncmapNames *names, const char *folded)
{
    static const Answer none = {NULL, FALSE, 0};
    const IncmapGazetteer *gazetteer = get_gazetteer(names);
    if (gazetteer == NULL)
        return &none;
    IncmapSession *session = names->session;
    if (session->names != NULL && g_hash_table_size(session->names) > MAX_ANSWERS)
        g_clear_pointer(&session->names, g_hash_table_unref);
    if (session->names == NULL)
        session->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    Answer *answer = g_hash_table_lookup(session->names, folded);
    if (answer == NULL) {
        answer = make_answer(names, gazetteer, folded);
        g_hash_table_insert(session->names, g_strdup(folded), answer);
    }
    return answer;
}

static guint
find(gpointer data, const char *folded, IncmapNameHit *hits, guint max)
{
    const Answer *answer = get_answer(data, folded);
    guint n = MIN(answer->n_hits, max);
    memcpy(hits, answer->hits, n * sizeof(*hits));
    return n;
}

static gboolean
has_prefix(gpointer data, const char *folded)
{
    return get_answer(data, folded)->has_prefix;
}

static const char *
demonym(gpointer data, const char *folded)
{
    return get_answer(data, folded)->country_code;
}

void
incmap_names_init(IncmapNames *names, IncmapSession *session)
{
    *names = (IncmapNames){
        .session = session,
        .found = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch)),
    };
    names->source = (IncmapNameSource){
        .data = names, .find = find, .has_prefix = has_prefix, .demonym = demonym};
}

void
incmap_names_clear(IncmapNames *names)
{
    g_clear_error(&names->error);
    g_clear_pointer(&names->found, g_array_unref);
}
