/* SPDX-License-Identifier: MIT */
/*
 * Which form of a noun goes with a number. The rules are those of Unicode's
 * plural categories for whole numbers; a number that is not whole takes the last
 * form.
 */
#pragma once

#include <glib.h>

typedef enum {
    INCMAP_PLURAL_ONE_OTHER,   /* English, German, Spanish: 1 | all else */
    INCMAP_PLURAL_FRENCH,      /* French, Portuguese: 0 and 1 | all else */
    INCMAP_PLURAL_EAST_SLAVIC, /* 1, 21 | 2–4, 22 | 0, 5–20 */
    INCMAP_PLURAL_POLISH,      /* 1 | 2–4, 22 | 0, 5–21 */
    INCMAP_PLURAL_ARABIC,      /* 0 | 1 | 2 | 3–10 | 11–99 | 100 */
    INCMAP_PLURAL_NONE,        /* Chinese, Japanese, Turkish: one form */
    INCMAP_N_PLURAL_RULES
} IncmapPluralRule;

gboolean incmap_plural_parse(const char *name, IncmapPluralRule *out_rule);
/* All names, for messages. */
const char *incmap_plural_names(void);
guint incmap_plural_n_forms(IncmapPluralRule rule);
/* From 0. */
guint incmap_plural_form(IncmapPluralRule rule, double n);
