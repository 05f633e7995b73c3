/** Ways out of the panel: files, the clipboard, pictures. */
import { beforeEach, expect, it } from 'vitest';
import { panelNotices } from '../../../src/extension/panel/panelNotices';
import { actions, notices, same, sent, session, startShowing, view } from './sessionKit';

beforeEach(startShowing);

it('saves and copies only what was made', async () => {
  await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
  await session.receive({ type: 'save', view: view(), index: 1, format: 'png' });
  await session.receive({ type: 'copyAs', view: view(), index: 7, format: 'svg' });
  expect(actions.save.mock.calls.map(([made, format]) => [made.item.text, format])).toEqual([['a', 'png']]);
  expect(actions.copyAs).not.toHaveBeenCalled();
  expect(notices()).toEqual(['done']);
});

it('stays silent when the user cancels saving', async () => {
  actions.save.mockResolvedValue(undefined);
  await session.receive({ type: 'save', view: view(), index: 0, format: 'png' });
  expect(notices()).toEqual([]);
});

it('says where the picture lies that the copied Markdown links, and when there is none', async () => {
  const copyMarkdown = { type: 'copyAs', view: view(), index: 0, format: 'markdown' } as const;
  actions.copyAs.mockResolvedValueOnce('docs/code.png');
  await session.receive(copyMarkdown);
  expect(sent.at(-1)).toMatchObject({ type: 'notice', kind: 'done', text: expect.stringContaining('docs/code.png') });
  await session.receive(copyMarkdown);
  expect(sent.at(-1)).toMatchObject({ type: 'notice', text: panelNotices(same).copiedAs.markdown });
});

it('answers a picture that cannot be painted, and says why', async () => {
  actions.png.mockRejectedValue(new Error('worker stopped'));
  await session.receive({ type: 'needPng', view: view(), index: 0, request: 3 });
  expect(sent).toContainEqual({ type: 'png', request: 3 });
  expect(notices()).toEqual(['error']);
});
