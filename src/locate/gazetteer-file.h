/* SPDX-License-Identifier: MIT */
/*
 * The layout of a gazetteer file, shared by the program that writes it and the
 * one that maps it. A header, then sections of fixed-size records, each aligned
 * to 8 bytes. Numbers are in the machine's byte order, which the header states;
 * a file from elsewhere is refused and built again.
 *
 * Places stand in the order of importance, so a smaller index is the more
 * important place and every list of indices can be sorted by it. Nothing in a
 * file is trusted: offsets and indices are checked where they are used, since
 * checking all of them at the start would mean to read all of it.
 */
#pragma once

#include "locate/gazetteer.h"

#define INCMAP_GAZETTEER_MAGIC "incmapGZ"
#define INCMAP_GAZETTEER_VERSION 2u
#define INCMAP_GAZETTEER_ORDER 0x01020304u
#define INCMAP_GAZETTEER_MAX_PLACES (1u << 28)

/* The places are the user's own. */
#define INCMAP_GAZETTEER_OWN 1u

typedef enum {
    INCMAP_SECTION_STRINGS,       /* char: NUL-terminated; offset 0 is "" */
    INCMAP_SECTION_PLACES,        /* IncmapPlaceRecord */
    INCMAP_SECTION_NAMES,         /* IncmapNameRecord, grouped by place */
    INCMAP_SECTION_KEYS,          /* IncmapKeyRecord, sorted by bytes, and one sentinel */
    INCMAP_SECTION_KEY_TEXT,      /* char: NUL-terminated folded names */
    INCMAP_SECTION_KEY_SLOTS,     /* guint32: key + 1, or 0; a power of two of them */
    INCMAP_SECTION_POSTINGS,      /* guint32: place | kind << 28 */
    INCMAP_SECTION_COUNTRIES,     /* IncmapCodeRecord sorted by code; 0 is "" */
    INCMAP_SECTION_ADMIN1,        /* IncmapCodeRecord sorted by code; 0 is "" */
    INCMAP_SECTION_FEATURES,      /* guint32: string; what IncmapPlaceRecord.feature counts */
    INCMAP_SECTION_TREE,          /* IncmapTreeNode: towns, a balanced k-d tree laid flat */
    INCMAP_SECTION_SKELETONS,     /* IncmapSkeletonRecord and one sentinel */
    INCMAP_SECTION_SKELETON_TEXT, /* char */
    INCMAP_SECTION_SKELETON_KEYS, /* IncmapSkeletonKey, grouped by skeleton */
    INCMAP_SECTION_VARIANTS,      /* guint32: skeletons, grouped by bucket */
    INCMAP_SECTION_BUCKETS, /* guint32: first variant; a power of two of them and a sentinel */
    INCMAP_N_SECTIONS
} IncmapSection;

typedef struct IncmapSectionRecord IncmapSectionRecord;
struct IncmapSectionRecord {
    guint64 offset;
    guint64 n_bytes;
};

typedef struct IncmapGazetteerHeader IncmapGazetteerHeader;
struct IncmapGazetteerHeader {
    char magic[8];
    guint32 version;
    guint32 order;
    guint64 n_bytes; /* of the whole file */
    guint32 n_sections;
    guint32 n_towns;
    guint32 flags;  /* INCMAP_GAZETTEER_OWN */
    guint32 credit; /* string; "" when nothing has to be credited */
    IncmapSectionRecord sections[INCMAP_N_SECTIONS];
    guint64 checksum; /* of all the header before this field */
};

typedef struct IncmapPlaceRecord IncmapPlaceRecord;
struct IncmapPlaceRecord {
    gint64 id;
    gint32 lon_e7, lat_e7; /* degrees times 10^7 */
    guint32 name;          /* string */
    guint32 population;
    guint32 first_name; /* in NAMES */
    guint16 n_names;
    guint16 country;      /* in COUNTRIES */
    guint16 admin1;       /* in ADMIN1 */
    guint16 kind : 4;     /* IncmapPlaceKind */
    guint16 feature : 12; /* in FEATURES */
    float radius_km;
};

typedef struct IncmapNameRecord IncmapNameRecord;
struct IncmapNameRecord {
    guint32 text;
    char language[4]; /* "fr"; "zht" for Chinese in traditional characters; "" when not said */
};

typedef struct IncmapKeyRecord IncmapKeyRecord;
struct IncmapKeyRecord {
    guint32 text;
    guint32 first_posting;
};

typedef struct IncmapCodeRecord IncmapCodeRecord;
struct IncmapCodeRecord {
    guint32 code;
    guint32 name;  /* English */
    guint32 extra; /* a country's continent */
    guint32 place; /* index of the area itself; G_MAXUINT32: none */
};

typedef struct IncmapTreeNode IncmapTreeNode;
struct IncmapTreeNode {
    float xyz[3]; /* on the unit sphere */
    guint32 place;
};

typedef struct IncmapSkeletonRecord IncmapSkeletonRecord;
struct IncmapSkeletonRecord {
    guint32 text;
    guint32 first_key; /* in SKELETON_KEYS */
};

/* The signature lets most keys be refused without looking at their text. */
typedef struct IncmapSkeletonKey IncmapSkeletonKey;
struct IncmapSkeletonKey {
    guint32 key;
    guint32 signature; /* see incmap_skeleton_signature() */
};

/* FNV-1a; also of the header. */
static inline guint64
incmap_gazetteer_hash(const char *bytes, gsize n_bytes)
{
    guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);
    for (gsize i = 0; i < n_bytes; i++)
        hash = (hash ^ (guchar)bytes[i]) * G_GUINT64_CONSTANT(0x100000001b3);
    return hash ^ (hash >> 29);
}

/* Maps @bytes, which have to stay as long as the gazetteer; @name is for messages. */
IncmapGazetteer *incmap_gazetteer_new_for_bytes(GBytes *bytes, const char *name, GError **error);
