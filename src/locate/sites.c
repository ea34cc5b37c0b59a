/* SPDX-License-Identifier: MIT */
/*
 * Streets, creeks and buildings that a text names and no gazetteer has: they
 * are taken to lie in or near the town that the text named last, and say so.
 */
#include <string.h>

#include "locate/locator.h"

/* A name less sure than this locates no other. */
static const double sure = 0.5;
/* How far around the town a site may be. */
static const double reach_km = 20;

static const IncmapMention *
get(const IncmapLocator *locator, const IncmapDocument *document, gint64 i)
{
    return &g_array_index(locator->scene->mentions, IncmapMention, document->first_mention + i);
}

static gboolean
is_town(const IncmapMention *mention)
{
    const IncmapFix *fix = &mention->fix;
    return !mention->is_site && !mention->is_demonym && fix->score >= sure && fix->kind != NULL &&
           fix->precision <= INCMAP_PRECISION_NEAR;
}

static const IncmapMention *
first_town(const IncmapLocator *locator, const IncmapDocument *document)
{
    for (gint64 i = 0; i < document->n_mentions; i++)
        if (is_town(get(locator, document, i)))
            return get(locator, document, i);
    return NULL;
}

/* "Third Street in Harare" */
static const IncmapMention *
town_behind(const IncmapLocator *locator, const IncmapDocument *document, gint64 i)
{
    if (i + 1 >= document->n_mentions)
        return NULL;
    const IncmapMention *site = get(locator, document, i), *next = get(locator, document, i + 1);
    return is_town(next) && next->start >= site->end && next->start - site->end < 6 ? next : NULL;
}

static void
place_in(IncmapLocator *locator, const IncmapMention *town, IncmapMention *site)
{
    site->fix = town->fix;
    site->fix.precision = INCMAP_PRECISION_NEAR;
    site->fix.radius_km = MAX(town->fix.radius_km, reach_km);
    site->fix.score = 0.5 * town->fix.score;
    site->fix.runner_up = NULL;
    site->fix.reason = incmap_scene_printf(
        locator->scene, "no gazetteer has it; the text speaks of %s there", town->fix.name);
}

void
incmap_locate_sites(IncmapLocator *locator, const IncmapDocument *document)
{
    const IncmapMention *town = first_town(locator, document);
    for (gint64 i = 0; i < document->n_mentions && town != NULL; i++) {
        IncmapMention *mention = (IncmapMention *)get(locator, document, i);
        if (is_town(mention))
            town = mention;
        if (!mention->is_site || mention->fix.precision != INCMAP_PRECISION_NONE)
            continue;
        const IncmapMention *behind = town_behind(locator, document, i);
        place_in(locator, behind != NULL ? behind : town, mention);
    }
}
