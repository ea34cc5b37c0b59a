/* SPDX-License-Identifier: MIT */
/* Any bytes as an RSS or Atom feed, then the texts of its items as news texts. */
#define FUZZ_READ incmap_feed_read
#include "fuzz-page.c"
