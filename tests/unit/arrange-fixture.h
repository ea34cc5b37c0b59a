/* SPDX-License-Identifier: MIT */
/*
 * A scene as the project stage leaves it, made by hand: a map box of 800 × 500
 * points, 10 points a degree, one square country with a river, and a text
 * measure that needs no fonts (0.55 em a character).
 */
#pragma once

#include "arrange/context.h"
#include "style/style.h"

typedef struct Fixture Fixture;
struct Fixture {
    IncmapScene *scene;
    IncmapStyle *style;
    IncmapMeasure measure;
    IncmapArrangeOptions options;
    IncmapLayout layout;
    gboolean is_laid_out;
    IncmapArrange arrange; /* after fixture_open() */
};

/* @style: the name of a style of the project */
void fixture_init(Fixture *fixture, const char *style);
void fixture_clear(Fixture *fixture);

/* Adds an incident with its fix. @value may be NAN. */
void fixture_add(Fixture *fixture, const char *name, double lon_deg, double lat_deg,
                 IncmapEvent event, double value);
void fixture_add_town(Fixture *fixture, const char *name, double lon_deg, double lat_deg,
                      const char *feature_code, guint32 population);
IncmapIncident *fixture_get_incident(const Fixture *fixture, guint i);
IncmapFix *fixture_get_fix(const Fixture *fixture, guint i);

/* Layout, frame and land; what follows calls it, unless a test has to change them before. */
void fixture_lay_out(Fixture *fixture);
/* Runs the whole stage. */
void fixture_arrange(Fixture *fixture);
/* The stage's inner state just before anything is placed, at the style's reference size, for tests
 * of single modules. */
IncmapArrange *fixture_open(Fixture *fixture);

/* A feature of one part, appended to the layer of that name; "focus" and "rank" are 1. Strings are
 * not copied. */
IncmapLandFeature *fixture_add_feature(IncmapScene *scene, const char *layer_name,
                                       IncmapGeometry geometry, const char *id, const char *name,
                                       const IncmapPoint *points, guint n);
void fixture_set_property(IncmapLandFeature *feature, const char *key, const char *text,
                          double number);

/* Fails unless no two labels overlap and all stay on their page, those of the map on the map. */
void fixture_assert_clean(const Fixture *fixture);
guint fixture_count_labels(const Fixture *fixture, const char *class_id);
/* NULL when there is none. */
const IncmapLabel *fixture_find_label(const Fixture *fixture, const char *text);
const IncmapFurniture *fixture_find_furniture(const Fixture *fixture, const char *kind);
gboolean fixture_has_dropped(const Fixture *fixture, const char *text, const char *reason);
