/* SPDX-License-Identifier: MIT */
/* Any bytes as a table: recoding, delimiters, columns, rows. */
#include "read/table.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(GError) error = NULL;
    g_auto(IncmapInput) input = {.path = "fuzz.csv", .name = "fuzz.csv", .encoding = "UTF-8"};
    IncmapReadOptions options = {0};
    IncmapDocument document = {0};
    input.raw = g_bytes_new(data, size);
    input.text = g_bytes_get_data(input.raw, &input.length);
    if (size == 0 || !incmap_input_decode(&input, TRUE, &error) || input.length == 0)
        return 0;
    incmap_table_read(scene, &input, &options, &document, &error);
    return 0;
}
