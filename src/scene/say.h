/* SPDX-License-Identifier: MIT */
/*
 * Words of the map's vocabulary with names and numbers put in. All texts are the
 * scene's.
 */
#pragma once

#include "scene/scene.h"
#include "scene/vocabulary.h"

/* A word as it is. */
const char *incmap_say(IncmapScene *scene, IncmapSaying saying);
/* With {name} replaced by a text, for pairs of names and texts up to a NULL. */
const char *incmap_say_with(IncmapScene *scene, IncmapSaying saying, ...) G_GNUC_NULL_TERMINATED;
/* The form that goes with @n, {n} replaced by @n in figures; further pairs as above. */
const char *incmap_say_count(IncmapScene *scene, IncmapSaying saying, double n,
                             ...) G_GNUC_NULL_TERMINATED;
/* Entry @index of a list: the months from 0. */
const char *incmap_say_entry(IncmapScene *scene, IncmapSaying saying, guint index);
/* "1,234", "5.6": at most one decimal, grouped in threes. */
const char *incmap_say_number(IncmapScene *scene, double number);
/* "a, b and c". */
const char *incmap_say_list(IncmapScene *scene, const char *const *texts, guint n);
/* @text, a number and its noun, without a line break between the two. */
const char *incmap_say_unbroken(IncmapScene *scene, const char *text);
