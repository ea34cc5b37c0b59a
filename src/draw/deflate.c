/* SPDX-License-Identifier: MIT */
#include "draw/deflate.h"

#include "draw/huffman.h"

#include <libdeflate.h>
#include <string.h>

#define WINDOW 32768
#define MAX_LENGTH 258
/* Shorter matches take more bits than their bytes. */
#define MIN_NEAR 3
#define MIN_FAR 5
/* A match that is good enough to look no further. */
#define GOOD_LENGTH 32

#define HASH_BITS 15
#define N_TOKENS 32768

#define END_OF_BLOCK 256
#define N_LITERALS 286 /* with the codes of lengths */
#define N_DISTANCES 30
#define N_RUNS 19 /* symbols of a table of code lengths */

#define IS_MATCH 0x80000000u

/** Deflater: the picture and the tokens of the current block */
typedef struct Deflater Deflater;
struct Deflater {
    const guint8 *data;
    gsize length;
    gsize near[2]; /* the pixel before, the pixel above; 0: out of reach */
    GByteArray *out;
    guint64 bits; /* not yet written, the first one lowest */
    guint n_bits;
    guint8 *end; /* where the next byte goes, inside @out */
    guint n_tokens;
    guint32 tokens[N_TOKENS]; /* a byte; or IS_MATCH, length - 3 << 15, distance - 1 */
    guint32 literal_counts[N_LITERALS], distance_counts[N_DISTANCES];
    guint32 heads[1 << HASH_BITS]; /* position + 1 of the last four bytes with a hash; 0: none */
};

/** Code: a symbol and the bits that follow it */
typedef struct Code Code;
struct Code {
    guint symbol, n_extra, extra;
};

static guint
highest_bit(guint value)
{
    return 31u - (guint)__builtin_clz(value);
}

static Code
code_length(guint length_less_3)
{
    if (length_less_3 == MAX_LENGTH - 3)
        return (Code){285, 0, 0};
    if (length_less_3 < 4)
        return (Code){257 + length_less_3, 0, 0};
    guint n_extra = highest_bit(length_less_3) - 2;
    return (Code){257 + 4 * (n_extra + 1) + (length_less_3 >> n_extra & 3), n_extra,
                  length_less_3 & ((1u << n_extra) - 1)};
}

static Code
code_distance(guint distance_less_1)
{
    if (distance_less_1 < 2)
        return (Code){distance_less_1, 0, 0};
    guint n_extra = highest_bit(distance_less_1) - 1;
    return (Code){2 * (n_extra + 1) + (distance_less_1 >> n_extra & 1), n_extra,
                  distance_less_1 & ((1u << n_extra) - 1)};
}

/* At most 57 bits may wait. */
static inline void
put(Deflater *self, guint64 value, guint n)
{
    self->bits |= value << self->n_bits;
    self->n_bits += n;
}

/* Writes what is whole; there is room for eight bytes. */
static inline void
flush(Deflater *self)
{
    guint64 little = GUINT64_TO_LE(self->bits);
    memcpy(self->end, &little, 8);
    guint n_bytes = self->n_bits / 8;
    self->end += n_bytes;
    self->bits = n_bytes < 8 ? self->bits >> (8 * n_bytes) : 0;
    self->n_bits -= 8 * n_bytes;
}

/* One symbol of the table of code lengths: how many of @lengths it covers, and its extra bits. */
static guint
code_run(const guint8 *lengths, guint n, Code *out_code)
{
    guint same = 1;
    while (same < n && lengths[same] == lengths[0])
        same++;
    if (lengths[0] == 0 && same >= 3) {
        same = MIN(same, 138);
        *out_code = same > 10 ? (Code){18, 7, same - 11} : (Code){17, 3, same - 3};
        return same;
    }
    *out_code = (Code){lengths[0], 0, 0};
    return 1;
}

/* The header of a block: the lengths of both codes, in a code of their own. */
static void
put_header(Deflater *self, const IncmapHuffman *literals, const IncmapHuffman *distances,
           gboolean is_last)
{
    static const guint8 order[N_RUNS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                         11, 4,  12, 3, 13, 2, 14, 1, 15};
    guint8 lengths[N_LITERALS + N_DISTANCES];
    memcpy(lengths, literals->lengths, N_LITERALS);
    memcpy(lengths + N_LITERALS, distances->lengths, N_DISTANCES);
    Code codes[G_N_ELEMENTS(lengths)];
    guint n_codes = 0;
    guint32 counts[N_RUNS] = {0};
    for (guint i = 0; i < G_N_ELEMENTS(lengths); n_codes++) {
        i += code_run(lengths + i, (guint)G_N_ELEMENTS(lengths) - i, &codes[n_codes]);
        counts[codes[n_codes].symbol]++;
    }
    IncmapHuffman runs;
    incmap_huffman_make(&runs, counts, N_RUNS, 7);
    put(self, (is_last ? 1 : 0) | 2 << 1, 3); /* codes of its own */
    put(self, N_LITERALS - 257, 5);
    put(self, N_DISTANCES - 1, 5);
    put(self, N_RUNS - 4, 4);
    flush(self);
    for (guint i = 0; i < N_RUNS; i++, flush(self))
        put(self, runs.lengths[order[i]], 3);
    for (guint i = 0; i < n_codes; i++, flush(self)) {
        put(self, runs.codes[codes[i].symbol], runs.lengths[codes[i].symbol]);
        put(self, codes[i].extra, codes[i].n_extra);
    }
}

static void
put_symbol(Deflater *self, const IncmapHuffman *huffman, Code code)
{
    put(self, huffman->codes[code.symbol], huffman->lengths[code.symbol]);
    put(self, code.extra, code.n_extra);
}

static void
end_block(Deflater *self, gboolean is_last)
{
    IncmapHuffman literals, distances;
    self->literal_counts[END_OF_BLOCK] = 1;
    self->distance_counts[0] += self->distance_counts[0] == 0; /* some readers want one code */
    incmap_huffman_make(&literals, self->literal_counts, N_LITERALS, 15);
    incmap_huffman_make(&distances, self->distance_counts, N_DISTANCES, 15);
    guint start = self->out->len; /* a token takes at most 48 bits, a header at most 600 bytes */
    g_byte_array_set_size(self->out, start + self->n_tokens * 6 + 1024);
    self->end = self->out->data + start;
    put_header(self, &literals, &distances, is_last);
    for (guint i = 0; i < self->n_tokens; i++, flush(self)) {
        guint32 token = self->tokens[i];
        if ((token & IS_MATCH) == 0) {
            put(self, literals.codes[token], literals.lengths[token]);
            continue;
        }
        put_symbol(self, &literals, code_length(token >> 15 & 0xff));
        put_symbol(self, &distances, code_distance(token & (WINDOW - 1)));
    }
    put(self, literals.codes[END_OF_BLOCK], literals.lengths[END_OF_BLOCK]);
    if (is_last)
        self->n_bits += (8 - self->n_bits % 8) % 8;
    flush(self);
    g_byte_array_set_size(self->out, (guint)(self->end - self->out->data));
    self->n_tokens = 0;
    memset(self->literal_counts, 0, sizeof self->literal_counts);
    memset(self->distance_counts, 0, sizeof self->distance_counts);
}

static void
add_token(Deflater *self, guint32 token)
{
    if (self->n_tokens == N_TOKENS)
        end_block(self, FALSE);
    self->tokens[self->n_tokens++] = token;
}

static guint
match_length(const guint8 *a, const guint8 *b, gsize most)
{
    guint n = 0, max = (guint)MIN(most, MAX_LENGTH);
    for (; n + 8 <= max; n += 8) {
        guint64 x, y;
        memcpy(&x, a + n, 8);
        memcpy(&y, b + n, 8);
        if (x != y)
            return n + (guint)__builtin_ctzll(GUINT64_TO_LE(x ^ y)) / 8;
    }
    while (n < max && a[n] == b[n])
        n++;
    return n;
}

static guint32 *
head_at(Deflater *self, gsize at)
{
    guint32 four;
    memcpy(&four, self->data + at, 4);
    return &self->heads[(four * 2654435761u) >> (32 - HASH_BITS)];
}

/* The longest match at @at, where four bytes are left; its length is 0 when there is none. */
static guint
find_match(Deflater *self, gsize at, gsize *out_distance)
{
    const guint8 *here = self->data + at;
    guint best = 0;
    for (int i = 0; i < 2; i++) {
        gsize distance = self->near[i];
        if (distance == 0 || distance > at)
            continue;
        guint length = match_length(here - distance, here, self->length - at);
        if (length < MIN_NEAR || length <= best)
            continue;
        best = length;
        *out_distance = distance;
        if (best >= GOOD_LENGTH)
            break;
    }
    guint32 *head = head_at(self, at);
    gsize distance = at + 1 - *head;
    if (best < GOOD_LENGTH && *head != 0 && distance <= WINDOW) {
        guint length = match_length(here - distance, here, self->length - at);
        if (length >= MIN_FAR && length > best) {
            best = length;
            *out_distance = distance;
        }
    }
    *head = (guint32)at + 1;
    return best;
}

static void
add_literal(Deflater *self, guint8 byte)
{
    add_token(self, byte);
    self->literal_counts[byte]++;
}

static void
add_match(Deflater *self, guint length, gsize distance)
{
    guint distance_less_1 = (guint)distance - 1;
    add_token(self, IS_MATCH | (length - 3) << 15 | distance_less_1);
    self->literal_counts[code_length(length - 3).symbol]++;
    self->distance_counts[code_distance(distance_less_1).symbol]++;
}

static void
add_all(Deflater *self)
{
    gsize at = 0;
    while (at + 4 <= self->length) {
        gsize distance = 0;
        guint length = find_match(self, at, &distance);
        if (length > 0)
            add_match(self, length, distance);
        else
            add_literal(self, self->data[at]);
        at += MAX(length, 1);
    }
    for (; at < self->length; at++)
        add_literal(self, self->data[at]);
}

void
incmap_deflate(const guint8 *data, gsize length, guint pixel_length, gsize row_length,
               GByteArray *out_bytes)
{
    g_autofree Deflater *self = g_new0(Deflater, 1);
    self->data = data;
    self->length = length;
    self->near[0] = pixel_length;
    self->near[1] = row_length <= WINDOW ? row_length : 0;
    self->out = out_bytes;
    g_byte_array_append(out_bytes, (const guint8 *)"\x78\x01", 2);
    add_all(self);
    end_block(self, TRUE);
    guint32 sum = GUINT32_TO_BE(libdeflate_adler32(1, data, length));
    g_byte_array_append(out_bytes, (const guint8 *)&sum, 4);
}
