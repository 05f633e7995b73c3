/** The commands of RUN instructions: shell form, `sh -c` in exec form, and heredocs (facts T5 and T6). */
import { type DockerInstruction, type MappedText, sourceOffset } from './dockerfile';
import type { Dockerfile } from './dockerStages';
import { type Excerpt, excerptOf, type Piece, wholeExcerpt } from './excerpt';
import type { Script } from './script';
import { parseShell } from './shell';

const MAX_CHARACTERS = 200_000;

/** One script per RUN, in file order. */
export function runScripts(file: Dockerfile): Script[] {
  const shipping = new Set(file.chain.flatMap((stage) => stage.instructions));
  return file.instructions.flatMap((outer): Script[] => {
    const instruction = outer.trigger ?? outer;
    if (instruction.keyword !== 'RUN') return [];
    const commands = excerptsOf(file, instruction).flatMap((excerpt) => (excerpt.text.length > MAX_CHARACTERS ? [] : parseShell(excerpt)));
    return [
      {
        uri: file.uri,
        kind: 'dockerfile',
        text: file.text,
        commands,
        pipeline: undefined,
        run: { file, instruction, ships: shipping.has(outer) },
      },
    ];
  });
}

function excerptsOf(file: Dockerfile, instruction: DockerInstruction): Excerpt[] {
  const first = instruction.words[0];
  if (!first || instruction.json) return [];
  const bodies = instruction.heredocs.map(({ body }) =>
    wholeExcerpt(file.text.slice(body.start - file.base, body.end - file.base), body.start),
  );
  if (/^(?:(?:ba|da|z|k)?sh(?:\s+-\w+)*\s+)?<</.test(instruction.words.map((w) => w.text).join(' '))) return bodies;
  const from = frontLength(instruction.args, first.place.start);
  return [excerptOf(piecesFrom(instruction.args, from))];
}

/** How many characters of the joined text stand before an offset of the file. */
function frontLength({ parts, text }: MappedText, offset: number): number {
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i]!;
    if (part.at <= offset) return Math.min(part.from + offset - part.at, text.length);
  }
  return 0;
}

function piecesFrom(mapped: MappedText, from: number): Piece[] {
  const { parts, text } = mapped;
  return parts.flatMap((part, i): Piece[] => {
    const end = parts[i + 1]?.from ?? text.length;
    const start = Math.max(part.from, from);
    if (start >= end) return [];
    const at = sourceOffset(mapped, start);
    return [{ text: text.slice(start, end), start: at, end: at + end - start }];
  });
}
