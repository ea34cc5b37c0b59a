/* SPDX-License-Identifier: MIT */
/*
 * Prefix codes of least total length (Huffman 1952), no code longer than a
 * limit, numbered as deflate wants them (RFC 1951, 3.2.2).
 */
#pragma once

#include <glib.h>

#define INCMAP_HUFFMAN_MAX_SYMBOLS 288
#define INCMAP_HUFFMAN_MAX_BITS 15

/** IncmapHuffman: the code of each symbol, its bits in the order they are written */
typedef struct IncmapHuffman IncmapHuffman;
struct IncmapHuffman {
    guint16 codes[INCMAP_HUFFMAN_MAX_SYMBOLS];
    guint8 lengths[INCMAP_HUFFMAN_MAX_SYMBOLS]; /* in bits; 0: the symbol doesn't occur */
};

/* @counts: how often each of the @n symbols occurs. @max_bits holds all of them that do. */
void incmap_huffman_make(IncmapHuffman *huffman, const guint32 *counts, guint n, guint max_bits);
