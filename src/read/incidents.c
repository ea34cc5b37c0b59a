/* SPDX-License-Identifier: MIT */
#include "read/incidents.h"

#include "read/event-place.h"
#include "read/figures.h"
#include "read/when.h"
#include "read/verification.h"

#include <math.h>
#include <string.h>

/* An incident in the making. */
typedef struct Draft Draft;
struct Draft {
    const IncmapTrigger *trigger;
    guint32 token, sentence; /* of the best trigger */
    guint32 place_sentence;
    gint32 place; /* index into names; -1 */
    gint32 vague; /* a country or region; -1 */
    IncmapWhen when;
    const char *near_words;
    GArray *figures;   /* IncmapFigure */
    GArray *sentences; /* guint32 */
};

typedef struct Maker Maker;
struct Maker {
    IncmapScene *scene;
    const IncmapTokens *tokens;
    GArray *names;
    guint32 text_start; /* token behind the dateline */
    guint32 written;
    GArray *drafts; /* Draft */
};

static void
clear_draft(gpointer data)
{
    Draft *draft = data;
    g_clear_pointer(&draft->figures, g_array_unref);
    g_clear_pointer(&draft->sentences, g_array_unref);
}

static const IncmapName *
get_name(const Maker *maker, gint32 index)
{
    return &g_array_index(maker->names, IncmapName, index);
}

static gboolean
same_place(const Maker *maker, gint32 a, gint32 b)
{
    const IncmapName *x = get_name(maker, a), *y = get_name(maker, b);
    if (x->end - x->first != y->end - y->first)
        return FALSE;
    for (guint32 i = 0; i < x->end - x->first; i++) {
        if (strcmp(incmap_tokens_get(maker->tokens, x->first + i)->folded,
                   incmap_tokens_get(maker->tokens, y->first + i)->folded) != 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
dates_conflict(const Draft *a, const Draft *b)
{
    if (a->when.date.from_julian == 0 || b->when.date.from_julian == 0)
        return FALSE;
    return a->when.date.to_julian < b->when.date.from_julian ||
           b->when.date.to_julian < a->when.date.from_julian;
}

static gboolean
same_country(const Maker *maker, gint32 a, gint32 b)
{
    const char *x = get_name(maker, a)->country, *y = get_name(maker, b)->country;
    return x == NULL || y == NULL || strcmp(x, y) == 0;
}

static gboolean
can_merge(const Maker *maker, const Draft *old, const Draft *new)
{
    if (old->trigger->family != new->trigger->family && old->trigger->family != 0 &&
        new->trigger->family != 0)
        return FALSE;
    if (old->place >= 0 && new->place >= 0)
        return same_place(maker, old->place, new->place) && !dates_conflict(old, new);
    if (dates_conflict(old, new) && new->when.rank >= 3 && old->when.rank >= 3)
        return FALSE;
    gint32 old_area = old->place >= 0 ? old->place : old->vague;
    gint32 new_area = new->place >= 0 ? new->place : new->vague;
    if (old_area < 0 || new_area < 0 || get_name(maker, old_area)->hit.kind == 4 ||
        get_name(maker, new_area)->hit.kind == 4)
        return TRUE;
    return same_country(maker, old_area, new_area);
}

static gboolean
has_equal_figure(const GArray *figures, const IncmapFigure *figure)
{
    for (guint i = 0; i < figures->len; i++) {
        const IncmapFigure *other = &g_array_index(figures, IncmapFigure, i);
        if (other->kind == figure->kind && other->quantity == figure->quantity &&
            (isnan(figure->low) || (other->low == figure->low && other->high == figure->high)) &&
            g_strcmp0(other->who, figure->who) == 0 &&
            g_strcmp0(other->claimed_by, figure->claimed_by) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
merge_figures(Draft *old, const GArray *figures)
{
    enum { MAX_FIGURES = 64 };
    for (guint i = 0; i < figures->len && old->figures->len < MAX_FIGURES; i++) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, i);
        if (!has_equal_figure(old->figures, figure))
            g_array_append_val(old->figures, *figure);
    }
}

static void
merge(Draft *old, const Draft *new)
{
    if (new->trigger != NULL &&new->trigger->rank > old->trigger->rank) {
        old->trigger = new->trigger;
        old->token = new->token;
        old->sentence = new->sentence;
    }
    if (old->place < 0 && new->place >= 0) {
        old->place = new->place;
        old->place_sentence = new->place_sentence;
        old->near_words = new->near_words != NULL ? new->near_words : old->near_words;
    }
    if (old->near_words == NULL)
        old->near_words = new->near_words;
    if (old->vague < 0)
        old->vague = new->vague;
    if (new->when.rank > old->when.rank && !new->when.is_past)
        old->when = new->when;
    merge_figures(old, new->figures);
    g_array_append_vals(old->sentences, new->sentences->data, new->sentences->len);
}

/* The latest draft that the sentence can belong to. Only the last few can be meant: a text that
 * lists events would otherwise be read in quadratic time. */
static Draft *
find_draft(const Maker *maker, const Draft *new)
{
    enum { MAX_LOOKED_AT = 24 };
    guint n = 0;
    for (guint i = maker->drafts->len; i-- > 0 && n < MAX_LOOKED_AT; n++) {
        Draft *old = &g_array_index(maker->drafts, Draft, i);
        if (can_merge(maker, old, new))
            return old;
    }
    return NULL;
}

static void
init_draft(Draft *draft, guint32 sentence)
{
    memset(draft, 0, sizeof *draft);
    draft->place = draft->vague = -1;
    draft->sentence = sentence;
    draft->figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
    draft->sentences = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(draft->sentences, sentence);
}

/* A sentence without an event word but with figures goes on telling of the event before. */
static void
add_figures_only(const Maker *maker, Draft *draft)
{
    if (draft->figures->len == 0 || maker->drafts->len == 0)
        return;
    Draft *last = &g_array_index(maker->drafts, Draft, maker->drafts->len - 1);
    guint32 last_sentence = g_array_index(last->sentences, guint32, last->sentences->len - 1);
    if (draft->sentence <= last_sentence + 4 && !draft->when.is_past) {
        merge_figures(last, draft->figures);
        g_array_append_val(last->sentences, draft->sentence);
        if (last->when.rank == 0 && draft->sentence == last_sentence + 1)
            last->when = draft->when;
    }
}

static void
read_sentence(const Maker *maker, guint32 index, gboolean is_sport_text, guint32 *name_at)
{
    const IncmapSentence *sentence =
        &g_array_index(maker->tokens->sentences, IncmapSentence, index);
    Draft draft;
    IncmapTold told;
    init_draft(&draft, index);
    incmap_figures_find(maker->scene, maker->tokens, sentence, draft.figures);
    /* the dateline's date is when the text was filed */
    IncmapSentence told_part = *sentence;
    told_part.first = CLAMP(maker->text_start, sentence->first, sentence->end);
    incmap_when_find(maker->tokens, &told_part, maker->written, &draft.when);
    gboolean is_told =
        !draft.when.is_past && incmap_told_find(maker->tokens, index, is_sport_text, &told);
    while (*name_at < maker->names->len &&
           get_name(maker, (gint32)*name_at)->end <= sentence->first)
        (*name_at)++;
    if (is_told) {
        draft.trigger = told.trigger;
        draft.token = told.token;
        IncmapEventPlace place = incmap_event_place_choose(
            maker->scene, maker->tokens, maker->names, *name_at, sentence, told.token);
        draft.place = place.place;
        draft.vague = place.vague;
        draft.near_words = place.near_words;
        draft.place_sentence = index;
        Draft *old = find_draft(maker, &draft);
        if (old == NULL) {
            g_array_append_val(maker->drafts, draft);
            return;
        }
        merge(old, &draft);
    } else {
        add_figures_only(maker, &draft);
    }
    clear_draft(&draft);
}

static void
set_value(IncmapIncident *incident)
{
    double own = 0, official = 0, low = INFINITY, high = 0;
    for (guint i = 0; i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (figure->kind != INCMAP_FIGURE_KILLED || isnan(figure->low))
            continue;
        /* one claimant may count several groups: his figures add up */
        double sum_low = 0, sum_high = 0;
        for (guint j = 0; j < incident->figures->len; j++) {
            const IncmapFigure *other = &g_array_index(incident->figures, IncmapFigure, j);
            if (other->kind == INCMAP_FIGURE_KILLED && !isnan(other->low) &&
                g_strcmp0(other->claimed_by, figure->claimed_by) == 0 &&
                (j == i || (other->start > figure->end && other->start < figure->end + 60 &&
                            figure->claimed_by != NULL)))
                sum_low += other->low, sum_high += other->high;
        }
        low = MIN(low, figure->low);
        high = MAX(high, sum_high);
        if (figure->claimed_by == NULL)
            own = MAX(own, figure->low);
        if (figure->is_official)
            official = MAX(official, sum_low);
    }
    if (high <= 0)
        return;
    incident->value_kind = INCMAP_VALUE_KILLED;
    incident->value = official > 0 ? official : own > 0 ? own : low;
    incident->value_low = low;
    incident->value_high = high;
}

static double
confidence_of(const Maker *maker, const Draft *draft)
{
    double sure = 0.35 + 0.05 * MIN(draft->trigger->rank, 5);
    sure += draft->place >= 0 ? 0.2 : 0;
    sure += draft->figures->len > 0 ? 0.1 : 0;
    sure += draft->when.rank > 0 ? 0.1 : 0;
    (void)maker;
    return MIN(sure, 1);
}

static gboolean
is_worth_telling(const Draft *draft)
{
    gboolean is_weak = draft->trigger->rank <= 2 && draft->figures->len == 0;
    if (draft->place < 0 && draft->vague < 0 && draft->figures->len == 0)
        return FALSE;
    gboolean is_bare = draft->trigger->family == 0 && draft->figures->len == 0;
    return !(is_weak && draft->place < 0) && !is_bare;
}

static const char *
sentence_string(const Maker *maker, guint32 index)
{
    const IncmapSentence *sentence =
        &g_array_index(maker->tokens->sentences, IncmapSentence, index);
    return incmap_tokens_string(maker->scene, maker->tokens, sentence->first, sentence->end);
}

static void
set_source(const Maker *maker, IncmapIncident *incident, const Draft *draft)
{
    guint32 index = draft->place >= 0 ? draft->place_sentence : draft->sentence;
    const IncmapSentence *sentence =
        &g_array_index(maker->tokens->sentences, IncmapSentence, index);
    incident->notes = sentence_string(maker, index);
    incident->line = sentence->line;
    incident->start = incmap_tokens_get(maker->tokens, sentence->first)->start;
    incident->end = incmap_tokens_get(maker->tokens, (gint64)sentence->end - 1)->end;
}

static void
finish_draft(const Maker *maker, Draft *draft, guint32 number)
{
    IncmapIncident *incident = incmap_scene_add_incident(maker->scene);
    incident->id = incmap_scene_printf(maker->scene, "%u", number);
    incident->event = draft->trigger->event;
    incident->heading = draft->trigger->heading;
    incident->type =
        incmap_tokens_string(maker->scene, maker->tokens, draft->token, draft->token + 1);
    incident->near_words = draft->near_words;
    incident->date = draft->when.date;
    if (draft->when.rank > 0)
        incident->date_words =
            incmap_tokens_string(maker->scene, maker->tokens, draft->when.first, draft->when.end);
    else
        incident->date = (IncmapDate){0, 0, -1, -1};
    if (draft->figures->len > 0) {
        incident->figures = g_array_ref(draft->figures);
        set_value(incident);
    }
    incident->confidence = confidence_of(maker, draft);
    set_source(maker, incident, draft);
    incident->verification = incmap_verification_of_sentence(incident->notes);
    incmap_event_place_apply(maker->scene, maker->tokens, maker->names, draft->place, draft->vague,
                             maker->scene->incidents->len - 1);
    incmap_scene_explain(maker->scene,
                         "incident %s is \"%s\" from %u sentences, the place from "
                         "line %u",
                         incident->id, incident->type, draft->sentences->len, incident->line);
}

void
incmap_incidents_find(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                      guint32 text_start, guint32 written_julian)
{
    Maker maker = {scene,      tokens,         names,
                   text_start, written_julian, g_array_new(FALSE, TRUE, sizeof(Draft))};
    g_array_set_clear_func(maker.drafts, clear_draft);
    gboolean is_sport_text = incmap_told_is_sport(tokens);
    guint32 name_at = 0, number = 1;
    for (guint32 i = 0; i < tokens->sentences->len; i++)
        read_sentence(&maker, i, is_sport_text, &name_at);
    for (guint i = 0; i < maker.drafts->len; i++) {
        Draft *draft = &g_array_index(maker.drafts, Draft, i);
        if (is_worth_telling(draft))
            finish_draft(&maker, draft, number++);
    }
    g_array_unref(maker.drafts);
}
