// Checks what the build wrote: shared vertices, borders, dissolve, names, size.
// Usage: node check.mjs OUT_DIR
import fs from 'node:fs';
import { readShz } from './readshz.mjs';
import { readCsv, signedArea, areaKm2 } from './shapefile.mjs';

const out = process.argv[2];
let nFaults = 0;
const fault = (text) => {
  nFaults++;
  console.log(`fault: ${text}`);
};

const rows = readShz(`${out}/admin1.shz`);
const edges = new Map();
rows.forEach((row, owner) => {
  if (!/^[A-Z]{2}$/.test(row.iso_a2)) fault(`iso_a2 of ${row.adm1_code} is "${row.iso_a2}"`);
  if (!row.name || row.name.includes('\ufffd') || /Ã./.test(row.name)) fault(`name of ${row.adm1_code} is "${row.name}"`);
  for (const ring of row.geometry) {
    const [a, b] = [ring[0], ring[ring.length - 1]];
    if (a[0] !== b[0] || a[1] !== b[1]) fault(`open ring in ${row.adm1_code}`);
    for (let i = 0; i + 1 < ring.length; i++) {
      const [p, q] = [ring[i].join(), ring[i + 1].join()];
      const isForward = p < q;
      const id = isForward ? `${p} ${q}` : `${q} ${p}`;
      if (!edges.has(id)) edges.set(id, []);
      edges.get(id).push([owner, isForward]);
    }
  }
});
const tally = {};
let nSame = 0;
for (const owners of edges.values()) {
  tally[owners.length] = (tally[owners.length] || 0) + 1;
  if (owners.length > 2) fault(`an edge with ${owners.length} owners`);
  if (owners.length === 2 && owners[0][1] === owners[1][1]) nSame++;
}
console.log(`divisions: ${rows.length}; edges by owners ${JSON.stringify(tally)}; walked twice the same way: ${nSame}`);

// Dissolve to countries: the rings left over that enclose almost nothing are slivers.
const outline = new Map();
for (const [id, owners] of edges) {
  const codes = owners.map(([o]) => rows[o].adm0_a3);
  if (codes.length === 2 && codes[0] === codes[1]) continue;
  for (const [o, isForward] of owners) {
    const [p, q] = id.split(' ');
    const code = rows[o].adm0_a3;
    if (!outline.has(code)) outline.set(code, new Map());
    const from = outline.get(code);
    const [a, b] = isForward ? [p, q] : [q, p];
    if (!from.has(a)) from.set(a, []);
    from.get(a).push(b);
  }
}
let nRings = 0;
let nSlivers = 0;
for (const [code, from] of outline)
  for (const start of from.keys())
    while (from.get(start).length) {
      const ring = [start.split(',').map(Number)];
      let at = start;
      do {
        const next = from.get(at)?.pop();
        if (next === undefined) {
          fault(`outline of ${code} does not close`);
          break;
        }
        at = next;
        ring.push(at.split(',').map(Number));
      } while (at !== start);
      nRings++;
      if (signedArea(ring) < 0 && areaKm2(ring) < 0.05) nSlivers++;
    }
console.log(`countries: ${outline.size}, ${nRings} rings after dissolving, ${nSlivers} of them holes under 0.05 km2`);

let nBorderEdges = 0;
let nStrange = 0;
for (const border of readShz(`${out}/borders.shz`))
  for (const line of border.geometry)
    for (let i = 0; i + 1 < line.length; i++) {
      const [p, q] = [line[i].join(), line[i + 1].join()];
      nBorderEdges++;
      if ((edges.get(p < q ? `${p} ${q}` : `${q} ${p}`) || []).length !== 2) nStrange++;
    }
if (nStrange) fault(`${nStrange} border edges are not edges of two divisions`);
console.log(`border edges: ${nBorderEdges}, all shared by two divisions: ${nStrange === 0}`);

const towns = readShz(`${out}/towns.shz`);
const ids = new Set(towns.map((t) => t.id));
if (ids.size !== towns.length) fault('town ids are not unique');
const known = new Set(rows.map((r) => r.adm1_code));
const nLoose = towns.filter((t) => !known.has(t.admin1)).length;
console.log(`towns: ${towns.length}, without a division: ${nLoose}`);
for (const name of ['Ségou', 'Zürich', 'Kraków', 'Reykjavík', 'São Paulo'])
  if (!towns.some((t) => t.name === name)) fault(`town ${name} is missing`);

const isoCodes = new Set(rows.map((r) => r.iso_3166_2));
for (const p of readCsv(`${out}/places-extra.csv`)) {
  if (!isoCodes.has(p.admin1)) fault(`places-extra.csv: no division ${p.admin1} for ${p.name}`);
  if (!(Math.abs(p.lat) <= 90 && Math.abs(p.lon) <= 180)) fault(`places-extra.csv: ${p.name} lies nowhere`);
  if (!/: [\d.]+ [NS] [\d.]+ [EW], [\d.]+ km from here$/.test(p.source))
    fault(`places-extra.csv: ${p.name} names no source with its coordinates`);
}
for (const l of readCsv(`${out}/labels.csv`))
  for (const point of l.spine.split(',')) {
    const [lon, lat] = point.trim().split(' ').map(Number);
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) fault(`labels.csv: ${l.name_en} lies nowhere`);
  }

const bytes = fs.readdirSync(out, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  .reduce((sum, f) => sum + fs.statSync(`${f.parentPath || f.path}/${f.name}`).size, 0);
console.log(`folder: ${(bytes / 1e6).toFixed(1)} MB`);
if (bytes > 33e6) fault('the folder is over 33 MB');
process.exit(nFaults ? 1 : 0);
