/* SPDX-License-Identifier: MIT */
/*
 * The display list: what the arrange stage decided, ready to be painted in
 * order without another decision. All lengths in page points.
 */
#pragma once

#include "base/geometry.h"

typedef struct IncmapPage IncmapPage;
struct IncmapPage {
    GPtrArray *items;
};

void incmap_page_clear(IncmapPage *page);
