/* SPDX-License-Identifier: MIT */
/* A gazetteer file with any damage behind a header that is right, or with any header. */
#include "../unit/small-gazetteer.h"
#include "locate/gazetteer-private.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* Changes a good file: six bytes say where, and what is written there. */
static guint8 *
damage(const guint8 *good, gsize n_good, const guint8 *data, gsize size, gsize *out_n)
{
    guint8 *bytes = g_memdup2(good, n_good);
    for (gsize i = 1; i + 6 <= size; i += 6) {
        gsize at = ((gsize)data[i] << 16 | (gsize)data[i + 1] << 8 | data[i + 2]) % n_good;
        memcpy(bytes + at, data + i + 3, MIN((gsize)3, n_good - at));
    }
    *out_n = n_good;
    if (data[0] & 1) { /* the header's own sums are right, so that it is believed */
        IncmapGazetteerHeader *header = (IncmapGazetteerHeader *)(void *)bytes;
        memcpy(header->magic, INCMAP_GAZETTEER_MAGIC, sizeof(header->magic));
        header->version = INCMAP_GAZETTEER_VERSION;
        header->order = INCMAP_GAZETTEER_ORDER;
        header->n_bytes = n_good;
        header->n_sections = INCMAP_N_SECTIONS;
        header->checksum = incmap_gazetteer_hash((const char *)header,
                                                 G_STRUCT_OFFSET(IncmapGazetteerHeader, checksum));
    }
    return bytes;
}

static void
use(IncmapGazetteer *gazetteer)
{
    static const char *const words[] = {"gao", "tinzawaten", "springfeild", "mali", "n", ""};
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    IncmapPlace place;
    double distance_km = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        incmap_gazetteer_match(gazetteer, words[i], 0, matches);
        incmap_gazetteer_match(gazetteer, words[i], 2, matches);
        incmap_gazetteer_has_prefix(gazetteer, words[i]);
        incmap_gazetteer_demonym(gazetteer, words[i]);
    }
    for (guint i = 0; i < MIN(matches->len, 20); i++) {
        place = g_array_index(matches, IncmapNameMatch, i).place;
        incmap_gazetteer_name_in(gazetteer, &place, "ar");
        incmap_gazetteer_admin1_name(gazetteer, place.admin1_code);
        incmap_gazetteer_country_name(gazetteer, place.country_code);
        incmap_gazetteer_continent(gazetteer, place.country_code);
        incmap_gazetteer_credit(gazetteer, &place);
    }
    incmap_gazetteer_nearest(gazetteer, (IncmapLonLat){2, 17}, 300, &place, &distance_km);
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){-5, 10, 5, 20}, 50, places);
    incmap_gazetteer_towns_near(gazetteer, (IncmapLonLat){2, 17}, 300, places);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    static GBytes *good;
    gsize n_good = 0, n_bytes = 0;
    if (good == NULL)
        good = small_bytes_new();
    if (size == 0)
        return 0;
    const guint8 *start = g_bytes_get_data(good, &n_good);
    guint8 *bytes = damage(start, n_good, data, size, &n_bytes);
    g_autoptr(GBytes) damaged = g_bytes_new_take(bytes, n_bytes);
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_new_for_bytes(damaged, "fuzz", NULL);
    if (gazetteer != NULL)
        use(gazetteer);
    return 0;
}
