/* SPDX-License-Identifier: MIT */
/*
 * The review file: a row for each place that a doubtful name may mean. What a
 * person writes into the column "choice" is obeyed in the next run and kept.
 */
#pragma once

#include "locate/choices.h"
#include "pipeline/pipeline.h"

/** IncmapReview: a review file in memory */
typedef struct IncmapReview IncmapReview;
struct IncmapReview {
    char *path;
    GPtrArray *titles; /* char *: of its columns, those of the user included */
    GPtrArray *rows;   /* GPtrArray of char *, parallel to the titles */
    GArray *lines;     /* guint: where each row begins */
};

void incmap_review_clear(IncmapReview *review);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapReview, incmap_review_clear)

/* Reads a review file; one that does not exist has no rows. */
gboolean incmap_review_load(IncmapReview *review, const char *path, GError **error);
/* As above from @length bytes. */
gboolean incmap_review_parse(IncmapReview *review, const char *path, const char *text, gsize length,
                             GError **error);

/* Adds its decisions to @choices and leaves in @review only the rows of decided questions. Fails,
 * naming the line, when a decision cannot be understood. */
gboolean incmap_review_take(IncmapReview *review, IncmapChoices *choices, GError **error);

/* Adds the questions of a located map that are still open, and writes the file. */
gboolean incmap_review_write(IncmapReview *review, const IncmapMap *map,
                             const IncmapChoices *choices, GError **error);

/* Writes the decisions of the file @path, and only those, to @target. */
gboolean incmap_review_promote(const char *path, const char *target, GError **error);
