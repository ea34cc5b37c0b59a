/* SPDX-License-Identifier: MIT */
#include "draw/deflate.h"
#include "draw/huffman.h"

#include <string.h>
#include <zlib.h>

/* Length of the stream; what zlib reads from it has to be @data. */
static guint
check(const guint8 *data, gsize length, guint pixel_length, gsize row_length)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    incmap_deflate(data, length, pixel_length, row_length, stream);
    g_autofree guint8 *back = g_malloc(length + 1);
    uLongf n = length + 1;
    g_assert_cmpint(uncompress(back, &n, stream->data, stream->len), ==, Z_OK);
    g_assert_cmpmem(back, n, data, length);
    return stream->len;
}

static void
test_small(void)
{
    check(NULL, 0, 3, 4);
    for (gsize length = 1; length < 600; length++) {
        g_autofree guint8 *data = g_malloc0(length);
        check(data, length, 3, 31);
        data[length - 1] = 7;
        check(data, length, 3, 31);
        for (gsize i = 0; i < length; i++)
            data[i] = (guint8)(i * i);
        check(data, length, 1, 17);
    }
}

/* One colour from edge to edge takes next to nothing. */
static void
test_flat(void)
{
    gsize length = 1000 * 4801;
    g_autofree guint8 *data = g_malloc(length);
    memset(data, 200, length);
    for (gsize at = 0; at < length; at += 4801)
        data[at] = 0;
    g_assert_cmpuint(check(data, length, 3, 4801), <, 12000);
}

/* Noise has nothing to find; it grows by less than a hundredth. */
static void
test_noise(void)
{
    gsize length = 300000;
    g_autofree guint8 *data = g_malloc(length);
    guint32 state = 1;
    for (gsize i = 0; i < length; i++) {
        state = state * 1664525u + 1013904223u;
        data[i] = (guint8)(state >> 24);
    }
    g_assert_cmpuint(check(data, length, 3, 1201), <, length + length / 100);
}

/* Runs, repeats from near and far, and literals by chance; rows longer than the window too. */
static void
test_mixed(void)
{
    for (guint32 seed = 1; seed <= 60; seed++) {
        g_autoptr(GRand) random = g_rand_new_with_seed(seed);
        gsize length = 1 + (gsize)g_rand_int_range(random, 0, 200000), at = 0;
        g_autofree guint8 *data = g_malloc(length);
        while (at < length) {
            gsize n = (gsize)g_rand_int_range(random, 1, 700);
            gsize back = (gsize)g_rand_int_range(random, 1, 70000);
            gboolean is_repeat = g_rand_boolean(random) && back <= at;
            for (; n > 0 && at < length; n--, at++)
                data[at] = is_repeat ? data[at - back] : (guint8)g_rand_int_range(random, 0, 256);
        }
        check(data, length, 1 + 2 * (seed % 2), (gsize)g_rand_int_range(random, 2, 60000));
    }
}

/* Counts that grow like Fibonacci's numbers want the longest codes; the limit holds, and the codes
 * use up all that there is (Kraft's sum is one). */
static void
test_limit(void)
{
    for (guint n = 1; n <= 40; n++) {
        guint32 counts[40] = {1, 1};
        for (guint i = 2; i < n; i++)
            counts[i] = counts[i - 1] + counts[i - 2];
        for (guint max_bits = 7; max_bits <= 15; max_bits += 8) {
            IncmapHuffman huffman;
            incmap_huffman_make(&huffman, counts, n, max_bits);
            guint sum = 0;
            for (guint i = 0; i < n; i++) {
                g_assert_cmpuint(huffman.lengths[i], >=, 1);
                g_assert_cmpuint(huffman.lengths[i], <=, max_bits);
                sum += 1u << (15 - huffman.lengths[i]);
            }
            g_assert_cmpuint(sum, ==, n == 1 ? 1u << 14 : 1u << 15);
        }
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/deflate/small", test_small);
    g_test_add_func("/deflate/flat", test_flat);
    g_test_add_func("/deflate/noise", test_noise);
    g_test_add_func("/deflate/mixed", test_mixed);
    g_test_add_func("/deflate/huffman-limit", test_limit);
    return g_test_run();
}
