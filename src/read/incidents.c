/* SPDX-License-Identifier: MIT */
#include "read/incidents.h"

#include "read/drafts.h"
#include "read/event-area.h"
#include "read/event-place.h"
#include "read/figures.h"
#include "read/sections.h"
#include "read/unreal.h"
#include "read/verification.h"

#include <math.h>
#include <string.h>

/** Maker: a text while its incidents are found */
typedef struct Maker Maker;
struct Maker {
    IncmapScene *scene;
    const IncmapTokens *tokens;
    GArray *names;
    guint32 text_start; /* token behind the dateline */
    guint32 written;
    GArray *drafts;        /* IncmapDraft */
    gboolean is_past_text; /* it began with a film, a trial, an anniversary */
    gboolean is_sport_text;
    IncmapSection section; /* what the last heading says */
};

static const IncmapSentence *
get_sentence(const Maker *maker, guint32 index)
{
    return &g_array_index(maker->tokens->sentences, IncmapSentence, index);
}

/* "in a separate incident", "elsewhere" */
static gboolean
is_separate(const Maker *maker, const IncmapSentence *sentence)
{
    static const char *const words[] = {"unrelated", "separate", "separately", "elsewhere", NULL};
    enum { MAX_WORDS = 8 };
    for (guint32 i = sentence->first; i < MIN(sentence->first + MAX_WORDS, sentence->end); i++) {
        const IncmapToken *token = incmap_tokens_get(maker->tokens, i);
        if (incmap_token_in(token, words))
            return TRUE;
    }
    return FALSE;
}

static void
choose_place(const Maker *maker, IncmapDraft *draft, guint32 index, guint32 first_name,
             guint32 token)
{
    IncmapEventPlace place = incmap_event_place_choose(
        maker->scene, maker->tokens, maker->names, first_name, get_sentence(maker, index), token);
    draft->place = place.place;
    draft->vague = place.vague;
    draft->near_words = place.near_words;
    draft->place_sentence = index;
}

/* "the village of X", "la aldea X" */
static gboolean
is_called_place(const Maker *maker, gint32 place)
{
    if (place < 0)
        return FALSE;
    gint64 first = g_array_index(maker->names, IncmapName, place).first;
    return incmap_token_is(incmap_tokens_get(maker->tokens, first - 1), INCMAP_WORD(FEATURE)) ||
           incmap_token_is(incmap_tokens_get(maker->tokens, first - 2), INCMAP_WORD(FEATURE));
}

/* Of another time: "last year 1,200 people died on these roads". */
static gboolean
is_of_before(const IncmapDraft *last, const IncmapDraft *draft)
{
    enum { FAR_DAYS = 20 };
    return draft->when.rank > 0 && !draft->when.is_speech && last->when.date.from_julian != 0 &&
           draft->when.date.to_julian != 0 &&
           draft->when.date.to_julian + FAR_DAYS < last->when.date.from_julian;
}

/* "In neighbouring Indonesia, at least 163 died" */
static gboolean
is_abroad(const Maker *maker, const IncmapDraft *last, const IncmapDraft *draft)
{
    gint32 there = draft->vague, here = last->place >= 0 ? last->place : last->vague;
    if (there < 0 || here < 0)
        return FALSE;
    const IncmapName *one = &g_array_index(maker->names, IncmapName, here);
    const IncmapName *other = &g_array_index(maker->names, IncmapName, there);
    return one->country != NULL && other->country != NULL && one->country[0] != 0 &&
           other->country[0] != 0 && strcmp(one->country, other->country) != 0;
}

/* A sentence without an event word but with figures goes on telling of the event before; one
 * right behind it may still say where. */
static void
add_to_last(const Maker *maker, IncmapDraft *draft, guint32 index, guint32 first_name)
{
    enum { MAX_GAP = 4 };
    if (maker->drafts->len == 0 || draft->when.is_past || draft->when.is_since)
        return;
    IncmapDraft *last = &g_array_index(maker->drafts, IncmapDraft, maker->drafts->len - 1);
    if (is_of_before(last, draft) ||
        incmap_unreal_is_usual(maker->tokens, get_sentence(maker, index)))
        return;
    guint32 last_sentence = g_array_index(last->sentences, guint32, last->sentences->len - 1);
    if (draft->figures->len == 0) {
        if (index == last_sentence + 1 && last->place < 0) {
            choose_place(maker, draft, index, first_name, get_sentence(maker, index)->first);
            if (is_called_place(maker, draft->place))
                incmap_draft_refine(last, maker->tokens, maker->names, draft);
        }
        return;
    }
    if (index > last_sentence + MAX_GAP)
        return;
    guint32 figure_start = g_array_index(draft->figures, IncmapFigure, 0).start;
    guint32 token = get_sentence(maker, index)->first;
    while (incmap_tokens_get(maker->tokens, token)->start < figure_start)
        token++;
    choose_place(maker, draft, index, first_name, token);
    if (is_abroad(maker, last, draft))
        return;
    if (last->when.rank > 1 || draft->when.is_speech)
        draft->when.rank = MIN(draft->when.rank, last->when.rank);
    draft->trigger = last->trigger;
    last->is_weak = FALSE;
    incmap_draft_merge(last, maker->tokens, maker->names, draft);
}

static gboolean
is_told_as_past(Maker *maker, const IncmapDraft *draft, const IncmapTold *told, guint32 index)
{
    enum { LEAD = 2 };
    if (told->is_past && index < LEAD)
        maker->is_past_text = TRUE;
    enum { RECENT_DAYS = 60 };
    gboolean has_own_day = draft->when.rank >= 3 && !draft->when.is_speech &&
                           draft->when.date.to_julian + RECENT_DAYS >= maker->written;
    return draft->when.is_past ||
           (maker->is_past_text && !(has_own_day && draft->figures->len > 0));
}

/* In a game people are hurt; when they die or flee it is no game. */
static gboolean
has_victims(const IncmapDraft *draft)
{
    for (guint i = 0; i < draft->figures->len; i++) {
        IncmapFigureKind kind = g_array_index(draft->figures, IncmapFigure, i).kind;
        if (kind != INCMAP_FIGURE_INJURED && kind != INCMAP_FIGURE_ARRESTED)
            return TRUE;
    }
    return FALSE;
}

/* Removes the figures between two tokens. */
static void
drop_figures(const Maker *maker, guint32 first, guint32 end, GArray *figures)
{
    guint32 start = incmap_tokens_get(maker->tokens, first)->start;
    guint32 stop = incmap_tokens_get(maker->tokens, (gint64)end - 1)->end;
    for (guint f = figures->len; f-- > 0;) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, f);
        if (figure->start >= start && figure->start < stop)
            g_array_remove_index(figures, f);
    }
}

/* "a quake struck, days after thousands died", "the worst since 2015, when 9,000 died": those died
 * in another one. Whether the event word at @told tells of that one. */
static gboolean
drop_earlier(const Maker *maker, const IncmapSentence *sentence, guint32 told, GArray *figures)
{
    static const char *const units[] = {"hours", "day",    "days", "week",  "weeks",
                                        "month", "months", "year", "years", NULL};
    enum { YEAR_DIGITS = 4 };
    gboolean is_other = FALSE;
    for (guint32 i = sentence->first; i + 1 < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(maker->tokens, i);
        const IncmapToken *next = incmap_tokens_get(maker->tokens, i + 1);
        const IncmapToken *second = incmap_tokens_get(maker->tokens, i + 2);
        gboolean is_after =
            i > told && incmap_token_in(token, units) && strcmp(next->folded, "after") == 0;
        gboolean is_when = token->shape == INCMAP_SHAPE_NUMBER && next->mark == ',' &&
                           token->end - token->start == YEAR_DIGITS &&
                           strcmp(second->folded, "when") == 0;
        if (!is_after && !is_when)
            continue;
        guint32 stop = i + 2;
        while (stop < sentence->end && incmap_tokens_get(maker->tokens, stop)->mark != ',')
            stop++;
        drop_figures(maker, i, stop, figures);
        is_other |= is_when && told > i && told < stop;
    }
    return is_other;
}

static void
read_sentence(Maker *maker, guint32 index, guint32 *name_at)
{
    const IncmapSentence *sentence = get_sentence(maker, index);
    if (incmap_section_enter(maker->tokens, index, maker->written, &maker->section) ||
        maker->section.is_elsewhere || incmap_section_is_pointer(maker->tokens, sentence))
        return;
    IncmapDraft draft;
    IncmapTold told;
    incmap_draft_init(&draft, index);
    incmap_figures_find(maker->scene, maker->tokens, sentence, draft.figures);
    gboolean is_told =
        incmap_told_find(maker->tokens, index, maker->is_sport_text, has_victims(&draft), &told);
    is_told &=
        !drop_earlier(maker, sentence, is_told ? told.token : sentence->first, draft.figures);
    /* the dateline's date is when the text was filed */
    IncmapSentence told_part = *sentence;
    told_part.first = CLAMP(maker->text_start, sentence->first, sentence->end);
    incmap_when_find(maker->tokens, &told_part, is_told ? (gint64)told.token : -1, maker->written,
                     &draft.when);
    while (*name_at < maker->names->len &&
           g_array_index(maker->names, IncmapName, *name_at).end <= sentence->first)
        (*name_at)++;
    gboolean is_past = is_told_as_past(maker, &draft, &told, index);
    if (is_told && !is_past) {
        draft.trigger = told.trigger;
        draft.token = told.token;
        if (draft.when.rank == 0)
            draft.when = maker->section.when;
        draft.is_headline = incmap_section_is_headline(maker->tokens, index);
        draft.is_weak = told.is_weak;
        draft.is_accused = told.is_accused;
        draft.is_separate = is_separate(maker, sentence);
        if (!incmap_told_is_coincident(maker->tokens, sentence, told.token))
            choose_place(maker, &draft, index, *name_at, told.token);
        IncmapDraft *old = incmap_drafts_find(maker->drafts, maker->tokens, maker->names, &draft);
        if (old == NULL) {
            g_array_append_val(maker->drafts, draft);
            return;
        }
        if (old != NULL)
            incmap_draft_merge(old, maker->tokens, maker->names, &draft);
    } else if (!is_past && !told.is_denied && !told.is_past) {
        add_to_last(maker, &draft, index, *name_at);
    }
    incmap_draft_clear(&draft);
}

static void
set_value(IncmapIncident *incident)
{
    double own = 0, official = 0, low = INFINITY, high = 0;
    for (guint i = 0; i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (figure->kind != INCMAP_FIGURE_KILLED || isnan(figure->low) || figure->is_part)
            continue;
        /* one claimant may count several groups: his figures add up */
        double sum_low = 0, sum_high = 0;
        for (guint j = 0; j < incident->figures->len; j++) {
            const IncmapFigure *other = &g_array_index(incident->figures, IncmapFigure, j);
            if (other->kind == INCMAP_FIGURE_KILLED && !isnan(other->low) && !other->is_part &&
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

/* How sure it is that this happened as told, and what speaks for it. */
static double
judge(const Maker *maker, const IncmapDraft *draft, GString *reason)
{
    double sure = 0.35 + 0.05 * MIN(draft->trigger->rank, 5);
    int closeness = incmap_draft_closeness(maker->names, draft->place);
    gboolean is_day_said = draft->when.rank > 1 && !draft->when.is_speech;
    sure += closeness >= 2 ? 0.15 : draft->vague >= 0 ? 0.05 : 0;
    sure += draft->figures->len > 0 ? 0.1 : 0;
    sure += is_day_said ? 0.1 : draft->when.rank > 0 ? 0.05 : 0;
    sure += draft->sentences->len > 1 ? 0.05 : 0;
    g_string_append_printf(reason, "%s word; ",
                           draft->trigger->rank >= 5   ? "a plain event"
                           : draft->trigger->rank >= 3 ? "an event"
                                                       : "a general event");
    g_string_append(reason, closeness >= 2      ? "its place is said; "
                            : draft->vague >= 0 ? "only a country or region is said; "
                                                : "no place is said; ");
    g_string_append(reason, is_day_said             ? "when is said; "
                            : draft->when.rank == 0 ? "no date is said; "
                                                    : "only when it was spoken of is said; ");
    g_string_append_printf(reason, "%u figure%s; %u sentence%s", draft->figures->len,
                           draft->figures->len == 1 ? "" : "s", draft->sentences->len,
                           draft->sentences->len == 1 ? "" : "s");
    return MIN(sure, 1);
}

static gboolean
is_worth_telling(const IncmapDraft *draft)
{
    gboolean is_weak = draft->trigger->rank <= 2 && draft->figures->len == 0;
    if (draft->is_weak || (draft->place < 0 && draft->vague < 0 && draft->figures->len == 0))
        return FALSE;
    gboolean is_bare = draft->trigger->family == 0 && draft->figures->len == 0;
    return !(is_weak && draft->place < 0) && !is_bare;
}

static const char *
sentence_string(const Maker *maker, guint32 index)
{
    const IncmapSentence *sentence = get_sentence(maker, index);
    return incmap_tokens_string(maker->scene, maker->tokens, sentence->first, sentence->end);
}

static void
set_source(const Maker *maker, IncmapIncident *incident, const IncmapDraft *draft)
{
    guint32 index = draft->place >= 0 ? draft->place_sentence : draft->sentence;
    const IncmapSentence *sentence = get_sentence(maker, index);
    incident->notes = sentence_string(maker, index);
    incident->line = sentence->line;
    incident->start = incmap_tokens_get(maker->tokens, sentence->first)->start;
    incident->end = incmap_tokens_get(maker->tokens, (gint64)sentence->end - 1)->end;
    incident->sentences = g_array_new(FALSE, FALSE, sizeof(IncmapSpan));
    for (guint i = 0; i < draft->sentences->len; i++) {
        const IncmapSentence *told =
            get_sentence(maker, g_array_index(draft->sentences, guint32, i));
        IncmapSpan span = {incmap_tokens_get(maker->tokens, told->first)->start,
                           incmap_tokens_get(maker->tokens, (gint64)told->end - 1)->end};
        g_array_append_val(incident->sentences, span);
    }
}

static void
finish_draft(const Maker *maker, IncmapDraft *draft, guint32 number, const char **main_code)
{
    g_autoptr(GString) reason = g_string_new(NULL);
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
    incident->confidence = judge(maker, draft, reason);
    incident->evidence = incmap_scene_string(maker->scene, reason->str);
    set_source(maker, incident, draft);
    incident->verification = incmap_verification_of_sentence(incident->notes);
    incmap_event_area_apply(maker->scene, maker->tokens, maker->names, draft,
                            maker->scene->incidents->len - 1, main_code);
    incmap_scene_explain(maker->scene, "incident %s is \"%s\" (%s), confidence %.2f: %s",
                         incident->id, incident->type, incident->heading, incident->confidence,
                         incident->evidence);
}

void
incmap_incidents_find(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                      guint32 text_start, guint32 written_julian)
{
    Maker maker = {.scene = scene,
                   .tokens = tokens,
                   .names = names,
                   .text_start = text_start,
                   .written = written_julian};
    maker.drafts = g_array_new(FALSE, TRUE, sizeof(IncmapDraft));
    g_array_set_clear_func(maker.drafts, incmap_draft_clear);
    maker.is_sport_text = incmap_told_is_sport(tokens) || incmap_told_is_market(tokens);
    guint32 name_at = 0, number = 1;
    for (guint32 i = 0; i < tokens->sentences->len; i++)
        read_sentence(&maker, i, &name_at);
    const char *main_code = NULL;
    for (guint i = 0; i < maker.drafts->len; i++) {
        IncmapDraft *draft = &g_array_index(maker.drafts, IncmapDraft, i);
        if (is_worth_telling(draft))
            finish_draft(&maker, draft, number++, &main_code);
    }
    g_array_unref(maker.drafts);
}
