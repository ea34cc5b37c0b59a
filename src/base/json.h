/* SPDX-License-Identifier: MIT */
/*
 * Writes JSON into a string, member after member in the order of the calls, so
 * equal data gives equal bytes. Numbers are rounded to a stated count of
 * decimals and never depend on the locale; what is not a number becomes null.
 */
#pragma once

#include <glib.h>

/** IncmapJson: a writer; the outer @n_deep levels get a line for each member */
typedef struct IncmapJson IncmapJson;
struct IncmapJson {
    GString *out; /* owned */
    guint n_deep;
    guint depth;
    gboolean is_first; /* in the open container */
};

void incmap_json_init(IncmapJson *json, guint n_deep);
/* Ends the document with a line feed and hands over the text. */
char *incmap_json_steal(IncmapJson *json);
void incmap_json_clear(IncmapJson *json);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapJson, incmap_json_clear)

/* @open is '{' or '['; @key is NULL inside an array. */
void incmap_json_begin(IncmapJson *json, const char *key, char open);
void incmap_json_end(IncmapJson *json, char close);

/* One value each; @key is NULL inside an array. A NULL text becomes null. */
void incmap_json_text(IncmapJson *json, const char *key, const char *text);
void incmap_json_number(IncmapJson *json, const char *key, double value, int n_decimals);
void incmap_json_integer(IncmapJson *json, const char *key, gint64 value);
void incmap_json_boolean(IncmapJson *json, const char *key, gboolean value);
/* As incmap_json_text(), but leaves the member out when @text is NULL. */
void incmap_json_text_if(IncmapJson *json, const char *key, const char *text);

/* Rounded to @n_decimals without trailing zeros and without "-0"; "null" when not finite. */
void incmap_format_number(GString *out, double value, int n_decimals);
