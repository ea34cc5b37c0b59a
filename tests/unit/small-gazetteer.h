/* SPDX-License-Identifier: MIT */
/*
 * A gazetteer of a few dozen places for tests, with true coordinates but made
 * without any file.
 */
#pragma once

#include <string.h>

#include "locate/gazetteer-build.h"
#include "locate/gazetteer-file.h"

typedef struct SmallPlace SmallPlace;
struct SmallPlace {
    IncmapPlaceKind kind;
    const char *name, *alternates; /* separated by "|"; "=X" a code, "~X" short, "@X" a demonym */
    const char *feature;
    double lon_deg, lat_deg;
    guint32 population;
    const char *country, *admin1;
    double radius_km;
};

static const SmallPlace small_places[] = {
    {INCMAP_PLACE_COUNTRY, "Mali", "مالي|=ML|=MLI|=466|@Malian|@malien", "PCLI", -2, 18, 20250833,
     "ML", "", 632},
    {INCMAP_PLACE_COUNTRY, "Algeria", "Algérie|=DZ|=DZA|@Algerian", "PCLI", 3, 28, 44903225, "DZ",
     "", 861},
    {INCMAP_PLACE_COUNTRY, "Niger", "=NE|=NER|@Nigerien", "PCLI", 9, 18, 26207977, "NE", "", 635},
    {INCMAP_PLACE_COUNTRY, "Sudan", "=SD|=SDN|@Sudanese", "PCLI", 30, 16, 46874204, "SD", "", 770},
    {INCMAP_PLACE_COUNTRY, "United States", "United States of America|~USA|=US|@American", "PCLI",
     -98.5, 39.76, 333287557, "US", "", 1710},
    {INCMAP_PLACE_COUNTRY, "Ukraine", "=UA|@Ukrainian", "PCLI", 32, 49, 38000000, "UA", "", 438},
    {INCMAP_PLACE_COUNTRY, "Georgia", "=GE|@Georgian", "PCLI", 43.5, 42, 3712502, "GE", "", 149},
    {INCMAP_PLACE_COUNTRY, "Colombia", "=CO|=COL|@Colombian", "PCLI", -73.25, 4, 51874024, "CO", "",
     602},
    {INCMAP_PLACE_ADMIN1, "Kidal", "Kidal Region|=ML-8", "ADM1", 1.09, 19.43, 0, "ML", "ML-8", 216},
    {INCMAP_PLACE_ADMIN1, "Gao", "=ML-7", "ADM1", 0.2, 17.5, 0, "ML", "ML-7", 233},
    {INCMAP_PLACE_ADMIN1, "Timbuktu", "Tombouctou|=ML-6", "ADM1", -3.4, 20.3, 0, "ML", "ML-6", 397},
    {INCMAP_PLACE_ADMIN1, "Georgia", "~Ga.|=US-GA", "ADM1", -83.5, 32.75, 10711908, "US", "US-GA",
     220},
    {INCMAP_PLACE_ADMIN1, "Illinois", "=US-IL", "ADM1", -89.5, 40, 12812508, "US", "US-IL", 215},
    {INCMAP_PLACE_ADMIN1, "Missouri", "=US-MO", "ADM1", -92.5, 38.25, 6154913, "US", "US-MO", 239},
    {INCMAP_PLACE_ADMIN1, "North Darfur", "Shamal Darfur|=SD-DN", "ADM1", 25.5, 16, 0, "SD",
     "SD-DN", 307},
    {INCMAP_PLACE_ADMIN2, "Laurel County", "", "ADM2", -84.1, 37.1, 62613, "US", "US-KY", 19},
    {INCMAP_PLACE_REGION, "Sahara", "", "DSRT", 10, 23, 0, "", "", 1700},
    {INCMAP_PLACE_RIVER, "Niger", "", "STM", 0, 16, 0, "", "", 900},
    {INCMAP_PLACE_LAKE, "Lake Chad", "", "LK", 14.1, 13.1, 0, "", "", 30},
    {INCMAP_PLACE_TOWN, "Tinzaouaten", "Ti-n-Zaouâtene|Tin Zaouatine|Tinzawaten", "PPL", 2.97,
     19.96, 0, "ML", "ML-8", 0},
    {INCMAP_PLACE_TOWN, "Kidal", "كيدال|Кидаль", "PPLA", 1.41, 18.44, 25969, "ML", "ML-8", 0},
    {INCMAP_PLACE_TOWN, "Gao", "", "PPLA", -0.04, 16.27, 86353, "ML", "ML-7", 0},
    {INCMAP_PLACE_TOWN, "Timbuktu", "Tombouctou|Timbuctoo", "PPLA", -3.01, 16.77, 54453, "ML",
     "ML-6", 0},
    {INCMAP_PLACE_TOWN, "Bamako", "Бамако|巴马科", "PPLC", -8, 12.65, 4227569, "ML", "ML-BKO", 0},
    {INCMAP_PLACE_TOWN, "Ansongo", "", "PPLA2", 0.5, 15.66, 30000, "ML", "ML-7", 0},
    {INCMAP_PLACE_TOWN, "Tamanrasset", "", "PPLA", 5.53, 22.79, 76000, "DZ", "DZ-11", 0},
    {INCMAP_PLACE_TOWN, "El Fasher", "Al Fashir|الفاشر", "PPLA", 25.35, 13.63, 252609, "SD",
     "SD-DN", 0},
    {INCMAP_PLACE_TOWN, "Springfield", "", "PPLA", -89.65, 39.8, 116250, "US", "US-IL", 0},
    {INCMAP_PLACE_TOWN, "Springfield", "", "PPLA2", -93.29, 37.22, 169176, "US", "US-MO", 0},
    {INCMAP_PLACE_TOWN, "Atlanta", "", "PPLA", -84.39, 33.75, 498715, "US", "US-GA", 0},
    {INCMAP_PLACE_TOWN, "Kyiv", "Kiev|Київ|Киев", "PPLC", 30.52, 50.45, 2952301, "UA", "UA-30", 0},
    {INCMAP_PLACE_TOWN, "Kharkiv", "Харків|Харьков", "PPLA", 36.25, 49.98, 1433886, "UA", "UA-63",
     0},
    {INCMAP_PLACE_TOWN, "New York City", "New York|~N.Y.", "PPL", -74.01, 40.71, 8175133, "US",
     "US-NY", 0},
    {INCMAP_PLACE_TOWN, "Saint-Louis", "", "PPLA", -16.5, 16.03, 237563, "SN", "SN-SL", 0},
    {INCMAP_PLACE_TOWN, "Suva", "", "PPLC", 178.44, -18.14, 77366, "FJ", "FJ-C", 0},
    {INCMAP_PLACE_TOWN, "Apia", "", "PPLC", -171.77, -13.83, 40407, "WS", "WS-TU", 0},
    {INCMAP_PLACE_TOWN, "Buenaventura", "", "PPL", -77.03, 3.88, 240387, "CO", "CO-VAC", 0},
};

static inline IncmapNameKind
small_name_kind(const char **name)
{
    static const struct {
        char mark;
        IncmapNameKind kind;
    } marks[] = {{'=', INCMAP_NAME_CODE}, {'~', INCMAP_NAME_SHORT}, {'@', INCMAP_NAME_DEMONYM}};
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (**name == marks[i].mark) {
            (*name)++;
            return marks[i].kind;
        }
    }
    return INCMAP_NAME_ALTERNATE;
}

static inline IncmapGazetteerBuilder *
small_builder_new(void)
{
    IncmapGazetteerBuilder *builder = incmap_gazetteer_builder_new();
    for (gsize i = 0; i < G_N_ELEMENTS(small_places); i++) {
        const SmallPlace *small = &small_places[i];
        IncmapPlace place = {
            .id = (gint64)i + 1,
            .kind = small->kind,
            .name = small->name,
            .feature_code = small->feature,
            .point = {small->lon_deg, small->lat_deg},
            .population = small->population,
            .country_code = small->country,
            .admin1_code = small->admin1,
            .radius_km = small->radius_km,
        };
        guint32 added = incmap_gazetteer_builder_add(builder, &place);
        g_auto(GStrv) names = g_strsplit(small->alternates, "|", -1);
        for (char **name = names; *name != NULL; name++) {
            const char *text = *name;
            IncmapNameKind kind = small_name_kind(&text);
            incmap_gazetteer_builder_add_name(builder, added, text, NULL, kind);
        }
    }
    incmap_gazetteer_builder_set_continent(builder, "ML", "Africa");
    return builder;
}

static inline GBytes *
small_bytes_new(void)
{
    g_autoptr(IncmapGazetteerBuilder) builder = small_builder_new();
    g_autoptr(GError) error = NULL;
    GBytes *bytes = incmap_gazetteer_builder_finish(builder, &error);
    g_assert_no_error(error);
    return bytes;
}

static inline IncmapGazetteer *
small_gazetteer_new(void)
{
    g_autoptr(GBytes) bytes = small_bytes_new();
    g_autoptr(GError) error = NULL;
    IncmapGazetteer *gazetteer = incmap_gazetteer_new_for_bytes(bytes, "small", &error);
    g_assert_no_error(error);
    return gazetteer;
}
