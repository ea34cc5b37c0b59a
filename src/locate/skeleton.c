/* SPDX-License-Identifier: MIT */
#include "locate/skeleton.h"

#include <string.h>

/* What each letter a … z becomes: '.' is left out. Vowels and half-vowels vary with the language
 * that wrote the name down (ou/w, i/y), h marks a sound that others write without it (kh/k). */
/*                               abcdefghijklmnopqrstuvwxyz */
static const char classes[] = ".bkd.fg..jklmn.pkrst.f.k.s";

/* The same for U+0430 … U+045F and for U+0627 … U+064A, by sound. */
static const char cyrillic[] = ".bfgd.js..klmn.prst.fkskss........dg.s..jlnkk..j";
static const char arabic[] = ".b.ttj.kddrssssdts.g......fkklmn....";

/* The class of the letter at *@cursor, which moves behind it; 0: none is known, its bytes stay. */
static char
classify(const char **cursor)
{
    const guchar *bytes = (const guchar *)*cursor;
    if (bytes[0] < 0x80) {
        (*cursor)++;
        if (bytes[0] == ' ')
            return '.';
        return bytes[0] >= 'a' && bytes[0] <= 'z' ? classes[bytes[0] - 'a'] : (char)bytes[0];
    }
    if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && (bytes[1] & 0xC0) == 0x80) {
        guint letter = (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
        char known = 0;
        if (letter >= 0x430 && letter < 0x430 + sizeof(cyrillic) - 1)
            known = cyrillic[letter - 0x430];
        else if (letter >= 0x627 && letter < 0x627 + sizeof(arabic) - 1)
            known = arabic[letter - 0x627];
        if (known != 0)
            *cursor += 2;
        return known;
    }
    return 0;
}

gsize
incmap_skeleton_make(const char *folded, char skeleton[INCMAP_SKELETON_MAX + 1])
{
    gsize length = 0;
    while (*folded != '\0' && length < INCMAP_SKELETON_MAX) {
        char kept = classify(&folded);
        if (kept == 0)
            skeleton[length++] = *folded++;
        else if (kept != '.' && (length == 0 || skeleton[length - 1] != kept))
            skeleton[length++] = kept;
    }
    skeleton[length] = '\0';
    return length;
}

void
incmap_skeleton_each_variant(const char *skeleton, gsize length, IncmapSkeletonFunc func,
                             gpointer data)
{
    func(skeleton, length, data);
    if (length < 3)
        return; /* what is left of two letters fits everything */
    char variant[INCMAP_SKELETON_MAX];
    length = MIN(length, INCMAP_SKELETON_MAX);
    for (gsize left_out = 0; left_out < length; left_out++) {
        memcpy(variant, skeleton, left_out);
        memcpy(variant + left_out, skeleton + left_out + 1, length - left_out - 1);
        func(variant, length - 1, data);
    }
}

guint32
incmap_skeleton_signature(const char *folded)
{
    guint32 letters = 0, length = 0;
    for (const guchar *c = (const guchar *)folded; *c != '\0'; c++) {
        if (*c == ' ' || (*c & 0xC0) == 0x80)
            continue;
        length++;
        if (*c >= 'a' && *c <= 'z')
            letters |= 1u << (*c - 'a');
    }
    return letters | MIN(length, 63u) << 26;
}
