/* SPDX-License-Identifier: MIT */
/* Any bytes as a news text, against the small gazetteer of the tests. */
#include "fake-names.h"
#include "read/text.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    static FakeNames *names = NULL;
    if (names == NULL)
        names = fake_names_new(g_getenv("INCMAP_TESTS_READ"));
    IncmapNameSource source = fake_names_source(names);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(GError) error = NULL;
    g_auto(IncmapInput) input = {.path = "fuzz.txt", .name = "fuzz.txt", .encoding = "UTF-8"};
    IncmapReadOptions options = {.names = &source, .date_julian = size % 2 == 0 ? 739102 : 0};
    IncmapDocument document = {0};
    input.raw = g_bytes_new(data, size);
    input.text = g_bytes_get_data(input.raw, &input.length);
    if (size == 0 || !incmap_input_decode(&input, FALSE, &error) || input.length == 0)
        return 0;
    incmap_text_read(scene, &input, &options, &document, &error);
    return 0;
}
