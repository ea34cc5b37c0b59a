/* SPDX-License-Identifier: MIT */
#include "draw/huffman.h"

#include <string.h>

typedef struct Leaf Leaf;
struct Leaf {
    guint32 count;
    guint symbol;
};

static int
compare_leaves(const void *a, const void *b)
{
    const Leaf *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return (x->symbol > y->symbol) - (x->symbol < y->symbol);
}

/* The rarer of the two next nodes, leaf or joined, taken from its queue. */
static guint
take_least(const guint64 *weights, guint n_leaves, guint *leaf, guint *joined, guint n_nodes)
{
    if (*leaf < n_leaves && (*joined >= n_nodes || weights[*leaf] <= weights[*joined]))
        return (*leaf)++;
    return (*joined)++;
}

/* Number of codes of each length: leaves and joined nodes are two queues in order of weight. */
static void
count_lengths(const Leaf *leaves, guint n, guint n_of_length[INCMAP_HUFFMAN_MAX_BITS + 1],
              guint max_bits)
{
    guint64 weights[2 * INCMAP_HUFFMAN_MAX_SYMBOLS];
    guint parents[2 * INCMAP_HUFFMAN_MAX_SYMBOLS] = {0};
    guint depths[2 * INCMAP_HUFFMAN_MAX_SYMBOLS] = {0};
    for (guint i = 0; i < n; i++)
        weights[i] = leaves[i].count;
    guint leaf = 0, joined = n;
    for (guint node = n; node < 2 * n - 1; node++) {
        guint a = take_least(weights, n, &leaf, &joined, node);
        guint b = take_least(weights, n, &leaf, &joined, node);
        weights[node] = weights[a] + weights[b];
        parents[a] = parents[b] = node;
    }
    for (guint node = 2 * n - 2; node-- > 0;) {
        depths[node] = depths[parents[node]] + 1;
        if (node < n)
            n_of_length[MIN(depths[node], max_bits)]++;
    }
}

/* Codes that were cut to the limit took more than there is: shorter ones give way. */
static void
limit_lengths(guint n_of_length[INCMAP_HUFFMAN_MAX_BITS + 1], guint max_bits)
{
    guint32 taken = 0;
    for (guint bits = 1; bits <= max_bits; bits++)
        taken += n_of_length[bits] << (max_bits - bits);
    for (; taken > 1u << max_bits; taken--) {
        guint bits = max_bits - 1;
        while (n_of_length[bits] == 0)
            bits--;
        n_of_length[bits]--;
        n_of_length[bits + 1] += 2;
        n_of_length[max_bits]--;
    }
}

static guint16
turn_bits(guint code, guint n)
{
    guint turned = 0;
    for (guint i = 0; i < n; i++)
        turned |= (code >> i & 1) << (n - 1 - i);
    return (guint16)turned;
}

static void
number_codes(IncmapHuffman *huffman, guint n, const guint n_of_length[INCMAP_HUFFMAN_MAX_BITS + 1])
{
    guint next[INCMAP_HUFFMAN_MAX_BITS + 1] = {0};
    for (guint bits = 2; bits <= INCMAP_HUFFMAN_MAX_BITS; bits++)
        next[bits] = (next[bits - 1] + n_of_length[bits - 1]) << 1;
    for (guint symbol = 0; symbol < n; symbol++) {
        guint bits = huffman->lengths[symbol];
        if (bits > 0)
            huffman->codes[symbol] = turn_bits(next[bits]++, bits);
    }
}

void
incmap_huffman_make(IncmapHuffman *huffman, const guint32 *counts, guint n, guint max_bits)
{
    Leaf leaves[INCMAP_HUFFMAN_MAX_SYMBOLS];
    guint n_leaves = 0, n_of_length[INCMAP_HUFFMAN_MAX_BITS + 1] = {0};
    memset(huffman, 0, sizeof *huffman);
    for (guint symbol = 0; symbol < n; symbol++)
        if (counts[symbol] > 0)
            leaves[n_leaves++] = (Leaf){counts[symbol], symbol};
    if (n_leaves == 0)
        return;
    qsort(leaves, n_leaves, sizeof(Leaf), compare_leaves);
    if (n_leaves == 1)
        n_of_length[1] = 1;
    else
        count_lengths(leaves, n_leaves, n_of_length, max_bits);
    limit_lengths(n_of_length, max_bits);
    guint leaf = 0; /* the rarest gets the longest */
    for (guint bits = max_bits; bits > 0; bits--)
        for (guint i = 0; i < n_of_length[bits]; i++)
            huffman->lengths[leaves[leaf++].symbol] = (guint8)bits;
    number_codes(huffman, n, n_of_length);
}
