/** The files that a Dockerfile writes out: here-documents of `COPY` and `ADD`. */
import { interpolate } from '../../model/interpolate';
import { UNKNOWN } from '../../model/value';
import type { HeldFile } from '../heldFile';
import { type Excerpt, excerptOf, rewritten } from '../text/excerpt';
import type { Heredoc } from './dockerfile';
import { unquote } from './dockerWords';
import { unindent } from './heredoc';
import { scopeOf } from './scopes';
import type { Dockerfile } from './stages';

/** Each by the path that it has in the image. */
export const copiedFiles = (file: Dockerfile): HeldFile[] =>
  file.stages.flatMap((stage) =>
    stage.instructions.flatMap((outer): HeldFile[] => {
      const { keyword, heredocs, words } = outer.trigger ?? outer;
      const last = words.at(-1);
      if (keyword === 'RUN' || !last || heredocs.length === 0 || heredocs.some(({ word }) => word === last)) return [];
      const target = interpolate(unquote(last.text), scopeOf(file, stage, outer), '\\');
      if (target.includes(UNKNOWN)) return [];
      return heredocs.map((heredoc) => ({
        names: [target.endsWith('/') ? target + heredoc.name : target],
        language: '',
        content: contentOf(file, heredoc),
        isPart: false,
        inImage: true,
      }));
    }),
  );

/** Without what indents a text inside YAML, and without tabs behind `<<-`. */
function contentOf({ text, base, indent }: Dockerfile, { quoted, chomp, body }: Heredoc): Excerpt {
  let at = body.start;
  const lines = text.slice(body.start - base, body.end - base).split(/(?<=\n)/);
  const excerpt = excerptOf(
    lines.map((line) => {
      const bare = unindent(line, indent);
      const written = chomp ? bare.replace(/^\t+/, '') : bare;
      at += line.length;
      return { text: written, start: at - written.length, end: at };
    }),
    (added) => (indent > 0 && added.includes('\n') ? undefined : quoted ? added : added.replace(/[\\$]/g, '\\$&')),
  );
  return quoted ? excerpt : rewritten(excerpt, /\\[\\$"']/g, ([escaped]) => escaped[1]!);
}
