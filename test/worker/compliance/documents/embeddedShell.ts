/** Commands of shells that stand in other files. */
import { runContainers } from '../../../../src/worker/compliance/documents/dockerCommand/dockerRun';
import { fileKindOf } from '../../../../src/worker/compliance/kinds/index';
import type { Edit } from '../../../../src/worker/compliance/model/value';
import type { Kind } from '../../../../src/worker/protocol/fileKinds';

export const commands = (kind: Kind, text: string, uri = 'u') =>
  fileKindOf[kind].read({ uri, text }, { text: () => null }).script![0]!.commands;
export const words = (kind: Kind, text: string, uri?: string) =>
  commands(kind, text, uri).map((c) => c.words.map((w) => w.resolved));
export const runs = (kind: Kind, text: string, uri?: string) => runContainers(commands(kind, text, uri), 'u', text);
export const edited = (text: string, edits: Edit[] | undefined) =>
  edits &&
  [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text);

/** The image of the only run line, as it stands in the document. */
export function imageText(kind: Kind, text: string, uri?: string): string {
  const [run] = runs(kind, text, uri);
  return text.slice(run!.container.image!.place.start, run!.container.image!.place.end);
}
