/** What leaves the panel is told as it was written, once it is. */
import { createHash } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import type { Operation } from '../../../src/extension/audit/operations';
import { defaultMakeOptions as look } from '../../../src/extension/panel/makeOptions';
import type { Outgoing, PanelActions, Went } from '../../../src/extension/panel/panelParts';
import { encoded } from '../panel/answers';

vi.mock('vscode', () => ({}));
const { recordedActions } = await import('../../../src/extension/audit/recordedActions');

const bytes = new Uint8Array([1, 2, 3]);
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
const mark = { bytes: 3, sha256: sha256(bytes) };
const plain = { source: { text: 'a' }, item: encoded('a') } as Outgoing;
const secret = { source: { text: 'b' }, item: encoded('b', { secret: true }) } as Outgoing;

function recorded(actions: object) {
  const noted: Operation[] = [];
  const all = recordedActions(actions as PanelActions, { note: (operation) => void noted.push(operation) });
  return { all, noted: () => vi.waitFor(() => (noted.length > 0 ? noted : Promise.reject(new Error('nothing')))) };
}
const saving = async (_made: unknown, _format: unknown, _look: unknown, went?: Went) => {
  went?.(bytes);
  return 'a.png';
};

it('a file has the hash of what was written, but for a secret', async () => {
  for (const [made, content] of [[plain, mark] as const, [secret, { bytes: 3 }] as const]) {
    const { all, noted } = recorded({ save: saving });
    expect(await all.save(made, 'png', look)).toBe('a.png');
    expect(await noted()).toEqual([
      { op: 'export', result: 'ok', target: 'a.png', content, detail: { format: 'png' } },
    ]);
  }
});

it('several files have their size together', async () => {
  const saveAll: PanelActions['saveAll'] = async (made, _format, _look, went) => {
    for (const _ of made) went?.(bytes);
    return 'folder';
  };
  const { all, noted } = recorded({ saveAll });
  await all.saveAll([plain, plain], 'png', look);
  expect(await noted()).toMatchObject([{ target: 'folder', content: { bytes: 6 }, detail: { symbols: 2 } }]);
  expect((await noted())[0]!.content).not.toHaveProperty('sha256');
});

it('what is copied has the hash of what is on the clipboard', async () => {
  const copyAs: PanelActions['copyAs'] = async (_made, _format, _look, went) => {
    went?.('<svg/>');
    return undefined;
  };
  const { all, noted } = recorded({ copyAs });
  await all.copyAs(plain, 'svg', look);
  const content = { bytes: 6, sha256: sha256('<svg/>') };
  expect(await noted()).toEqual([{ op: 'export', result: 'ok', content, detail: { format: 'svg', to: 'clipboard' } }]);
});

it('nothing is told of what was cancelled', async () => {
  const { all, noted } = recorded({ save: async () => undefined, png: async () => bytes });
  await all.save(plain, 'png', look);
  await all.png(plain, look);
  expect((await noted()).map(({ detail }) => detail)).toEqual([{ format: 'png', to: 'clipboard' }]);
});

it('what failed is told by its code, and by how many files went before', async () => {
  const full = Object.assign(new Error('no room for b'), { code: 'NoSpace' });
  const fail = async () => Promise.reject(full);
  const saveAll: PanelActions['saveAll'] = async (_made, _format, _look, went) => {
    went?.(bytes);
    throw full;
  };
  const sheetPlace = async () => ({ name: 'labels.pdf', write: fail });
  const { all, noted } = recorded({
    saveAll,
    sheetPlace,
    copyAs: fail,
    png: fail,
    exportPictures: fail,
    saveContent: fail,
  });
  const failing = [
    () => all.saveAll([plain, secret], 'png', look),
    () => all.copyAs(plain, 'svg', look),
    () => all.png(secret, look),
    () => all.exportPictures('a', 'csv', []),
    () => all.saveContent('a.bin', bytes),
    async () => (await all.sheetPlace('labels', 'pdf'))!.write(bytes),
  ];
  for (const run of failing) await expect(run()).rejects.toBe(full);
  const told = (detail: object) => ({ op: 'export', result: 'failed', detail: { ...detail, code: 'NoSpace' } });
  expect(await noted()).toEqual([
    told({ format: 'png', symbols: 2, files: 1 }),
    told({ format: 'svg', to: 'clipboard' }),
    told({ format: 'png', to: 'clipboard' }),
    told({ format: 'csv', pictures: 0 }),
    told({ format: 'content' }),
    { ...told({ format: 'pdf' }), target: 'labels.pdf' },
  ]);
});

it('a batch is one line when it has ended, and its folder one with what went there', async () => {
  const batchFolder: PanelActions['batchFolder'] = async () => ({
    name: 'out',
    write: async (name) => {
      if (name === 'full') throw new Error('no room');
    },
  });
  const { all, noted } = recorded({ batchFolder, batchEnded() {} });
  const folder = (await all.batchFolder())!;
  await folder.write('a', bytes);
  await folder.write('b', bytes);
  await expect(folder.write('full', bytes)).rejects.toThrow('no room');
  all.batchEnded({ made: 2, failed: 1, cancelled: false, ms: 11_000 });
  // No folder was chosen for the next ones.
  all.batchEnded({ made: 3, failed: 0, cancelled: true, ms: 1 });
  all.batchEnded({ made: 0, failed: 0, cancelled: false, ms: 1, error: new RangeError('x') });
  expect(await noted()).toEqual([
    { op: 'make', result: 'failed', ms: 11_000, detail: { rows: 2, failed: 1 } },
    {
      ...{ op: 'export', target: 'out', result: 'failed', content: { bytes: 6 } },
      detail: { format: 'batch', files: 2, code: 'Error' },
    },
    { op: 'make', result: 'cancelled', ms: 1, detail: { rows: 3, failed: 0 } },
    { op: 'make', result: 'failed', ms: 1, detail: { rows: 0, failed: 0, code: 'RangeError' } },
  ]);
});

it('a batch of which nothing could be written is a failed export, one that went is not', async () => {
  let isFull = true;
  const batchFolder: PanelActions['batchFolder'] = async () => ({
    name: 'out',
    write: async () => {
      if (isFull) throw Object.assign(new Error('no room'), { code: 'NoSpace' });
    },
  });
  const { all, noted } = recorded({ batchFolder, batchEnded() {} });
  const batch = async () => {
    await (await all.batchFolder())!.write('a', bytes).catch(() => {});
    all.batchEnded({ made: 1, failed: 0, cancelled: false, ms: 1 });
  };
  await batch();
  isFull = false;
  await batch();
  expect((await noted()).filter(({ op }) => op === 'export')).toEqual([
    { op: 'export', target: 'out', result: 'failed', detail: { format: 'batch', files: 0, code: 'NoSpace' } },
    { op: 'export', target: 'out', result: 'ok', content: { bytes: 3 }, detail: { format: 'batch', files: 1 } },
  ]);
});
