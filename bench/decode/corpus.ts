/**
 * Pictures with what is known about them, from a folder that holds `boofcv/<category>`,
 * `zxing/<folder>` (see CONTRIBUTING.md) and `empty/<any>`: pictures without a symbol, any that a
 * machine has. (ZXing's `falsepositives` are such pictures too.)
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Corners } from '../../src/worker/protocol/picture';

export interface BenchPicture {
  corpus: string;
  group: string;
  file: string;
  /** Corner points of every symbol (BoofCV); a read counts when its centre lies inside. */
  quads?: Corners[];
  /** What each of them says, as far as it is known (see data/boofcvTexts.json). */
  texts?: (string | null)[];
  /** The exact text of the one symbol. */
  text?: string;
  /** There is no symbol in it: any read is wrong. */
  empty: boolean;
}

const IMAGE = /\.(jpe?g|png|webp)$/i;

/**
 * BoofCV's label files hold either `SETS` and a line of eight numbers for each symbol, or one
 * symbol as four lines of two.
 */
function parseQuads(text: string): Corners[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  const rows = lines[0] === 'SETS' ? lines.slice(1) : [lines.join(' ')];
  return rows
    .map((row) => row.split(/\s+/).map(Number))
    .filter((n) => n.length >= 8)
    .map((n) => [0, 2, 4, 6].map((i) => [n[i], n[i + 1]]) as Corners);
}

/**
 * BoofCV tells where its symbols are, not what they say. `pictures` gives, symbol by symbol in the
 * order of the label file, the place in `texts`, or null where nothing was ever read; those in
 * `singleSource` were read in one view of the picture only, the others alike in two.
 */
interface KnownTexts {
  texts: string[];
  pictures: Record<string, (number | null)[]>;
  singleSource: Record<string, number[]>;
}

const known: KnownTexts = JSON.parse(readFileSync(join(__dirname, '../data/boofcvTexts.json'), 'utf8'));

function textsOf(stem: string): (string | null)[] | undefined {
  const name = stem.split(/[\\/]/).slice(-2).join('/');
  return known.pictures[name]?.map((at) => (at === null ? null : known.texts[at]!));
}

function truthOf(corpus: string, file: string): Pick<BenchPicture, 'quads' | 'text' | 'texts'> {
  const stem = file.replace(IMAGE, '');
  if (corpus === 'boofcv') return { quads: parseQuads(readFileSync(`${stem}.txt`, 'utf8')), texts: textsOf(stem) };
  if (existsSync(`${stem}.txt`)) return { text: readFileSync(`${stem}.txt`, 'utf8').replace(/[\r\n]+$/, '') };
  if (existsSync(`${stem}.bin`)) return { text: readFileSync(`${stem}.bin`, 'latin1') };
  return {};
}

/**
 * Every picture below `root`; `half` keeps each second one by the number in its name (BoofCV only).
 */
export function loadCorpus(root: string, half?: 'odd' | 'even'): BenchPicture[] {
  const folders = (path: string) => readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());
  return folders(root).flatMap((corpus) =>
    folders(join(root, corpus)).flatMap((group) => {
      const folder = join(root, corpus, group);
      const empty = corpus === 'empty' || group.startsWith('falsepositives');
      const files = readdirSync(folder)
        .filter((name) => IMAGE.test(name) && !/^(datamatrix|aztec|code|ean|upc)/i.test(name))
        .sort();
      const wanted = files.filter(
        (name) => !half || corpus !== 'boofcv' || Number(/\d+/.exec(name)?.[0]) % 2 === (half === 'odd' ? 1 : 0),
      );
      return wanted.map((name) => ({
        corpus,
        group,
        file: join(folder, name),
        empty,
        ...(empty ? {} : truthOf(corpus, join(folder, name))),
      }));
    }),
  );
}

/**
 * `count` of them from all over the list, in an order in which every beginning is a fair sample
 * too.
 */
export function sampled<T>(all: readonly T[], count: number): T[] {
  const step = [97, 89, 83, 79].find((prime) => all.length % prime !== 0) ?? 1;
  return all.map((_, i) => all[(i * step) % all.length]!).slice(0, count);
}
