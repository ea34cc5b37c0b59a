/* SPDX-License-Identifier: MIT */
/*
 * Data files of the program's own, mapped into memory. They are replaced as a
 * whole and never changed in place; a file of the user's is not to be mapped:
 * whoever cuts it meanwhile would end the process.
 */
#pragma once

#include <glib.h>

/* Gives back the memory of a mapped file that was read so far; pointers into it stay good. What is
 * read again comes from the system's cache. */
void incmap_mapping_rest(gconstpointer bytes, gsize length);
