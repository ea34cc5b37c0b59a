/* SPDX-License-Identifier: MIT */
/*
 * A small gazetteer for tests of the reader, from tests/read/places.tsv and
 * demonyms.tsv, behind IncmapNameSource.
 */
#pragma once

#include "read/read.h"

typedef struct FakeNames FakeNames;

/* @folder holds the two files. Aborts when they cannot be read. */
FakeNames *fake_names_new(const char *folder);
void fake_names_free(FakeNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FakeNames, fake_names_free)

IncmapNameSource fake_names_source(FakeNames *names);
