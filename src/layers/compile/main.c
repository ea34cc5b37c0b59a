/* SPDX-License-Identifier: MIT */
/* incmap-compile-layers SOURCE_DIR TARGET: what the build calls. */
#include "layers/compile/compile.h"

int
main(int argc, char **argv)
{
    if (argc != 3) {
        g_printerr("usage: %s SOURCE_DIR TARGET\n", argv[0]);
        return 2;
    }
    g_autoptr(GError) error = NULL;
    if (!incmap_compile_layers(argv[1], argv[2], &error)) {
        g_printerr("incmap-compile-layers: %s\n", error->message);
        return 1;
    }
    return 0;
}
