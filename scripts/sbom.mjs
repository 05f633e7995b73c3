// Writes what the package is made of (CycloneDX 1.6, JSON): the packages that the metafiles of the
// build name, each with the files that hold its code, and what is compiled into the .wasm files.
// Nothing in it tells when or where it was made.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { embeddedVersion } from './notices.mjs';
import { packagesIn } from './packagesIn.mjs';
import { root } from './run.mjs';
import { sha256 } from './seal.mjs';
import { embedded } from './thirdParty/embedded.mjs';
import { statements } from './thirdParty/vex.mjs';

const PRODUCT = 'qr-code-master';
const json = (...parts) => JSON.parse(readFileSync(path.join(root, ...parts), 'utf8'));

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** One licence is named by its id, several by an expression (SPDX). */
const licencesOf = (license) =>
  / (?:OR|AND|WITH) /.test(license) ? [{ expression: license }] : [{ license: { id: license } }];

/** As its maker published it; the lock file has the hash in base 64 (SRI). */
function distribution(name, version, { integrity }) {
  const [, content] = /^sha512-(.+)$/.exec(integrity);
  const hashes = [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }];
  const url = `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
  return [{ type: 'distribution', url, hashes }];
}

function packageComponent(folder, files, lock) {
  const { name, version, license } = json(folder, 'package.json');
  const scope = name.startsWith('@') ? { group: name.split('/')[0] } : {};
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    ...scope,
    name: name.split('/').at(-1),
    version,
    licenses: licencesOf(license),
    purl: purl(name, version),
    externalReferences: distribution(name, version, lock[folder]),
    evidence: { occurrences: [...files].sort().map((location) => ({ location })) },
  };
}

const embeddedComponent = (entry, file) => {
  const version = embeddedVersion(entry);
  return {
    type: 'library',
    'bom-ref': `${file}#${entry.name}`,
    name: entry.name,
    ...(version && { version }),
    licenses: licencesOf(entry.license),
    ...(entry.copyright && { copyright: entry.copyright.replaceAll('\n', '; ') }),
  };
};

/** A .wasm file with what is compiled into it. */
const wasmComponent = (name, bytes) => ({
  type: 'file',
  'bom-ref': `dist/${name}`,
  name: `dist/${name}`,
  hashes: [{ alg: 'SHA-256', content: sha256(bytes) }],
  components: embedded
    .filter(({ files }) => Object.keys(files).some((file) => path.basename(file) === name))
    .map((entry) => embeddedComponent(entry, `dist/${name}`)),
});

/** What lies in no .wasm file: the modules that bundles carry as text. */
const inBundles = () =>
  embedded.filter(({ files }) => Object.keys(files).length === 0).map((entry) => embeddedComponent(entry, 'dist'));

/** UUID of version 8 (RFC 9562): the same parts give the same number. */
const uuidOf = (text) =>
  sha256(text)
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-a$4-$5');

const document = (body) => ({
  $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
  version: 1,
  ...body,
});

function product() {
  const { version, license } = json('package.json');
  const ref = `pkg:generic/${PRODUCT}@${version}`;
  return { type: 'application', 'bom-ref': ref, name: PRODUCT, version, licenses: licencesOf(license), purl: ref };
}

/** Which of these components a package asks for itself. */
function neededBy(folder, components) {
  const { dependencies = {} } = json(folder, 'package.json');
  return components.filter(({ group, name }) => [group, name].filter(Boolean).join('/') in dependencies);
}

/** @param {Map<string, Uint8Array>} wasm the .wasm files of dist/, by name */
export function sbomOf(wasm, packages = packagesIn()) {
  const lock = json('package-lock.json').packages;
  const component = product();
  const libraries = [...packages].map(([folder, files]) => packageComponent(folder, files, lock));
  const files = [...wasm].map(([name, bytes]) => wasmComponent(name, bytes));
  const dependencies = [...packages.keys()].map((folder, i) => ({
    ref: libraries[i]['bom-ref'],
    dependsOn: [...new Set(neededBy(folder, libraries).map((each) => each['bom-ref']))].sort(),
  }));
  const parts = [...libraries, ...files, ...inBundles()];
  return document({
    metadata: { component },
    components: parts,
    dependencies: [
      { ref: component['bom-ref'], dependsOn: parts.map((each) => each['bom-ref']) },
      ...new Map(dependencies.map((each) => [each.ref, each])).values(),
    ],
  });
}

/** What is known of vulnerabilities in the parts of an SBOM, as a document of its own (VEX). */
export function vexOf(sbom) {
  const refs = sbom.components.flatMap((each) => [each, ...(each.components ?? [])]);
  const vulnerabilities = statements.map(({ id, source, part, analysis, ratings }) => ({
    id,
    source,
    ...(ratings && { ratings }),
    analysis,
    affects: refs
      .filter(({ name }) => name === part)
      .map((each) => ({
        ref: `urn:cdx:${sbom.serialNumber.slice('urn:uuid:'.length)}/1#${encodeURIComponent(each['bom-ref'])}`,
      })),
  }));
  return document({ metadata: { component: sbom.metadata.component }, vulnerabilities });
}
