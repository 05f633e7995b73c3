/** The page about verifying names the packages of the lock file of which nothing is shipped, and no other. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import lock from '../../package-lock.json';
import { packagesIn } from '../../scripts/packagesIn.mjs';

const packages: Record<string, { version?: string; dev?: boolean; devOptional?: boolean }> = lock.packages;
const named = (folder: string) => `${folder.split('node_modules/').at(-1)}@${packages[folder]?.version}`;

it.each(['docs/verify.md', 'docs/verify.zh-cn.md'])('%s lists the packages without code in a bundle', (page) => {
  const shipped = new Set([...packagesIn().keys()].map(named));
  const production = Object.keys(packages).filter(
    (each) => each && !packages[each]!.dev && !packages[each]!.devOptional,
  );
  const listed = /```text\n(.*?)\n```/s.exec(readFileSync(page, 'utf8'))?.[1]?.split(/\s+/);
  expect(listed).toEqual([...new Set(production.map(named))].filter((each) => !shipped.has(each)).sort());
});
