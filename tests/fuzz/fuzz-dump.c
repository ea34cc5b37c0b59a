/* SPDX-License-Identifier: MIT */
/* Any bytes as a dump of GeoNames: lines, columns, what is made of them. */
#include "locate/dump-lines.h"
#include "locate/gazetteer-build.h"
#include "locate/geonames.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

static void
add_place(IncmapGazetteerBuilder *builder, char *line, gsize length)
{
    IncmapDumpPlace source;
    IncmapPlaceKind kind;
    double radius_km;
    if (incmap_dump_parse_place(line, length, &source) != INCMAP_DUMP_FINE ||
        !incmap_dump_classify(&source, &kind, &radius_km))
        return;
    IncmapPlace place = {
        .id = source.id,
        .kind = kind,
        .name = source.name,
        .feature_code = source.feature_code,
        .point = source.point,
        .population = source.population,
        .country_code = source.country_code,
        .admin1_code = source.admin1,
        .radius_km = radius_km,
    };
    guint32 added = incmap_gazetteer_builder_add(builder, &place);
    incmap_gazetteer_builder_add_name(builder, added, source.alternates, NULL,
                                      INCMAP_NAME_ALTERNATE);
}

static void
parse_line(IncmapGazetteerBuilder *builder, const char *line, gsize length)
{
    IncmapDumpName name;
    gint64 id = 0;
    const char *words = NULL;
    g_autofree char *as_place = g_memdup2(line, length + 1);
    g_autofree char *as_name = g_memdup2(line, length + 1);
    g_autofree char *as_area = g_memdup2(line, length + 1);
    incmap_dump_recognise(line, length);
    add_place(builder, as_place, length);
    incmap_dump_parse_name(as_name, length, &name);
    incmap_dump_parse_area(as_area, length, &id, &words, &words);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(IncmapDumpLines) lines = incmap_dump_lines_new((const char *)data, size, "fuzz");
    g_autoptr(IncmapGazetteerBuilder) builder = incmap_gazetteer_builder_new();
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    for (const char *line; (line = incmap_dump_lines_next(lines, &length, &error)) != NULL;)
        parse_line(builder, line, length);
    g_autoptr(GBytes) bytes = incmap_gazetteer_builder_finish(builder, NULL);
    return 0;
}
