/* SPDX-License-Identifier: MIT */
/*
 * One run at a time. The kernel holds the lock, so it ends with the process, however that ends,
 * and cannot be stale; the file beside it stays.
 */
#pragma once

#include <glib.h>

/* The descriptor that holds the lock; close it to let go. -1 with @error when another run has it
 * for longer than @wait_us. */
int incmap_lock_take(const char *path, gint64 wait_us, GError **error);
