// What scanners name of the code of others, and what it means here (VEX). Each statement is looked
// at again when its part changes its version: test/scripts/sbom.test.ts fails then.

const nvd = (id) => ({ name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${id}` });

/** @type {import('./vex.d.mts').Statement[]} */
export const statements = [
  {
    id: 'CVE-2023-4863',
    source: nvd('CVE-2023-4863'),
    part: 'libwebp',
    lookedAt: '1.0.2',
    ratings: [{ source: nvd('CVE-2023-4863'), severity: 'high', method: 'CVSSv31' }],
    analysis: {
      state: 'exploitable',
      response: ['workaround_available'],
      detail:
        'The decoder of @jsquash/webp is built from a libwebp before 1.3.2, and reads lossless pictures: a crafted WebP can write beyond a buffer, but within the memory of the WebAssembly module alone, which holds the picture and the decoder and nothing else. The module can reach two constructors of the program (arrays of bytes and pictures) and no other function; it runs under a deadline. What can follow is a wrong reading of that picture, or an error instead of one. Workaround: convert a WebP of unknown origin to PNG elsewhere. To be replaced when a build of libwebp 1.3.2 or newer is published.',
    },
  },
  {
    id: 'CVE-2023-1999',
    source: nvd('CVE-2023-1999'),
    part: 'libwebp',
    lookedAt: '1.0.2',
    ratings: [{ source: nvd('CVE-2023-1999'), severity: 'high', method: 'CVSSv31' }],
    analysis: {
      state: 'not_affected',
      justification: 'code_not_present',
      detail: 'The fault is in the encoder (ApplyFiltersAndEncode). The module that is shipped is the decoder alone.',
    },
  },
];
