/* SPDX-License-Identifier: MIT */
#include "style/style-list.h"

#include "style/incmap-table.h"
#include "style/property-table.h"

#include <math.h>
#include <string.h>

static void
append_default(GString *text, const char *fallback)
{
    if (fallback != NULL)
        g_string_append_printf(text, ", default %s", fallback);
}

static void
append_limits(GString *text, double min, double max)
{
    if (isfinite(min) && isfinite(max) && min < max)
        g_string_append_printf(text, ", %g to %g", min, max);
    else if (isfinite(min))
        g_string_append_printf(text, ", at least %g", min);
}

static char *
describe_property(const IncmapPropertyInfo *info)
{
    GString *text = g_string_new(incmap_property_kind_get_name(info->kind));
    append_default(text, info->fallback);
    append_limits(text, info->min, info->max);
    for (guint i = 0; info->choices != NULL && info->choices[i] != NULL; i++)
        g_string_append_printf(text, "%s%s", i == 0 ? ", one of " : " ", info->choices[i]);
    g_string_append_printf(text, ": %s", info->doc);
    if (info->medium == INCMAP_PROPERTY_MEDIUM_SCREEN)
        g_string_append(text, " (no effect in print)");
    return g_string_free(text, FALSE);
}

static char *
describe_key(const IncmapTableRow *row)
{
    GString *text = g_string_new(incmap_table_kind_get_name(row->kind));
    append_default(text, row->fallback);
    if (row->unit != NULL)
        g_string_append_printf(text, " %s", row->unit);
    if (row->kind == INCMAP_TABLE_NUMBER)
        append_limits(text, row->min, row->max);
    if (row->choices != NULL)
        g_string_append_printf(text, ", one of %s", row->choices);
    g_string_append_printf(text, ": %s", row->doc);
    return g_string_free(text, FALSE);
}

char **
incmap_style_list_properties(void)
{
    GPtrArray *rows = g_ptr_array_new();
    for (int i = 0; i < INCMAP_N_PROPERTIES; i++) {
        const IncmapPropertyInfo *info = incmap_property_get_info((IncmapStyleProperty)i);
        g_ptr_array_add(rows, g_strdup(info->name));
        g_ptr_array_add(rows, describe_property(info));
    }
    guint n_keys = 0;
    const IncmapTableRow *keys = incmap_table_get_rows(&n_keys);
    for (guint i = 0; i < n_keys; i++) {
        g_ptr_array_add(rows, g_strdup_printf("incmap.%s", keys[i].key));
        g_ptr_array_add(rows, describe_key(&keys[i]));
    }
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_free(rows, FALSE);
}
