/** What stands in a document of other files, as the kinds of those files read it. */
import type { HeldFile } from '../documents/heldFile';
import type { FileKind } from '../fileKind';
import type { WorkspaceFiles } from '../files';
import type { Place } from '../model/value';
import type { Facts } from './facts';
import { heldAddress } from './heldAddress';

/** Longer ones are data. */
const MAX_CHARACTERS = 100_000;

/**
 * @param kindOf the kind by name and text, or without a name by the language
 * @param isShown the document tells people what such a file holds
 */
export function heldFacts(
  { uri, text }: { uri: string; text: string },
  held: readonly HeldFile[],
  files: WorkspaceFiles,
  kindOf: (name: string, language: string, file: HeldFile) => Pick<FileKind, 'read' | 'readPart'> | undefined,
  isShown: boolean,
): Facts[] {
  return held.flatMap((file, i) => {
    const { names, language, content, isPart } = file;
    if (content.text.length > MAX_CHARACTERS) return [];
    let name = '';
    let kind: Pick<FileKind, 'read' | 'readPart'> | undefined;
    for (name of [...names, '']) {
      kind = kindOf(name, name === '' ? language : '', file);
      if (kind?.readPart) break;
    }
    if (!kind?.readPart) return [];
    const own = heldAddress(uri, i, name === '' ? language : name);
    const place = ({ start, end }: Place): Place => ({ uri, ...content.place(start, end) });
    const document = { uri: own, text: content.text };
    // Files within the file are left out: one would stand in a text that stands in a text.
    const { held: _, ...facts } =
      isPart || isShown ? kind.readPart(document, files, isShown) : kind.read(document, files);
    return [
      {
        ...facts,
        problems: [],
        translations: [
          {
            uri: own,
            place,
            edit({ start, end, newText }) {
              const written = content.write(newText);
              const at = content.place(start, end);
              const removed = content.text.slice(start, end);
              if (written === undefined || text.slice(at.start, at.end) !== removed) return undefined;
              if (!removed.includes('\n') || content.write('\n') === '\n') return { uri, ...at, newText: written };
              // What stands in front of each line goes with the line, and not with a part of it.
              const from = text.lastIndexOf('\n', at.start - 1) + 1;
              const isLine = newText === '' && (start === 0 || content.text[start - 1] === '\n');
              return isLine ? { uri, start: from, end: at.end, newText } : undefined;
            },
          },
          // A file in the file: its places are of the held one, which are of the document.
          ...(facts.translations ?? []).map((inner) => ({
            uri: inner.uri,
            place: (p: Place) => place(inner.place(p)),
          })),
        ],
      },
    ];
  });
}
