// What scanners name of the code of others, and what it means here (VEX). Each statement is looked
// at again when its part changes its version: test/scripts/sbom.test.ts fails then.

const nvd = (id) => ({ name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${id}` });

/** Faults of stb_image's readers of picture files; which version is inside nothing tells. */
const STB_IMAGE = ['45661', '45662', '45663', '45664', '45666', '45667'].map((number) => {
  const id = `CVE-2023-${number}`;
  return {
    id,
    source: nvd(id),
    part: 'stb_image, beside zxing-cpp',
    datedBy: 'zxing-cpp, with the C++ wrapper of zxing-wasm',
    lookedAt: '0b2d9a8fc81f420f369928c24331091ff0525976',
    analysis: {
      state: 'not_affected',
      justification: 'code_not_reachable',
      detail:
        'The fault is in reading a picture file. The module is handed luminance alone (readBarcodesFromPixmap); its function that reads picture files is never called.',
    },
  };
});

/** @type {import('./vex.d.mts').Statement[]} */
export const statements = [
  ...STB_IMAGE,
  {
    id: 'CVE-2023-4863',
    source: nvd('CVE-2023-4863'),
    part: 'libwebp',
    lookedAt: '1.4.0',
    ratings: [{ source: nvd('CVE-2023-4863'), severity: 'high', method: 'CVSSv31' }],
    analysis: {
      state: 'resolved',
      detail:
        'Mended in libwebp 1.3.2; the decoder of icodec is built of 1.4.0. Earlier builds of this program held 1.0.2.',
    },
  },
  {
    id: 'CVE-2023-1999',
    source: nvd('CVE-2023-1999'),
    part: 'libwebp',
    lookedAt: '1.4.0',
    ratings: [{ source: nvd('CVE-2023-1999'), severity: 'high', method: 'CVSSv31' }],
    analysis: {
      state: 'not_affected',
      justification: 'code_not_present',
      detail:
        'The fault is in the encoder (ApplyFiltersAndEncode), and mended in 1.3.1. The module that is shipped is the decoder alone.',
    },
  },
];
