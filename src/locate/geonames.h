/* SPDX-License-Identifier: MIT */
/*
 * The dump files of GeoNames, one line at a time. Columns:
 * download.geonames.org/export/dump/readme.txt
 */
#pragma once

#include "locate/gazetteer.h"

typedef enum {
    INCMAP_DUMP_NONE,       /* something else */
    INCMAP_DUMP_PLACES,     /* allCountries.txt, ML.txt, cities500.txt: 19 columns */
    INCMAP_DUMP_ALTERNATES, /* alternateNamesV2.txt: 10 columns; alternateNames.txt: 8 */
    INCMAP_DUMP_AREAS,      /* admin1CodesASCII.txt, admin2Codes.txt: 4 columns */
} IncmapDumpKind;

/* Why a line was left out. */
typedef enum {
    INCMAP_DUMP_FINE,
    INCMAP_DUMP_SHORT,    /* too few columns */
    INCMAP_DUMP_ENCODING, /* not UTF-8 */
    INCMAP_DUMP_BAD_ID,   /* the id is no positive number */
    INCMAP_DUMP_NO_NAME,
    INCMAP_DUMP_BAD_POINT, /* no number, not finite or outside the range */
    INCMAP_DUMP_DUPLICATE, /* the id came before */
    INCMAP_DUMP_UNKNOWN,   /* a name for an id that no place has */
    INCMAP_N_DUMP_FAULTS
} IncmapDumpFault;

/* "with too few columns" … for messages. */
const char *incmap_dump_fault_words(IncmapDumpFault fault);

/* What kind of dump a line comes from. */
IncmapDumpKind incmap_dump_recognise(const char *line, gsize length);

/** IncmapDumpPlace: strings point into the line */
typedef struct IncmapDumpPlace IncmapDumpPlace;
struct IncmapDumpPlace {
    gint64 id;
    const char *name, *ascii_name;
    char *alternates; /* comma between them; cut in place by the reader */
    IncmapLonLat point;
    char feature_class; /* 'P', 'A' …; '\0' when not said */
    const char *feature_code;
    const char *country_code;
    const char *admin1; /* GeoNames' own code within the country */
    guint32 population;
};

/* Cuts @line in place. */
IncmapDumpFault incmap_dump_parse_place(char *line, gsize length, IncmapDumpPlace *out_place);

/** IncmapDumpName: strings point into the line */
typedef struct IncmapDumpName IncmapDumpName;
struct IncmapDumpName {
    gint64 id;
    const char *name;
    const char *language; /* "fr"; "zht"; "" when none or not one that names are kept in */
    IncmapNameKind kind;
    gboolean is_wanted; /* FALSE: a link, a postcode and the like */
};

IncmapDumpFault incmap_dump_parse_name(char *line, gsize length, IncmapDumpName *out_name);
/* Of admin1CodesASCII.txt and admin2Codes.txt: the two names of an area. */
IncmapDumpFault incmap_dump_parse_area(char *line, gsize length, gint64 *out_id,
                                       const char **out_name, const char **out_ascii_name);

/* What a place of a class and code is in a gazetteer, and how large such areas are; FALSE for
 * countries, roads and the like, which are left out. */
gboolean incmap_dump_classify(const IncmapDumpPlace *place, IncmapPlaceKind *out_kind,
                              double *out_radius_km);
