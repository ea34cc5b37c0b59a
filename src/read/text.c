/* SPDX-License-Identifier: MIT */
#include "read/text.h"

#include "base/error.h"
#include "read/dates.h"
#include "read/event-names.h"
#include "read/figures.h"
#include "read/front-matter.h"
#include "read/incidents.h"
#include "read/name-links.h"
#include "read/names.h"
#include "read/tokens.h"
#include "read/when.h"

#include <string.h>

enum { MAX_TEXT_BYTES = 64 << 20, MAX_DATELINE_TOKENS = 20 };

/* A first line without a full stop that a blank line parts from the text, or a heading. */
static const char *
find_title(IncmapScene *scene, const IncmapTokens *tokens)
{
    enum { MAX_TITLE_BYTES = 200 };
    if (tokens->sentences->len < 2)
        return NULL;
    const IncmapSentence *first = &g_array_index(tokens->sentences, IncmapSentence, 0);
    const IncmapSentence *second = &g_array_index(tokens->sentences, IncmapSentence, 1);
    if (first->end == first->first)
        return NULL;
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)first->end - 1);
    guint32 start = incmap_tokens_get(tokens, first->first)->start;
    gboolean has_stop = last->mark == '.' || last->mark == ':' || last->mark == '"';
    if ((!first->is_heading && (has_stop || second->paragraph == first->paragraph)) ||
        last->end - start > MAX_TITLE_BYTES)
        return NULL;
    return incmap_tokens_string(scene, tokens, first->first, first->end);
}

/* "NAIROBI, Kenya (AP) \342\200\223 …", "Paris, 3 nov. \342\200\223 …": the token of the dash, or
 * 0. */
static guint32
dateline_end(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    gboolean is_in_brackets = FALSE;
    guint n_words = 0, n_upper = 0;
    guint32 limit = MIN(sentence->first + MAX_DATELINE_TOKENS, tokens->tokens->len);
    for (guint32 i = sentence->first; i < limit; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == '(' || token->mark == ')') {
            is_in_brackets = token->mark == '(';
        } else if (token->mark == '-') {
            return n_words > 0 ? i : 0;
        } else if (token->mark == ':') { /* "COLOMBO: …" */
            return n_words > 0 && n_words == n_upper ? i : 0;
        } else if (token->mark == 0 && !is_in_brackets) {
            n_words++;
            n_upper += token->shape == INCMAP_SHAPE_UPPER;
            gboolean is_plain =
                token->shape == INCMAP_SHAPE_LOWER &&
                !incmap_token_is(token, INCMAP_WORD(MONTH) | INCMAP_WORD(NAME_PART));
            if (is_plain || (token->shape == INCMAP_SHAPE_CAPITAL && n_words == 1 &&
                             incmap_token_is(token, INCMAP_WORD(FUNCTION))))
                return 0;
        } else if (token->mark != ',' && token->mark != '~' && token->mark != '.' &&
                   token->mark != '/' && !is_in_brackets) {
            return 0;
        }
    }
    return 0;
}

/* Only a date may stand before the town: "6 February 2024 ROTTERDAM -". */
static gboolean
begins_dateline(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 first)
{
    for (guint32 i = sentence->first; i < first; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == 0 && token->shape != INCMAP_SHAPE_NUMBER &&
            !incmap_token_is(token, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY)))
            return FALSE;
    }
    return TRUE;
}

static guint32
mark_dateline(const IncmapTokens *tokens, GArray *names)
{
    enum { MAX_SENTENCES = 3 };
    for (guint s = 0; s < MIN(tokens->sentences->len, (guint)MAX_SENTENCES); s++) {
        const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, s);
        guint32 end = dateline_end(tokens, sentence);
        gboolean has_name = FALSE;
        for (guint i = 0; i < names->len && end > 0; i++) {
            IncmapName *name = &g_array_index(names, IncmapName, i);
            if (name->first < sentence->first || name->end > end)
                continue;
            name->role = INCMAP_ROLE_DATELINE;
            has_name |= begins_dateline(tokens, sentence, name->first);
        }
        if (has_name)
            return end;
    }
    return 0;
}

/* The day of writing: what the dateline tells, in the year before the day that the caller knows;
 * without a dateline that day itself. "Sunday" is counted from when the agency wrote, also when
 * the text is read weeks later. */
static guint32
find_day_of_writing(const IncmapTokens *tokens, guint32 end, guint32 known_julian)
{
    enum { MAX_DAYS_BEFORE = 366 };
    IncmapWhen when = {0};
    for (guint s = 0; s < tokens->sentences->len && end > 0; s++) {
        const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, s);
        IncmapSentence dateline = {.first = sentence->first, .end = end};
        if (end > sentence->end)
            continue;
        if (!incmap_when_find(tokens, &dateline, -1, known_julian, &when) || when.rank != 4)
            return known_julian;
        guint32 told = when.date.from_julian;
        gboolean is_close = told <= known_julian + 1 && told + MAX_DAYS_BEFORE >= known_julian;
        return known_julian == 0 || is_close ? told : known_julian;
    }
    return known_julian;
}

static guint32
front_matter_day(const char *text, gsize length)
{
    g_autofree char *date = incmap_front_matter_get(text, length, "date");
    IncmapDate day = {0};
    return date != NULL && incmap_date_parse(date, strlen(date), &day) != INCMAP_DATE_BAD
               ? day.from_julian
               : 0;
}

/* What a gazetteer would call it: "Platte County" for "Platte Co." */
static const char *
lookup_words(IncmapScene *scene, const IncmapTokens *tokens, const IncmapName *name)
{
    if (name->suffix == NULL)
        return NULL;
    guint32 start = incmap_tokens_get(tokens, name->first)->start;
    guint32 end = incmap_tokens_get(tokens, (gint64)name->end - name->n_short - 1)->end;
    return incmap_scene_printf(scene, "%.*s %s", (int)(end - start), tokens->text + start,
                               name->suffix);
}

static void
explain_name(IncmapScene *scene, const IncmapName *name, const IncmapMention *mention)
{
    g_autoptr(GString) signs = g_string_new(NULL);
    incmap_signs_describe(name->signs, signs);
    incmap_scene_explain(scene, "\"%s\" (bytes %u to %u) is %s: %s, evidence %.1f%s%s",
                         mention->text, mention->start, mention->end, incmap_role_id(name->role),
                         name->is_known ? "in the gazetteer" : "called a place by the text",
                         name->score, signs->len > 0 ? ": " : "", signs->str);
}

static void
add_mentions(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        IncmapMention mention = {.role = name->role,
                                 .is_demonym = name->is_demonym,
                                 .is_site = name->is_site,
                                 .incident = name->incident};
        mention.start = incmap_tokens_get(tokens, name->first)->start;
        mention.end = incmap_tokens_get(tokens, (gint64)name->end - 1)->end;
        mention.text =
            incmap_scene_string_n(scene, tokens->text + mention.start, mention.end - mention.start);
        mention.lookup = lookup_words(scene, tokens, name);
        mention.fix.precision = INCMAP_PRECISION_NONE;
        g_array_append_val(scene->mentions, mention);
        if (!name->is_demonym)
            explain_name(scene, name, &mention);
    }
}

/* An event that names no place, in a text whose only place is the dateline, happened there at
 * best. */
static void
fall_back_on_dateline(IncmapScene *scene, const IncmapTokens *tokens, const GArray *names,
                      guint32 first_incident)
{
    const IncmapName *dateline = NULL;
    for (guint i = 0; i < names->len && dateline == NULL; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->role == INCMAP_ROLE_DATELINE)
            dateline = name;
    }
    for (guint i = first_incident; i < scene->incidents->len && dateline != NULL; i++) {
        IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        if (incident->place != NULL || incident->country != NULL || incident->near_words != NULL)
            continue;
        incident->place = incmap_tokens_string(scene, tokens, dateline->first, dateline->end);
        incident->confidence *= 0.6;
        incmap_scene_note(scene, "incident %s: the text names no place; took the dateline, %s",
                          incident->id, incident->place);
    }
}

static gboolean
has_word(const IncmapTokens *tokens)
{
    for (guint i = 0; i < tokens->tokens->len; i++) {
        if (incmap_tokens_get(tokens, i)->mark == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_text_read(IncmapScene *scene, const IncmapInput *input, const IncmapReadOptions *options,
                 IncmapDocument *document, GError **error)
{
    if (input->length > MAX_TEXT_BYTES)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: a text may have 64 MB; split it",
                           input->name);
    document->text = incmap_scene_string_n(scene, input->text, input->length);
    document->length = input->length;
    const char *language = incmap_language_guess(document->text, document->length);
    document->language = incmap_scene_string(scene, language);
    g_autoptr(GHashTable) lexicons =
        options->lexicons != NULL ? g_hash_table_ref(options->lexicons) : incmap_lexicons_new();
    const IncmapLexicon *lexicon = incmap_lexicons_get(lexicons, language);
    g_auto(IncmapTokens) tokens = {0};
    incmap_tokens_init(&tokens, document->text, document->length, lexicon);
    if (!has_word(&tokens))
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: the text has no words", input->name);
    g_autofree char *own_title = incmap_front_matter_get(document->text, document->length, "title");
    document->title =
        own_title != NULL ? incmap_scene_string(scene, own_title) : find_title(scene, &tokens);
    incmap_scene_explain(scene, "%s is a text of %u sentences, language %s", input->name,
                         tokens.sentences->len, language);
    g_autoptr(GArray) names = incmap_names_find(&tokens, options->names);
    guint32 end = mark_dateline(&tokens, names);
    guint32 known = options->date_julian != 0 ? options->date_julian
                                              : front_matter_day(document->text, document->length);
    if (document->date_julian == 0 && known != options->date_julian)
        document->date_julian = known;
    guint32 written = find_day_of_writing(&tokens, end, known);
    if (written != 0 && scene->date_julian == 0)
        scene->date_julian = written;
    guint32 first_incident = scene->incidents->len;
    incmap_event_names_add(&tokens, names);
    incmap_names_link_alike(&tokens, names);
    incmap_incidents_find(scene, &tokens, names, end, written);
    incmap_event_names_drop(names);
    fall_back_on_dateline(scene, &tokens, names, first_incident);
    add_mentions(scene, &tokens, names);
    return TRUE;
}
