// Writes ESRI shapefiles, packed as .shz, so that the same features always
// give the same bytes: fixed order, fixed dates, no tool version inside.
import fs from 'node:fs';
import zlib from 'node:zlib';

const POINT = 1;
const LINE = 3;
const POLYGON = 5;
const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],' +
  'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
// DOS date of every zip entry: 1 January 2024, 00:00.
const ZIP_DATE = ((2024 - 1980) << 9) | (1 << 5) | 1;
const DBF_DATE = [124, 1, 1];

// Coordinates lie on a grid of 2^-17 degrees (at most 0.85 m apart): exact in
// a double, so that equal points are equal bits, and short when compressed.
export const GRID = 131072;
export const snap = (deg) => Math.round(deg * GRID) / GRID;
export const snapPoint = ([lon, lat]) => [snap(lon), snap(lat)];

export function snapLine(line) {
  const out = [];
  for (const point of line) {
    const p = snapPoint(point);
    const last = out[out.length - 1];
    if (!last || last[0] !== p[0] || last[1] !== p[1]) out.push(p);
  }
  return out;
}

export function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i + 1][0] - ring[i][0]) * (ring[i + 1][1] + ring[i][1] - 2 * ring[0][1]);
  return sum / 2; // positive when clockwise
}

// Square kilometres of a ring on a sphere, by the trapezoid in latitude sine.
export function areaKm2(ring) {
  const rad = Math.PI / 180;
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += (ring[i + 1][0] - ring[i][0]) * rad *
      (Math.sin(ring[i][1] * rad) + Math.sin(ring[i + 1][1] * rad) - 2 * Math.sin(ring[0][1] * rad));
  return Math.abs(sum / 2) * 6371.0072 ** 2;
}

const crcTable = new Uint32Array(256).map((_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

function crc32(bytes) {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export function writeZip(path, entries) {
  const chunks = [];
  const central = [];
  let offset = 0;
  for (const [name, data] of entries) {
    const packed = zlib.deflateRawSync(data, { level: 9, memLevel: 9 });
    const crc = crc32(data);
    const nameBytes = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(0, 10);
    head.writeUInt16LE(ZIP_DATE, 12);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(nameBytes.length, 26);
    chunks.push(head, nameBytes, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 10, 8, 28);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  fs.writeFileSync(path, Buffer.concat([...chunks, directory, end]));
}

function shapeContent(type, parts) {
  if (type === POINT) {
    const b = Buffer.alloc(20);
    b.writeInt32LE(POINT, 0);
    b.writeDoubleLE(parts[0], 4);
    b.writeDoubleLE(parts[1], 12);
    return b;
  }
  const nPoints = parts.reduce((n, p) => n + p.length, 0);
  const b = Buffer.alloc(44 + 4 * parts.length + 16 * nPoints);
  b.writeInt32LE(type, 0);
  const box = boxOf(parts);
  box.forEach((v, i) => b.writeDoubleLE(v, 4 + 8 * i));
  b.writeInt32LE(parts.length, 36);
  b.writeInt32LE(nPoints, 40);
  let at = 44 + 4 * parts.length;
  let first = 0;
  parts.forEach((part, i) => {
    b.writeInt32LE(first, 44 + 4 * i);
    first += part.length;
    for (const [x, y] of part) {
      b.writeDoubleLE(x, at);
      b.writeDoubleLE(y, at + 8);
      at += 16;
    }
  });
  return b;
}

function boxOf(parts) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts)
    for (const [x, y] of part) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
  return box;
}

function header(type, fileBytes, box) {
  const b = Buffer.alloc(100);
  b.writeInt32BE(9994, 0);
  b.writeInt32BE(fileBytes / 2, 24);
  b.writeInt32LE(1000, 28);
  b.writeInt32LE(type, 32);
  box.forEach((v, i) => b.writeDoubleLE(Number.isFinite(v) ? v : 0, 36 + 8 * i));
  return b;
}

function cutText(text, bytes) {
  let cut = Buffer.from(text);
  if (cut.length <= bytes) return cut;
  let end = bytes;
  while ((cut[end] & 0xc0) === 0x80) end--;
  return cut.subarray(0, end);
}

// fields: [name, 'C'|'N'|'F', decimals]; widths follow the longest value.
function dbf(fields, rows) {
  const columns = fields.map(([name, kind, decimals = 0]) => {
    const cells = rows.map((row) => {
      const v = row[name];
      if (v === undefined || v === null || v === '') return Buffer.alloc(0);
      return kind === 'C' ? cutText(String(v).normalize('NFC'), 254) : Buffer.from(Number(v).toFixed(decimals));
    });
    return { name, kind, decimals, cells, width: Math.max(1, ...cells.slice(0, 1).map((c) => c.length), maxLength(cells)) };
  });
  const recordBytes = 1 + columns.reduce((n, c) => n + c.width, 0);
  const headBytes = 32 + 32 * columns.length + 1;
  const b = Buffer.alloc(headBytes + rows.length * recordBytes + 1, 0x20);
  b.fill(0, 0, headBytes);
  b[0] = 3;
  DBF_DATE.forEach((v, i) => { b[1 + i] = v; });
  b.writeUInt32LE(rows.length, 4);
  b.writeUInt16LE(headBytes, 8);
  b.writeUInt16LE(recordBytes, 10);
  columns.forEach((c, i) => {
    const at = 32 + 32 * i;
    if (c.name.length > 10) throw new Error(`field name too long: ${c.name}`);
    b.write(c.name, at, 'ascii');
    b.write(c.kind === 'C' ? 'C' : 'N', at + 11, 'ascii');
    b[at + 16] = c.width;
    b[at + 17] = c.decimals;
  });
  b[headBytes - 1] = 0x0d;
  let at = headBytes;
  for (let r = 0; r < rows.length; r++) {
    at += 1;
    for (const c of columns) {
      const cell = c.cells[r];
      cell.copy(b, c.kind === 'C' ? at : at + c.width - cell.length);
      at += c.width;
    }
  }
  b[b.length - 1] = 0x1a;
  return b;
}

function maxLength(cells) {
  let n = 0;
  for (const c of cells) if (c.length > n) n = c.length;
  return n;
}

// rows: objects with .geometry: a point, an array of lines, or an array of rings
// (outer rings clockwise, holes counter-clockwise).
export function writeShz(path, geometryType, fields, rows) {
  const type = { point: POINT, line: LINE, polygon: POLYGON }[geometryType];
  const base = path.replace(/^.*\//, '').replace(/\.shz$/, '');
  const shp = [];
  const shx = [];
  let at = 100;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  rows.forEach((row, i) => {
    const content = shapeContent(type, row.geometry);
    const b = boxOf(type === POINT ? [[row.geometry]] : row.geometry);
    for (const k of [0, 1]) box[k] = Math.min(box[k], b[k]);
    for (const k of [2, 3]) box[k] = Math.max(box[k], b[k]);
    const head = Buffer.alloc(8);
    head.writeInt32BE(i + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    shp.push(head, content);
    const index = Buffer.alloc(8);
    index.writeInt32BE(at / 2, 0);
    index.writeInt32BE(content.length / 2, 4);
    shx.push(index);
    at += 8 + content.length;
  });
  writeZip(path, [
    [`${base}.shp`, Buffer.concat([header(type, at, box), ...shp])],
    [`${base}.shx`, Buffer.concat([header(type, 100 + 8 * rows.length, box), ...shx])],
    [`${base}.dbf`, dbf(fields, rows)],
    [`${base}.prj`, Buffer.from(WGS84)],
    [`${base}.cpg`, Buffer.from('UTF-8')],
  ]);
  console.log(`${base}.shz: ${rows.length} features, ${fs.statSync(path).size} bytes`);
}

export function writeGzip(path, text) {
  const bytes = zlib.gzipSync(Buffer.from(text), { level: 9, memLevel: 9 });
  bytes[9] = 255; // no operating system named
  fs.writeFileSync(path, bytes);
  console.log(`${path.replace(/^.*\//, '')}: ${bytes.length} bytes`);
}

// RFC 4180, without line breaks inside fields; "#" begins a comment line.
export function readCsv(path) {
  const lines = fs.readFileSync(path, 'utf8').split('\n').filter((l) => l.trim() && !l.startsWith('#'));
  const split = (line) => {
    const cells = [];
    let cell = '';
    let quoted = false;
    for (let i = 0; i < line.length; i++) {
      const c = line[i];
      if (quoted) {
        if (c !== '"') cell += c;
        else if (line[i + 1] === '"') { cell += '"'; i++; } else quoted = false;
      } else if (c === '"') quoted = true;
      else if (c === ',') { cells.push(cell); cell = ''; } else cell += c;
    }
    cells.push(cell);
    return cells;
  };
  const names = split(lines[0]);
  return lines.slice(1).map((line) => {
    const cells = split(line);
    if (cells.length !== names.length) throw new Error(`${path}: ${cells.length} cells, not ${names.length}: ${line}`);
    return Object.fromEntries(names.map((n, i) => [n, cells[i].trim()]));
  });
}
