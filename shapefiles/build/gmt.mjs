// Reads what `gmt pscoast -M` dumps and joins the pieces of its bins.
import fs from 'node:fs';

const key = (p) => `${p[0].toFixed(4)},${p[1].toFixed(4)}`;
export const pointKey = key;

export function readPieces(path) {
  const pieces = [];
  let piece = null;
  for (const line of fs.readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('>')) pieces.push((piece = []));
    else if (line && !line.startsWith('#')) {
      const [lon, lat] = line.split('\t').map(Number);
      piece.push([lon > 180 ? lon - 360 : lon, lat]);
    }
  }
  return pieces.filter((p) => p.length > 1);
}

// Joins pieces wherever exactly two ends meet; a ring that is open at the
// 180th meridian is closed along it.
export function joinPieces(pieces, { close = false } = {}) {
  const ends = new Map();
  const add = (p, i) => {
    const k = key(p);
    if (!ends.has(k)) ends.set(k, []);
    ends.get(k).push(i);
  };
  const closed = (p) => key(p[0]) === key(p[p.length - 1]);
  pieces.forEach((p, i) => {
    if (!closed(p)) {
      add(p[0], i);
      add(p[p.length - 1], i);
    }
  });
  const used = new Set();
  const lines = [];
  pieces.forEach((piece, i) => {
    if (used.has(i)) return;
    used.add(i);
    if (closed(piece)) {
      lines.push(piece);
      return;
    }
    let line = [...piece];
    for (let side = 0; side < 2; side++) {
      for (;;) {
        const at = ends.get(key(line[line.length - 1]));
        if (at.length !== 2) break;
        const next = at.find((j) => !used.has(j));
        if (next === undefined) break;
        used.add(next);
        const other = pieces[next];
        const forward = key(other[0]) === key(line[line.length - 1]);
        line.push(...(forward ? other : [...other].reverse()).slice(1));
      }
      if (key(line[0]) === key(line[line.length - 1])) break;
      line.reverse();
    }
    lines.push(line);
  });
  if (close)
    for (const line of lines) {
      if (key(line[0]) !== key(line[line.length - 1])) console.log(`closed an open shore at ${line[0]} / ${line[line.length - 1]}`);
      if (line[0] !== line[line.length - 1]) line.push([...line[0]]);
    }
  return lines;
}
