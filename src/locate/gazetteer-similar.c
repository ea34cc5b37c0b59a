/* SPDX-License-Identifier: MIT */
/*
 * Spelling-tolerant lookup: skeletons one letter apart, then signatures, then
 * the real distance.
 */
#include <string.h>

#include "base/text.h"
#include "locate/gazetteer-private.h"
#include "locate/skeleton.h"

/* Enough for any real name; keeps a damaged or absurd file from taking all the time. */
#define MAX_SKELETONS 4096
#define MAX_KEYS 60000
#define MAX_LETTERS 63

typedef struct Search Search;
struct Search {
    const IncmapGazetteer *gazetteer;
    const char *skeleton;
    gsize length;
    guint32 n_found;
    guint32 found[MAX_SKELETONS];
};

/* Whether two skeletons are at most one insertion, deletion, replacement or swap apart; the
 * buckets also hold those that merely lost the same rest by two different letters. */
static gboolean
is_near(const char *a, gsize n_a, const char *b, gsize n_b)
{
    gsize start = 0;
    while (start < n_a && start < n_b && a[start] == b[start])
        start++;
    gsize end = 0;
    while (end < n_a - start && end < n_b - start && a[n_a - 1 - end] == b[n_b - 1 - end])
        end++;
    gsize rest_a = n_a - start - end, rest_b = n_b - start - end;
    if (rest_a <= 1 && rest_b <= 1)
        return TRUE;
    return rest_a == 2 && rest_b == 2 && a[start] == b[start + 1] && a[start + 1] == b[start];
}

static void
look_up_variant(const char *variant, gsize length, gpointer data)
{
    Search *search = data;
    const IncmapGazetteer *gazetteer = search->gazetteer;
    guint32 bucket = (guint32)incmap_gazetteer_hash(variant, length) & (gazetteer->n_buckets - 1);
    guint32 end = MIN(gazetteer->buckets[bucket + 1], gazetteer->n_variants);
    for (guint32 i = gazetteer->buckets[bucket]; i < end; i++) {
        guint32 skeleton = gazetteer->variants[i];
        if (skeleton >= gazetteer->n_skeletons || search->n_found == MAX_SKELETONS)
            continue;
        const char *text =
            incmap_gazetteer_text(gazetteer->skeleton_text, gazetteer->n_skeleton_text,
                                  gazetteer->skeletons[skeleton].text);
        if (is_near(search->skeleton, search->length, text, strlen(text)))
            search->found[search->n_found++] = skeleton;
    }
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
    guint32 p = *(const guint32 *)a, q = *(const guint32 *)b;
    return p < q ? -1 : p > q;
}

/* The letters of a folded name without its spaces; FALSE when there are too many. */
static gboolean
take_letters(const char *folded, guint16 letters[MAX_LETTERS + 1], guint *out_n)
{
    guint n = 0;
    for (const char *c = folded; *c != '\0';) {
        gunichar letter = (guchar)*c;
        if (letter >= 0x80) /* a damaged file may hold anything */
            letter = g_utf8_get_char_validated(c, -1);
        c += letter < 0x80 || letter >= (gunichar)-2 ? 1 : g_utf8_next_char(c) - c;
        if (letter == ' ')
            continue;
        if (n == MAX_LETTERS)
            return FALSE;
        letters[n++] = (guint16)letter;
    }
    *out_n = n;
    return TRUE;
}

/* Optimal string alignment distance, whole matrix of three rows; words are short. */
static unsigned
measure_edits(const guint16 *a, guint n_a, const guint16 *b, guint n_b, unsigned limit)
{
    guint8 rows[3][MAX_LETTERS + 1];
    for (guint j = 0; j <= n_b; j++)
        rows[0][j] = (guint8)j;
    for (guint i = 1; i <= n_a; i++) {
        guint8 *row = rows[i % 3], *before = rows[(i + 2) % 3], *before2 = rows[(i + 1) % 3];
        guint8 smallest = row[0] = (guint8)i;
        for (guint j = 1; j <= n_b; j++) {
            guint8 best = (guint8)MIN(before[j] + 1, row[j - 1] + 1);
            best = (guint8)MIN(best, before[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = (guint8)MIN(best, before2[j - 2] + 1);
            row[j] = best;
            smallest = MIN(smallest, best);
        }
        if (smallest > limit)
            return limit + 1;
    }
    return rows[n_a % 3][n_b];
}

/* Hyyrö's bit-parallel form of the same distance (2003): a column of the matrix is one word.
 * Only for ASCII; @masks tells for each character at which letters of the pattern it stands. */
typedef struct Pattern Pattern;
struct Pattern {
    guint64 masks[128];
    guint16 letters[MAX_LETTERS + 1];
    guint n;
    gboolean is_ascii;
};

static gboolean
init_pattern(Pattern *pattern, const char *folded)
{
    *pattern = (Pattern){.is_ascii = TRUE};
    if (!take_letters(folded, pattern->letters, &pattern->n) || pattern->n == 0)
        return FALSE;
    for (guint i = 0; i < pattern->n; i++) {
        if (pattern->letters[i] >= 128)
            pattern->is_ascii = FALSE;
        else
            pattern->masks[pattern->letters[i]] |= G_GUINT64_CONSTANT(1) << i;
    }
    return TRUE;
}

/* limit + 1 when beyond; @is_plain becomes FALSE when the text isn't ASCII. */
static unsigned
measure_plain(const Pattern *pattern, const char *text, unsigned limit, gboolean *is_plain)
{
    guint64 vp = ~G_GUINT64_CONSTANT(0), vn = 0, d0 = 0, before = 0;
    guint64 last = G_GUINT64_CONSTANT(1) << (pattern->n - 1);
    unsigned score = pattern->n;
    for (const guchar *c = (const guchar *)text; *c != '\0'; c++) {
        if (*c == ' ')
            continue;
        if (*c >= 128) {
            *is_plain = FALSE;
            return limit + 1;
        }
        guint64 pm = pattern->masks[*c];
        guint64 swapped = ((~d0 & pm) << 1) & before;
        d0 = swapped | (((pm & vp) + vp) ^ vp) | pm | vn;
        guint64 hp = vn | ~(d0 | vp), hn = d0 & vp;
        score += (hp & last) != 0;
        score -= (hn & last) != 0;
        hp = hp << 1 | 1;
        hn <<= 1;
        vp = hn | ~(d0 | hp);
        vn = hp & d0;
        before = pm;
    }
    return MIN(score, limit + 1);
}

static unsigned
measure_key(const Pattern *pattern, const char *text, unsigned limit)
{
    gboolean is_plain = pattern->is_ascii;
    unsigned edits = is_plain ? measure_plain(pattern, text, limit, &is_plain) : limit + 1;
    guint16 others[MAX_LETTERS + 1];
    guint n_others = 0;
    if (is_plain)
        return edits;
    if (!take_letters(text, others, &n_others))
        return limit + 1;
    return measure_edits(pattern->letters, pattern->n, others, n_others, limit);
}

/* The keys of the skeletons found whose spelling is near enough. */
static guint
append_keys(const Search *search, const char *folded, unsigned max_edits, GArray *matches)
{
    const IncmapGazetteer *gazetteer = search->gazetteer;
    Pattern pattern;
    guint n_matches = 0, n_tried = 0;
    if (!init_pattern(&pattern, folded))
        return 0;
    guint32 signature = incmap_skeleton_signature(folded);
    for (guint32 i = 0; i < search->n_found; i++) {
        if (i > 0 && search->found[i] == search->found[i - 1])
            continue;
        const IncmapSkeletonRecord *skeleton = &gazetteer->skeletons[search->found[i]];
        guint32 end = MIN(skeleton[1].first_key, gazetteer->n_skeleton_keys);
        for (guint32 j = skeleton->first_key; j < end && n_tried < MAX_KEYS; j++, n_tried++) {
            IncmapSkeletonKey entry = gazetteer->skeleton_keys[j];
            if (entry.key >= gazetteer->n_keys ||
                !incmap_skeleton_may_match(signature, entry.signature, max_edits))
                continue;
            const char *text = incmap_gazetteer_text(gazetteer->key_text, gazetteer->n_key_text,
                                                     gazetteer->keys[entry.key].text);
            unsigned edits = measure_key(&pattern, text, max_edits);
            if (edits <= max_edits)
                n_matches += incmap_gazetteer_append_postings(gazetteer, entry.key, edits, matches);
        }
    }
    return n_matches;
}

guint
incmap_gazetteer_append_similar(const IncmapGazetteer *gazetteer, const char *folded,
                                unsigned max_edits, GArray *matches)
{
    char skeleton[INCMAP_SKELETON_MAX + 1];
    Search search = {.gazetteer = gazetteer, .skeleton = skeleton};
    search.length = incmap_skeleton_make(folded, skeleton);
    if (search.length == 0)
        return 0;
    incmap_skeleton_each_variant(skeleton, search.length, look_up_variant, &search);
    qsort(search.found, search.n_found, sizeof(guint32), compare_numbers);
    return append_keys(&search, folded, MIN(max_edits, 8), matches);
}
