/* SPDX-License-Identifier: MIT */
#include "read/name-links.h"

#include <string.h>

/* A name this sure speaks for others. */
static const double sure = 2;

static void
add_sign(IncmapName *name, guint64 sign)
{
    name->signs |= sign;
    name->score = incmap_signs_weigh(name->signs);
}

/* Forms of one name have one key, whatever their case. */
static char *
make_key(const IncmapTokens *tokens, const IncmapName *name)
{
    GString *key = g_string_new(NULL);
    for (guint32 i = name->first; i < name->end; i++) {
        g_string_append(key, incmap_tokens_get(tokens, i)->folded);
        g_string_append_c(key, ' ');
    }
    return g_string_free(key, FALSE);
}

/* What is surely a place once is one elsewhere in the text, unless a person has the name. */
static void
share_evidence(const IncmapTokens *tokens, GArray *names)
{
    g_autoptr(GHashTable) n_sure = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < names->len; i++) {
        const IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->score < sure || name->is_demonym || name->is_site)
            continue;
        char *key = make_key(tokens, name);
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(n_sure, key));
        g_hash_table_insert(n_sure, key, GUINT_TO_POINTER(n + 1));
    }
    for (guint i = 0; i < names->len; i++) {
        IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->is_demonym || name->is_site || g_hash_table_size(n_sure) == 0)
            continue;
        g_autofree char *key = make_key(tokens, name);
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(n_sure, key));
        if (n > (name->score >= sure ? 1 : 0))
            add_sign(name, INCMAP_SIGN(SURE));
    }
}

/* Whether only a comma or "and" parts two names. */
static gboolean
are_beside(const IncmapTokens *tokens, const IncmapName *name, const IncmapName *next)
{
    const IncmapToken *token = incmap_tokens_get(tokens, name->end);
    gboolean is_and = strcmp(token->folded, "and") == 0 || strcmp(token->folded, "or") == 0;
    if (next->first == name->end + 1)
        return token->mark == ',' || is_and;
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)name->end + 1);
    return next->first == name->end + 2 && token->mark == ',' &&
           (strcmp(second->folded, "and") == 0 || strcmp(second->folded, "or") == 0);
}

static void
share_in_rows(const IncmapTokens *tokens, GArray *names)
{
    for (guint i = 0; i + 1 < names->len; i++) {
        IncmapName *name = &g_array_index(names, IncmapName, i);
        IncmapName *next = &g_array_index(names, IncmapName, i + 1);
        if (!are_beside(tokens, name, next) || name->is_demonym || next->is_demonym)
            continue;
        double score = name->score;
        if (next->score >= sure && !name->is_site)
            add_sign(name, INCMAP_SIGN(ROW));
        if (score >= sure && !next->is_site)
            add_sign(next, INCMAP_SIGN(ROW));
    }
}

static void
drop_weak(GArray *names)
{
    guint kept = 0;
    g_autofree gint32 *moved = g_new(gint32, names->len + 1);
    for (guint i = 0; i < names->len; i++) {
        IncmapName name = g_array_index(names, IncmapName, i);
        moved[i] = name.score > 0 ? (gint32)kept : -1;
        if (name.score > 0)
            g_array_index(names, IncmapName, kept++) = name;
    }
    for (guint i = 0; i < kept; i++) {
        IncmapName *name = &g_array_index(names, IncmapName, i);
        if (name->container >= 0)
            name->container = moved[name->container];
    }
    g_array_set_size(names, kept);
}

gboolean
incmap_name_is_doubtful(const IncmapName *name)
{
    enum { ADMIN1 = 1 };
    return name->hit.is_alternate && name->hit.kind <= ADMIN1 && !name->is_demonym &&
           (name->signs & INCMAP_SIGN(NEIGHBOUR)) == 0;
}

void
incmap_names_link_alike(const IncmapTokens *tokens, GArray *names)
{
    g_autoptr(GHashTable) last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < names->len; i++) {
        IncmapName *name = &g_array_index(names, IncmapName, i);
        char *key = make_key(tokens, name);
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(last, key));
        name->alike = i;
        if (before > 0) {
            IncmapName *other = &g_array_index(names, IncmapName, before - 1);
            name->alike = other->alike;
            other->alike = i;
        }
        g_hash_table_insert(last, key, GUINT_TO_POINTER(i + 1));
    }
}

void
incmap_names_link(const IncmapTokens *tokens, GArray *names)
{
    share_in_rows(tokens, names);
    share_evidence(tokens, names);
    drop_weak(names);
}
