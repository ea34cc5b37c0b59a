/* SPDX-License-Identifier: MIT */
#include "pipeline/names.h"

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

static guint
find(gpointer data, const char *folded, IncmapNameHit *hits, guint max)
{
    IncmapNames *names = data;
    guint n_hits = 0;
    const IncmapGazetteer *gazetteer = get_gazetteer(names);
    if (gazetteer == NULL)
        return n_hits;
    g_array_set_size(names->found, 0);
    incmap_gazetteer_match(gazetteer, folded, 0, names->found);
    for (guint i = 0; i < names->found->len && n_hits < max; i++) {
        const IncmapNameMatch *match = &g_array_index(names->found, IncmapNameMatch, i);
        if (match->kind <= INCMAP_NAME_SHORT)
            hits[n_hits++] = make_hit(match);
    }
    return n_hits;
}

static gboolean
has_prefix(gpointer data, const char *folded)
{
    const IncmapGazetteer *gazetteer = get_gazetteer(data);
    return gazetteer != NULL && incmap_gazetteer_has_prefix(gazetteer, folded);
}

static const char *
demonym(gpointer data, const char *folded)
{
    const IncmapGazetteer *gazetteer = get_gazetteer(data);
    return gazetteer != NULL ? incmap_gazetteer_demonym(gazetteer, folded) : NULL;
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
