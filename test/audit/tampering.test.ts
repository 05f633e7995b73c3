/** Whatever is done to a log, it is found; a log to which nothing was done is whole. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/audit/sha256Hex';
import { verifyLog } from '../../src/audit/verifyLog';
import { filesOf, logOf } from './logKit';

/** Three files of several lines, as they were written. */
const { folder, add } = logOf({ maxFileBytes: 3000 });
for (let i = 0; i < 20; i++) add(`dir/picture-${i}.png`);
const files = filesOf(folder).map((name) => ({ name, text: readFileSync(join(folder, name)) }));
const head = readFileSync(join(folder, 'head.json'));
const lines = files.flatMap(({ name, text }) =>
  text
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ name, line })),
);

function restore(): void {
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'head.json'), head);
}

function put(kept: typeof lines): void {
  for (const { name } of files) {
    const own = kept.filter((each) => each.name === name);
    writeFileSync(join(folder, name), own.map(({ line }) => `${line}\n`).join(''));
  }
}

/** Of an index among the lines. */
const at = fc.nat({ max: lines.length - 1 });
const isFound = (tamper: () => void): void => {
  restore();
  tamper();
  expect(verifyLog(folder).problemCount).toBeGreaterThan(0);
};

it('has enough to be tampered with', () => {
  restore();
  expect(files.length).toBeGreaterThan(2);
  expect(lines.length).toBeGreaterThan(20);
  expect(verifyLog(folder).problems).toEqual([]);
});

it('a byte that is another', () => {
  fc.assert(
    fc.property(fc.nat({ max: files.length - 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, place, other) =>
      isFound(() => {
        const { name, text } = files[file]!;
        const bytes = Buffer.from(text);
        const i = place % bytes.length;
        bytes[i] = bytes[i]! ^ other;
        writeFileSync(join(folder, name), bytes);
      }),
    ),
    { numRuns: 300 },
  );
});

it('lines that are gone, wherever they were', () => {
  fc.assert(
    fc.property(at, fc.integer({ min: 1, max: 8 }), (from, count) =>
      isFound(() => put(lines.filter((_, i) => i < from || i >= from + count))),
    ),
    { numRuns: 100 },
  );
});

it('lines that changed places', () => {
  fc.assert(
    fc.property(at, at, (a, b) => {
      fc.pre(a !== b);
      isFound(() => {
        const moved = lines.map(({ line }) => line);
        [moved[a], moved[b]] = [moved[b]!, moved[a]!];
        put(lines.map(({ name }, i) => ({ name, line: moved[i]! })));
      });
    }),
    { numRuns: 100 },
  );
});

it('lines that are there twice, or were made up', () => {
  fc.assert(
    fc.property(at, at, fc.boolean(), (from, to, isEmpty) =>
      isFound(() =>
        put(
          lines.toSpliced(to, 0, isEmpty ? { ...lines[to]!, line: '{}' } : { ...lines[from]!, name: lines[to]!.name }),
        ),
      ),
    ),
    { numRuns: 100 },
  );
});

it('an end that is cut off, at any byte', () => {
  const { name, text } = files.at(-1)!;
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), (length) =>
      isFound(() => writeFileSync(join(folder, name), text.subarray(0, length))),
    ),
    { numRuns: 100 },
  );
});

it('a file that is gone', () => {
  for (const { name } of files) isFound(() => rmSync(join(folder, name)));
});

it('all files that are gone, by the head', () => {
  restore();
  for (const { name } of files) rmSync(join(folder, name));
  expect(verifyLog(folder)).toMatchObject({
    entries: 0,
    problems: [{ kind: 'endMissing', from: 1, to: lines.length }],
  });
  rmSync(join(folder, 'head.json'));
  expect(() => verifyLog(folder)).toThrow('there is no log');
});

/** By another user, with the hashes of all lines that follow. */
function writtenAnew(from: number): typeof lines {
  let prev = '';
  return lines.map(({ name, line }, i) => {
    const entry = JSON.parse(line);
    if (i === from) entry.user = 'eve';
    if (i > from) entry.prev = prev;
    const anew = i < from ? line : JSON.stringify(entry);
    prev = sha256Hex(anew);
    return { name, line: anew };
  });
}
const headFile = join(folder, 'head.json');

it('a line that was written anew with all that follow, as far as the head was forgotten', () => {
  fc.assert(
    fc.property(at, (from) => {
      const anew = writtenAnew(from);
      isFound(() => put(anew));
      isFound(() => {
        put(anew);
        rmSync(headFile);
      });
    }),
    { numRuns: 50 },
  );
});

it('a line that was written anew with all that follow and the head, by a hash that was kept elsewhere', () => {
  restore();
  const kept = verifyLog(folder).last!;
  const anew = writtenAnew(3);
  put(anew);
  writeFileSync(headFile, JSON.stringify({ ...JSON.parse(head.toString()), sha256: sha256Hex(anew.at(-1)!.line) }));
  expect(verifyLog(folder).problems).toEqual([]);
  expect(verifyLog(folder, [kept]).problems).toMatchObject([{ kind: 'anchorDiffers', to: kept.seq }]);
});
