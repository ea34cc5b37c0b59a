/* SPDX-License-Identifier: MIT */
/*
 * test-hard-table GAZETTEER LAYERS TABLE: rows of which many are villages that
 * no gazetteer has. Each may be wrong, all together must be as right and as
 * modest as is promised.
 */
#include "locate-accuracy.h"

static guint
check(gboolean is_right, const char *what)
{
    printf("%s - %s\n", is_right ? "ok" : "not ok", what);
    return is_right ? 0 : 1;
}

int
main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(argv[1], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argv[2], &error);
    g_assert_no_error(error);
    LocateAccuracy sum;
    locate_accuracy_measure(gazetteer, layers, argv[3], &sum);
    locate_accuracy_print(&sum, "hard rows");
    guint n_wrong = check(sum.n >= 90, "the table has its rows");
    n_wrong += check(sum.n_unresolved == 0, "every row has an answer");
    n_wrong += check(sum.n_within[2] >= 0.55 * sum.n, "55 % lie within 25 km");
    n_wrong += check(sum.n_within[3] >= 0.90 * sum.n, "90 % lie within 161 km");
    n_wrong += check(sum.n_wrong_sure <= 0.02 * sum.n, "2 % at most are wrong and sure");
    printf("1..5\n");
    return n_wrong == 0 ? 0 : 1;
}
