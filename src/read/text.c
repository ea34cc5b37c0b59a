/* SPDX-License-Identifier: MIT */
#include "read/text.h"

gboolean
incmap_text_read(IncmapScene *scene, const IncmapInput *input, const IncmapReadOptions *options,
                 IncmapDocument *document, GError **error)
{
    (void)scene, (void)options, (void)error;
    document->text = input->text;
    return TRUE;
}
