// Light and shade of the land from the elevation tiles of KDE Marble's atlas theme (8 bits, about
// the square root of the height; 675 pixels a side, 16 × 8 tiles): relief.inm.
//   node relief.mjs FOLDER_OF_TILES WORK_FOLDER OUT_FOLDER
// Needs gdal_translate.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import zlib from 'node:zlib';

const [tiles, work, out] = process.argv.slice(2);
const WIDTH = 7200, HEIGHT = 3600, TILE = 360; // 3 minutes of arc
const SIDE = 675, COLUMNS = 16, ROWS = 8;
const SEA = 113; // the grey of the sea's level
const FLAT = 0.35; // slopes that may be noise of the tiles' compression
const GAIN = 10;
const LEVELS = 15; // on either side of flat

const name = (n) => String(n).padStart(6, '0');
const sources = [];
for (let row = 0; row < ROWS; row++)
  for (let column = 0; column < COLUMNS; column++)
    sources.push(`<SimpleSource><SourceFilename>${tiles}/${name(row)}/${name(row)}_${name(column)}.jpg</SourceFilename><SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="${SIDE}" ySize="${SIDE}"/><DstRect xOff="${column * SIDE}" yOff="${row * SIDE}" xSize="${SIDE}" ySize="${SIDE}"/></SimpleSource>`);
fs.writeFileSync(`${work}/relief.vrt`, `<VRTDataset rasterXSize="${SIDE * COLUMNS}" rasterYSize="${SIDE * ROWS}"><VRTRasterBand dataType="Byte" band="1">${sources.join('')}</VRTRasterBand></VRTDataset>`);
execFileSync('gdal_translate', ['-q', '-of', 'ENVI', '-outsize', `${WIDTH}`, `${HEIGHT}`, '-r', 'average', `${work}/relief.vrt`, `${work}/relief.raw`]);
const grey = fs.readFileSync(`${work}/relief.raw`);
if (grey.length !== WIDTH * HEIGHT) throw new Error('relief.raw has another size');

// A binomial mean over 3 × 3 cells takes out most of the tiles' noise.
const land = Float64Array.from(grey, (v) => Math.max(0, v - SEA));
const rows = new Float64Array(WIDTH * HEIGHT), smooth = new Float64Array(WIDTH * HEIGHT);
for (let y = 0, i = 0; y < HEIGHT; y++)
  for (let x = 0; x < WIDTH; x++, i++)
    rows[i] = (land[y * WIDTH + ((x + WIDTH - 1) % WIDTH)] + 2 * land[i] + land[y * WIDTH + ((x + 1) % WIDTH)]) / 4;
for (let y = 0, i = 0; y < HEIGHT; y++)
  for (let x = 0; x < WIDTH; x++, i++)
    smooth[i] = (rows[Math.max(0, y - 1) * WIDTH + x] + 2 * rows[i] + rows[Math.min(HEIGHT - 1, y + 1) * WIDTH + x]) / 4;

// Light from the north-west: what rises towards the south-east is lit.
function shade(x, y) {
  const latitude = 90 - ((y + 0.5) * 180) / HEIGHT;
  const narrow = Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const east = (smooth[y * WIDTH + ((x + 1) % WIDTH)] - smooth[y * WIDTH + ((x + WIDTH - 1) % WIDTH)]) / 2 / narrow;
  const south = (smooth[Math.min(HEIGHT - 1, y + 1) * WIDTH + x] - smooth[Math.max(0, y - 1) * WIDTH + x]) / 2;
  const slope = (east + south) / Math.SQRT2;
  return Math.sign(slope) * Math.tanh(Math.max(0, Math.abs(slope) - FLAT) / GAIN);
}

// "INCMREL1", width, height, side of a tile, then offset and length of each tile in the file (0, 0:
// all flat), then the tiles: one byte a cell, 128 for flat, deflated.
const columns = WIDTH / TILE, n = columns * (HEIGHT / TILE);
const head = Buffer.alloc(8 + 12 + n * 8);
head.write('INCMREL1', 0, 'latin1');
[WIDTH, HEIGHT, TILE].forEach((v, i) => head.writeUInt32LE(v, 8 + i * 4));
const parts = [head];
let offset = head.length;
for (let t = 0; t < n; t++) {
  const cells = Buffer.alloc(TILE * TILE, 128);
  for (let y = 0; y < TILE; y++)
    for (let x = 0; x < TILE; x++)
      cells[y * TILE + x] = 128 + Math.round(shade((t % columns) * TILE + x, Math.floor(t / columns) * TILE + y) * LEVELS) * 8;
  if (cells.every((c) => c === 128)) continue;
  const packed = zlib.deflateSync(cells, { level: 9 });
  head.writeUInt32LE(offset, 20 + t * 8);
  head.writeUInt32LE(packed.length, 24 + t * 8);
  parts.push(packed);
  offset += packed.length;
}
fs.writeFileSync(`${out}/relief.inm`, Buffer.concat(parts));
console.log(`relief.inm: ${offset} bytes`);
