/* SPDX-License-Identifier: MIT */
/*
 * run-CORPUS FOLDER…: hands every file of the folders to a fuzzer's function: the corpus and the
 * old crashes, in the normal suite.
 */
#include <glib.h>
#include <stdio.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

int
main(int argc, char **argv)
{
    guint n = 0;
    for (int i = 1; i < argc; i++) {
        g_autoptr(GDir) dir = g_dir_open(argv[i], 0, NULL);
        for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
            g_autofree char *path = g_build_filename(argv[i], name, NULL);
            g_autofree char *contents = NULL;
            gsize length = 0;
            if (!g_file_get_contents(path, &contents, &length, NULL))
                continue;
            LLVMFuzzerTestOneInput((const guint8 *)contents, length);
            n++;
        }
    }
    printf("%u files\n", n);
    return n > 0 ? 0 : 1;
}
