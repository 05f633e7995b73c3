/**
 * The sha256 sum of a download, where the same Dockerfile tells it: at another ADD of the address,
 * or where a RUN checks the file.
 */
import type { DockerInstruction } from './dockerfile';
import { unquote } from './dockerWords';
import { type Dockerfile, instructionText, type Stage } from './stages';

export interface KnownDigest {
  /** 64 hexadecimal digits. */
  sum: string;
  /** A later RUN compares the file with it. */
  checkedLater: boolean;
}

const LINE = /(?<![\w])([0-9a-f]{64})[ \t]+\*?([^\s"'|;&)]+)/gi;
/**
 * Looking at every instruction for every download takes time that grows with the square of the
 * length.
 */
const MAX_INSTRUCTIONS = 500;

/** `add` has one source, an address. Undefined: no sum is known, or several. */
export function knownDigest(file: Dockerfile, stage: Stage, outer: DockerInstruction): KnownDigest | undefined {
  const add = outer.trigger ?? outer;
  const words = add.json ?? add.words;
  if (words.length !== 2 || file.instructions.length > MAX_INSTRUCTIONS) return undefined;
  const [source, target] = words.map((w) => unquote(w.text)) as [string, string];
  const later = stage.instructions.slice(stage.instructions.indexOf(outer) + 1).filter((i) => i.keyword === 'RUN');
  const checked = new Set(later.flatMap((run) => sumsIn(instructionText(file, run), nameOf(source, target))));
  const elsewhere = new Set(file.instructions.flatMap((i) => checksumOf(i.trigger ?? i, source)));
  const sums = new Set([...checked, ...elsewhere]);
  const [sum] = sums;
  return sum !== undefined && sums.size === 1 ? { sum, checkedLater: checked.size > 0 } : undefined;
}

/** What the file is called in the image. */
function nameOf(source: string, target: string): string {
  const path = target.endsWith('/') || target === '.' ? source.replace(/[?#].*$/s, '') : target;
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lines of `sha256sum -c` that name the file. */
function sumsIn(text: string, name: string): string[] {
  if (name === '' || !/\b(?:sha256sum|shasum)\b/.test(text)) return [];
  return [...text.matchAll(LINE)].flatMap(([, sum, path]) =>
    path!.slice(path!.lastIndexOf('/') + 1) === name ? [sum!.toLowerCase()] : [],
  );
}

function checksumOf({ keyword, flags, json, words }: DockerInstruction, source: string): string[] {
  if (keyword !== 'ADD' || !(json ?? words).slice(0, -1).some((w) => unquote(w.text) === source)) return [];
  return flags.flatMap((f) =>
    f.name === 'checksum' ? (/^sha256:([0-9a-f]{64})$/i.exec(f.value ?? '')?.slice(1) ?? []) : [],
  );
}
