/** What a picture under the pointer says, without VS Code. */
import { beforeEach, expect, it, vi } from 'vitest';
import { pictureHover } from '../../../src/extension/features/pictureTexts';

import { decoded } from '../panel/answers';

const { vscode } = vi.hoisted(() => {
  class MarkdownString {
    constructor(public value = '') {}
    appendText(text: string) {
      this.value += text;
      return this;
    }
    appendCodeblock(text: string) {
      this.value += `\n${text}\n`;
      return this;
    }
  }
  class Range {
    readonly at: number[];
    constructor(...at: number[]) {
      this.at = at;
    }
  }
  class Hover {
    constructor(
      readonly contents: MarkdownString[],
      readonly range: Range,
    ) {}
  }
  const vscode = {
    ...{ MarkdownString, Range, Hover },
    l10n: { t: (text: string) => text },
    workspace: { getConfiguration: () => ({ get: (_: string, fallback: unknown) => fallback }) },
  };
  return { vscode };
});
vi.mock('vscode', () => vscode);

const request = vi.fn(async (_: unknown, { pictures }: { pictures: { bytes: Uint8Array }[] }) => ({
  pictures: pictures.map(({ bytes }) => decoded([new TextDecoder().decode(bytes)])),
}));
const data = (text: string) => `data:image/png;base64,${btoa(text)}`;

async function hoverAt(line: number, character: number, languageId: string, ...lines: string[]) {
  const document = {
    languageId,
    uri: 'file:///w/page.md',
    lineCount: lines.length,
    lineAt: (at: number) => ({ text: lines[at]! }),
  };
  const place = { line, character };
  const hover = await pictureHover({ request } as never, document as never, place as never, {} as never);
  const { contents, range } = (hover ?? {}) as { contents?: { value: string }[]; range?: { at: number[] } };
  return contents && { said: contents.slice(0, -1).map(({ value }) => value), range: range?.at };
}

beforeEach(() => {
  request.mockClear();
});

it('decodes a picture that stands in the text once', async () => {
  const unpacked = vi.spyOn(globalThis, 'atob');
  const line = `![x](${data('once')})`;
  for (let i = 0; i < 3; i++)
    expect(await hoverAt(0, 8, 'markdown', line)).toMatchObject({ said: ['QR code:\nonce\n'] });
  expect(unpacked).toHaveBeenCalledOnce();
  expect(request).toHaveBeenCalledOnce();
});

it('is silent about data that is damaged', async () => {
  expect(await hoverAt(0, 8, 'markdown', '![x](data:image/png;base64,a)')).toBeUndefined();
  expect(request).not.toHaveBeenCalled();
});

it('knows a picture that Markdown links by a name, and HTML does not', async () => {
  const lines = ['see ![a code][image1].', '', `[image1]: <${data('by name')}>`];
  expect(await hoverAt(0, 8, 'markdown', ...lines)).toEqual({ said: ['QR code:\nby name\n'], range: [0, 4, 0, 21] });
  expect(await hoverAt(0, 8, 'html', ...lines)).toBeUndefined();
});
