/** What the settings say of reading is what the reader takes; VS Code is played. */
import { expect, it, vi } from 'vitest';
import { decodeSettings } from '../../src/extension/decodePictures';
import { wrongOption } from '../../src/worker/qr/decode/wrongOption';

const said = vi.hoisted(() => new Map<string, unknown>());
vi.mock('vscode', () => ({
  workspace: {
    getConfiguration: () => ({ get: (key: string, otherwise: unknown) => said.get(key) ?? otherwise }),
  },
}));

it('takes every number of megapixels that can be set, to one place', () => {
  for (let tenths = 10; tenths <= 4000; tenths++) {
    said.set('maxMegapixels', tenths / 10);
    const settings = decodeSettings();
    expect(settings.maxPixels).toBe(tenths * 100_000);
    expect(wrongOption(settings)).toBeUndefined();
  }
});
