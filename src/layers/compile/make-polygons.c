/* SPDX-License-Identifier: MIT */
#include "layers/compile/make.h"

#include "layers/compile/extent.h"

#include <math.h>
#include <stdlib.h>

#define CREDIT_AREAS "Natural Earth"
#define CREDIT_WATER "GSHHG"

/* The chains of @group, which are neighbours once sorted. */
static guint
count_group(const IncmapChains *chains, guint first, guint32 group)
{
    guint n = 0;
    while (first + n < chains->chains->len &&
           g_array_index(chains->chains, IncmapChain, first + n).group == group)
        n++;
    return n;
}

static const IncmapChain *
get_chain(const IncmapChains *chains, guint index)
{
    return &g_array_index(chains->chains, IncmapChain, index);
}

static gboolean
parse_label(const char *lon, const char *lat, IncmapLonLat *out_label)
{
    if (lon[0] == '\0' || lat[0] == '\0')
        return FALSE;
    *out_label = (IncmapLonLat){g_ascii_strtod(lon, NULL), g_ascii_strtod(lat, NULL)};
    return fabs(out_label->lon_deg) <= 180 && fabs(out_label->lat_deg) <= 90;
}

static void
add_country(IncmapMaking *making, guint32 country, const IncmapChains *chains, guint first,
            guint n_chains)
{
    const IncmapSources *sources = making->sources;
    const char *code = sources->countries[country];
    const IncmapTable *table = sources->country_table;
    GStrv row = incmap_table_find_row(table, "iso_a2", code);
    g_autofree const char **names = incmap_sources_names(sources, table, row, "name_");
    IncmapEntry entry = {.id = code, .code = code, .names = names, .country = country};
    entry.name = row != NULL ? incmap_table_get(table, row, "name") : code;
    entry.has_label = parse_label(incmap_table_get(table, row, "lon"),
                                  incmap_table_get(table, row, "lat"), &entry.label);
    incmap_book_add(making->book, &entry, chains, get_chain(chains, first), n_chains);
    /* However small the map, no country vanishes from it. */
    const IncmapChain *largest = get_chain(chains, first);
    gint32 reference = incmap_chains_references(chains, largest)[0];
    guint32 arc = (guint32)(reference < 0 ? ~reference : reference);
    if (largest->n_references == 1)
        g_array_index(making->arcs->arcs, IncmapArc, arc).is_kept = TRUE;
}

void
incmap_make_countries(IncmapMaking *making)
{
    const IncmapSources *sources = making->sources;
    g_autoptr(IncmapChains) chains = incmap_chains_new();
    incmap_chains_add_rings(chains, making->arcs, sources->admin1_countries,
                            sources->admin1->shapes->len);
    incmap_chains_sort(chains);
    incmap_book_begin(making->book, INCMAP_LAYER_COUNTRIES, CREDIT_AREAS, INCMAP_BOOK_NAMED);
    guint first = 0;
    for (guint32 i = 0; sources->countries[i] != NULL; i++) {
        guint n = count_group(chains, first, i);
        g_assert(n > 0);
        add_country(making, i, chains, first, n);
        first += n;
    }
}

/* "Region", "State"; where the source hesitates between two, or names none, nothing. */
static const char *
get_kind(const char *type_en)
{
    return *type_en != '\0' && strchr(type_en, '|') == NULL && strchr(type_en, '(') == NULL
               ? type_en
               : NULL;
}

static void
add_admin1(IncmapMaking *making, guint32 index, const IncmapChains *chains, guint first,
           guint n_chains)
{
    const IncmapSources *sources = making->sources;
    const IncmapShapes *admin1 = sources->admin1;
    const IncmapTable *table = sources->admin1_names;
    const char *name = incmap_shapes_get(admin1, index, "name_en");
    GStrv row =
        incmap_table_find_row(table, "adm1_code", incmap_shapes_get(admin1, index, "adm1_code"));
    g_autofree const char **names = incmap_sources_names(sources, table, row, "");
    IncmapEntry entry = {
        .id = sources->admin1_ids[index],
        .name = name[0] != '\0' ? name : incmap_shapes_get(admin1, index, "name"),
        .code = incmap_shapes_get(admin1, index, "iso_a2"),
        .kind = get_kind(incmap_shapes_get(admin1, index, "type_en")),
        .names = names,
        .country = sources->admin1_countries[index],
    };
    entry.has_label = parse_label(incmap_shapes_get(admin1, index, "longitude"),
                                  incmap_shapes_get(admin1, index, "latitude"), &entry.label);
    incmap_book_add(making->book, &entry, chains, get_chain(chains, first), n_chains);
}

void
incmap_make_admin1(IncmapMaking *making)
{
    guint n_areas = making->sources->admin1->shapes->len;
    g_autofree guint32 *classes = g_new(guint32, (gsize)n_areas + 1);
    for (guint i = 0; i < n_areas; i++)
        classes[i] = i;
    g_autoptr(IncmapChains) chains = incmap_chains_new();
    incmap_chains_add_rings(chains, making->arcs, classes, n_areas);
    incmap_chains_sort(chains);
    incmap_book_begin(making->book, INCMAP_LAYER_ADMIN1, CREDIT_AREAS, INCMAP_BOOK_NAMED);
    guint first = 0;
    for (guint32 i = 0; i < n_areas; i++) {
        guint n = count_group(chains, first, i);
        add_admin1(making, i, chains, first, n);
        first += n;
    }
}

static gboolean
is_in_ring(const GArray *ring, IncmapE7 point)
{
    gboolean is_inside = FALSE;
    for (guint i = 0; i + 1 < ring->len; i++) {
        IncmapE7 p = g_array_index(ring, IncmapE7, i);
        IncmapE7 q = g_array_index(ring, IncmapE7, i + 1);
        if ((p.lat_e7 > point.lat_e7) == (q.lat_e7 > point.lat_e7))
            continue;
        double x = p.lon_e7 + ((double)point.lat_e7 - p.lat_e7) / ((double)q.lat_e7 - p.lat_e7) *
                                  ((double)q.lon_e7 - p.lon_e7);
        is_inside ^= x > point.lon_e7;
    }
    return is_inside;
}

/* The smallest of the first @n_outer chains (the largest comes first) around a hole. */
static guint32
find_around(const IncmapArcs *arcs, const IncmapChains *chains, guint n_outer,
            const IncmapChain *hole)
{
    IncmapE7 point = incmap_extent_choose_label(arcs, chains, hole);
    for (guint i = n_outer; i-- > 0;) {
        const IncmapChain *outer = get_chain(chains, i);
        IncmapExtentE7 e = incmap_extent_of_chain(arcs, chains, outer);
        if (outer->size < fabs(hole->size) || e.west_e7 > point.lon_e7 ||
            e.east_e7 < point.lon_e7 || e.south_e7 > point.lat_e7 || e.north_e7 < point.lat_e7)
            continue;
        g_autoptr(GArray) ring = g_array_new(FALSE, FALSE, sizeof(IncmapE7));
        incmap_chains_points(chains, arcs, outer, ring);
        if (is_in_ring(ring, point))
            return i;
    }
    return 0;
}

/* Outer rings run clockwise, so their size is positive. */
static int
compare_signed(gconstpointer a, gconstpointer b)
{
    const IncmapChain *p = a;
    const IncmapChain *q = b;
    if (p->size != q->size)
        return p->size > q->size ? -1 : 1;
    return (p->first_reference > q->first_reference) - (p->first_reference < q->first_reference);
}

void
incmap_make_land(IncmapMaking *making)
{
    guint n_areas = making->sources->admin1->shapes->len;
    g_autofree guint32 *classes = g_new0(guint32, (gsize)n_areas + 1);
    g_autoptr(IncmapChains) chains = incmap_chains_new();
    incmap_chains_add_rings(chains, making->arcs, classes, n_areas);
    GArray *all = chains->chains;
    if (all->len > 0)
        qsort(all->data, all->len, sizeof(IncmapChain), compare_signed);
    guint n_outer = 0;
    while (n_outer < all->len && get_chain(chains, n_outer)->size > 0)
        n_outer++;
    for (guint i = 0; i < all->len; i++)
        g_array_index(all, IncmapChain, i).group =
            i < n_outer ? i : find_around(making->arcs, chains, n_outer, get_chain(chains, i));
    incmap_chains_sort(chains);
    incmap_book_begin(making->book, INCMAP_LAYER_LAND, CREDIT_AREAS, INCMAP_BOOK_PLAIN);
    guint n = 0;
    for (guint first = 0; first < all->len; first += n) {
        const IncmapChain *chain = get_chain(chains, first);
        n = count_group(chains, first, chain->group);
        incmap_book_add(making->book, &(IncmapEntry){0}, chains, chain, n);
    }
}

typedef struct Order Order;
struct Order {
    gint32 rank;
    double size; /* summed over the parts: the largest ring first decides ties of rank */
    guint32 shape;
};

static int
compare_orders(gconstpointer a, gconstpointer b)
{
    const Order *p = a;
    const Order *q = b;
    if (p->rank != q->rank)
        return p->rank < q->rank ? -1 : 1;
    if (p->size != q->size)
        return p->size > q->size ? -1 : 1;
    return (p->shape > q->shape) - (p->shape < q->shape);
}

void
incmap_make_lakes(IncmapMaking *making)
{
    const IncmapShapes *lakes = making->sources->lakes;
    g_autoptr(IncmapChains) chains = incmap_chains_new();
    for (guint i = 0; i < making->arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(making->arcs, i);
        if (arc->theme == INCMAP_THEME_LAKES)
            incmap_chains_add(chains, making->arcs, arc->shape, (gint32)i);
    }
    incmap_chains_sort(chains);
    g_autoptr(GArray) orders = g_array_new(FALSE, TRUE, sizeof(Order));
    g_autofree guint *firsts = g_new0(guint, (gsize)lakes->shapes->len + 1);
    guint n = 0;
    for (guint first = 0; first < chains->chains->len; first += n) {
        const IncmapChain *chain = get_chain(chains, first);
        n = count_group(chains, first, chain->group);
        firsts[chain->group] = first;
        const char *rank = incmap_shapes_get(lakes, chain->group, "rank");
        Order order = {(gint32)g_ascii_strtoll(rank, NULL, 10), fabs(chain->size), chain->group};
        g_array_append_val(orders, order);
    }
    g_array_sort(orders, compare_orders);
    incmap_book_begin(making->book, INCMAP_LAYER_LAKES, CREDIT_WATER, INCMAP_BOOK_NAMED);
    for (guint i = 0; i < orders->len; i++) {
        Order order = g_array_index(orders, Order, i);
        guint first = firsts[order.shape];
        const char *name = incmap_shapes_get(lakes, order.shape, "name");
        g_autofree const char **names = incmap_sources_water_names(making->sources, name);
        IncmapEntry entry = {.name = name, .names = names, .rank = order.rank};
        incmap_book_add(making->book, &entry, chains, get_chain(chains, first),
                        count_group(chains, first, order.shape));
    }
}
