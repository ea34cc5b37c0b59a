/* SPDX-License-Identifier: MIT */
/* What the two halves of the review share. */
#pragma once

#include "pipeline/review.h"

#define INCMAP_N_REVIEW_TITLES 16
extern const char *const incmap_review_titles[INCMAP_N_REVIEW_TITLES];

/* A field by its title; "" when there is no such column. */
const char *incmap_review_get(const IncmapReview *review, guint row, const char *title);
gboolean incmap_review_save(const IncmapReview *review, const char *path, GError **error);
