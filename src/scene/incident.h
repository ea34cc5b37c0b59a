/* SPDX-License-Identifier: MIT */
/*
 * What the read and locate stages know of an incident. All strings are UTF-8
 * and owned by the scene (incmap_scene_string()); NULL means "not said".
 */
#pragma once

#include "base/geometry.h"

/* ACLED's six event types, UCDP's three kinds of violence and the common hazards. The order is the
 * order of legends. tables of names, colours' keys and words: scene/event.c */
typedef enum {
    INCMAP_EVENT_BATTLE,
    INCMAP_EVENT_EXPLOSION, /* explosions and remote violence: shelling, air strike, mine, bomb */
    INCMAP_EVENT_CIVILIANS, /* violence against civilians: attack, abduction, massacre */
    INCMAP_EVENT_PROTEST,
    INCMAP_EVENT_RIOT,
    INCMAP_EVENT_STRATEGIC,
    INCMAP_EVENT_STATE_BASED, /* UCDP 1 */
    INCMAP_EVENT_NON_STATE,   /* UCDP 2 */
    INCMAP_EVENT_ONE_SIDED,   /* UCDP 3 */
    INCMAP_EVENT_EARTHQUAKE,
    INCMAP_EVENT_VOLCANO,
    INCMAP_EVENT_FLOOD,
    INCMAP_EVENT_STORM,
    INCMAP_EVENT_LANDSLIDE,
    INCMAP_EVENT_DROUGHT,
    INCMAP_EVENT_FIRE,
    INCMAP_EVENT_TSUNAMI,
    INCMAP_EVENT_DISEASE,
    INCMAP_EVENT_ACCIDENT, /* transport or industrial accident */
    INCMAP_EVENT_CRIME,
    INCMAP_EVENT_OTHER,
    INCMAP_N_EVENTS
} IncmapEvent;

/* Machine name of an event ("battle", "explosion", "civilians" …): used in styles, JSON and CSV. */
const char *incmap_event_id(IncmapEvent event);
/* English label for legends ("Battles", "Explosions / remote violence"). */
const char *incmap_event_label(IncmapEvent event);
/* The event whose machine name is @id; FALSE when there is none. */
gboolean incmap_event_from_id(const char *id, IncmapEvent *out_event);
/* A date with the precision the source gave it. Days count from 0001-01-01 as in GDate (Julian
 * day); 0 means unknown. An exact day has from == to. */
typedef struct IncmapDate IncmapDate;
struct IncmapDate {
    guint32 from_julian;
    guint32 to_julian;
    gint8 hour, minute; /* UTC; -1 when not given */
};

typedef enum {
    INCMAP_FIGURE_KILLED,
    INCMAP_FIGURE_INJURED,
    INCMAP_FIGURE_MISSING,
    INCMAP_FIGURE_DISPLACED,
    INCMAP_FIGURE_ARRESTED,
    INCMAP_FIGURE_ABDUCTED,
    INCMAP_N_FIGURES
} IncmapFigureKind;

typedef enum {
    INCMAP_QUANTITY_EXACT,
    INCMAP_QUANTITY_AT_LEAST,
    INCMAP_QUANTITY_AT_MOST,
    INCMAP_QUANTITY_ABOUT,
    INCMAP_QUANTITY_BETWEEN,
    INCMAP_QUANTITY_DOZENS,   /* "dozens", "scores", "several": a word instead of a number; */
    INCMAP_QUANTITY_HUNDREDS, /* low and high then hold the range that the word allows */
    INCMAP_QUANTITY_UNKNOWN   /* the text says that there is no figure */
} IncmapQuantity;

/** IncmapFigure: a casualty figure and whose it is */
typedef struct IncmapFigure IncmapFigure;
struct IncmapFigure {
    IncmapFigureKind kind;
    IncmapQuantity quantity;
    double low, high;       /* equal when exact */
    const char *words;      /* the number as written: "dozens of", "84" */
    const char *who;        /* "Wagner fighters", "Malian soldiers"; NULL: people */
    const char *claimed_by; /* "Tuareg separatists"; NULL: the text itself */
    const char *claim;      /* "claimed", "said", "reports" …; NULL */
    gboolean is_official;   /* the claimant is an authority */
    gboolean is_part;       /* "among them 12 children": in another figure already */
    guint32 start, end;     /* bytes in the text; 0, 0 for a table */
};

/** IncmapSpan: bytes of a text, half-open */
typedef struct IncmapSpan IncmapSpan;
struct IncmapSpan {
    guint32 start, end;
};

/* How the number that sizes the symbol is to be understood. */
typedef enum {
    INCMAP_VALUE_NONE,
    INCMAP_VALUE_KILLED,
    INCMAP_VALUE_MAGNITUDE,
    INCMAP_VALUE_AFFECTED,
    INCMAP_VALUE_OTHER,
} IncmapValueKind;

typedef enum {
    INCMAP_VERIFICATION_NOT_SAID,
    INCMAP_VERIFICATION_VERIFIED,
    INCMAP_VERIFICATION_REPORTED, /* merely reported */
} IncmapVerification;

/** IncmapIncident: one row or one event told in a text */
typedef struct IncmapIncident IncmapIncident;
struct IncmapIncident {
    const char *id; /* the row's own id, or "1", "2" … */
    guint32 line;   /* line of the table, or of the sentence in a text; from 1 */
    IncmapEvent event;
    const char *type;    /* type as written ("Battles", "ambush") */
    const char *subtype; /* sub-type as written */
    const char *heading; /* one or two words for a callout: "Ambush"; NULL: from type */
    IncmapDate date;
    const char *date_words; /* the date as written in a text: "last month" */
    const char *place;      /* the words that say where: "Tinzaouaten", "30 km north of Gao" */
    const char *admin2, *admin1, *country;
    const char *near_words; /* words that narrow the place: "near the Algerian border"; NULL */
    const char *notes;      /* description, or the source sentence(s) */
    const char *actor1, *actor2;
    const char *source; /* the row's own source column */
    IncmapLonLat point; /* given in the input; see has_point */
    gboolean has_point;
    int given_precision; /* precision code of the input mapped to IncmapPrecision; -1: none */
    IncmapValueKind value_kind;
    double value;                 /* NAN when not given */
    double value_low, value_high; /* NAN when not given */
    double population;            /* of the place, where a table gives it; 0: not known */
    IncmapVerification verification;
    GArray *figures;      /* (element-type IncmapFigure) (nullable); owned by the scene */
    double confidence;    /* 0 … 1 that this happened as told; 1 for table rows */
    const char *evidence; /* what the confidence rests on; NULL for table rows */
    guint32 start, end;   /* bytes of the sentence in the text */
    GArray *sentences;    /* (element-type IncmapSpan) (nullable): all that tell of it; owned by the
                             scene */
    const char *group;    /* value of the column that maps are grouped by; NULL: not asked for */
    gboolean has_own_id;  /* the table says it; otherwise rows are counted */
    gboolean is_new;      /* not on the map's last version; to be marked */
};

/* How exactly a place is known, from sure to vague. */
typedef enum {
    INCMAP_PRECISION_EXACT,    /* coordinates, a town or a site: radius below 10 km */
    INCMAP_PRECISION_NEAR,     /* near a place, a stretch of road or border: a radius */
    INCMAP_PRECISION_DISTRICT, /* admin-2 or an area of that size */
    INCMAP_PRECISION_PROVINCE, /* admin-1 */
    INCMAP_PRECISION_COUNTRY,
    INCMAP_PRECISION_NONE /* could not be located */
} IncmapPrecision;

const char *incmap_precision_id(IncmapPrecision precision); /* "exact", "near", … "none" */
int incmap_precision_acled(IncmapPrecision precision);      /* 1 … 3 */
int incmap_precision_ucdp(IncmapPrecision precision);       /* 1 … 7 */

/** IncmapFix: where an incident or a name is, and why we think so */
typedef struct IncmapFix IncmapFix;
struct IncmapFix {
    IncmapPrecision precision;
    IncmapLonLat point;
    double radius_km;         /* the true place lies within, in 9 cases of 10 */
    double score;             /* 0 … 1 */
    const char *name;         /* preferred name of the place found, for the map */
    const char *kind;         /* "town", "village", "capital", "admin1", "country", "river" … */
    const char *admin1;       /* name; NULL */
    const char *admin1_code;  /* ISO 3166-2; NULL */
    const char *country;      /* name */
    const char *country_code; /* ISO 3166-1 alpha-2, or the private code of shapefiles/README */
    const char *reason;       /* in words, for people */
    const char *runner_up;    /* "Tin Zaouatine, Algeria (0.41)"; NULL */
    const char *problem;      /* "outside the stated country …"; NULL when nothing is odd */
    const char *context;      /* "2 km from the Algerian border"; NULL */
    gint64 place_id;          /* gazetteer id; 0 for coordinates */
    const char *credit;       /* whom a gazetteer of the user's own says to credit; NULL */
    /* The same in the map's language, filled when it isn't English (border_country then is in that
     * language too); NULL: as above. */
    const char *shown_name, *shown_admin1, *shown_country;
    double border_km;             /* to the nearest land border … */
    const char *border_country;   /* … and who is behind it; NULL: not near */
    const char *border_adjective; /* "Algerian"; NULL when none is known */
};

typedef enum {
    INCMAP_ROLE_EVENT,    /* where something happened */
    INCMAP_ROLE_DATELINE, /* where the text was filed */
    INCMAP_ROLE_MENTIONED,
    INCMAP_N_ROLES
} IncmapRole;

const char *incmap_role_id(IncmapRole role); /* "event", "dateline", "mentioned" */

/** IncmapMention: a place name in a text */
typedef struct IncmapMention IncmapMention;
struct IncmapMention {
    guint32 start, end; /* bytes, half-open */
    const char *text;
    const char *lookup; /* what gazetteers call it, when not @text ("Platte County"); NULL */
    IncmapRole role;
    gboolean is_demonym; /* "Malian": says a country, not a point */
    gboolean is_site;    /* a street or the like: no gazetteer has it */
    gint32 incident;     /* index of the incident it locates; -1 */
    IncmapFix fix;
};
