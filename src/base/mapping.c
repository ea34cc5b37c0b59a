/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* madvise() */
#include "base/mapping.h"

#include <sys/mman.h>

void
incmap_mapping_rest(gconstpointer bytes, gsize length)
{
    /* The mapping is of a file and only read: its pages come back as they were. */
    madvise((void *)bytes, length, MADV_DONTNEED);
}
