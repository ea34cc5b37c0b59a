/* SPDX-License-Identifier: MIT */
#include "draw/canvas.h"

#include "base/error.h"

IncmapCanvas *
incmap_canvas_svg_new(const IncmapScene *scene, const IncmapDrawOptions *options, GError **error)
{
    (void)scene;
    (void)options;
    incmap_fail(error, INCMAP_ERROR_OUTPUT, "SVG is not written yet");
    return NULL;
}
