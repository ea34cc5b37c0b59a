/* SPDX-License-Identifier: MIT */
/*
 * What a sample of a column's values looks like, and how well that suits a
 * role.
 */
#pragma once

#include "read/columns.h"

typedef struct IncmapColumnValues IncmapColumnValues;
struct IncmapColumnValues {
    guint n_filled;
    guint n_numbers;
    guint n_dates;
    guint n_single; /* one coordinate, in degrees */
    guint n_pairs;  /* two coordinates in one value */
    guint n_distinct;
    double min, max; /* of the coordinates or numbers */
};

/* Looks at the sample's rows from @first_row. */
void incmap_column_values_collect(IncmapColumnValues *values, const IncmapColumnSample *sample,
                                  guint column, guint first_row);

/* -1: the values speak against the role; 0: they say nothing; up to 0.4: they speak for it.
 * @out_why is a phrase for people. */
double incmap_column_values_score(const IncmapColumnValues *values, IncmapColumnRole role,
                                  const char **out_why);
