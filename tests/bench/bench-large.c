/* SPDX-License-Identifier: MIT */
/*
 * bench-large GAZETTEER [N]: exact lookups a second in a large gazetteer, of names all
 * over it in random order, and the memory that stays resident meanwhile. The
 * names are collected by another process, so that their pages don't count.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "locate/gazetteer.h"

static IncmapGazetteer *
open_or_exit(const char *path)
{
    GError *error = NULL;
    IncmapGazetteer *gazetteer = incmap_gazetteer_open(path, &error);
    if (gazetteer == NULL) {
        fprintf(stderr, "%s\n", error->message);
        exit(1);
    }
    return gazetteer;
}

/* Writes @n folded names, one a line. */
static void
collect(const char *path, guint n, FILE *out)
{
    g_autoptr(IncmapGazetteer) gazetteer = open_or_exit(path);
    g_autoptr(GRand) random = g_rand_new_with_seed(20240805);
    IncmapGazetteerInfo info;
    incmap_gazetteer_info(gazetteer, &info);
    for (guint i = 0; i < n; i++) {
        IncmapPlace place;
        incmap_gazetteer_get(gazetteer, g_rand_int(random) % info.n_places, &place);
        g_autofree char *folded = incmap_text_fold(place.name);
        fprintf(out, "%s\n", folded);
    }
    fclose(out);
}

static long
peak_kb(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

int
main(int argc, char **argv)
{
    guint n = argc > 2 ? (guint)strtoul(argv[2], NULL, 10) : 200000, n_found = 0;
    int ends[2];
    if (argc < 2 || pipe(ends) != 0)
        return 2;
    if (fork() == 0) {
        close(ends[0]);
        collect(argv[1], n, fdopen(ends[1], "w"));
        _exit(0);
    }
    close(ends[1]);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    FILE *in = fdopen(ends[0], "r");
    for (char line[1000]; fgets(line, sizeof(line), in) != NULL;)
        g_ptr_array_add(names, g_strndup(line, strcspn(line, "\n")));
    fclose(in);
    wait(NULL);
    long names_kb = peak_kb();
    gint64 start_us = g_get_monotonic_time();
    clock_t start = clock();
    g_autoptr(IncmapGazetteer) gazetteer = open_or_exit(argv[1]);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    gsize n_letters = 0;
    for (guint i = 0; i < names->len; i++) {
        g_array_set_size(places, 0);
        if (incmap_gazetteer_find(gazetteer, names->pdata[i], places) == 0)
            continue;
        n_found++;
        n_letters += strlen(g_array_index(places, IncmapPlace, 0).name);
    }
    double cpu_seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    double seconds = (double)(g_get_monotonic_time() - start_us) / 1e6;
    printf("%u exact lookups: %.0f a second of CPU time, %.0f of wall time, %u found, %zu letters; "
           "peak %.0f MB, of that the names asked for %.0f MB\n",
           names->len, names->len / cpu_seconds, names->len / seconds, n_found, n_letters,
           peak_kb() / 1024.0, names_kb / 1024.0);
    return 0;
}
