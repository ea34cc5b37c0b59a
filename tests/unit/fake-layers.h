/* SPDX-License-Identifier: MIT */
/*
 * A small world made of boxes instead of the mapped file: tests of the project stage link this
 * implementation of layers.h. Like the real data it is cut at the antimeridian and closed along the
 * south pole.
 *
 * ML compact, 1,650 km; LU tiny; RU huge and across the antimeridian; FJ small and across it;
 * NO with SJ as a country of its own; FR with an island near and land far off; CL tall; TR wide;
 * EC wide on the equator; AQ around the pole.
 */
#pragma once

#include "layers/layers.h"

IncmapLayers *fake_layers(void);
