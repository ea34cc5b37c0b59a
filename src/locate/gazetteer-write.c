/* SPDX-License-Identifier: MIT */
/*
 * From the finished sections to the file: in memory for small gazetteers, else
 * section by section to the disk, so that a large one never stands in memory
 * as a whole.
 */
#include <string.h>

#include "base/error.h"
#include "locate/gazetteer-index.h"

#define FIRST_OFFSET ((sizeof(IncmapGazetteerHeader) + 7) & ~(gsize)7)

void
incmap_build_tell(const IncmapGazetteerBuilder *builder, double share)
{
    if (builder->progress != NULL)
        builder->progress(share, builder->progress_data);
}

void
incmap_build_place_section(IncmapGazetteerBuilder *builder, IncmapSection section)
{
    static const char zeros[8] = {0};
    GByteArray *bytes = builder->sections[section];
    if (builder->output == NULL)
        return;
    gsize n_padding = -bytes->len & 7;
    incmap_output_append(builder->output, bytes->data, bytes->len);
    incmap_output_append(builder->output, zeros, n_padding);
    builder->placed[section] = (IncmapSectionRecord){builder->offset, bytes->len};
    builder->offset += bytes->len + n_padding;
    g_clear_pointer(&builder->sections[section], g_byte_array_unref);
}

static void
fill_header(const IncmapGazetteerBuilder *builder, guint64 n_bytes, IncmapGazetteerHeader *header)
{
    *header = (IncmapGazetteerHeader){
        .magic = INCMAP_GAZETTEER_MAGIC,
        .version = INCMAP_GAZETTEER_VERSION,
        .order = INCMAP_GAZETTEER_ORDER,
        .n_bytes = n_bytes,
        .n_sections = INCMAP_N_SECTIONS,
        .n_towns = builder->n_towns,
        .flags = builder->flags,
        .credit = builder->credit,
    };
    memcpy(header->sections, builder->placed, sizeof(header->sections));
    header->checksum = incmap_gazetteer_hash((const char *)header,
                                             G_STRUCT_OFFSET(IncmapGazetteerHeader, checksum));
}

/* The sections one behind the other, aligned; the header first. */
static GByteArray *
join_sections(IncmapGazetteerBuilder *builder)
{
    guint64 offset = FIRST_OFFSET;
    for (int i = 0; i < INCMAP_N_SECTIONS; i++) {
        builder->placed[i] = (IncmapSectionRecord){offset, builder->sections[i]->len};
        offset = (offset + builder->sections[i]->len + 7) & ~(guint64)7;
    }
    IncmapGazetteerHeader header;
    fill_header(builder, offset, &header);
    if (offset > G_MAXUINT32 - 64)
        return NULL;
    GByteArray *joined = g_byte_array_sized_new((guint)offset);
    g_byte_array_set_size(joined, (guint)offset);
    memset(joined->data, 0, joined->len);
    memcpy(joined->data, &header, sizeof(header));
    for (int i = 0; i < INCMAP_N_SECTIONS; i++)
        if (builder->sections[i]->len > 0)
            memcpy(joined->data + header.sections[i].offset, builder->sections[i]->data,
                   builder->sections[i]->len);
    return joined;
}

GBytes *
incmap_gazetteer_builder_finish(IncmapGazetteerBuilder *builder, GError **error)
{
    g_return_val_if_fail(builder != NULL, NULL);
    if (!incmap_build_indices(builder, error))
        return NULL;
    GByteArray *joined = join_sections(builder);
    incmap_build_clear_indices(builder);
    if (joined == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "a gazetteer in memory can't be larger than 4 GB");
        return NULL;
    }
    return g_byte_array_free_to_bytes(joined);
}

gboolean
incmap_gazetteer_builder_write(IncmapGazetteerBuilder *builder, const char *path, GError **error)
{
    g_return_val_if_fail(builder != NULL && path != NULL, FALSE);
    IncmapGazetteerHeader header = {.n_sections = 0};
    static const char zeros[8] = {0};
    g_autoptr(IncmapOutput) output = incmap_output_begin(path, error);
    if (output == NULL)
        return FALSE;
    builder->output = output;
    builder->offset = FIRST_OFFSET;
    incmap_output_append(output, &header, sizeof(header));
    incmap_output_append(output, zeros, FIRST_OFFSET - sizeof(header));
    gboolean is_built = incmap_build_indices(builder, error);
    builder->output = NULL;
    if (!is_built)
        return FALSE;
    fill_header(builder, builder->offset, &header);
    incmap_output_patch(output, 0, &header, sizeof(header));
    incmap_build_tell(builder, 1);
    return incmap_output_end(g_steal_pointer(&output), error);
}
