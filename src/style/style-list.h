/* SPDX-License-Identifier: MIT */
/*
 * All that a style can say, for people who write one.
 */
#ifndef INCMAP_STYLE_STYLE_LIST_H
#define INCMAP_STYLE_STYLE_LIST_H

#include <glib.h>

/**
 * incmap_style_list_properties:
 *
 * The properties of layers and the keys of the `incmap` section, each followed by what it is:
 * kind, default, unit, limits or choices, and a line on what it does.
 *
 * Returns: (transfer full): name, description, name, description … %NULL
 */
char **incmap_style_list_properties(void);

#endif
