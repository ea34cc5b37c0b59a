// countries.tsv: codes, names, people, capital and reference point of every
// unit of admin1.shz.
// Usage: node countries.mjs NODE_MODULES COUNTRYINFO.txt OUT_DIR
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShz } from './readshz.mjs';

const [, , modules, countryInfo, out] = process.argv;
const here = path.dirname(fileURLToPath(import.meta.url));
const LANGUAGES = 'ar bn de el en es fa fr ha he hi hu id it ja ko nl pl ps pt ro ru so sv sw ta th tr uk ur uz vi zh zh-Hant'.split(' ');
const PRIVATE = { CYN: 'Nicosia', SOL: 'Hargeisa', XKX: 'Pristina' };
const CAPITAL_FIX = { MMR: 'Nay Pyi Taw', BDI: 'Gitega', KAZ: 'Astana', GNQ: 'Malabo', UKR: 'Kyiv', PSE: 'Ramallah', ESH: 'Laayoune', LKA: 'Colombo', ISR: 'Jerusalem', BEN: 'Porto-Novo', CIV: 'Yamoussoukro', TZA: 'Dodoma', BOL: 'Sucre', PLW: 'Ngerulmud' };
const CONTINENTS = { AF: 'Africa', AN: 'Antarctica', AS: 'Asia', EU: 'Europe', NA: 'North America', OC: 'Oceania', SA: 'South America' };
const CONTINENT_FIX = { CYN: 'Asia', SOL: 'Africa', KAS: 'Asia', PGA: 'Asia', ESB: 'Asia', WSB: 'Asia', CLP: 'North America', SSD: 'Africa', CUW: 'North America', SXM: 'North America', BES: 'North America', XKX: 'Europe' };

const territories = Object.fromEntries(LANGUAGES.map((l) =>
  [l, JSON.parse(fs.readFileSync(`${modules}/cldr-localenames-full/main/${l}/territories.json`)).main[l].localeDisplayNames.territories]));
const info = new Map(fs.readFileSync(countryInfo, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => {
  const f = l.split('\t');
  return [f[0], { alpha_3: f[1], numeric: f[2], fips: f[3], capital: f[5], continent: f[8], id: f[16] }];
}));

const units = new Map();
for (const row of readShz(`${out}/admin1.shz`)) {
  if (!units.has(row.adm0_a3)) units.set(row.adm0_a3, { iso_a2: row.iso_a2, area: 0 });
  units.get(row.adm0_a3).area += row.area;
}
const capitals = new Map();
const fold = (t) => t.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[^\p{L}]+/gu, ' ').toLowerCase().trim();
const towns = readShz(`${out}/towns.shz`);
function capitalOf(code, a2, name) {
  const wanted = fold(name);
  const home = { CYN: 'CY', SOL: 'SO' }[code] || a2;
  const own = towns.filter((t) => t.country === home);
  return own.filter((t) => fold(t.name) === wanted).sort((a, b) => b.pop - a.pop)[0] ||
    own.find((t) => t.fcode === 'PPLC') || null;
}

function french(adjective) {
  if (!adjective) return '';
  const feminine = (m) => {
    if (/e$|i$|a$|è$/.test(m) && !/[^aeo]i$/.test(m)) return m;
    if (/i$/.test(m)) return `${m}e`;
    if (/(ien|éen|yen)$/.test(m)) return `${m}ne`;
    return `${m}e`;
  };
  const [m, f] = adjective.includes('/') ? adjective.split('/') : [adjective, feminine(adjective)];
  const plural = (t) => (/[sx]$/.test(t) ? t : t.split(' ').map((w) => `${w}s`).join(' '));
  return [...new Set([m, f, plural(m), plural(f)])].join('|');
}

const columns = ['adm0_a3', 'iso_a2', 'iso_a3', 'iso_n3', 'fips', 'geonames_id', 'name', 'other_names', 'adjectives_en', 'people_en', 'demonyms_fr',
  'capital_id', 'capital', 'continent', 'subregion', 'lat', 'lon', 'area_km2', ...LANGUAGES.map((l) => `name_${l}`)];
const lines = [];
const seen = new Set();
for (const text of fs.readFileSync(`${here}/countries.psv`, 'utf8').split('\n')) {
  if (!text || text.startsWith('#')) continue;
  const f = text.split('|');
  if (f.length !== 8) throw new Error(`${f.length} fields: ${text}`);
  const [code, name, other, adjective, people, fr, at, subregion] = f;
  const unit = units.get(code);
  if (!unit) {
    console.log(`countries.psv: no polygon for ${code}`);
    continue;
  }
  seen.add(code);
  const a2 = unit.iso_a2;
  const g = info.get(a2) || {};
  const isIso = g.alpha_3 && g.alpha_3 !== 'XKX';
  const capitalName = PRIVATE[code] || CAPITAL_FIX[code] || g.capital || '';
  const capital = capitalName && capitalOf(code, a2, capitalName);
  if (capitalName && !capital) console.log(`capital not found: ${code} ${capitalName}`);
  const [lat, lon] = at.split(' ');
  const adjectives = adjective ? adjective.split(';') : [];
  const nouns = people === '-' ? [] : people ? people.split(';') : adjectives.map((a) => `${a}s`);
  const cldr = (l) => (a2 === 'PS' ? territories[l]['PS-alt-short'] : a2 === 'HK' || a2 === 'MO' || a2 === 'MM' ? territories[l][`${a2}-alt-short`] : null) || territories[l][a2] || '';
  const others = new Set(other.split(';').filter(Boolean));
  for (const alt of ['', '-alt-variant', '-alt-short']) {
    const t = territories.en[a2 + alt];
    if (t && t !== name) others.add(t);
  }
  lines.push([code, a2, isIso ? g.alpha_3 : '', isIso ? g.numeric : '', g.fips || '', g.id || '', name, [...others].join('|'), adjectives.join('|'), nouns.join('|'),
    french(fr), capital ? capital.id : '', capitalName ? (CAPITAL_FIX[code] || PRIVATE[code] || g.capital) : '',
    CONTINENT_FIX[code] || CONTINENTS[g.continent] || '', subregion, lat, lon, Math.round(unit.area), ...LANGUAGES.map((l) => (l === 'en' ? name : cldr(l)))].join('\t'));
}
for (const code of units.keys()) if (!seen.has(code)) console.log(`countries.psv lacks ${code}`);
lines.sort();
fs.writeFileSync(`${out}/countries.tsv`, `${columns.join('\t')}\n${lines.join('\n')}\n`);
console.log(`countries.tsv: ${lines.length} rows`);
