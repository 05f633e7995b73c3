import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'windows');

/** A file of windows/: the scenario files that go on in its window. */
export const windows = new Map(
  readdirSync(folder).map((file): [string, string[]] => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return [file, [...text.matchAll(/import\('\.\.\/(\w+\.e2e)'\)/g)].map(([, name]) => `${name}.ts`)];
  }),
);
