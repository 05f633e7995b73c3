/** The ways out of the panel, each told to the operation log when something went out. */
import type { Draft } from '../../audit/entry';
import { openLink } from '../panel/openLink';
import type { Outgoing, PanelActions, PanelPlatform } from '../panel/panelParts';
import { contentMark } from './contentMark';
import type { Operations } from './operations';

type Notes = Pick<Operations, 'note'>;

export function recordedActions(actions: PanelActions, { note }: Notes): PanelActions {
  /** @param made what went out; nothing of a secret is hashed */
  const out = async (made: readonly Outgoing[], draft: Omit<Draft, 'op' | 'result' | 'content'>): Promise<void> => {
    const isSecret = made.some(({ item }) => item.secret);
    // Parts of a set all have the whole text or their own: the first of each source counts.
    const content = made.map(({ item }) => item.text).join('\n');
    note({
      ...{ op: 'export', result: 'ok', ...draft },
      ...(made.length > 0 && { content: await contentMark(content, isSecret) }),
      detail: { ...draft.detail, ...(made.length > 1 && { symbols: made.length }) },
    });
  };
  /** Undefined: the user cancelled. */
  const saved = async (
    target: string | undefined,
    made: readonly Outgoing[],
    format: string,
  ): Promise<string | undefined> => {
    if (target !== undefined) void out(made, { target, detail: { format } });
    return target;
  };
  return {
    ...actions,
    save: async (made, format, options) => saved(await actions.save(made, format, options), [made], format),
    saveAll: async (made, format, options) => saved(await actions.saveAll(made, format, options), made, format),
    saveSheet: async (made, format, options) => saved(await actions.saveSheet(made, format, options), made, format),
    insertImage: async (made, options) => saved(await actions.insertImage(made, options), [made], 'png'),
    async copyAs(made, format, options) {
      const file = await actions.copyAs(made, format, options);
      void out([made], { ...(file !== undefined && { target: file }), detail: { format, to: 'clipboard' } });
      return file;
    },
    async png(made, options) {
      const bytes = await actions.png(made, options);
      void out([made], { detail: { format: 'png', to: 'clipboard' } });
      return bytes;
    },
    async exportPictures(name, format, pictures) {
      const file = await actions.exportPictures(name, format, pictures);
      if (file !== undefined) void out([], { target: file, detail: { format, pictures: pictures.length } });
      return file;
    },
    async saveContent(name, bytes) {
      const file = await actions.saveContent(name, bytes);
      if (file !== undefined) void out([], { target: file, detail: { format: 'content', bytes: bytes.length } });
      return file;
    },
    async batchFolder() {
      const folder = await actions.batchFolder();
      if (folder) void out([], { target: folder.name, detail: { format: 'batch' } });
      return folder;
    },
    async sheetPlace(title, format) {
      const place = await actions.sheetPlace(title, format);
      return (
        place && {
          ...place,
          async write(bytes) {
            await place.write(bytes);
            void out([], { target: place.name, detail: { format } });
          },
        }
      );
    },
  };
}

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
