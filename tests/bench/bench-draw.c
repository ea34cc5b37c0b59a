/* SPDX-License-Identifier: MIT */
/*
 * Times of the draw stage, in milliseconds of this process.
 *
 *   bench-draw                 table of timings
 *   bench-draw sample FOLDER   the sample page in every format
 */
#include "draw/draw.h"
#include "draw/measure.h"
#include "sample-page.h"

#include <string.h>

static double
now_ms(void)
{
    return (double)g_get_monotonic_time() / 1000;
}

static int
write_samples(const char *folder)
{
    static const char *const endings[] = {"png", "svg", "pdf"};
    g_autoptr(IncmapScene) scene = sample_page_new();
    for (int format = 0; format < 3; format++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *path = g_strdup_printf("%s/sample.%s", folder, endings[format]);
        const IncmapDrawOptions options = {
            .format = (IncmapFormat)format, .dpi = 160, .language = "en", .date_iso = "2024-07-27"};
        if (!incmap_draw_file(scene, path, &options, &error))
            g_printerr("%s\n", error->message);
    }
    return 0;
}

static void
time_job(const char *name, IncmapMeasure *measure, guint n_vertices, guint n_features,
         guint n_labels)
{
    static const char *const formats[] = {"PNG", "SVG", "PDF"};
    g_autoptr(IncmapScene) scene = sample_page_new_large(n_vertices, n_features, n_labels);
    for (int format = 0; format < 3; format++) {
        double first = 0, best = 1e9;
        guint length = 0;
        for (int round = 0; round < 7; round++) {
            const IncmapDrawOptions options = {
                .format = (IncmapFormat)format, .dpi = 150, .measure = measure};
            double start = now_ms();
            g_autoptr(GByteArray) bytes = incmap_draw_bytes(scene, &options, NULL);
            double elapsed = now_ms() - start;
            if (round == 0)
                first = elapsed;
            best = MIN(best, elapsed);
            length = bytes != NULL ? bytes->len : 0;
        }
        g_print("%-28s %s  first %6.1f  best %6.1f ms  %8u bytes\n", name, formats[format], first,
                best, length);
    }
}

int
main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "sample") == 0)
        return write_samples(argv[2]);
    double start = now_ms();
    g_autoptr(IncmapMeasure) measure = incmap_measure_new(NULL);
    double opened = now_ms();
    const IncmapFont font = {.family = "Inter, Noto Sans", .size_pt = 9, .weight = 500};
    IncmapTextMetrics metrics;
    measure->measure(measure->data, "Tinzaouaten", &font, &metrics);
    double measured = now_ms();
    g_print("open fonts %.1f ms, first text %.1f ms\n", opened - start, measured - opened);
    time_job("locator: 20k, 40 labels", measure, 20000, 60, 40);
    time_job("world: 220k", measure, 220000, 1500, 0);
    time_job("labels: 300", measure, 1000, 10, 300);
    return 0;
}
