/* SPDX-License-Identifier: MIT */
/*
 * yaml-json FILE: prints a YAML file as JSON, for tests of manifests that others read.
 */
#include "style/document.h"

#include <stdio.h>

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapStyleDocument) document = incmap_document_new();
    IncmapValue root;
    if (argc != 2 || !incmap_document_load(document, argv[1], &root, &error)) {
        fprintf(stderr, "%s\n", error != NULL ? error->message : "usage: yaml-json FILE");
        return 1;
    }
    g_autofree char *json = incmap_value_format_json(&root);
    puts(json);
    return 0;
}
