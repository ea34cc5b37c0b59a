/* SPDX-License-Identifier: MIT */
#include "style/eval.h"

#include <math.h>
#include <string.h>

/* the most that expressions can make for one feature */
#define MAX_ARENA_BYTES ((gsize)64 << 20)

void
incmap_eval_init(IncmapEval *eval)
{
    *eval = (IncmapEval){.zoom = NAN, .arena = incmap_arena_new()};
}

void
incmap_eval_clear(IncmapEval *eval)
{
    incmap_arena_free(eval->arena);
    *eval = (IncmapEval){0};
}

void
incmap_eval_set_feature(IncmapEval *eval, const IncmapStyleFeature *feature)
{
    eval->feature = feature;
    incmap_arena_reset(eval->arena);
}

gboolean
incmap_eval_fail(IncmapEval *eval, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_vsnprintf(eval->failure, sizeof eval->failure, format, args);
    va_end(args);
    return FALSE;
}

void *
incmap_eval_alloc(IncmapEval *eval, gsize n_items, gsize item_size)
{
    gsize n_bytes = 0;
    if (g_size_checked_mul(&n_bytes, n_items, item_size) && n_bytes <= MAX_ARENA_BYTES &&
        incmap_arena_get_size(eval->arena) + n_bytes <= MAX_ARENA_BYTES)
        return incmap_arena_alloc(eval->arena, n_items, item_size);
    incmap_eval_fail(eval, "the result is larger than %" G_GSIZE_FORMAT " bytes", MAX_ARENA_BYTES);
    return NULL;
}

gboolean
incmap_eval_copy_string(IncmapEval *eval, const char *text, gsize n_bytes, IncmapValue *out_value)
{
    if (n_bytes > INCMAP_EVAL_MAX_TEXT_BYTES)
        return incmap_eval_fail(eval, "the text is longer than %" G_GSIZE_FORMAT " bytes",
                                INCMAP_EVAL_MAX_TEXT_BYTES);
    char *copy = incmap_eval_alloc(eval, n_bytes + 1, 1);
    if (copy == NULL)
        return FALSE;
    memcpy(copy, text, n_bytes);
    *out_value = (IncmapValue){.kind = INCMAP_VALUE_STRING, .n = (guint)n_bytes, .as.string = copy};
    return TRUE;
}
