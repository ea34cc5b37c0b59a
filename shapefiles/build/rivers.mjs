// rivers.shz from the GSHHG dumps.
// Usage: node rivers.mjs DUMP_DIR OUT_DIR
import { snapLine, writeShz } from './shapefile.mjs';
import { readPieces, joinPieces } from './gmt.mjs';

const [, , dumps, out] = process.argv;
// GSHHG level -> kind, rank of a river without a name.
const LEVELS = { 1: ['river', 5], 2: ['river', 6], 3: ['river', 7], 4: ['river', 8], 5: ['intermittent', 7], 6: ['intermittent', 8],
  7: ['intermittent', 9], 8: ['canal', 8], 9: ['canal', 9], 10: ['canal', 9] };

const rows = [];
for (const [level, [kind, rank]] of Object.entries(LEVELS))
  for (const line of joinPieces(readPieces(`${dumps}/riv${level}.txt`))) {
    const geometry = snapLine(line);
    if (geometry.length > 1) rows.push({ name: '', kind, rank, geometry: [geometry] });
  }
rows.sort((a, b) => a.rank - b.rank || a.kind.localeCompare(b.kind) || a.geometry[0][0][0] - b.geometry[0][0][0] || a.geometry[0][0][1] - b.geometry[0][0][1]);
writeShz(`${out}/rivers.shz`, 'line', [['name', 'C'], ['kind', 'C'], ['rank', 'N']], rows);
