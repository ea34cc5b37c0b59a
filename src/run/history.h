/* SPDX-License-Identifier: MIT */
/*
 * Earlier versions of a picture, in a folder "history" beside it, each called after the time of
 * the run that made it: Mali-20261108T090000Z.png.
 */
#pragma once

#include <glib.h>

/* Adds the present version and drops all but the newest @n_kept. Adding the same version again
 * changes nothing, so an interrupted run can be repeated. */
gboolean incmap_history_keep(const char *path, guint n_kept, GError **error);
