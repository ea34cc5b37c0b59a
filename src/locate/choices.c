/* SPDX-License-Identifier: MIT */
#include "locate/choices.h"

#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locator.h"

/* A place chosen may have moved that far since, and is still taken for the same. */
#define SAME_KM 5.0

void
incmap_choice_free(IncmapChoice *choice)
{
    if (choice == NULL)
        return;
    g_free(choice->place);
    g_free(choice->admin2);
    g_free(choice->admin1);
    g_free(choice->country);
    g_free(choice->name);
    g_free(choice);
}

IncmapChoices *
incmap_choices_new(void)
{
    IncmapChoices *choices = g_new0(IncmapChoices, 1);
    choices->all = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_choice_free);
    choices->files = g_ptr_array_new_with_free_func(g_free);
    return choices;
}

void
incmap_choices_free(IncmapChoices *choices)
{
    if (choices == NULL)
        return;
    g_clear_pointer(&choices->found, g_hash_table_unref);
    g_ptr_array_unref(choices->all);
    g_ptr_array_unref(choices->files);
    g_free(choices);
}

char *
incmap_question_key(const char *place, const IncmapStated *stated, const char *admin1,
                    const char *country)
{
    g_autofree char *name = incmap_text_fold(place != NULL ? place : "");
    g_autofree char *district = incmap_text_fold(stated->admin2 != NULL ? stated->admin2 : "");
    g_autofree char *province =
        stated->has_admin1
            ? g_strdup_printf("%s|%s", stated->admin1.admin1_code, stated->admin1.name)
            : incmap_text_fold(admin1 != NULL ? admin1 : "");
    g_autofree char *state = stated->has_country ? g_strdup(stated->country.country_code)
                                                 : incmap_text_fold(country != NULL ? country : "");
    return g_strjoin("\x1F", name, district, province, state, NULL);
}

static void
index_choices(IncmapLocator *locator, IncmapChoices *choices)
{
    choices->found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < choices->all->len; i++) {
        IncmapChoice *choice = g_ptr_array_index(choices->all, i);
        IncmapStated stated;
        incmap_stated_init(locator, choice->admin2, choice->admin1, choice->country, &stated);
        g_hash_table_replace(
            choices->found,
            incmap_question_key(choice->place, &stated, choice->admin1, choice->country), choice);
    }
}

/* The place that was chosen as the gazetteer knows it now. */
static gboolean
find_chosen(const IncmapLocator *locator, const IncmapChoice *choice, IncmapPlace *out_place)
{
    g_autofree char *folded = incmap_text_fold(choice->name);
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(locator->gazetteer, folded, 0, matches);
    const IncmapPlace *best = NULL;
    double best_km = SAME_KM;
    for (guint i = 0; i < matches->len; i++) {
        const IncmapPlace *place = &g_array_index(matches, IncmapNameMatch, i).place;
        double distance_km = incmap_distance_km(place->point, choice->point);
        if (choice->id != 0 && place->id == choice->id && distance_km < SAME_KM) {
            *out_place = *place;
            return TRUE;
        }
        if (distance_km < best_km) {
            best = place;
            best_km = distance_km;
        }
    }
    if (best != NULL)
        *out_place = *best;
    return best != NULL;
}

static void
use_point(IncmapLocator *locator, const IncmapChoice *choice, IncmapFix *fix)
{
    incmap_locate_point(locator->scene, locator->gazetteer, locator->layers, choice->point, fix);
    fix->name =
        incmap_scene_string(locator->scene, choice->name != NULL ? choice->name : choice->place);
    fix->kind = "point";
    fix->precision = choice->precision;
    fix->radius_km = choice->radius_km;
    fix->point = choice->point;
}

gboolean
incmap_choices_use(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                   const char *admin1, const char *country, IncmapFix *fix)
{
    IncmapChoices *choices = locator->choices;
    IncmapPlace chosen;
    if (choices == NULL || choices->all->len == 0)
        return FALSE;
    if (choices->found == NULL)
        index_choices(locator, choices);
    g_autofree char *key = incmap_question_key(place, stated, admin1, country);
    const IncmapChoice *choice = g_hash_table_lookup(choices->found, key);
    if (choice == NULL)
        return FALSE;
    *fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE};
    if (choice->kind == INCMAP_CHOICE_PLACE && find_chosen(locator, choice, &chosen))
        incmap_fix_use_place(locator, &chosen, fix);
    else if (choice->kind != INCMAP_CHOICE_SKIP)
        use_point(locator, choice, fix);
    fix->score = choice->kind == INCMAP_CHOICE_SKIP ? 0 : 1;
    fix->reason = incmap_scene_printf(locator->scene,
                                      choice->kind == INCMAP_CHOICE_SKIP ? "skipped in %s, line %u"
                                                                         : "chosen in %s, line %u",
                                      choice->file, choice->line);
    return TRUE;
}
