/* SPDX-License-Identifier: MIT */
#include "scene/display.h"

void
incmap_page_clear(IncmapPage *page)
{
    g_clear_pointer(&page->items, g_ptr_array_unref);
}
