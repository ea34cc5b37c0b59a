/* SPDX-License-Identifier: MIT */
#include "read/article.h"

#include "base/error.h"
#include "base/module.h"
#include "base/text.h"
#include "read/dates.h"
#include "read/markup/markup.h"
#include "read/text.h"

#include <stdlib.h>
#include <string.h>

#define MODULE_FILE "incmap-markup.so"

static gboolean
has_ending(const char *path, const char *const *endings)
{
    const char *dot = strrchr(path, '.');
    for (; dot != NULL && *endings != NULL; endings++) {
        if (g_ascii_strcasecmp(dot + 1, *endings) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether one of the words, in lower case, is among the first bytes. */
static gboolean
begins_with(const IncmapInput *input, const char *const *words)
{
    enum { LOOKED_AT = 1024 };
    g_autofree char *start = g_ascii_strdown(input->text, (gssize)MIN(input->length, LOOKED_AT));
    for (guint i = 0; words[i] != NULL; i++) {
        if (strstr(start, words[i]) != NULL)
            return TRUE;
    }
    return FALSE;
}

IncmapMarkup
incmap_markup_find(const IncmapInput *input)
{
    static const char *const pages[] = {"html", "htm", "xhtml", NULL};
    static const char *const feeds[] = {"rss", "atom", NULL};
    static const char *const others[] = {"txt", "md", "markdown", "text", "csv", "tsv", NULL};
    static const char *const feed_marks[] = {"<rss", "<feed", "<rdf:rdf", NULL};
    static const char *const page_marks[] = {"<!doctype html", "<html", NULL};
    if (has_ending(input->path, others) || memchr(input->text, 0, MIN(input->length, 16)) != NULL)
        return INCMAP_MARKUP_NONE;
    if (has_ending(input->path, feeds))
        return INCMAP_MARKUP_FEED;
    if (has_ending(input->path, pages))
        return INCMAP_MARKUP_PAGE;
    gsize n_blank = 0;
    while (n_blank < input->length && n_blank < 256 && g_ascii_isspace(input->text[n_blank]))
        n_blank++;
    const char *start = input->text + n_blank;
    gsize rest = input->length - n_blank;
    if (rest >= 3 && memcmp(start, "\357\273\277", 3) == 0)
        start += 3, rest -= 3;
    if (rest == 0 || *start != '<')
        return INCMAP_MARKUP_NONE;
    return begins_with(input, feed_marks)   ? INCMAP_MARKUP_FEED
           : begins_with(input, page_marks) ? INCMAP_MARKUP_PAGE
                                            : INCMAP_MARKUP_NONE;
}

/* charset=… or encoding="…" among the first bytes; NULL. */
static char *
find_encoding(const IncmapInput *input)
{
    static const char *const keys[] = {"encoding=", "charset="};
    enum { LOOKED_AT = 4096, MAX_NAME = 40 };
    g_autofree char *start = g_strndup(input->text, MIN(input->length, (gsize)LOOKED_AT));
    for (char *c = start; *c != 0; c++)
        *c = g_ascii_tolower(*c);
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        const char *at = strstr(start, keys[i]);
        if (at == NULL)
            continue;
        at += strlen(keys[i]);
        at += strspn(at, " \"'");
        gsize n = strspn(at, "abcdefghijklmnopqrstuvwxyz0123456789-_");
        if (n > 0 && n < MAX_NAME)
            return g_strndup(at, n);
    }
    return NULL;
}

gboolean
incmap_markup_decode(IncmapInput *input, GError **error)
{
    g_autofree char *encoding = NULL;
    if (incmap_input_check_utf8(input->text, input->length) < input->length)
        encoding = find_encoding(input);
    if (encoding != NULL && strcmp(encoding, "utf-8") != 0 && strcmp(encoding, "utf8") != 0) {
        gsize written = 0;
        char *utf8 = g_convert_with_fallback(input->text, (gssize)input->length, "UTF-8", encoding,
                                             "?", NULL, &written, NULL);
        if (utf8 != NULL) {
            g_free(input->recoded);
            input->text = input->recoded = utf8;
            input->length = written;
        }
    }
    return incmap_input_decode(input, TRUE, error);
}

static int
month_at(const char *word, gsize length)
{
    g_autofree char *name = g_strndup(word, length);
    g_autofree char *folded = incmap_text_fold(name);
    return length >= 3 ? incmap_month_find(folded) : 0;
}

guint32
incmap_article_day(const char *text)
{
    int year = 0, month = 0, day = 0;
    if (text == NULL)
        return 0;
    if (strlen(text) >= 10 && text[4] == '-' && text[7] == '-')
        return incmap_date_julian(atoi(text), atoi(text + 5), atoi(text + 8));
    for (const char *at = text; *at != 0 && at < text + 60;) {
        gsize n = strcspn(at, " ,-\t\n:");
        int number = g_ascii_isdigit(*at) ? atoi(at) : 0;
        if (n == 4 && number >= 1000 && year == 0)
            year = number;
        else if (n <= 2 && number >= 1 && number <= 31 && day == 0)
            day = number;
        else if (number == 0 && month == 0)
            month = month_at(at, n);
        at += n + (at[n] != 0);
    }
    return year > 0 && month > 0 && day > 0 ? incmap_date_julian(year, month, day) : 0;
}

static gboolean
read_article(IncmapScene *scene, const IncmapInput *input, const IncmapArticle *article,
             const IncmapReadOptions *options, IncmapDocument *document, GError **error)
{
    g_autofree char *valid = g_utf8_make_valid(article->text, -1);
    IncmapInput part = {.path = input->path, .name = input->name, .encoding = "UTF-8"};
    IncmapReadOptions own = *options;
    part.text = valid;
    part.length = strlen(valid);
    document->date_julian = incmap_article_day(article->date);
    document->is_extracted = TRUE;
    if (document->date_julian != 0 && (options->date_julian == 0 || article->id != NULL))
        own.date_julian = document->date_julian;
    if (!incmap_text_read(scene, &part, &own, document, error))
        return FALSE;
    if (document->title == NULL && article->title != NULL)
        document->title = incmap_scene_string(scene, article->title);
    document->n_incidents = scene->incidents->len - document->first_incident;
    document->n_mentions = scene->mentions->len - document->first_mention;
    g_array_append_val(scene->documents, *document);
    return TRUE;
}

/* An item without words is a note; one bad item never empties the rest. */
static gboolean
read_articles(IncmapScene *scene, const IncmapInput *input, const GPtrArray *articles,
              const IncmapReadOptions *options, const IncmapDocument *model, GError **error)
{
    guint n_read = 0;
    for (guint i = 0; i < articles->len; i++) {
        const IncmapArticle *article = g_ptr_array_index(articles, i);
        IncmapDocument document = *model;
        g_autoptr(GError) reason = NULL;
        document.has_parts = FALSE;
        document.first_incident = scene->incidents->len;
        document.first_mention = scene->mentions->len;
        if (article->id != NULL)
            document.id = incmap_scene_string(scene, article->id);
        else if (articles->len > 1)
            document.id = incmap_scene_printf(scene, "%s-%u", model->id, i + 1);
        if (read_article(scene, input, article, options, &document, &reason))
            n_read++;
        else if (articles->len > 1)
            incmap_scene_note(scene, "%s: item %u: left out, it has no words", input->name, i + 1);
    }
    if (n_read == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no text was found in it", input->name);
    return TRUE;
}

gboolean
incmap_markup_read(IncmapScene *scene, const IncmapInput *input, IncmapMarkup markup,
                   const IncmapReadOptions *options, const IncmapDocument *model, GError **error)
{
    enum { MAX_BYTES = 256 << 20 };
    if (input->length > MAX_BYTES)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: a page or feed may have 256 MB; split it", input->name);
    const IncmapMarkupModule *module = incmap_module_load(MODULE_FILE, INCMAP_MARKUP_MODULE_SYMBOL,
                                                          INCMAP_MARKUP_MODULE_VERSION, error);
    if (module == NULL)
        return FALSE;
    g_autoptr(GPtrArray) articles = markup == INCMAP_MARKUP_FEED
                                        ? module->read_feed(input->text, input->length)
                                        : module->read_page(input->text, input->length);
    if (articles->len == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: %s", input->name,
                           markup == INCMAP_MARKUP_FEED ? "the feed has no items"
                                                        : "no text was found in it");
    incmap_scene_explain(scene, "%s is %s of %u article%s", input->name,
                         markup == INCMAP_MARKUP_FEED ? "a feed" : "a page", articles->len,
                         articles->len == 1 ? "" : "s");
    return read_articles(scene, input, articles, options, model, error);
}
