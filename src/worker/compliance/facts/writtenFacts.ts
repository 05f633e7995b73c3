/** What the files hold that a script writes on the host, as far as their kinds are known. */
import { kindRow } from '../../protocol/fileKinds';
import type { Script } from '../documents/shell/script';
import { writtenFiles } from '../documents/shell/writtenFiles';
import type { FileKind } from '../fileKind';
import type { WorkspaceFiles } from '../files';
import type { Place } from '../model/value';
import type { Facts } from './facts';

/** Longer ones are data. */
const MAX_CHARACTERS = 100_000;

/** @param kindOf the kind of a file that a script may write, by its path and text */
export function writtenFacts(
  scripts: readonly Script[],
  files: WorkspaceFiles,
  kindOf: (path: string, text: string) => Pick<FileKind, 'read' | 'readPart'> | undefined,
): Facts[] {
  return scripts
    .filter((script) => script.run === undefined && script.service === undefined)
    .flatMap(({ uri, commands, kind: holder }, s) =>
      writtenFiles(commands).flatMap(({ path, content, isPart }, i) => {
        // What a text for people shows is an example (fact T10).
        const isExcerpt = kindRow(holder).isDocumentation;
        const kind = content.text.length > MAX_CHARACTERS ? undefined : kindOf(path, content.text);
        if (!kind?.readPart) return [];
        const own = `${uri}#written-${s}-${i}/${path}`;
        const place = ({ start, end }: Place): Place => ({ uri, ...content.place(start, end) });
        const facts = (isPart || isExcerpt ? kind.readPart : kind.read)({ uri: own, text: content.text }, files);
        return [{ ...facts, problems: [], translations: [{ uri: own, place }] }];
      }),
    );
}
