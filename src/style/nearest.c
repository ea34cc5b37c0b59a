/* SPDX-License-Identifier: MIT */
#include "style/nearest.h"

#include <string.h>

#define MAX_NAME 64

/* Changed, added, missing and swapped letters between @a and @b (optimal string alignment). */
static guint
count_edits(const char *a, gsize n_a, const char *b, gsize n_b)
{
    guint rows[3][MAX_NAME + 1];
    for (gsize j = 0; j <= n_b; j++)
        rows[0][j] = (guint)j;
    for (gsize i = 1; i <= n_a; i++) {
        guint *row = rows[i % 3];
        const guint *above = rows[(i - 1) % 3];
        row[0] = (guint)i;
        for (gsize j = 1; j <= n_b; j++) {
            guint cost = g_ascii_tolower(a[i - 1]) != g_ascii_tolower(b[j - 1]);
            row[j] = MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }
    return rows[n_a % 3][n_b];
}

void
incmap_nearest_offer(IncmapNearest *nearest, const char *name)
{
    gsize n_wanted = strlen(nearest->wanted);
    gsize n_name = strlen(name);
    if (n_wanted > MAX_NAME || n_name > MAX_NAME)
        return;
    guint n_edits = count_edits(nearest->wanted, n_wanted, name, n_name);
    guint n_allowed = (guint)MAX(n_name / 3, 1);
    if (n_edits <= n_allowed && (nearest->best == NULL || n_edits < nearest->best_edits)) {
        nearest->best = name;
        nearest->best_edits = n_edits;
    }
}
