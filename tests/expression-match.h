/* SPDX-License-Identifier: MIT */
/*
 * Compares what an expression gives with what a case expects. A colour is expected as a list or
 * mapping of its parts, multiplied with the opacity or not.
 */
#ifndef TESTS_EXPRESSION_MATCH_H
#define TESTS_EXPRESSION_MATCH_H

#include "style/value.h"

gboolean expression_matches(const IncmapValue *value, const IncmapValue *expected);

#endif
