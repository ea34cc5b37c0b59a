/* SPDX-License-Identifier: MIT */
/*
 * Parts of the program that are loaded when they are needed, so that others do
 * not wait for the libraries behind them.
 */
#pragma once

#include <glib.h>

/**
 * incmap_module_load:
 * @file: "incmap-gdal.so", looked for in INCMAP_MODULE_DIR, then beside the library
 * @symbol: the table of its functions, which begins with its version (guint)
 * @version: the one wanted
 *
 * Returns: the table; it stays until the process ends. %NULL with @error
 */
gconstpointer incmap_module_load(const char *file, const char *symbol, guint version,
                                 GError **error);
