/* SPDX-License-Identifier: MIT */
#include "read/vector-table.h"

#include "base/error.h"

gboolean
incmap_vector_table_read(IncmapScene *scene, const char *path, const IncmapReadOptions *options,
                         IncmapDocument *document, GError **error)
{
    (void)scene, (void)options, (void)document;
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s: this format cannot be read yet; save it as CSV", path);
}
