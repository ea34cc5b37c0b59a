/* SPDX-License-Identifier: MIT */
/*
 * Where the files of the installation are. The build directory has the same
 * folders as the prefix, so one rule serves both: INCMAP_DATA first, then
 * share/incmap relative to the library or program that this code is part of. HOME and the
 * working directory don't matter.
 */
#pragma once

#include "base/error.h"

#define INCMAP_FILE_LAYERS "layers.inm"
#define INCMAP_FILE_GAZETTEER "gazetteer.inm"
#define INCMAP_FILE_RELIEF "relief.inm"

/* The path of a data file; NULL with %INCMAP_ERROR_LAYER and the remedy when there is none. */
char *incmap_data_find(const char *name, GError **error);

/* The path of a loadable module; INCMAP_MODULE_DIR goes first. */
char *incmap_data_find_module(const char *name, GError **error);

/* The file that this code is part of. */
char *incmap_data_find_library(void);

/* Where the styles of the installation lie, whether they are there or not. */
char *incmap_data_styles_folder(void);

/* Names of the styles of the installation, sorted; free with g_strfreev(). */
char **incmap_data_list_styles(void);

/* The file with the words of a language; NULL when there is none. */
char *incmap_data_find_words(const char *language);

/* The file of a style: an existing file, or a name of the installation. */
char *incmap_data_find_style(const char *name, GError **error);
