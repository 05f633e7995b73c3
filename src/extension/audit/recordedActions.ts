/** The ways out of the panel, each told to the operation log when something went out. */
import type { Draft } from '../../audit/entry';
import { openLink } from '../panel/openLink';
import type { Outgoing, PanelActions, PanelPlatform, Went } from '../panel/panelParts';
import { contentMark } from './contentMark';
import { endedBy } from './endedBy';
import { failureTold } from './failureTold';
import type { Operation, Operations } from './operations';

type Notes = Pick<Operations, 'note'>;
type Out = Pick<Draft, 'target' | 'detail'>;

export function recordedActions(actions: PanelActions, { note }: Notes): PanelActions {
  /** Where the files of a batch go, and what went there. */
  let lastFolder: { name: string; files: number; bytes: number; failure?: Operation['detail'] } | undefined;
  /** @param secret nothing that was made of a secret is hashed; several files have only their size */
  const out = async (contents: readonly (Uint8Array | string)[], secret: boolean, draft: Out): Promise<void> => {
    const marks = await Promise.all(contents.map((content) => contentMark(content, secret || contents.length > 1)));
    const [first, ...others] = marks;
    const content = first && others.length > 0 ? { bytes: marks.reduce((sum, { bytes }) => sum + bytes, 0) } : first;
    note({ op: 'export', result: 'ok', ...draft, ...(content && { content }) });
  };
  const tried = <T>(draft: () => Out, go: () => Promise<T>): Promise<T> =>
    failureTold({ note }, () => ({ op: 'export', ...draft() }), go);
  /** Told once it is out, or has failed; undefined: the user cancelled. */
  const going = async (
    made: readonly Outgoing[],
    format: string,
    go: (went: Went) => Promise<string | undefined>,
  ): Promise<string | undefined> => {
    const contents: (Uint8Array | string)[] = [];
    const isMany = made.length > 1;
    const detail = { format, ...(isMany && { symbols: made.length }) };
    const target = await tried(
      () => ({ detail: { ...detail, ...(isMany && { files: contents.length }) } }),
      () => go((content) => void contents.push(content)),
    );
    if (target !== undefined) void out(contents, isSecret(made), { target, detail });
    return target;
  };
  return {
    ...actions,
    save: (made, format, options) => going([made], format, (went) => actions.save(made, format, options, went)),
    saveAll: (made, format, options) => going(made, format, (went) => actions.saveAll(made, format, options, went)),
    saveSheet: (made, format, options) => going(made, format, (went) => actions.saveSheet(made, format, options, went)),
    insertImage: (made, options) => going([made], 'png', (went) => actions.insertImage(made, options, went)),
    async copyAs(made, format, options) {
      const contents: (Uint8Array | string)[] = [];
      const detail = { format, to: 'clipboard' };
      const file = await tried(
        () => ({ detail }),
        () => actions.copyAs(made, format, options, (content) => void contents.push(content)),
      );
      void out(contents, isSecret([made]), { ...(file !== undefined && { target: file }), detail });
      return file;
    },
    async png(made, options) {
      const detail = { format: 'png', to: 'clipboard' };
      const bytes = await tried(
        () => ({ detail }),
        () => actions.png(made, options),
      );
      void out([bytes], isSecret([made]), { detail });
      return bytes;
    },
    async exportPictures(name, format, pictures) {
      const contents: (Uint8Array | string)[] = [];
      const detail = { format, pictures: pictures.length };
      const file = await tried(
        () => ({ detail }),
        () => actions.exportPictures(name, format, pictures, (content) => void contents.push(content)),
      );
      const secret = pictures.some(({ picture }) => picture.symbols.some((symbol) => symbol.secret));
      if (file !== undefined) void out(contents, secret, { target: file, detail });
      return file;
    },
    async saveContent(name, bytes) {
      const detail = { format: 'content' };
      const file = await tried(
        () => ({ detail }),
        () => actions.saveContent(name, bytes),
      );
      // Whether it is a secret is not known here.
      if (file !== undefined) void out([bytes], true, { target: file, detail });
      return file;
    },
    batchEnded({ made, failed, cancelled, ms, error }) {
      const ended =
        error === undefined ? { result: failed > 0 ? ('failed' as const) : ('ok' as const) } : endedBy(error);
      const { result, detail } = cancelled ? { result: 'cancelled' as const, detail: {} } : { detail: {}, ...ended };
      note({ op: 'make', result, ms, detail: { rows: made, failed, ...detail } });
      const { name: target, files = 0, bytes = 0, failure } = lastFolder ?? {};
      lastFolder = undefined;
      if (files > 0 || failure)
        note({
          ...{ op: 'export', target, result: failure ? 'failed' : 'ok' },
          ...(files > 0 && { content: { bytes } }),
          detail: { format: 'batch', files, ...failure },
        });
    },
    async batchFolder() {
      const folder = await actions.batchFolder();
      if (!folder) return undefined;
      const filled: typeof lastFolder = { name: folder.name, files: 0, bytes: 0 };
      lastFolder = filled;
      return {
        ...folder,
        async write(name, bytes) {
          try {
            await folder.write(name, bytes);
          } catch (error) {
            filled.failure ??= endedBy(error).detail;
            throw error;
          }
          filled.files++;
          filled.bytes += bytes.length;
        },
      };
    },
    async sheetPlace(title, format) {
      const place = await actions.sheetPlace(title, format);
      return (
        place && {
          ...place,
          async write(bytes) {
            const draft = { target: place.name, detail: { format } };
            await tried(
              () => draft,
              () => place.write(bytes),
            );
            // Nor of the labels of a sheet.
            void out([bytes], true, draft);
          },
        }
      );
    },
  };
}

const isSecret = (made: readonly Outgoing[]): boolean => made.some(({ item }) => item.secret);

/** The address itself stays out of the log: links carry tokens; of a secret one, its hash, too. */
export const recordedLink =
  ({ note }: Notes): PanelPlatform['openLink'] =>
  async (text, judged, secret) => {
    const isOpened = await openLink(text, judged);
    note({
      op: 'openLink',
      result: isOpened ? 'ok' : 'cancelled',
      content: await contentMark(text, secret),
      detail: { warnings: judged?.warnings.length ?? 0 },
    });
    return isOpened;
  };
