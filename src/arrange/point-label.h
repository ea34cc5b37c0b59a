/* SPDX-License-Identifier: MIT */
/*
 * Names beside symbols: eight positions around the symbol, and more than one
 * way to set the name. One name alone takes its best free position; many are
 * weighed together (label-set.h).
 */
#pragma once

#include "arrange/wording.h"

/** IncmapPointLabel: what is to be placed, and where it went */
typedef struct IncmapPointLabel IncmapPointLabel;
struct IncmapPointLabel {
    const char *text; /* belongs to the scene */
    const char *class_id;
    IncmapFace type;
    IncmapPoint at;        /* centre of the symbol */
    double radius_pt;      /* of the symbol */
    double gap_pt;         /* between symbol and text */
    int incident;          /* -1 */
    int symbol_owner;      /* obstacles of this owner don't count: the symbol itself */
    gboolean can_change;   /* break, abbreviate, smaller type */
    gboolean can_lead;     /* stand off, with a leader line */
    IncmapWording wording; /* out: how it is set … */
    IncmapPoint origin;    /* … left end of the first baseline … */
    IncmapBox box;         /* … and the ground of all lines */
    gboolean has_leader;   /* from the symbol to the text */
    IncmapPoint leader_from, leader_to;
};

/** IncmapPosition: where a name can stand */
typedef struct IncmapPosition IncmapPosition;
struct IncmapPosition {
    IncmapBox box;
    double cost;
    guint wording;        /* index */
    gboolean has_leader;  /* the text stands off; a line leads … */
    IncmapPoint from, to; /* … from the symbol to the text … */
    IncmapQuad leader;    /* … and keeps this ground free */
};

/* A text's ground with the air that parts it from others: more beside it than above. */
static inline IncmapBox
incmap_label_air(const IncmapArrange *arrange, IncmapBox box)
{
    double x_pt = arrange->unit, y_pt = 0.1 * arrange->unit;
    return (IncmapBox){box.x0_pt - x_pt, box.y0_pt - y_pt, box.x1_pt + x_pt, box.y1_pt + y_pt};
}

/* Appends the positions of a wording that nothing on the page is in the way of, cheapest first. */
void incmap_point_label_positions(const IncmapArrange *arrange, const IncmapPointLabel *label,
                                  const IncmapWording *wording, guint index, GArray *positions);
/* The same farther from the symbol, with a leader line. */
void incmap_point_label_far_positions(const IncmapArrange *arrange, const IncmapPointLabel *label,
                                      const IncmapWording *wording, guint index, GArray *positions);
/* Lets the label stand there, without taking the ground. */
void incmap_point_label_put(IncmapPointLabel *label, const IncmapWording *wording,
                            const IncmapPosition *position);

/* Finds the best free position and takes it. FALSE when there is none; nothing has changed then. */
gboolean incmap_point_label_place(IncmapArrange *arrange, IncmapPointLabel *label);

/* Sets the text where the label was put. */
void incmap_point_label_set(IncmapArrange *arrange, IncmapSheet sheet,
                            const IncmapPointLabel *label);

/* The colour of the map under a point, for halos. */
IncmapColor incmap_ground_color(const IncmapArrange *arrange, IncmapPoint at);
