// Which country code each Natural Earth division gets. ISO 3166-1 territories
// are units of their own; leases and dependencies without a code of their own
// join their country; see README.md for the disputed ones.
const BY_DIVISION = {
  'FR-GF': ['GUF', 'GF'], 'FR-GP': ['GLP', 'GP'], 'FR-MQ': ['MTQ', 'MQ'], 'FR-RE': ['REU', 'RE'], 'FR-YT': ['MYT', 'YT'],
  'NL-BQ1': ['BES', 'BQ'], 'NL-BQ2': ['BES', 'BQ'], 'NL-BQ3': ['BES', 'BQ'], 'NO-21': ['SJM', 'SJ'],
  'UA-43': ['UKR', 'UA', 'RUS'], 'UA-40': ['UKR', 'UA', 'RUS'],
};
const BY_CODE = {
  'IOA-1928': ['CCK', 'CC'], 'IOA-2652': ['CXR', 'CX'],
};
const BY_COUNTRY = {
  ALD: ['ALA', 'AX'], ATC: ['AUS', 'AU'], CSI: ['AUS', 'AU'], KAB: ['KAZ', 'KZ'], USG: ['CUB', 'CU'],
  PSX: ['PSE', 'PS'], SDS: ['SSD', 'SS'], SAH: ['ESH', 'EH'], KOS: ['XKX', 'XK'],
  CYN: ['CYN', 'XN'], SOL: ['SOL', 'XS'], KAS: ['KAS', 'XH'], PGA: ['PGA', 'XP'], ESB: ['ESB', 'XU'], WSB: ['WSB', 'XU'],
  CLP: ['CLP', 'CP'],
};

export function unitOf(p) {
  const rule = BY_CODE[p.adm1_code] || BY_DIVISION[p.iso_3166_2] || BY_COUNTRY[p.adm0_a3] || [p.adm0_a3, p.iso_a2];
  return { adm0_a3: rule[0], iso_a2: rule[1], defacto: p.defacto || rule[2] || '', iso_3166_2: p.iso_3166_2.replace('-99-', `${rule[1]}-`) };
}
