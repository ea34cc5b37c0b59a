/* SPDX-License-Identifier: MIT */
/*
 * A text with its names marked and what each was taken for, for a person who
 * checks it.
 */
#pragma once

#include "pipeline/pipeline.h"

typedef enum {
    INCMAP_ANNOTATE_TEXT, /* brackets only */
    INCMAP_ANNOTATE_ANSI, /* brackets and colours for a terminal */
    INCMAP_ANNOTATE_HTML,
} IncmapAnnotateForm;

gboolean incmap_annotate_parse(const char *text, IncmapAnnotateForm *out_form, GError **error);

/* What stands before the first and behind the last document. */
void incmap_annotate_begin(IncmapAnnotateForm form, GString *out);
void incmap_annotate_end(IncmapAnnotateForm form, GString *out);

/* Appends the texts of a located map; tables are left out. */
void incmap_annotate(const IncmapMap *map, IncmapAnnotateForm form, GString *out);
