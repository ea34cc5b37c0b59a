/* SPDX-License-Identifier: MIT */
/*
 * libincmap: from words that say where something happened to a finished map.
 *
 *     g_autoptr(IncmapSession) session = incmap_session_new();
 *     g_autoptr(IncmapMap) map = incmap_map_new(session);
 *     incmap_map_add_input(map, "dispatch.txt", &error) &&
 *         incmap_map_set(map, "date", "2024-08-05", &error) &&
 *         incmap_map_draw(map, "map.png", NULL, &error);
 *
 * A session keeps what maps share: base layers, gazetteer, styles and fonts, each
 * opened when first needed. A map is one run through the stages read, locate,
 * project, arrange and draw; a stage runs when its result is first asked for
 * and never twice, so drawing three formats arranges once.
 *
 * Strings are UTF-8, file names are in the file system's encoding. Degrees are on
 * WGS 84; where text holds a pair of them, longitude comes first unless it
 * says otherwise. Nothing here prints, reads the clock except for a date
 * relative to today, or uses the network. A session and its maps belong to one thread at a
 * time; two sessions don't disturb each other.
 *
 * A function that can fail takes a GError last, in the domain %INCMAP_ERROR; the message is
 * one line in lower case without a full stop, and its code says what the
 * caller can change.
 */
#ifndef INCMAP_H
#define INCMAP_H

#include <glib.h>

G_BEGIN_DECLS

#ifndef INCMAP_API
#define INCMAP_API __attribute__((visibility("default")))
#endif

#define INCMAP_ERROR incmap_error_quark()

/** IncmapError: which part of what the user gave has to change */
typedef enum {
    INCMAP_ERROR_USAGE,      /* an option or its value */
    INCMAP_ERROR_INPUT,      /* the text or table */
    INCMAP_ERROR_STYLE,      /* the style file */
    INCMAP_ERROR_LAYER,      /* a base layer, the gazetteer or another file of the installation */
    INCMAP_ERROR_PLACE,      /* a place name given as an option */
    INCMAP_ERROR_PROJECTION, /* the projection asked for */
    INCMAP_ERROR_OUTPUT,     /* the file to be written */
    INCMAP_ERROR_JOB,        /* the job file */
} IncmapError;

INCMAP_API GQuark incmap_error_quark(void);

/* The library's version, "0.1.0". */
INCMAP_API const char *incmap_version(void);

/* --- sessions ----------------------------------------------------------------------------- */

typedef struct IncmapSession IncmapSession;

/**
 * incmap_session_new:
 *
 * The data files are looked for in the directory that the environment variable
 * INCMAP_DATA names, then beside the library (`../share/incmap`), wherever that
 * was installed or built. They are opened when first needed.
 *
 * Returns: (transfer full): a session; free it after its maps
 */
INCMAP_API IncmapSession *incmap_session_new(void);
INCMAP_API void incmap_session_free(IncmapSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapSession, incmap_session_free)

/**
 * incmap_session_check:
 * @name: "layers", "gazetteer", or a style's name or file
 *
 * Opens a data file and looks at all of it.
 *
 * Returns: (transfer full): a sentence on what it holds, or %NULL with @error
 */
INCMAP_API char *incmap_session_check(IncmapSession *session, const char *name, GError **error);

/**
 * incmap_session_examine:
 * @job: (nullable): a job file that is looked at as well
 * @format: "text": a line for each thing looked at, "ok", "warn" or "fail", with what was seen and
 *   what to do about it; "json"
 *
 * Looks at the installation, at the machine as the program finds it and as cron or systemd would
 * call it, and at the folders that are written to.
 *
 * Returns: (transfer full): text, or %NULL with @error for an unknown @format
 */
INCMAP_API char *incmap_session_examine(IncmapSession *session, const char *job, const char *format,
                                        guint *out_n_warnings, guint *out_n_failures,
                                        GError **error);

/**
 * incmap_session_list:
 * @kind: "languages", "layers", "projections", "properties" (of styles), "regions", "sizes",
 *   "styles", "symbols", "types" or "worldviews"
 *
 * Lists the names that options understand.
 *
 * Returns: (transfer full): name, description, name, description … %NULL; free with g_strfreev().
 *   %NULL with @error for an unknown @kind
 */
INCMAP_API char **incmap_session_list(IncmapSession *session, const char *kind, GError **error);

/* --- the user's gazetteers ------------------------------------------------------------------ */

/* Called now and then while something long is done: what it is, and the share that is done, 0 … 1.
 */
typedef void (*IncmapProgressFunc)(const char *what, double share, gpointer data);

/**
 * incmap_session_set_gazetteers:
 * @path: the folder of the user's gazetteers, one gazetteer file, or "none"
 *
 * Without this call it is what the environment variable INCMAP_GAZETTEER says, else the folder
 * `incmap/gazetteers` of the user's data folder (XDG_DATA_HOME, or .local/share in HOME). Its
 * gazetteers are used beside the standard one. Fails when they have been used already.
 */
INCMAP_API gboolean incmap_session_set_gazetteers(IncmapSession *session, const char *path,
                                                  GError **error);

/**
 * incmap_session_add_gazetteer:
 * @files: %NULL-terminated: a table of places, GeoNames dumps, a vector layer, or a review file
 * with choices; all of one kind
 * @name: (nullable): what the gazetteer is called; by default as the first file
 * @columns: (nullable): which column of a table or layer is which: "name=NAME_1,country=CNTRY"; the
 *   roles are name, lat, lon, country, admin1, alternates, radius, population
 * @progress: (nullable)
 *
 * Makes a gazetteer of the files and adds it to the user's folder, in place of one of the same
 * name. It appears whole or not at all; sessions that are open go on with what they have.
 * incmap_session_get_notes() tells what was left out.
 */
INCMAP_API gboolean incmap_session_add_gazetteer(IncmapSession *session, const char *const *files,
                                                 const char *name, const char *columns,
                                                 IncmapProgressFunc progress, gpointer data,
                                                 GError **error);

/* Builds all gazetteers of the folder again from their files, after these have changed or with a
 * new version of the program. */
INCMAP_API gboolean incmap_session_build_gazetteers(IncmapSession *session,
                                                    IncmapProgressFunc progress, gpointer data,
                                                    GError **error);

INCMAP_API gboolean incmap_session_remove_gazetteer(IncmapSession *session, const char *name,
                                                    GError **error);

/**
 * incmap_session_describe_gazetteers:
 *
 * Returns: (transfer full): name, description, name, description … %NULL for the standard gazetteer
 *   and each of the user's; free with g_strfreev(). A gazetteer that can't be used is described by
 *   why
 */
INCMAP_API char **incmap_session_describe_gazetteers(IncmapSession *session, GError **error);

/* What the last of these calls left out, a sentence each; free with g_strfreev(). */
INCMAP_API char **incmap_session_get_notes(const IncmapSession *session);

/* --- maps --------------------------------------------------------------------------------- */

typedef struct IncmapMap IncmapMap;

INCMAP_API IncmapMap *incmap_map_new(IncmapSession *session);
INCMAP_API void incmap_map_free(IncmapMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapMap, incmap_map_free)

/**
 * incmap_map_set:
 * @key: an option
 * @value: its value as a person would write it; a later call replaces an earlier one, except for
 *   "layer" and "type", which gather
 *
 * | key | value | default |
 * |---|---|---|
 * | `as` | `text` or `table`: how to read the input | by file ending and content |
 * | `columns` | roles of columns, `lat=Y,lon=X,place=town` | by name and content |
 * | `country` | name or ISO code: incidents without a country are there, those of others are left
 * out | – | | `date` | `2024-08-05`: the day a text was written and that relative days count from |
 * today, or SOURCE_DATE_EPOCH | | `dpi` | 36 to 1200 | 96 for sizes in px, 300 for others | |
 * `extent` | `west,south,east,north` in degrees, `world`, or a country, region or continent |
 * fitted to the incidents | | `input-layer` | layer of an input that has several | the only one |
 * | `fade` | `30d`, `4w`, `6m`, `1y` or `all`: older incidents paler, the newest ringed | – |
 * | `gazetteer` | see incmap_session_set_gazetteers() | the user's folder |
 * | `lang` | language of names, ISO 639-1 | `en` |
 * | `layer` | a vector file drawn on top | – |
 * | `layout` | `acled`, `ucdp`, `usgs` or `generic` | by the columns |
 * | `organisation` | who publishes the map, for the credits | – |
 * | `places` | CSV of places that win over the gazetteer | – |
 * | `projection` | name, `EPSG:n` or PROJ string | by extent |
 * | `review` | CSV that gets what the places are unsure of; choices marked in it are obeyed | – |
 * | `since`, `until` | `2026-11-01`, `-7d`, `-2w`, `-3m`, `-1y`: first and last day | – |
 * | `size` | `1600x1000px`, `180x120mm`, `8x5in` or a preset | `1600x1000px` |
 * | `style` | name or file | `news` |
 * | `subtitle`, `title` | text; empty for none | from the incidents |
 * | `type` | event types, comma between them | all |
 * | `worldview` | whose view of disputed territories, `iso`, `de-facto`, `ma` … | as the layers |
 * | `week` | ISO week, `2026-W47` | – |
 *
 * A length in px becomes px × 72 / dpi points, so a higher dpi at the same px shows
 * less at a larger size; the picture always has exactly that many pixels.
 *
 * Returns: %FALSE with %INCMAP_ERROR_USAGE for an unknown key, or a value that cannot be
 */
INCMAP_API gboolean incmap_map_set(IncmapMap *map, const char *key, const char *value,
                                   GError **error);

/* The style as it was set; NULL when it wasn't. */
INCMAP_API const char *incmap_map_get_style(const IncmapMap *map);

/* Adds a file to be read, "-" for standard input; a directory adds its files in order of their
 * names. */
INCMAP_API gboolean incmap_map_add_input(IncmapMap *map, const char *path, GError **error);

/* Adds an incident of which only the place is known: a name as a person would write it. */
INCMAP_API void incmap_map_add_place(IncmapMap *map, const char *place);
/* Adds an incident at "lat,lon", of which the place is asked for. */
INCMAP_API gboolean incmap_map_add_point(IncmapMap *map, const char *lat_lon, GError **error);

/**
 * incmap_map_run:
 * @stage: "read", "locate", "project" or "arrange"
 *
 * Runs the stages up to @stage that have not run yet. An incident that can't be placed is no
 * failure, see incmap_map_get_lines().
 */
INCMAP_API gboolean incmap_map_run(IncmapMap *map, const char *stage, GError **error);

/**
 * incmap_map_draw:
 * @path: the file; "-" is standard output
 * @format: (nullable): "png", "svg", "pdf", "html", "tif" (GeoTIFF), or "geojson", "kml" (the
 *   incidents), "pgw", "prj" (where a PNG of the map lies); %NULL goes by the ending of @path
 *
 * Runs what has not run yet and draws. The file appears whole or not at all.
 */
INCMAP_API gboolean incmap_map_draw(IncmapMap *map, const char *path, const char *format,
                                    GError **error);

/* Replaces {id}, {place} and {n} (its number, from 1) in @template_text by what the first incident
 * says; characters that file names cannot have become hyphens. Transfer full. */
INCMAP_API char *incmap_map_expand(const IncmapMap *map, const char *template_text);

/* Called for each finished map of incmap_map_draw_each(), in the order of the incidents and in the
 * caller's thread. @part belongs to the library. */
typedef void (*IncmapEachFunc)(const IncmapMap *part, guint n_done, guint n_all, gpointer data);

/**
 * incmap_map_draw_each:
 * @outputs: templates of file names as for incmap_map_expand(), %NULL-terminated
 * @format: (nullable): as for incmap_map_draw()
 * @report: (nullable): template of the reports' names
 * @func: (nullable): called for each finished map
 *
 * Draws one map for each incident, all with the options of @map. While one is drawn the next is
 * arranged, in a second thread that ends before this returns.
 */
INCMAP_API gboolean incmap_map_draw_each(IncmapMap *map, const char *const *outputs,
                                         const char *format, const char *report,
                                         IncmapEachFunc func, gpointer data, GError **error);

/* --- jobs --------------------------------------------------------------------------------- */

typedef struct IncmapJob IncmapJob;

/**
 * incmap_job_load:
 * @path: a job file (YAML): many maps with their inputs, filters, style and outputs
 *
 * Returns: (transfer full): the job, or %NULL with %INCMAP_ERROR_JOB, line and column
 */
INCMAP_API IncmapJob *incmap_job_load(const char *path, GError **error);
INCMAP_API void incmap_job_free(IncmapJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapJob, incmap_job_free)

/* Whether a YAML file is a job and no style. */
INCMAP_API gboolean incmap_job_probe(const char *path);

/**
 * incmap_job_set:
 * @key: a setting of the run
 * @value: its value as a person would write it
 *
 * | key | value | default |
 * |---|---|---|
 * | `force` | `yes` draws what hasn't changed, too | `no` |
 * | `input-wait` | how long an input may still be written by another program | `10s` |
 * | `jobs` | maps drawn at once | the cores of the machine |
 * | `lock-wait` | how long another run of the job is waited for | `0s` |
 * | `shard` | `2/4`: the second of four parts that share the maps | `1/1` |
 * | `state` | where the run remembers what it drew | `.NAME.state` beside the job |
 */
INCMAP_API gboolean incmap_job_set(IncmapJob *job, const char *key, const char *value,
                                   GError **error);

/* What a run has to tell while it lasts. */
typedef enum {
    INCMAP_JOB_DRAWN,   /* @text: the map's name */
    INCMAP_JOB_FAILURE, /* @text: one line on a map that stays as it was */
    INCMAP_JOB_NOTE,    /* @text: one line that those who look closely want to know */
} IncmapJobNews;

typedef void (*IncmapJobFunc)(IncmapJobNews news, const char *text, guint n_done, guint n_all,
                              gpointer data);

/**
 * incmap_job_run:
 * @func: (nullable): called in the caller's thread
 *
 * Draws the maps of which anything has changed since the last run. Maps are drawn in processes of
 * their own; the caller should have no threads. A map that fails is told to @func, stays as it was
 * and is tried again by the next run.
 *
 * Returns: %FALSE when nothing could be tried, as when another run is under way
 */
INCMAP_API gboolean incmap_job_run(IncmapJob *job, IncmapJobFunc func, gpointer data,
                                   GError **error);

typedef enum {
    INCMAP_JOB_N_MAPS,
    INCMAP_JOB_N_DRAWN,
    INCMAP_JOB_N_UNCHANGED,
    INCMAP_JOB_N_FAILED,
    INCMAP_JOB_N_LEFT_OUT,
    INCMAP_JOB_N_FILES_CHANGED,
} IncmapJobCount;

/* What the last run came to. */
INCMAP_API guint incmap_job_get_count(const IncmapJob *job, IncmapJobCount count);
/* All that the last run did, as JSON; transfer full. */
INCMAP_API char *incmap_job_report(const IncmapJob *job);
/* Entries of the job file. */
INCMAP_API guint incmap_job_get_n_maps(const IncmapJob *job);

/* --- watching ----------------------------------------------------------------------------- */

typedef struct IncmapWatch IncmapWatch;

/* Everything that a map with these options and inputs (files, folders, patterns; %NULL-terminated)
 * is made of: inputs, style, places, layers on top. */
INCMAP_API IncmapWatch *incmap_watch_new_map(const IncmapMap *map, const char *const *inputs);
/* A job file and all that its maps are made of, as it says at each time. */
INCMAP_API IncmapWatch *incmap_watch_new_job(const char *path);
INCMAP_API void incmap_watch_free(IncmapWatch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapWatch, incmap_watch_free)

/* Whether any of the files has come, gone or changed since the last call; never waits. TRUE at the
 * first call. */
INCMAP_API gboolean incmap_watch_look(IncmapWatch *watch);

/* --- results ------------------------------------------------------------------------------ */

INCMAP_API guint incmap_map_get_n_incidents(const IncmapMap *map);

/**
 * incmap_map_format:
 * @what: "incidents" as a story tells them with their places, "rows" as the table has them with
 *   their places added, "annotated" for texts with their names marked
 * @format: "json", "jsonl", "csv" or "geojson"; of "annotated", "text", "ansi" or "html"
 *
 * Runs the stages read and locate when they have not run yet.
 *
 * Returns: (transfer full): text, or %NULL with @error
 */
INCMAP_API char *incmap_map_format(IncmapMap *map, const char *what, const char *format,
                                   GError **error);

/**
 * incmap_map_write_rows:
 * @path: the file, or "-"
 *
 * Writes what incmap_map_format() gives for "rows". A long table with @format "csv" goes through
 * block by block in constant memory: its incidents are not kept, and only notes and counts remain
 * of them.
 */
INCMAP_API gboolean incmap_map_write_rows(IncmapMap *map, const char *path, const char *format,
                                          GError **error);

/* The scene after @stage as JSON; runs what has not run yet. */
INCMAP_API char *incmap_map_dump(IncmapMap *map, const char *stage, GError **error);

/* The report of a drawn map as JSON: inputs and their digests, where each incident is and why,
 * labels, what was dropped, credits, alternative text, timings. */
INCMAP_API char *incmap_map_report(IncmapMap *map, GError **error);

/**
 * incmap_map_check:
 * @format: "text": a line for each finding, "fault: CODE: SENTENCE" or "remark: …"; "json"
 * @out_n_faults: (nullable): how many of them have to be mended
 *
 * What an editor would say of the arranged map: what was left out, type too small or too faint,
 * colours that some readers can't tell apart, points in the sea or in another country, missing
 * source, date or disclaimer, a scale bar that doesn't hold, too much ink.
 *
 * Returns: (transfer full): text, empty when there is nothing to say; %NULL with @error
 */
INCMAP_API char *incmap_map_check(IncmapMap *map, const char *format, guint *out_n_faults,
                                  GError **error);

/**
 * incmap_snippet:
 * @pictures: files of one map, %NULL-terminated: PNG, SVG or PDF
 * @format: "html", "markdown" or "latex"
 *
 * What embeds a finished map elsewhere: with its alternative text, its size and, of several PNG,
 * the choice between them. The words are those that the files hold.
 *
 * Returns: (transfer full): text, or %NULL with @error
 */
INCMAP_API char *incmap_snippet(const char *const *pictures, const char *format, GError **error);

/* Writes a text to @path, whole or not at all; "-" is standard output. */
INCMAP_API gboolean incmap_write_text(const char *path, const char *text, GError **error);

/**
 * incmap_map_get_lines:
 * @kind: "notes": what the user should know of; "explain": why it was understood so;
 *   "timing": what each stage took
 *
 * Returns: (transfer full): sentences, possibly none; free with g_strfreev()
 */
INCMAP_API char **incmap_map_get_lines(const IncmapMap *map, const char *kind);

/* How many incidents have no place on the map, or had texts that found no room. */
INCMAP_API guint incmap_map_get_n_left_out(const IncmapMap *map);

/* The entry of @words (NULL-terminated) that @word was probably meant to be, or NULL. */
INCMAP_API const char *incmap_nearest(const char *word, const char *const *words);

G_END_DECLS

#endif
