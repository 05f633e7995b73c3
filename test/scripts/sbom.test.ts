/** The list of what is inside is true, and is valid by its own schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import lock from '../../package-lock.json';
import { embeddedVersion } from '../../scripts/notices.mjs';
import { packagesIn } from '../../scripts/packagesIn.mjs';
import { type Bom, sbomOf, vexOf } from '../../scripts/sbom.mjs';
import { sha256 } from '../../scripts/seal.mjs';
import { embedded } from '../../scripts/thirdParty/embedded.mjs';
import { statements } from '../../scripts/thirdParty/vex.mjs';

const REGISTRY = 'https://registry.npmjs.org/';
const dist = join(process.cwd(), 'dist');
const wasm = new Map(
  readdirSync(dist)
    .filter((name) => name.endsWith('.wasm'))
    .map((name) => [name, new Uint8Array(readFileSync(join(dist, name)))]),
);
const fixture = (name: string) =>
  JSON.parse(readFileSync(join(process.cwd(), 'test/fixtures/cyclonedx', `${name}.SNAPSHOT.schema.json`), 'utf8'));
let bom: Bom;
beforeAll(() => {
  bom = sbomOf(wasm);
});

describe('the lists of contents and of vulnerabilities', () => {
  it('are valid by the published schema', () => {
    // It uses keywords of its own, and formats of a package that is not there.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(fixture(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const isValid = ajv.compile(fixture('bom-1.6'));
    for (const document of [bom, vexOf(bom)]) {
      isValid(document);
      expect(isValid.errors).toBeNull();
    }
  });

  it('are the same each time, and tell no time', () => {
    expect(sbomOf(wasm)).toEqual(bom);
    expect(JSON.stringify([bom, vexOf(bom)])).not.toMatch(/timestamp|\d{4}-\d\d-\d\dT/);
  });

  it('hold no reference that leads nowhere', () => {
    const all = [bom.metadata.component, ...bom.components];
    const refs = new Set(all.map((each) => each['bom-ref']));
    for (const { ref, dependsOn } of bom.dependencies)
      for (const each of [ref, ...dependsOn]) expect(refs).toContain(each);
    expect(new Set(bom.dependencies.map(({ ref }) => ref)).size).toBe(bom.dependencies.length);
  });
});

describe('the list of contents', () => {
  it('names each package of which code is in a bundle, where it is, and no other', () => {
    const packages = packagesIn();
    const listed = bom.components.filter(({ evidence }) => evidence);
    expect(listed.map((each) => each.evidence!.occurrences.map(({ location }) => location))).toEqual(
      [...packages.values()].map((files) => [...files].sort()),
    );
    for (const [i, folder] of [...packages.keys()].entries()) {
      const { version } = (lock.packages as Record<string, { version?: string }>)[folder]!;
      expect(listed[i]).toMatchObject({ version, licenses: [expect.anything()] });
    }
  });

  it('names each .wasm file with its hash and all that is inside it', () => {
    const files = bom.components.filter(({ type }) => type === 'file');
    expect(files.map(({ name }) => name).sort()).toEqual([...wasm.keys()].map((name) => `dist/${name}`).sort());
    for (const { name, hashes, components } of files) {
      expect(hashes).toEqual([{ alg: 'SHA-256', content: sha256(wasm.get(basename(name))!) }]);
      const inside = embedded.filter((each) =>
        Object.keys(each.files).some((file) => basename(file) === basename(name)),
      );
      expect(components!.map((each) => each.name)).toEqual(inside.map((each) => each.name));
    }
  });
});

/** What may ship: MIT, BSD, Apache and ISC licences, where several are offered one of them. */
const MAY_SHIP = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0(?: WITH LLVM-exception)?)$/;

it('every part has a licence under which it may ship', () => {
  const all = bom.components.flatMap((each) => [each, ...(each.components ?? [])]);
  const wrong = all.flatMap(({ name, licenses = [] }) => {
    const offered = licenses.map(({ license, expression }) => license?.id ?? expression!);
    const isFine = offered.every((text) =>
      text.split(' OR ').some((one) => one.split(' AND ').every((each) => MAY_SHIP.test(each))),
    );
    return isFine ? [] : `${name}: ${offered}`;
  });
  expect(wrong).toEqual([]);
});

it.each(statements)(
  '$id is stated of a part that is there, in the version that was looked at',
  ({ id, part, datedBy = part, lookedAt }) => {
    expect(vexOf(bom).vulnerabilities.find((each) => each.id === id)!.affects).toHaveLength(1);
    expect(embeddedVersion(embedded.find(({ name }) => name === datedBy)!)).toBe(lookedAt);
  },
);

it('every package of the lock file has a hash, and comes from the registry where it says from where', () => {
  const wrong = Object.entries(lock.packages as Record<string, { integrity?: string; resolved?: string }>).filter(
    ([name, { integrity, resolved }]) =>
      name !== '' && !(integrity?.startsWith('sha512-') && (resolved ?? REGISTRY).startsWith(REGISTRY)),
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});
