/* SPDX-License-Identifier: MIT */
/* Any bytes as a review file. */
#include "pipeline/review.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_auto(IncmapReview) review = {0};
    g_autoptr(IncmapChoices) choices = incmap_choices_new();
    g_autoptr(GError) error = NULL;
    if (size < 1 << 16 &&
        incmap_review_parse(&review, "fuzz.csv", (const char *)data, size, &error))
        incmap_review_take(&review, choices, &error);
    return 0;
}
