// Which packages have code in a bundle, by the build's own metafiles.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/**
 * Folders of packages (`node_modules/yaml` …), sorted → the files of dist/ that hold their code.
 * @param folder of the metafiles
 */
export function packagesIn(folder = path.join(root, 'dist', 'meta')) {
  const found = new Map();
  for (const file of readdirSync(folder).sort())
    for (const [output, { inputs }] of Object.entries(
      JSON.parse(readFileSync(path.join(folder, file), 'utf8')).outputs,
    ))
      for (const [input, { bytesInOutput = 1 }] of Object.entries(inputs ?? {})) {
        // Its folder may be a link to one elsewhere.
        const name = /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (name && bytesInOutput > 0 && !output.endsWith('.map'))
          found.set(name, (found.get(name) ?? new Set()).add(output));
      }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
