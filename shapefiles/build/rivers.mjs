// rivers.shz from the GSHHG dumps. GSHHG names no river: rivers.csv gives
// waypoints, and the course is the cheapest way between them along the lines,
// banks and lake shores.
// Usage: node rivers.mjs DUMP_DIR OUT_DIR
import { snapLine, writeShz, readCsv } from './shapefile.mjs';
import { readPieces, joinPieces, pointKey } from './gmt.mjs';

const [, , dumps, out] = process.argv;
// GSHHG level -> kind, rank of a river without a name, cost of a kilometre.
const LEVELS = {
  1: ['river', 5, 1], 2: ['river', 6, 1.05], 3: ['river', 7, 1.15], 4: ['river', 8, 1.3], 5: ['intermittent', 7, 1.2],
  6: ['intermittent', 8, 1.35], 7: ['intermittent', 9, 1.5], 8: ['canal', 8, 2.5], 9: ['canal', 9, 3], 10: ['canal', 9, 3],
};
const BANK_COST = 1.05;
const SHORE_COST = 1.2;
const CHORD_COST = 1.1;
const BRIDGE_COST = 4;
const BRIDGE_DEG = 0.1;
const SNAP_DEG = 0.3;
const SNAP_COST = 2;

const nodes = [];
const edges = []; // [a, b, cost, kind, line]: kind r river, b bank, s shore, c chord, g gap
const links = [];
const nodeOf = new Map();
const distance = (p, q) => {
  const k = Math.cos(((p[1] + q[1]) * Math.PI) / 360);
  return Math.hypot((p[0] - q[0]) * k, p[1] - q[1]);
};

function node(p) {
  const k = pointKey(p);
  let id = nodeOf.get(k);
  if (id === undefined) {
    id = nodes.length;
    nodes.push(p);
    links.push([]);
    nodeOf.set(k, id);
  }
  return id;
}
function addEdge(a, b, factor, kind) {
  if (a === b) return -1;
  const id = edges.length;
  edges.push([a, b, distance(nodes[a], nodes[b]) * factor + 1e-7, kind]);
  links[a].push(id);
  links[b].push(id);
  return id;
}

// A line over the 180th meridian becomes two.
function atMeridian(line) {
  const parts = [[line[0]]];
  for (let i = 1; i < line.length; i++) {
    if (Math.abs(line[i][0] - line[i - 1][0]) > 180) parts.push([]);
    parts[parts.length - 1].push(line[i]);
  }
  return parts.filter((part) => part.length > 1);
}

// ---- The graph
const lines = [];
for (const [level, [kind, rank, cost]] of Object.entries(LEVELS))
  for (const points of joinPieces(readPieces(`${dumps}/riv${level}.txt`)).flatMap(atMeridian)) {
    const line = { kind, rank, ids: points.map(node), edges: [] };
    for (let i = 0; i + 1 < line.ids.length; i++) line.edges.push(addEdge(line.ids[i], line.ids[i + 1], cost, 'r'));
    lines.push(line);
  }
const nRiverNodes = nodes.length;
const waters = [];
for (const [file, factor, kind] of [['lakes_r.txt', BANK_COST, 'b'], ['lakes_l.txt', SHORE_COST, 's']])
  for (const ring of joinPieces(readPieces(`${dumps}/${file}`), { close: true })) {
    const ids = ring.map(node);
    for (let i = 0; i + 1 < ids.length; i++) addEdge(ids[i], ids[i + 1], factor, kind);
    waters.push({ ids, ring, kind });
  }

// Grid of nodes for "near".
const CELL = 0.1;
const cells = new Map();
nodes.forEach((p, id) => {
  const k = `${Math.floor(p[0] / CELL)} ${Math.floor(p[1] / CELL)}`;
  if (!cells.has(k)) cells.set(k, []);
  cells.get(k).push(id);
});
function near(p, radius) {
  const found = [];
  const ry = Math.ceil(radius / CELL);
  const rx = Math.ceil(radius / CELL / Math.max(0.15, Math.cos((p[1] * Math.PI) / 180)));
  const cx = Math.floor(p[0] / CELL);
  const cy = Math.floor(p[1] / CELL);
  for (let x = cx - rx; x <= cx + rx; x++)
    for (let y = cy - ry; y <= cy + ry; y++)
      for (const id of cells.get(`${x} ${y}`) || []) {
        const d = distance(p, nodes[id]);
        if (d <= radius) found.push([d, id]);
      }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

// Loose ends reach for the nearest other line.
let nBridges = 0;
const rivers = nRiverNodes;
for (let id = 0; id < rivers; id++) {
  if (links[id].length !== 1) continue;
  const own = new Set([id]);
  let at = id;
  for (let step = 0; step < 12; step++) { // not to itself, a few vertices up
    const next = links[at].map((e) => (edges[e][0] === at ? edges[e][1] : edges[e][0])).find((n) => !own.has(n));
    if (next === undefined) break;
    own.add(next);
    at = next;
  }
  let n = 0;
  for (const [, other] of near(nodes[id], BRIDGE_DEG)) {
    if (own.has(other)) continue;
    addEdge(id, other, BRIDGE_COST, 'g');
    nBridges++;
    if (++n === 3) break;
  }
}

// Dams part one water from the next: each pair is bridged where it is closest.
const waterOf = new Map();
waters.forEach((w, i) => w.ids.forEach((id) => waterOf.set(id, i)));
const closest = new Map();
for (const [id, i] of waterOf)
  for (const [d, other] of near(nodes[id], 0.04)) {
    const j = waterOf.get(other);
    if (j === undefined || j <= i) continue;
    const k = `${i} ${j}`;
    if (!closest.has(k) || closest.get(k)[0] > d) closest.set(k, [d, id, other]);
  }
for (const [, a, b] of closest.values()) {
  addEdge(a, b, BRIDGE_COST, 'g');
  nBridges++;
}

// Straight ways across lakes between the rivers that reach them.
function inside(ring, x, y) {
  let is = false;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i];
    const [bx, by] = ring[i + 1];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) is = !is;
  }
  return is;
}
let nChords = 0;
for (const water of waters) {
  const touched = [...new Set(water.ids.filter((id) => links[id].some((e) => 'rg'.includes(edges[e][3]))))].slice(0, 150);
  for (let i = 0; i < touched.length; i++)
    for (let j = i + 1; j < touched.length; j++) {
      const [p, q] = [nodes[touched[i]], nodes[touched[j]]];
      const isWet = (t) => inside(water.ring, p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t);
      const n = Math.max(6, Math.ceil(distance(p, q) / 0.005));
      if ([0.1, 0.3, 0.5, 0.7, 0.9].every(isWet) && Array.from({ length: n }, (_, s) => (s + 0.5) / n).every(isWet)) {
        addEdge(touched[i], touched[j], CHORD_COST, 'c');
        nChords++;
      }
    }
}
console.log(`graph: ${nodes.length} nodes, ${edges.length} edges, ${nBridges} bridges, ${nChords} chords`);

// ---- Shortest ways
class Heap {
  constructor() { this.items = []; }
  push(cost, id) {
    const h = this.items;
    let i = h.push([cost, id]) - 1;
    while (i > 0 && h[(i - 1) >> 1][0] > h[i][0]) {
      [h[i], h[(i - 1) >> 1]] = [h[(i - 1) >> 1], h[i]];
      i = (i - 1) >> 1;
    }
  }
  pop() {
    const h = this.items;
    const top = h[0];
    const last = h.pop();
    if (h.length) {
      h[0] = last;
      for (let i = 0; ;) {
        let m = i;
        for (const c of [2 * i + 1, 2 * i + 2]) if (c < h.length && h[c][0] < h[m][0]) m = c;
        if (m === i) break;
        [h[i], h[m]] = [h[m], h[i]];
        i = m;
      }
    }
    return top;
  }
}

const MAX_TARGETS = 60;
const candidates = (p) => near(p, SNAP_DEG).slice(0, 4000).filter(([, id], i) => i < 12 || i % 7 === 0).slice(0, MAX_TARGETS * 4);

function course(points) {
  let from = candidates(points[0]).map(([d, id]) => ({ id, cost: d * SNAP_COST, back: null, way: [] }));
  for (let i = 1; i < points.length; i++) {
    if (!from.length) return { error: `nothing near ${points[i - 1]}`, at: i, near: true };
    const [p, q] = [points[i - 1], points[i]];
    const span = distance(p, q);
    const pad = Math.max(0.8, span * 0.6);
    const kx = Math.max(0.2, Math.cos((((p[1] + q[1]) / 2) * Math.PI) / 180));
    const box = [Math.min(p[0], q[0]) - pad / kx, Math.min(p[1], q[1]) - pad, Math.max(p[0], q[0]) + pad / kx, Math.max(p[1], q[1]) + pad];
    const targets = new Map(candidates(q).map(([d, id]) => [id, d * SNAP_COST]));
    const left = new Set(targets.keys());
    const cost = new Map();
    const via = new Map();
    const heap = new Heap();
    const base = Math.min(...from.map((f) => f.cost));
    const start = new Map();
    for (const f of from) {
      start.set(f.id, f);
      cost.set(f.id, f.cost);
      heap.push(f.cost, f.id);
    }
    const done = new Set();
    while (heap.items.length && left.size) {
      const [c, at] = heap.pop();
      if (done.has(at)) continue;
      if (c - base > span * 6 + 3) break;
      done.add(at);
      left.delete(at);
      for (const e of links[at]) {
        const edge = edges[e];
        const to = edge[0] === at ? edge[1] : edge[0];
        if (done.has(to)) continue;
        const [x, y] = nodes[to];
        if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
        const sum = c + edge[2];
        if (sum < (cost.get(to) ?? Infinity)) {
          cost.set(to, sum);
          via.set(to, e);
          heap.push(sum, to);
        }
      }
    }
    const next = [];
    for (const [id, penalty] of targets) {
      if (!done.has(id)) continue;
      next.push({ id, cost: cost.get(id) + penalty, via, start, stage: i });
    }
    if (!next.length) return { error: `no way from ${p} to ${q}`, at: i };
    from = next.map((n) => ({ ...n, prior: from }));
  }
  let best = from.reduce((a, b) => (b.cost < a.cost ? b : a));
  const ids = [best.id];
  const used = [];
  let at = best.id;
  let record = best;
  for (;;) {
    // Where a start is also reached by a cheaper way inside the stage, follow the way.
    const e = record.via ? record.via.get(at) : undefined;
    if (e === undefined) {
      const earlier = record.start && record.start.get(at);
      if (!earlier || !earlier.via) break;
      record = earlier;
      continue;
    }
    used.push(e);
    at = edges[e][0] === at ? edges[e][1] : edges[e][0];
    ids.push(at);
  }
  return { ids: ids.reverse(), used: used.reverse(), cost: best.cost };
}

// Loops and there-and-back stretches (a waypoint on a side arm) are cut out.
function withoutLoops({ ids, used }) {
  const seen = new Map();
  let outIds = [];
  let outUsed = [];
  ids.forEach((id, i) => {
    if (seen.has(id)) {
      const at = seen.get(id);
      for (const gone of outIds.slice(at + 1)) seen.delete(gone);
      outIds = outIds.slice(0, at + 1);
      outUsed = outUsed.slice(0, at);
    } else {
      if (i > 0) outUsed.push(used[i - 1]);
      seen.set(id, outIds.length);
      outIds.push(id);
    }
  });
  return { ids: outIds, used: outUsed };
}

// ---- Between two banks the course moves to the middle.
const bankRing = new Map();
waters.forEach((w) => { if (w.kind === 'b') w.ids.forEach((id, i) => { if (!bankRing.has(id)) bankRing.set(id, [w, i]); }); });
function middle(id) {
  const found = bankRing.get(id);
  if (!found) return null;
  const [{ ring }, i] = found;
  const n = ring.length - 1;
  const p = ring[i % n];
  const k = Math.cos((p[1] * Math.PI) / 180);
  const a = ring[(i - 1 + n) % n];
  const b = ring[(i + 1) % n];
  let nx = -(b[1] - a[1]);
  let ny = (b[0] - a[0]) * k;
  const size = Math.hypot(nx, ny) || 1;
  nx /= size;
  ny /= size;
  if (!inside(ring, p[0] + (nx * 1e-4) / k, p[1] + ny * 1e-4)) { nx = -nx; ny = -ny; }
  let best = 0.15;
  for (let j = 0; j < n; j++) {
    if (j === i % n || (j + 1) % n === i % n) continue;
    const ax = (ring[j][0] - p[0]) * k;
    const ay = ring[j][1] - p[1];
    if (Math.abs(ax) > 0.4 || Math.abs(ay) > 0.4) continue;
    const dx = (ring[j + 1][0] - ring[j][0]) * k;
    const dy = ring[j + 1][1] - ring[j][1];
    const det = nx * -dy + ny * dx;
    if (Math.abs(det) < 1e-12) continue;
    const t = (ax * -dy + ay * dx) / det;
    const s = (nx * ay - ny * ax) / det;
    if (t > 1e-5 && s >= 0 && s <= 1) best = Math.min(best, t);
  }
  return best >= 0.15 ? null : [p[0] + ((nx * best) / 2) / k, p[1] + (ny * best) / 2];
}

// Along a lake's shore the course is pulled straight wherever it stays on water.
function pulled(ids, used) {
  const keep = [];
  for (let i = 0; i < ids.length; i++) {
    keep.push(i);
    if (i >= used.length || edges[used[i]][3] !== 's') continue;
    const water = waters[waterOf.get(ids[i])];
    if (!water) continue;
    let end = i;
    while (end < used.length && edges[used[end]][3] === 's' && end - i < 600) end++;
    for (let j = end; j > i + 1; j--) {
      const [p, q] = [nodes[ids[i]], nodes[ids[j]]];
      const far = distance(p, q);
      if (far > 1) continue;
      const n = Math.max(6, Math.ceil(far / 0.01));
      if (Array.from({ length: n }, (_, s) => (s + 0.5) / n).every((t) => inside(water.ring, p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t))) {
        i = j - 1;
        break;
      }
    }
  }
  return keep.map((i) => ids[i]);
}

function smooth(points, flags) {
  return points.map((p, i) => {
    if (!flags[i]) return p;
    let x = 0;
    let y = 0;
    let n = 0;
    for (let j = Math.max(0, i - 2); j <= Math.min(points.length - 1, i + 2); j++) {
      x += points[j][0];
      y += points[j][1];
      n++;
    }
    return [x / n, y / n];
  });
}

// ---- Named rivers
const taken = new Set();
const rows = [];
const failed = [];
const only = process.env.RIVER;
for (const river of readCsv(`${out}/rivers.csv`)) {
  if (only && river.name !== only) continue;
  let points = river.course.split(';').map((t) => t.trim().split(' ').map(Number));
  let found = course(points);
  // A spring or a mouth that the lines do not reach is left off; a waypoint
  // in between may be wrong once.
  let dropped = 0;
  for (let n = 0; found.error && n < 3 && points.length > 2; n++) {
    let at = found.at;
    if (found.near) at = found.at - 1;
    const without = points.filter((_, i) => i !== at);
    const withoutPrior = points.filter((_, i) => i !== at - 1);
    const tries = [without, withoutPrior].map((p) => [course(p), p]);
    const better = tries.find(([c]) => !c.error) || (tries[1][0].at > tries[0][0].at ? tries[1] : tries[0]);
    [found] = better;
    points = better[1];
    dropped++;
  }
  if (dropped && !found.error) console.log(`${river.name}: ${dropped} waypoints left out`);
  if (found.error) {
    failed.push(`${river.name}: ${found.error}`);
    continue;
  }
  const { ids, used } = withoutLoops(found);
  if (ids.length < 3) {
    failed.push(`${river.name}: empty`);
    continue;
  }
  const length = used.reduce((s, e) => s + distance(nodes[edges[e][0]], nodes[edges[e][1]]), 0);
  const gaps = used.filter((e) => edges[e][3] === 'g').reduce((s, e) => s + distance(nodes[edges[e][0]], nodes[edges[e][1]]), 0);
  const straight = points.slice(1).reduce((s, p, i) => s + distance(points[i], p), 0);
  const shore = used.filter((e) => edges[e][3] === 's').reduce((s, e) => s + distance(nodes[edges[e][0]], nodes[edges[e][1]]), 0);
  if (length > straight * 2 || gaps > 0.05 * length || shore > 0.35 * length)
    console.log(`look at ${river.name}: ${(length * 111).toFixed(0)} km, waypoints ${(straight * 111).toFixed(0)} km, gaps ${(gaps * 111).toFixed(0)} km, shore ${(shore * 111).toFixed(0)} km`);
  for (const e of used) taken.add(e);
  const flags = [];
  const line = [];
  for (const id of pulled(ids, used)) {
    const m = middle(id);
    line.push(m || nodes[id]);
    flags.push(!!m);
  }
  const geometry = snapLine(smooth(line, flags));
  rows.push({ name: river.name, kind: 'river', rank: Number(river.rank), geometry: [geometry] });
}
console.log(`named rivers: ${rows.length}; failed: ${failed.length}`);
for (const f of failed) console.log(`  ${f}`);

for (const line of lines) {
  let piece = [];
  const flush = () => {
    const geometry = snapLine(piece);
    if (geometry.length > 1) rows.push({ name: '', kind: line.kind, rank: line.rank, geometry: [geometry] });
    piece = [];
  };
  for (let i = 0; i + 1 < line.ids.length; i++) {
    if (line.edges[i] >= 0 && taken.has(line.edges[i])) {
      flush();
      continue;
    }
    if (!piece.length) piece.push(nodes[line.ids[i]]);
    piece.push(nodes[line.ids[i + 1]]);
  }
  flush();
}
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
rows.sort((a, b) => a.rank - b.rank || byText(a.name, b.name) || byText(a.kind, b.kind) ||
  a.geometry[0][0][0] - b.geometry[0][0][0] || a.geometry[0][0][1] - b.geometry[0][0][1]);
writeShz(`${out}/rivers.shz`, 'line', [['name', 'C'], ['kind', 'C'], ['rank', 'N']], rows);
