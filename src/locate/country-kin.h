/* SPDX-License-Identifier: MIT */
/*
 * Countries that tables name and maps no longer have, and countries whose name
 * once covered more ground: "Soviet Union", "Sudan" before 2011.
 */
#pragma once

/* The code of the country that is meant by a former or a joint name, folded; NULL when it is none.
 */
const char *incmap_country_former(const char *folded);

/* Codes, parted by blanks, of the countries in which events told of a country may lie: @folded is
 * the name as stated, @code what it was found to mean. NULL: none. */
const char *incmap_country_kin(const char *folded, const char *code);
