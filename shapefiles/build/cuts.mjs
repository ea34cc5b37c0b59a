// Splits what Natural Earth draws by control alone: Western Sahara at 27 deg
// 40 min north, the Golan Heights at the line of 1923, Jerusalem at the line of 1949.
// Usage: node cuts.mjs split ADMIN1.json SUBSET.json REST.json
//        node cuts.mjs mark UNION.json MARKED.json
import fs from 'node:fs';

const [, , step, source, first, second] = process.argv;
const TOUCHED = new Set(['MAR', 'SAH', 'DZA', 'MRT', 'ISR', 'PSX', 'SYR', 'LBN', 'JOR']);
const NEEDS = { ESH: 'MAR', GOL: 'ISR', EJ: 'ISR' };
const collection = (features) => JSON.stringify({ type: 'FeatureCollection', features });
const { features } = JSON.parse(fs.readFileSync(source));

if (step === 'split') {
  const isTouched = (f) => TOUCHED.has(f.properties.adm0_a3);
  fs.writeFileSync(first, collection(features.filter(isTouched)));
  fs.writeFileSync(second, collection(features.filter((f) => !isTouched(f))));
} else {
  const kept = features.filter((f) => f.properties.adm1_code);
  for (const { properties: p } of kept) {
    const cut = NEEDS[p.cut] === p.adm0_a3 ? p.cut : '';
    delete p.cut;
    if (!cut) continue;
    p.defacto = p.adm0_a3;
    p.adm0_a3 = { ESH: 'SAH', GOL: 'SYR', EJ: 'PSX' }[cut];
    p.iso_a2 = { ESH: 'EH', GOL: 'SY', EJ: 'PS' }[cut];
    p.gn_id = 0;
    p.gn_a1_code = '';
    if (cut === 'ESH') {
      p.adm1_code = p.iso_3166_2.replace('MA', 'ESH');
      if (p.iso_3166_2 === 'MA-14') Object.assign(p, { name: 'Es-Semara', name_en: 'Es-Semara', latitude: 26.74, longitude: -11.67 });
      p.geonunit = p.admin = 'Western Sahara';
    } else {
      for (const k of Object.keys(p)) if (/^name_/.test(k)) p[k] = '';
      p.wikidataid = '';
      if (cut === 'GOL') Object.assign(p, { adm1_code: 'SYR-GOL', iso_3166_2: 'SY-X02~', name: 'Golan Heights', name_en: 'Golan Heights', type_en: '', admin: 'Syria', geonunit: 'Syria', latitude: 33.0, longitude: 35.76,
        name_fr: 'Plateau du Golan', name_de: 'Golanhöhen', name_es: 'Altos del Golán', name_ru: 'Голанские высоты', name_ar: 'الجولان' });
      else Object.assign(p, { adm1_code: 'PSE-JEM', iso_3166_2: 'PS-JEM', name: 'East Jerusalem', name_en: 'East Jerusalem', type_en: '', admin: 'Palestine', geonunit: 'Palestine', latitude: 31.783, longitude: 35.239,
        name_fr: 'Jérusalem-Est', name_de: 'Ostjerusalem', name_es: 'Jerusalén Este', name_ru: 'Восточный Иерусалим', name_ar: 'القدس الشرقية' });
    }
  }
  fs.writeFileSync(first, collection(kept));
}
