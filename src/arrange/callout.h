/* SPDX-License-Identifier: MIT */
/*
 * Callouts: a block of text for an incident, set in open ground, with a leader
 * line to its symbol.
 */
#pragma once

#include "arrange/typeset.h"

/** IncmapRow: one line of a callout, a piece of text beside the other */
typedef struct IncmapRow IncmapRow;
struct IncmapRow {
    GPtrArray *texts;  /* char * */
    GArray *types;     /* IncmapFace, one for each text */
    double advance_pt; /* from the baseline before */
    gboolean is_rule;  /* a thin line instead of text */
};

/** IncmapCard: the rows of a callout and its size */
typedef struct IncmapCard IncmapCard;
struct IncmapCard {
    GArray *rows; /* IncmapRow */
    double width_pt, height_pt;
    double max_width_pt; /* of its text */
    double padding_pt;
    double indent_pt;         /* room for the number at the left; 0 when it has none */
    gboolean is_cut;          /* not all that there is to say stands in it */
    double heading_middle_pt; /* from the top: where a leader meets the card */
    IncmapBox box;            /* out: where it stands */
};

/* A wider card is lower: which one stands better is tried. */
#define INCMAP_CARD_WIDEST 1.2

/* @widen: how much wider than the style says its text may be, 1 for as wide */
IncmapCard *incmap_card_new(const IncmapArrange *arrange, const IncmapGroup *group, double widen);
void incmap_card_free(IncmapCard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapCard, incmap_card_free)
/* Sets one row, the left end of its baseline at @origin. */
void incmap_card_set_row(IncmapArrange *arrange, IncmapSheet sheet, const IncmapRow *row,
                         IncmapPoint origin, int incident);
/* Sets the rows into card->box. */
void incmap_card_set(IncmapArrange *arrange, const IncmapCard *card, const IncmapGroup *group);

/** IncmapLeader: a line from a symbol to a card, with at most one bend */
typedef struct IncmapLeader IncmapLeader;
struct IncmapLeader {
    IncmapPoint points[3];
    int n_points;
    double length_pt;
    double ground_pt; /* width of the strip that it keeps free */
};

/* The leader from a symbol's outer circle to a card at @box; FALSE when none looks right. */
gboolean incmap_leader_choose(IncmapPoint symbol, double radius_pt, IncmapBox box,
                              double heading_middle_pt, IncmapLeader *out_leader);

/* Draws it, takes its ground and records it. */
void incmap_leader_draw(IncmapArrange *arrange, const IncmapLeader *leader);

/* Chooses which groups get callouts, places the cards and their leaders. */
void incmap_callouts_place(IncmapArrange *arrange);
