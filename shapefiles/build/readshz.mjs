// Reads back the rings and attributes of a .shz that shapefile.mjs wrote.
import fs from 'node:fs';
import zlib from 'node:zlib';

function unzip(path) {
  const b = fs.readFileSync(path);
  const files = {};
  let at = 0;
  while (b.readUInt32LE(at) === 0x04034b50) {
    const packed = b.readUInt32LE(at + 18);
    const nameBytes = b.readUInt16LE(at + 26);
    const name = b.toString('utf8', at + 30, at + 30 + nameBytes);
    at += 30 + nameBytes;
    files[name.replace(/^.*\./, '')] = zlib.inflateRawSync(b.subarray(at, at + packed));
    at += packed;
  }
  return files;
}

export function readShz(path) {
  const { shp, dbf } = unzip(path);
  const fields = [];
  for (let at = 32; dbf[at] !== 0x0d; at += 32)
    fields.push({ name: dbf.toString('ascii', at, at + 11).replace(/\0.*$/s, ''), kind: String.fromCharCode(dbf[at + 11]), width: dbf[at + 16] });
  const headBytes = dbf.readUInt16LE(8);
  const recordBytes = dbf.readUInt16LE(10);
  const rows = [];
  for (let at = 100, r = 0; at < shp.length; r++) {
    const bytes = shp.readInt32BE(at + 4) * 2;
    const row = { geometry: geometryAt(shp, at + 8) };
    let cell = headBytes + r * recordBytes + 1;
    for (const f of fields) {
      const text = dbf.toString('utf8', cell, cell + f.width).trim();
      row[f.name] = f.kind === 'N' ? Number(text) : text;
      cell += f.width;
    }
    rows.push(row);
    at += 8 + bytes;
  }
  return rows;
}

function geometryAt(shp, at) {
  if (shp.readInt32LE(at) === 1) return [shp.readDoubleLE(at + 4), shp.readDoubleLE(at + 12)];
  const nParts = shp.readInt32LE(at + 36);
  const nPoints = shp.readInt32LE(at + 40);
  const points = [];
  for (let i = 0, p = at + 44 + 4 * nParts; i < nPoints; i++, p += 16)
    points.push([shp.readDoubleLE(p), shp.readDoubleLE(p + 8)]);
  const parts = [];
  for (let i = 0; i < nParts; i++)
    parts.push(points.slice(shp.readInt32LE(at + 44 + 4 * i), i + 1 < nParts ? shp.readInt32LE(at + 48 + 4 * i) : nPoints));
  return parts;
}
