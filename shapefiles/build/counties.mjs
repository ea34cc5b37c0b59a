// us-counties.shz: one point a county, inside it, from the us-atlas TopoJSON.
// Usage: node counties.mjs NODE_MODULES OUT_DIR
import fs from 'node:fs';
import { writeShz } from './shapefile.mjs';

const [, , modules, out] = process.argv;
const STATES = { '01': 'AL', '02': 'AK', '04': 'AZ', '05': 'AR', '06': 'CA', '08': 'CO', '09': 'CT', 10: 'DE', 11: 'DC', 12: 'FL', 13: 'GA', 15: 'HI', 16: 'ID', 17: 'IL', 18: 'IN', 19: 'IA', 20: 'KS', 21: 'KY', 22: 'LA', 23: 'ME', 24: 'MD', 25: 'MA', 26: 'MI', 27: 'MN', 28: 'MS', 29: 'MO', 30: 'MT', 31: 'NE', 32: 'NV', 33: 'NH', 34: 'NJ', 35: 'NM', 36: 'NY', 37: 'NC', 38: 'ND', 39: 'OH', 40: 'OK', 41: 'OR', 42: 'PA', 44: 'RI', 45: 'SC', 46: 'SD', 47: 'TN', 48: 'TX', 49: 'UT', 50: 'VT', 51: 'VA', 53: 'WA', 54: 'WV', 55: 'WI', 56: 'WY', 60: 'AS', 66: 'GU', 69: 'MP', 72: 'PR', 78: 'VI' };

const topology = JSON.parse(fs.readFileSync(`${modules}/us-atlas/counties-10m.json`));
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
const ringOf = (ids) => {
  const ring = [];
  for (const id of ids) {
    const arc = id < 0 ? [...arcs[~id]].reverse() : arcs[id];
    ring.push(...(ring.length ? arc.slice(1) : arc));
  }
  return ring;
};

function centroid(rings) {
  let area = 0;
  let cx = 0;
  let cy = 0;
  for (const ring of rings) {
    const [x0, y0] = ring[0];
    for (let i = 0; i + 1 < ring.length; i++) {
      const ax = ring[i][0] - x0;
      const ay = ring[i][1] - y0;
      const bx = ring[i + 1][0] - x0;
      const by = ring[i + 1][1] - y0;
      const c = ax * by - bx * ay;
      area += c;
      cx += c * ((ax + bx) / 3 + x0);
      cy += c * ((ay + by) / 3 + y0);
    }
  }
  return [cx / area, cy / area];
}

const rows = topology.objects.counties.geometries.map((g) => {
  const polygons = (g.type === 'Polygon' ? [g.arcs] : g.arcs).map((p) => p.map(ringOf));
  const size = (p) => Math.abs(p[0].reduce((s, [x, y], i, r) => (i ? s + (x - r[i - 1][0]) * (y + r[i - 1][1] - 2 * r[0][1]) : 0), 0));
  // Islands far off (the Aleutians cross 180 degrees) must not pull the point
  // away: the largest polygon decides.
  const largest = polygons.reduce((a, b) => (size(b) > size(a) ? b : a));
  const [lon, lat] = centroid(largest);
  return { fips: g.id, name: g.properties.name, state: `US-${STATES[g.id.slice(0, 2)]}`, geometry: [Number(lon.toFixed(4)), Number(lat.toFixed(4))] };
}).sort((a, b) => (a.fips < b.fips ? -1 : 1));
writeShz(`${out}/us-counties.shz`, 'point', [['fips', 'C'], ['name', 'C'], ['state', 'C']], rows);
