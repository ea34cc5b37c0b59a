/* SPDX-License-Identifier: MIT */
/*
 * Whether somebody has checked that it happened as told, or it is merely
 * reported: by a column of a table, or by the words of a text.
 */
#pragma once

#include "scene/incident.h"

/* "yes", "confirmed", "unverified", "0" …; anything else says nothing. */
IncmapVerification incmap_verification_of_value(const char *text, gsize length);

/* "could not be independently verified", "unconfirmed reports" …: only an open disclaimer counts,
 * not each "reportedly". */
IncmapVerification incmap_verification_of_sentence(const char *text);
