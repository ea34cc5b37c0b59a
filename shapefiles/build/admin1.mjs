// admin1.shz, borders.shz and admin1-names.tsv.gz from Natural Earth's
// first-level divisions, already simplified by mapshaper.
// Usage: node admin1.mjs SIMPLIFIED.json OUT_DIR
import fs from 'node:fs';
import { snapLine, signedArea, areaKm2, writeShz, writeGzip, readCsv } from './shapefile.mjs';
import { unitOf } from './units.mjs';

const [, , source, out] = process.argv;
const LANGUAGES = 'ar bn de el en es fa fr he hi hu id it ja ko nl pl pt ru sv tr uk ur vi zh zht'.split(' ');

const clean = (text) => {
  if (!text || /^-?\d+$/.test(text)) return '';
  // Some names were read as Latin-1 once too often.
  if (/Ã./.test(text)) text = Buffer.from(text, 'latin1').toString('utf8');
  return text.trim().replace(/\s+/g, ' ');
};

function ringsOf(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = [];
  for (const polygon of polygons)
    polygon.forEach((points, i) => {
      const ring = snapLine(points);
      if (ring.length < 4) {
        if (i === 0) return;
        return;
      }
      const isClockwise = signedArea(ring) > 0;
      rings.push(isClockwise === (i === 0) ? ring : ring.reverse());
    });
  return rings;
}

const features = JSON.parse(fs.readFileSync(source)).features;
const rows = [];
for (const { geometry, properties: p } of features) {
  if (!geometry) {
    console.log(`no geometry left: ${p.adm1_code} ${p.name}`);
    continue;
  }
  const unit = unitOf(p);
  const geometryRings = ringsOf(geometry);
  if (!geometryRings.length) {
    console.log(`vanished: ${p.adm1_code} ${p.name}`);
    continue;
  }
  const name = clean(p.name) || clean(p.name_en) || clean(p.admin);
  rows.push({
    geometry: geometryRings,
    adm1_code: p.adm1_code, iso_3166_2: unit.iso_3166_2, iso_a2: unit.iso_a2, adm0_a3: unit.adm0_a3,
    defacto: unit.defacto, name, name_en: clean(p.name_en) || name, type_en: clean(p.type_en),
    region: clean(p.region_name) === name ? '' : clean(p.region_name),
    geonunit: clean(p.geonunit) === clean(p.admin) ? '' : clean(p.geonunit),
    latitude: p.latitude, longitude: p.longitude,
    wikidataid: clean(p.wikidataid), gn_id: p.gn_id > 0 ? p.gn_id : '',
    gn_a1: /^-/.test(p.gn_a1_code || '') ? '' : p.gn_a1_code,
    area: geometryRings.reduce((sum, ring) => sum + Math.sign(signedArea(ring)) * areaKm2(ring), 0),
    source: p,
  });
}
rows.sort((a, b) => (a.adm0_a3 + a.iso_3166_2 + a.adm1_code < b.adm0_a3 + b.iso_3166_2 + b.adm1_code ? -1 : 1));
writeShz(`${out}/admin1.shz`, 'polygon', [
  ['adm1_code', 'C'], ['iso_3166_2', 'C'], ['iso_a2', 'C'], ['adm0_a3', 'C'], ['defacto', 'C'], ['name', 'C'],
  ['name_en', 'C'], ['type_en', 'C'], ['region', 'C'], ['geonunit', 'C'], ['latitude', 'N', 5],
  ['longitude', 'N', 5], ['wikidataid', 'C'], ['gn_id', 'N'], ['gn_a1', 'C'], ['area', 'N', 1],
], rows);

const cell = (text) => clean(text).replace(/[\t\n]/g, ' ');
writeGzip(`${out}/admin1-names.tsv.gz`,
  `adm1_code\tiso_3166_2\t${LANGUAGES.map((l) => (l === 'zht' ? 'zh-Hant' : l)).join('\t')}\tname_alt\n` +
  rows.map((r) => [r.adm1_code, r.iso_3166_2, ...LANGUAGES.map((l) => cell(r.source[`name_${l}`])),
    cell(r.source.name_alt)].join('\t') + '\n').join(''));

// ---- Borders: edges with two owners of different countries, or of two
// divisions that the table names.
const edges = new Map();
const key = (p) => `${p[0]},${p[1]}`;
rows.forEach((row, owner) => {
  for (const ring of row.geometry)
    for (let i = 0; i + 1 < ring.length; i++) {
      const a = key(ring[i]);
      const b = key(ring[i + 1]);
      const isForward = a < b;
      const id = isForward ? `${a} ${b}` : `${b} ${a}`;
      let edge = edges.get(id);
      if (!edge) edges.set(id, (edge = { a: isForward ? ring[i] : ring[i + 1], b: isForward ? ring[i + 1] : ring[i], left: [], right: [] }));
      // Outer rings run clockwise, so their owner lies on the right.
      (isForward ? edge.right : edge.left).push(owner);
    }
});
const counts = {};
for (const { left, right } of edges.values()) {
  const k = `${left.length}+${right.length}`;
  counts[k] = (counts[k] || 0) + 1;
}
console.log('edges by owners (left+right):', JSON.stringify(counts));

// A rule names two sides, each by ISO 3166-2, adm1_code or adm0_a3; the one
// that names the most divisions wins. "MD-SN,MDA" holds MD-SN against the rest of MDA.
const rules = readCsv(`${out}/border-status.csv`).map((r) => ({ ...r, box: r.box ? r.box.split(' ').map(Number) : null }));
const usedRules = new Set();
const rulesOf = new Map();
const isCountry = (code) => /^[A-Z]{3}$/.test(code);
const rank = (code) => (isCountry(code) ? 0 : 1);
// A side may be several divisions with spaces between: lines among them are not meant.
function side(codes, row) {
  return codes.split(' ').some((code) => code === row.adm1_code || code === row.iso_3166_2 || code === row.adm0_a3);
}
function fits(rule, l, r) {
  for (const [x, y] of [[l, r], [r, l]]) {
    if (!side(rule.a, x) || !side(rule.b, y)) continue;
    const isInner = x.adm0_a3 === y.adm0_a3;
    if (isInner && isCountry(rule.a) && isCountry(rule.b)) continue;
    if (isInner && (isCountry(rule.a) || isCountry(rule.b))) {
      const code = isCountry(rule.a) ? rule.b : rule.a;
      if (side(code, x) && side(code, y)) continue;
    }
    return true;
  }
  return false;
}
function ruleFor(l, r, edge) {
  const id = `${l.adm1_code}|${r.adm1_code}`;
  if (!rulesOf.has(id))
    rulesOf.set(id, rules.filter((rule) => fits(rule, l, r)).sort((s, t) => rank(t.a) + rank(t.b) - rank(s.a) - rank(s.b)));
  const x = (edge.a[0] + edge.b[0]) / 2;
  const y = (edge.a[1] + edge.b[1]) / 2;
  const rule = rulesOf.get(id).find(({ box }) => !box || (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]));
  if (rule) usedRules.add(rule);
  return rule || null;
}

const groups = new Map();
for (const edge of edges.values()) {
  if (edge.left.length !== 1 || edge.right.length !== 1) continue;
  const l = rows[edge.left[0]];
  const r = rows[edge.right[0]];
  const rule = ruleFor(l, r, edge);
  if (l.adm0_a3 === r.adm0_a3 && !rule) continue;
  const byDivision = l.adm0_a3 === r.adm0_a3 || (rule && !(isCountry(rule.a) && isCountry(rule.b)));
  const swap = l.adm0_a3 > r.adm0_a3 || (l.adm0_a3 === r.adm0_a3 && l.iso_3166_2 > r.iso_3166_2);
  const [left, right] = swap ? [r, l] : [l, r];
  const info = {
    left: left.adm0_a3, right: right.adm0_a3, left1: byDivision ? left.iso_3166_2 : '', right1: byDivision ? right.iso_3166_2 : '',
    status: rule ? rule.status : 'agreed', note: rule ? rule.note : '',
  };
  const id = JSON.stringify(info);
  if (!groups.has(id)) groups.set(id, { info, segments: [] });
  groups.get(id).segments.push(swap ? [edge.b, edge.a] : [edge.a, edge.b]);
}
for (const rule of rules) if (!usedRules.has(rule)) console.log(`border rule not met: ${rule.a}|${rule.b}`);

// Joins directed segments into the longest lines they make.
export function joinSegments(segments) {
  const from = new Map();
  const inward = new Map();
  for (const s of segments) {
    if (!from.has(key(s[0]))) from.set(key(s[0]), []);
    from.get(key(s[0])).push(s);
    inward.set(key(s[1]), (inward.get(key(s[1])) || 0) + 1);
  }
  const lines = [];
  const used = new Set();
  const walk = (start) => {
    const line = [start[0], start[1]];
    used.add(start);
    for (;;) {
      const k = key(line[line.length - 1]);
      const next = (from.get(k) || []).filter((s) => !used.has(s));
      if (next.length !== 1 || (from.get(k).length > 1)) break;
      used.add(next[0]);
      line.push(next[0][1]);
    }
    lines.push(line);
  };
  const starts = segments.filter((s) => inward.get(key(s[0])) !== 1 || from.get(key(s[0])).length !== 1);
  for (const s of starts) if (!used.has(s)) walk(s);
  for (const s of segments) if (!used.has(s)) walk(s);
  return lines;
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const borders = [...groups.keys()].sort(byText).map((id) => {
  const { info, segments } = groups.get(id);
  segments.sort((s, t) => byText(key(s[0]) + key(s[1]), key(t[0]) + key(t[1])));
  return { ...info, geometry: joinSegments(segments) };
});
writeShz(`${out}/borders.shz`, 'line', [
  ['left', 'C'], ['right', 'C'], ['left1', 'C'], ['right1', 'C'], ['status', 'C'], ['note', 'C'],
], borders);
