/* SPDX-License-Identifier: MIT */
/* Any bytes as a page of HTML, then its text as a news text. */
#include "fake-names.h"
#include "read/article.h"
#include "read/markup/page.h"
#include "read/text.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

#ifndef FUZZ_READ
#define FUZZ_READ incmap_page_read
#endif

static void
read_article(const IncmapArticle *article)
{
    static FakeNames *names = NULL;
    if (names == NULL)
        names = fake_names_new(g_getenv("INCMAP_TESTS_READ"));
    IncmapNameSource source = fake_names_source(names);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(GError) error = NULL;
    g_autofree char *valid = g_utf8_make_valid(article->text, -1);
    IncmapInput input = {.path = "fuzz.html", .name = "fuzz.html", .encoding = "UTF-8"};
    IncmapReadOptions options = {.names = &source,
                                 .date_julian = incmap_article_day(article->date)};
    IncmapDocument document = {0};
    input.text = valid;
    input.length = strlen(valid);
    incmap_text_read(scene, &input, &options, &document, &error);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(GError) error = NULL;
    g_auto(IncmapInput) input = {.path = "fuzz.html", .name = "fuzz.html", .encoding = "UTF-8"};
    input.raw = g_bytes_new(data, size);
    input.text = g_bytes_get_data(input.raw, &input.length);
    if (size == 0 || !incmap_markup_decode(&input, &error) || input.length == 0)
        return 0;
    g_autoptr(GPtrArray) articles = FUZZ_READ(input.text, input.length);
    for (guint i = 0; i < articles->len; i++)
        read_article(g_ptr_array_index(articles, i));
    return 0;
}
