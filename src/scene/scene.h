/* SPDX-License-Identifier: MIT */
/*
 * The scene passes through five stages: read, locate, project, arrange, draw.
 * Each stage fills its own part once and only reads the parts before it. The
 * scene owns everything the stages make.
 */
#pragma once

#include "scene/disclaimer.h"
#include "scene/incident.h"
#include "scene/page.h"

typedef enum {
    INCMAP_INPUT_TEXT,
    INCMAP_INPUT_TABLE,
} IncmapInputKind;

/** IncmapDocument: one input file as read */
typedef struct IncmapDocument IncmapDocument;
struct IncmapDocument {
    const char *path; /* "-" for stdin */
    const char *id;   /* file name without its ending */
    IncmapInputKind kind;
    const char *text; /* a text's UTF-8 bytes, NUL-terminated; NULL for tables */
    gsize length;
    const char *title;    /* headline, if the text has one; NULL */
    const char *language; /* "en", "fr" …; NULL for tables */
    const char *layout;   /* "ACLED", "UCDP GED", "USGS", "generic"; NULL for texts */
    const char *digest;   /* SHA-256 of the bytes, hex */
    const char *credit;   /* "ACLED (acleddata.com)" when the layout tells; NULL */
    guint32 first_incident, n_incidents;
    guint32 first_mention, n_mentions;
    guint32 date_julian;   /* the day that the file itself gives a text; 0 */
    gboolean has_parts;    /* only while it is read: its articles are the documents */
    gboolean is_extracted; /* the text is not the file: it was taken out of a page or feed */
};

typedef struct IncmapScene IncmapScene;
struct IncmapScene {
    /* read */
    GArray *documents;    /* IncmapDocument */
    GArray *incidents;    /* IncmapIncident, in input order */
    GArray *mentions;     /* IncmapMention, in text order (fix filled by locate) */
    const char *language; /* of the map's names: "en" when NULL */
    GArray *disclaimers;  /* IncmapDisclaimer: what may have to be said */
    const struct IncmapVocabulary *vocabulary; /* the map's own words; not owned; NULL: English */
    guint32 date_julian;                       /* the day the text was written, or 0 */
    /* locate */
    GArray *fixes;             /* IncmapFix, parallel to incidents */
    const char *focus_country; /* country code the map is about; NULL: none stands out */
    /* project */
    IncmapFrame frame;
    GPtrArray *land;    /* IncmapLandLayer, in drawing order */
    GArray *towns;      /* IncmapTown in view, most important first */
    IncmapShade *shade; /* NULL: the style shows no relief */
    IncmapInset *inset; /* the locator; NULL: none */
    /* arrange */
    IncmapPage page;
    /* all stages */
    GPtrArray *notes;   /* char *: what the user should see, one sentence each */
    GPtrArray *explain; /* char *: what --explain prints */
    GStringChunk *strings;
};

IncmapScene *incmap_scene_new(void);
void incmap_scene_free(IncmapScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapScene, incmap_scene_free)

/* A copy of @text that lives as long as the scene; equal strings are stored once. NULL gives
 * NULL. */
const char *incmap_scene_string(IncmapScene *scene, const char *text);
const char *incmap_scene_string_n(IncmapScene *scene, const char *text, gsize length);
const char *incmap_scene_printf(IncmapScene *scene, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Adds an incident with every field "not said" and returns it; valid until the next call. */
IncmapIncident *incmap_scene_add_incident(IncmapScene *scene);

/* The land layer called @name, or NULL. */
IncmapLandLayer *incmap_scene_land(const IncmapScene *scene, const char *name);

/* A sentence for people about something left out or doubtful; for stderr and the report. */
void incmap_scene_note(IncmapScene *scene, const char *format, ...) G_GNUC_PRINTF(2, 3);
void incmap_scene_explain(IncmapScene *scene, const char *format, ...) G_GNUC_PRINTF(2, 3);
