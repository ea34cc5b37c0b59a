/* SPDX-License-Identifier: MIT */
#include "read/figures.h"

#include <string.h>

/* Sentence → figures as "kind quantity low high who by claimant", joined by "; ". "-" is nothing
 * said; "!" behind the claimant is an authority. */
static const struct {
    const char *sentence;
    const char *figures;
} cases[] = {
    {"At least 12 soldiers were killed.", "killed 1 12 12 soldiers by -"},
    {"The blast killed 12 birds and 40 cattle.", ""},
    {"Between 20 and 80 Wagner fighters were killed.", "killed 4 20 80 Wagner fighters by -"},
    {"The rebels said they had killed 84 mercenaries and 47 soldiers.",
     "killed 0 84 84 mercenaries by rebels; killed 0 47 47 soldiers by rebels"},
    {"Twenty-one people were injured, police said.", "injured 0 21 21 - by police!"},
    {"Police said two dozen people died.", "killed 0 24 24 - by Police!"},
    {"Hundreds of people were displaced.", "displaced 6 200 999 - by -"},
    {"A soldier was killed and five others wounded.",
     "killed 0 1 1 soldier by -; injured 0 5 5 - by -"},
    {"Up to 50 people are missing, according to residents.", "missing 2 50 50 - by residents"},
    {"The death toll rose to 1,200.", "killed 0 1200 1200 - by -"},
    {"More than 30 hostages were kidnapped.", "abducted 1 30 30 hostages by -"},
    {"Police arrested 15 suspects.", "arrested 0 15 15 suspects by -"},
    {"No official death toll has been released.", "killed 7 nan nan - by -!"},
    {"Neither the army nor the police have given precise figures.",
     "killed 7 nan nan - by army; police!"},
    {"Three gunmen attacked on 27 July, 12 km from the town.", ""},
    {"The school has 300 students.", ""},
};

static const char *const kinds[] = {"killed",    "injured",  "missing",
                                    "displaced", "arrested", "abducted"};

static char *
find_figures(const char *sentence)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(IncmapLexicon) lexicon = incmap_lexicon_new("en");
    g_autoptr(GArray) figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
    g_auto(IncmapTokens) tokens = {0};
    GString *result = g_string_new(NULL);
    incmap_tokens_init(&tokens, sentence, strlen(sentence), lexicon);
    incmap_figures_find(scene, &tokens, &g_array_index(tokens.sentences, IncmapSentence, 0),
                        figures);
    for (guint i = 0; i < figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, i);
        g_string_append_printf(result, "%s%s %d %g %g %s by %s%s", i > 0 ? "; " : "",
                               kinds[figure->kind], (int)figure->quantity, figure->low,
                               figure->high, figure->who != NULL ? figure->who : "-",
                               figure->claimed_by != NULL ? figure->claimed_by : "-",
                               figure->is_official ? "!" : "");
    }
    return g_string_free(result, FALSE);
}

static void
test_figures(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autofree char *figures = find_figures(cases[i].sentence);
    g_assert_cmpstr(figures, ==, cases[i].figures);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/figures/%" G_GSIZE_FORMAT, i);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_figures);
    }
    return g_test_run();
}
