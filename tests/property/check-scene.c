/* SPDX-License-Identifier: MIT */
/*
 * check-scene [NAME]: reads a scene dumped after the arrange stage from standard input and fails
 * when two labels overlap, a label leaves the page, a label of the map leaves the map, or one
 * stands on a symbol or under a card, inset, legend or scale bar; when furniture leaves the page or
 * lies on other furniture or on a symbol; when a symbol hides another; when a country that is more
 * than an eighth of the map has no name. The dump has one label, mark, country and piece of
 * furniture a line, so no JSON parser is needed.
 */
#include "arrange/obstacles.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Boxes are rounded to a hundredth of a point. */
#define ROUNDING_PT 0.02

typedef struct Label Label;
struct Label {
    char text[80];
    char class_id[24];
    IncmapBox box;
    IncmapQuad *quads;
    guint n_quads;
};

typedef struct Block Block;
struct Block {
    char kind[24];
    IncmapBox box;
    gboolean is_symbol;
};

typedef struct Country Country;
struct Country {
    char name[80];
    double area_pt2;
    IncmapBox box;
};

static void
copy_member(const char *line, const char *key, char *out, gsize size)
{
    const char *at = strstr(line, key);
    out[0] = '\0';
    if (at == NULL)
        return;
    g_strlcpy(out, at + strlen(key), size);
    char *end = strchr(out, '"');
    if (end != NULL)
        *end = '\0';
}

static gboolean
read_box(const char *line, const char *key, IncmapBox *out_box)
{
    const char *at = strstr(line, key);
    return at != NULL && sscanf(at + strlen(key), "%lf, %lf, %lf, %lf", &out_box->x0_pt,
                                &out_box->y0_pt, &out_box->x1_pt, &out_box->y1_pt) == 4;
}

/* All numbers behind "quads", eight to a quad, shrunk towards their middle by the rounding. */
static void
read_quads(const char *line, Label *label)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(double));
    const char *at = strstr(line, "\"quads\": ");
    const char *stop = at == NULL ? NULL : strstr(at, "]]]");
    for (const char *c = at; c != NULL && stop != NULL && c < stop;) {
        if (!g_ascii_isdigit(*c) && *c != '-') {
            c++;
            continue;
        }
        char *end;
        double number = g_ascii_strtod(c, &end);
        g_array_append_val(numbers, number);
        c = end > c ? end : c + 1;
    }
    label->n_quads = numbers->len / 8;
    label->quads = g_new0(IncmapQuad, MAX(label->n_quads, 1));
    for (guint i = 0; i < label->n_quads * 4; i++)
        label->quads[i / 4].corner[i % 4] = (IncmapPoint){
            g_array_index(numbers, double, i * 2), g_array_index(numbers, double, i * 2 + 1)};
    for (guint i = 0; i < label->n_quads; i++) {
        IncmapPoint middle = incmap_box_centre(incmap_quad_box(&label->quads[i]));
        for (int k = 0; k < 4; k++) {
            IncmapPoint *corner = &label->quads[i].corner[k];
            corner->x_pt += corner->x_pt < middle.x_pt ? ROUNDING_PT : -ROUNDING_PT;
            corner->y_pt += corner->y_pt < middle.y_pt ? ROUNDING_PT : -ROUNDING_PT;
        }
    }
}

static gboolean
is_on_map(const char *class_id)
{
    static const char *const classes[] = {"country", "admin1", "town",     "river",     "lake",
                                          "sea",     "region", "incident", "graticule", NULL};
    return g_strv_contains(classes, class_id);
}

static gboolean
overlap(const Label *a, const Label *b)
{
    for (guint i = 0; i < a->n_quads; i++) {
        for (guint k = 0; k < b->n_quads; k++) {
            if (incmap_quads_overlap(&a->quads[i], &b->quads[k]))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
covers(IncmapBox box, const Label *label)
{
    IncmapQuad quad = incmap_quad_from_box(incmap_box_grow(box, -ROUNDING_PT));
    for (guint i = 0; i < label->n_quads; i++) {
        if (incmap_quads_overlap(&quad, &label->quads[i]))
            return TRUE;
    }
    return FALSE;
}

/* One line: {"leader": [[x, y], …]}. */
static void
read_leader(const char *line, GArray *leaders)
{
    IncmapPoint points[3];
    int n = 0;
    for (const char *at = strchr(strstr(line, "\"leader\": ") + 1, '['); at != NULL && n < 3;
         at = strchr(at + 1, '[')) {
        if (sscanf(at, "[%lf, %lf]", &points[n].x_pt, &points[n].y_pt) == 2)
            n++;
    }
    for (int i = 1; i < n; i++) {
        IncmapQuad quad = incmap_quad_from_line(points[i - 1], points[i], ROUNDING_PT);
        g_array_append_val(leaders, quad);
    }
}

/* All features of a line that have a name: {"id": …, "name": …, "area": …}. */
static void
read_countries(const char *line, GArray *countries)
{
    for (const char *at = strchr(line, '{'); at != NULL; at = strchr(at + 1, '{')) {
        const char *end = strchr(at, '}');
        const char *name = strstr(at, "\"name\": \""), *size = strstr(at, "\"area\": ");
        Country country = {0};
        if (end == NULL || name == NULL || size == NULL || name > end || size > end)
            continue;
        copy_member(name, "\"name\": \"", country.name, sizeof country.name);
        country.area_pt2 = g_ascii_strtod(size + strlen("\"area\": "), NULL);
        read_box(at, "\"box\": [", &country.box);
        g_array_append_val(countries, country);
    }
}

static guint n_faults;

static void
complain(const char *name, const Label *label, const char *what, const char *other)
{
    n_faults++;
    fprintf(stderr, "%s: \"%s\" (%s) %s%s\n", name, label->text, label->class_id, what, other);
}

static void
check_label(const char *name, const GArray *labels, guint i, const GArray *blocks, IncmapBox page,
            IncmapBox map)
{
    const Label *label = &g_array_index(labels, Label, i);
    if (label->n_quads == 0)
        return;
    if (!incmap_box_contains(incmap_box_grow(page, ROUNDING_PT), label->box))
        complain(name, label, "leaves the page", "");
    for (guint k = i + 1; k < labels->len; k++) {
        if (overlap(label, &g_array_index(labels, Label, k)))
            complain(name, label, "overlaps ", g_array_index(labels, Label, k).text);
    }
    if (!is_on_map(label->class_id))
        return;
    if (!incmap_box_contains(incmap_box_grow(map, ROUNDING_PT), label->box))
        complain(name, label, "leaves the map", "");
    for (guint k = 0; k < blocks->len; k++) {
        const Block *block = &g_array_index(blocks, Block, k);
        if (covers(block->box, label))
            complain(name, label, "stands on ", block->kind);
    }
}

/* No leader crosses a text or another leader; the bends of one touch. */
static void
check_leaders(const char *name, const GArray *labels, const GArray *leaders)
{
    for (guint i = 0; i < leaders->len; i++) {
        const IncmapQuad *leader = &g_array_index(leaders, IncmapQuad, i);
        for (guint k = 0; k < labels->len; k++) {
            const Label *label = &g_array_index(labels, Label, k);
            for (guint q = 0; q < label->n_quads; q++)
                if (incmap_quads_overlap(leader, &label->quads[q]))
                    complain(name, label, "is crossed by a leader", "");
        }
        for (guint k = i + 2; k < leaders->len; k++) {
            if (incmap_quads_overlap(leader, &g_array_index(leaders, IncmapQuad, k))) {
                n_faults++;
                fprintf(stderr, "%s: two leaders cross\n", name);
            }
        }
    }
}

static void
complain_of_blocks(const char *name, const Block *a, const Block *b, const char *what)
{
    n_faults++;
    fprintf(stderr, "%s: %s %s %s at %.0f, %.0f\n", name, a->kind, what,
            b != NULL ? b->kind : "the page", a->box.x0_pt, a->box.y0_pt);
}

/* A symbol is hidden by one of its size on more than this share of it, with the pale circle that
 * some have around them: the larger are painted first, so that a small one on a large one is seen.
 */
#define HIDDEN 0.82

static double
shared_area(IncmapBox a, IncmapBox b)
{
    double width_pt = MIN(a.x1_pt, b.x1_pt) - MAX(a.x0_pt, b.x0_pt);
    double height_pt = MIN(a.y1_pt, b.y1_pt) - MAX(a.y0_pt, b.y0_pt);
    return MAX(width_pt, 0) * MAX(height_pt, 0);
}

static double
area(IncmapBox box)
{
    return incmap_box_width(box) * incmap_box_height(box);
}

/* Furniture keeps clear of everything; of two symbols each can be seen, unless they are of measured
 * points: those stay where they are, and are painted so that one shines through another. */
static void
check_blocks(const char *name, const GArray *blocks, IncmapBox page, gboolean is_measured)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *a = &g_array_index(blocks, Block, i);
        IncmapBox inner = incmap_box_grow(a->box, -ROUNDING_PT);
        if (!a->is_symbol && !incmap_box_contains(page, inner))
            complain_of_blocks(name, a, NULL, "leaves");
        for (guint k = i + 1; k < blocks->len; k++) {
            const Block *b = &g_array_index(blocks, Block, k);
            if (!a->is_symbol || !b->is_symbol) {
                if (incmap_box_overlaps(inner, b->box))
                    complain_of_blocks(name, a, b, "lies on");
            } else if (!is_measured &&
                       shared_area(a->box, b->box) > HIDDEN * MAX(area(a->box), area(b->box))) {
                complain_of_blocks(name, a, b, "hides or is hidden by");
            }
        }
    }
}

static gboolean
is_named(const char *country, const GArray *labels)
{
    g_autofree char *wanted = g_utf8_casefold(country, -1);
    for (guint i = 0; i < labels->len; i++) {
        g_autofree char *text = g_utf8_casefold(g_array_index(labels, Label, i).text, -1);
        if (strcmp(text, wanted) == 0)
            return TRUE;
    }
    return FALSE;
}

/* What is seen of a country at least: furniture lies on the rest. */
static double
seen_area(const Country *country, const GArray *blocks)
{
    double seen_pt2 = country->area_pt2;
    for (guint i = 0; i < blocks->len; i++)
        if (!g_array_index(blocks, Block, i).is_symbol)
            seen_pt2 -= shared_area(g_array_index(blocks, Block, i).box, country->box);
    return seen_pt2;
}

/* On a map of a city no country's name is wanted. */
static void
check_countries(const char *name, const GArray *countries, const GArray *labels,
                const GArray *blocks, IncmapBox map, double m_per_pt)
{
    const double city_km = 200, large = 0.13;
    if (incmap_box_width(map) * m_per_pt / 1000 < city_km)
        return;
    for (guint i = 0; i < countries->len; i++) {
        const Country *country = &g_array_index(countries, Country, i);
        if (seen_area(country, blocks) < large * area(map) || is_named(country->name, labels))
            continue;
        n_faults++;
        fprintf(stderr, "%s: %s is %.0f %% of the map and has no name\n", name, country->name,
                100 * country->area_pt2 / area(map));
    }
}

int
main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "scene";
    g_autofree char *line = g_malloc(1 << 20);
    g_autoptr(GArray) labels = g_array_new(FALSE, TRUE, sizeof(Label));
    g_autoptr(GArray) blocks = g_array_new(FALSE, TRUE, sizeof(Block));
    g_autoptr(GArray) leaders = g_array_new(FALSE, TRUE, sizeof(IncmapQuad));
    g_autoptr(GArray) countries = g_array_new(FALSE, TRUE, sizeof(Country));
    IncmapBox page = {0}, map = {0};
    gboolean is_map = FALSE, is_countries = FALSE, is_measured = FALSE;
    double m_per_pt = 0;
    int n_map = 0;
    while (fgets(line, 1 << 20, stdin) != NULL) {
        double *const sides[] = {&map.x0_pt, &map.y0_pt, &map.x1_pt, &map.y1_pt};
        if (page.x1_pt == 0)
            sscanf(line, " \"width\": %lf", &page.x1_pt);
        if (page.y1_pt == 0)
            sscanf(line, " \"height\": %lf", &page.y1_pt);
        if (is_map && n_map < 4)
            n_map += sscanf(line, " %lf", sides[n_map]) == 1;
        is_map |= strstr(line, "    \"map\": [") != NULL;
        is_measured |= strstr(line, "\"value_of\": \"magnitude\"") != NULL;
        if (m_per_pt == 0)
            sscanf(line, " \"m_per_pt\": %lf", &m_per_pt);
        if (strstr(line, "\"layer\": \"") != NULL)
            is_countries = strstr(line, "\"layer\": \"countries\"") != NULL;
        if (is_countries && strstr(line, "\"features\": [") != NULL)
            read_countries(line, countries);
        if (strstr(line, "\"leader\": ") != NULL)
            read_leader(line, leaders);
        if (strstr(line, "\"quads\": ") != NULL) {
            Label label = {.text = ""};
            copy_member(line, "{\"text\": \"", label.text, sizeof label.text);
            copy_member(line, "\"class\": \"", label.class_id, sizeof label.class_id);
            read_box(line, "\"box\": [", &label.box);
            read_quads(line, &label);
            g_array_append_val(labels, label);
        } else if (strstr(line, "\"class\": \"incident\", \"at\"") != NULL ||
                   strstr(line, "{\"kind\": \"") != NULL) {
            Block block = {.kind = "an incident's symbol"};
            block.is_symbol = strstr(line, "{\"kind\": \"") == NULL;
            if (!block.is_symbol)
                copy_member(line, "{\"kind\": \"", block.kind, sizeof block.kind);
            if (read_box(line, "\"box\": [", &block.box))
                g_array_append_val(blocks, block);
        }
    }
    if (labels->len == 0 || page.x1_pt <= 0 || n_map < 4) {
        fprintf(stderr, "%s: not the dump of an arranged scene\n", name);
        return 1;
    }
    for (guint i = 0; i < labels->len; i++)
        check_label(name, labels, i, blocks, page, map);
    check_leaders(name, labels, leaders);
    check_blocks(name, blocks, page, is_measured);
    check_countries(name, countries, labels, blocks, map, m_per_pt);
    for (guint i = 0; i < labels->len; i++)
        g_free(g_array_index(labels, Label, i).quads);
    return n_faults > 0;
}
