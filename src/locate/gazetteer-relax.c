/* SPDX-License-Identifier: MIT */
/*
 * Lookups all over a large gazetteer touch all its pages in the end, and each
 * stays in the process until it is given back. Giving back costs little: the
 * system keeps the page in its cache, and the next touch finds it there.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mapping.h"
#include "locate/gazetteer-private.h"

/* How many places pass between two looks at the memory, and how much of files may be in it. */
#define LOOK_EVERY 256
#define MAX_FILE_BYTES (160u << 20)

/* Bytes of files that are mapped and in memory; 0 when the system doesn't say. */
static gsize
measure_files(void)
{
    char text[128];
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    gssize n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
    if (fd >= 0)
        close(fd);
    if (n <= 0)
        return 0;
    text[n] = '\0';
    const char *shared = strchr(text, ' ');
    shared = shared != NULL ? strchr(shared + 1, ' ') : NULL;
    return shared != NULL ? strtoul(shared, NULL, 10) * (gsize)sysconf(_SC_PAGESIZE) : 0;
}

void
incmap_gazetteer_relax(const IncmapGazetteer *gazetteer, guint n)
{
    if (gazetteer->n_asked == NULL)
        return;
    guint before = (guint)g_atomic_int_add(gazetteer->n_asked, (gint)n);
    if (before / LOOK_EVERY == (before + n) / LOOK_EVERY || measure_files() < MAX_FILE_BYTES)
        return;
    incmap_gazetteer_rest(gazetteer);
}

void
incmap_gazetteer_rest(const IncmapGazetteer *gazetteer)
{
    for (guint32 number = 0; number < incmap_gazetteer_n_layers(gazetteer); number++) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer != NULL && layer->is_mapped)
            incmap_mapping_rest(layer->header, g_bytes_get_size(layer->bytes));
    }
}
