// lakes.shz from the GSHHG dumps: lakes and rivers wide enough to have two
// banks, with their islands as holes, the largest named from lakes.csv.
// Usage: node lakes.mjs DUMP_DIR OUT_DIR
import { snapLine, signedArea, areaKm2, writeShz, readCsv } from './shapefile.mjs';
import { readPieces, joinPieces } from './gmt.mjs';

const [, , dumps, out] = process.argv;
const RANK_KM2 = [10000, 3000, 1000, 300, 100, 30, 10, 3];
const MIN_LAKE_KM2 = 1;
const MIN_ISLAND_KM2 = 1;

const boxOf = (ring) => ring.reduce((b, [x, y]) => [Math.min(b[0], x), Math.min(b[1], y), Math.max(b[2], x), Math.max(b[3], y)],
  [Infinity, Infinity, -Infinity, -Infinity]);

export function insideRing(ring, x, y) {
  let inside = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const lakes = [];
for (const [kind, file] of [['lake', 'lakes_l.txt'], ['river', 'lakes_r.txt']])
  for (const line of joinPieces(readPieces(`${dumps}/${file}`), { close: true })) {
    let ring = snapLine(line);
    if (ring.length < 4 || areaKm2(ring) < MIN_LAKE_KM2) continue;
    if (signedArea(ring) < 0) ring = ring.reverse();
    lakes.push({ kind, geometry: [ring], area: areaKm2(ring), box: boxOf(ring), name: '' });
  }
let nIslands = 0;
for (const line of joinPieces(readPieces(`${dumps}/islands.txt`), { close: true })) {
  let ring = snapLine(line);
  if (ring.length < 4 || areaKm2(ring) < MIN_ISLAND_KM2) continue;
  if (signedArea(ring) > 0) ring = ring.reverse();
  const [x, y] = ring[0];
  const lake = lakes.find((l) => x >= l.box[0] && x <= l.box[2] && y >= l.box[1] && y <= l.box[3] && insideRing(l.geometry[0], x, y));
  if (!lake) continue;
  lake.geometry.push(ring);
  lake.area -= areaKm2(ring);
  nIslands++;
}

// Names: the lake around the point, or the largest whose box comes near. GSHHG
// joins Superior, Huron and Michigan, and the reservoirs of the Dnieper: those
// two shapes stay without a name; labels.csv names their parts.
for (const row of readCsv(`${out}/lakes.csv`)) {
  const x = Number(row.lon);
  const y = Number(row.lat);
  const near = lakes.filter((l) => l.kind === 'lake' && x > l.box[0] - 0.25 && x < l.box[2] + 0.25 && y > l.box[1] - 0.25 && y < l.box[3] + 0.25)
    .map((l) => ({ l, inside: insideRing(l.geometry[0], x, y) }))
    .sort((a, b) => b.inside - a.inside || b.l.area - a.l.area);
  const best = near[0];
  if (!best || (!best.inside && best.l.area < 40)) console.log(`lake not found: ${row.name}`);
  else if (best.l.name) console.log(`lake named twice: ${best.l.name} / ${row.name}`);
  else {
    best.l.name = row.name;
    if (!best.inside) console.log(`lake by nearness: ${row.name}, ${best.l.area.toFixed(0)} km2`);
  }
}
for (const l of lakes) l.rank = 1 + RANK_KM2.filter((a) => l.area < a).length;
lakes.sort((a, b) => b.area - a.area || a.box[0] - b.box[0]);
console.log(`unnamed lakes over 1500 km2: ${lakes.filter((l) => l.kind === 'lake' && !l.name && l.area > 1500)
  .map((l) => `${l.area.toFixed(0)}@${((l.box[0] + l.box[2]) / 2).toFixed(1)},${((l.box[1] + l.box[3]) / 2).toFixed(1)}`).join(' ')}`);
console.log(`islands in lakes: ${nIslands}`);
writeShz(`${out}/lakes.shz`, 'polygon', [['name', 'C'], ['kind', 'C'], ['rank', 'N'], ['area', 'N', 1]], lakes);
