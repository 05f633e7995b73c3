/** `qr-code-master verify`: a package, or an installed folder, against the hashes of its files. */
import { basename, dirname } from 'node:path';
import { lookAt } from '../worker/hosts/lookAt';
import { commandLineFiles, packageSums, unprovenFiles } from '../worker/hosts/shipped/packageSums';
import { fill } from '../worker/protocol/fill';
import { inertJson } from '../worker/text/inertJson';
import { visible, visiblePath } from '../worker/text/visible';
import type { CliIo } from './io';
import { namingFile } from './namingFile';
import { optionHelp } from './optionHelp';
import { readArguments } from './readArguments';
import { readInput } from './readInput';
import { tell } from './tell';
import { tellingUsage, UsageError } from './usageError';
import { type Comparison, compareFiles, type Expectation } from './verify/compareFiles';
import { isSigned, readPublicKey } from './verify/isSigned';
import { MAX_PACKAGE_MB, openFolder, openVsix, readPackage } from './verify/openPackage';
import { readSums } from './verify/readSums';
import { sentences, verifyHead, verifyOptions, verifyTail } from './verify/verifyOptions';

/** Exit code 0: all as built; 1: something differs; 2: wrong usage or unreadable input. */
export const run = (args: string[], io: CliIo): Promise<number> => tellingUsage(io, () => verifyPackage(args, io));

type Say = (sentence: keyof typeof sentences, data?: Record<string, string | number>) => string;
/** @throws UsageError that names the file and what is wrong with it */
type Read = (path: string) => Uint8Array;

function verifyPackage(args: string[], io: CliIo): number {
  const { stdout, locale } = io;
  const say: Say = (sentence, data = {}) => fill(sentences[sentence][locale], data);
  const { values, positionals } = readArguments(args, verifyOptions, locale);
  const [subject = dirname(io.distDir), surplus] = positionals;
  if (values.help) {
    stdout(optionHelp(verifyHead, verifyOptions, verifyTail, locale));
    return 0;
  }
  if (surplus !== undefined) throw new UsageError(say('surplus', { argument: surplus }));
  if (values.key !== undefined && values.sums === undefined) throw new UsageError(say('keyAlone'));
  const read: Read = (path) => namingFile(path, locale, () => readInput(path, MAX_PACKAGE_MB));
  const given = values.sums === undefined ? undefined : givenSums(values.sums, read, say);
  let isValid: boolean | undefined;
  if (values.key !== undefined) {
    const key = keyOf(values.key, read, say);
    isValid = isSigned(given!.content, read(`${values.sums}.sig`), key);
  }
  const result = compared(subject, given?.sums, say);
  if (values.format === 'json')
    stdout(
      `${inertJson(JSON.stringify({ subject, ...(isValid !== undefined && { isSigned: isValid }), ...result }, null, 2))}\n`,
    );
  else tellResult(result, isValid, values.sums ?? '', say, io);
  return isValid === false || result.differences.length > 0 ? 1 : 0;
}

function compared(subject: string, given: ReadonlyMap<string, string> | undefined, say: Say): Comparison {
  const stat = lookAt(subject);
  if (typeof stat === 'object' && stat.isDirectory())
    return compareFiles(openFolder(subject), expectation(given, isCommandLine(subject), say));
  const bytes = readPackage(subject);
  // A list of packages, not of what is in one.
  const whole = given?.get(basename(subject));
  if (whole !== undefined)
    return compareFiles(
      { names: [subject], read: () => bytes },
      { sums: new Map([[subject, whole]]), isOwn: () => false },
    );
  return compareFiles(openVsix(bytes), expectation(given, false, say));
}

/** The package of the command line alone. */
const isCommandLine = (folder: string): boolean => lookAt(`${folder}/dist/extension.js`) === undefined;

/** Of the format, or written by VS Code when it installs. */
const WRAPPING = ['../extension.vsixmanifest', '../[Content_Types].xml', '.vsixmanifest'];
const isWrapping = (name: string) => WRAPPING.includes(name);

function expectation(given: ReadonlyMap<string, string> | undefined, isCli: boolean, say: Say): Expectation {
  if (given) return { sums: given, isOwn: isWrapping };
  if (packageSums.size === 0) throw new UsageError(say('noTable'));
  if (!isCli) return { sums: packageSums, isOwn: (name) => isWrapping(name) || unprovenFiles.has(name) };
  const sums = new Map([...packageSums].filter(([name]) => commandLineFiles.has(name)));
  return { sums, isOwn: (name) => !name.startsWith('dist/') || unprovenFiles.has(name) };
}

function givenSums(path: string, read: Read, say: Say) {
  const content = read(path);
  const sums = readSums(Buffer.from(content).toString('utf8'));
  if (!sums) throw new UsageError(say('noSums', { file: visiblePath(path) }));
  return { content, sums };
}

function keyOf(path: string, read: Read, say: Say) {
  const key = readPublicKey(Buffer.from(read(path)).toString('utf8'));
  if (!key) throw new UsageError(say('noKey', { file: visiblePath(path) }));
  return key;
}

function tellResult(
  { equal, differences, notCompared }: Comparison,
  isValid: boolean | undefined,
  list: string,
  say: Say,
  io: CliIo,
): void {
  const line = (text: string) => io.stdout(`${text}\n`);
  if (isValid !== undefined) line(say(isValid ? 'signed' : 'notSigned', { file: visible(list) }));
  for (const { file, status } of differences) line(say(status, { file: visible(file) }));
  line(say('equal', { count: equal }));
  const own = notCompared.filter((name) => !isWrapping(name) && name.startsWith('dist/'));
  if (own.length > 0) tell(io, say('notCompared', { files: own.map(visible).join(io.locale === 'en' ? ', ' : '、') }));
  if (differences.length > 0) tell(io, say('differs', { count: differences.length }));
}
