/* SPDX-License-Identifier: MIT */
/*
 * A scene as the project stage leaves it, made by hand: a map box of 800 × 500
 * points, 10 points a degree, one square country with a river, and a text
 * measure that needs no fonts (0.55 em a character).
 */
#pragma once

#include "arrange/arrange.h"
#include "style/style.h"

typedef struct Fixture Fixture;
struct Fixture {
    IncmapScene *scene;
    IncmapStyle *style;
    IncmapMeasure measure;
    IncmapArrangeOptions options;
    IncmapLayout layout;
};

/* @style: the name of a style of the project */
void fixture_init(Fixture *fixture, const char *style);
void fixture_clear(Fixture *fixture);

/* Adds an incident with its fix. @value may be NAN. */
void fixture_add(Fixture *fixture, const char *name, double lon_deg, double lat_deg,
                 IncmapEvent event, double value);
void fixture_add_town(Fixture *fixture, const char *name, double lon_deg, double lat_deg,
                      const char *feature_code, guint32 population);
/* Lays out and arranges. */
void fixture_arrange(Fixture *fixture);

/* Fails unless no two labels overlap and all stay on their page, those of the map on the map. */
void fixture_assert_clean(const Fixture *fixture);
guint fixture_count_labels(const Fixture *fixture, const char *class_id);
