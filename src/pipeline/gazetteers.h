/* SPDX-License-Identifier: MIT */
/*
 * The user's gazetteers: a folder with a compiled file NAME.inm for each command
 * that added something, and NAME.ini beside it with what it was made of. Every
 * file is written beside its name and renamed, so a reader always has a whole
 * one and a stopped build leaves the old; one build at a time holds the
 * folder's lock.
 */
#pragma once

#include "pipeline/session.h"

/* The folder, or the single file, that is in use; NULL: none. @chosen (nullable) is what the
 * option says; else the environment's INCMAP_GAZETTEER, else the user's data folder. "none" is
 * none. */
char *incmap_gazetteers_path(const char *chosen);

/* Adds all of them to @gazetteer. */
gboolean incmap_gazetteers_load(IncmapGazetteer *gazetteer, const char *chosen, GError **error);

/* The review files of the folder, paths in the order of their names. */
GPtrArray *incmap_gazetteers_reviews(const char *chosen);

/* Paths of the files of a folder with an ending, sorted; hidden ones left out. */
GPtrArray *incmap_gazetteers_list(const char *folder, const char *ending);

/* As many as there are numbers for layers. */
#define INCMAP_MAX_GAZETTEERS 7u
