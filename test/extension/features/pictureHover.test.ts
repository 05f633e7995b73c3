/** What a picture under the pointer says, without VS Code. */
import { beforeEach, expect, it, vi } from 'vitest';
import { pictureHover } from '../../../src/extension/features/pictureTexts';
import { visible } from '../../../src/worker/text/visible';
import { HOSTILE } from '../../panel/hostileTexts';
import { decoded } from '../panel/answers';

const { vscode } = vi.hoisted(() => {
  /** Writes what VS Code's own class writes. */
  class MarkdownString {
    isTrusted?: unknown;
    supportHtml?: unknown;
    supportThemeIcons?: unknown;
    constructor(public value = '') {}
    appendText(text: string) {
      const escaped = text.replace(/[\\`*_{}[\]()#+\-!~>]/g, '\\$&');
      this.value += escaped.replace(/[ \t]/g, '&nbsp;').replace(/\n/g, '\n\n');
      return this;
    }
    appendMarkdown(text: string) {
      this.value += text;
      return this;
    }
    appendCodeblock(text: string, language = '') {
      const longest = Math.max(2, ...(text.match(/^`+/gm) ?? []).map(({ length }) => length));
      const fence = '`'.repeat(longest < 3 ? 3 : longest + 1);
      this.value += `\n${fence}${language}\n${text}\n${fence}\n`;
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

const request = vi.fn(
  async (
    _: unknown,
    { pictures }: { pictures: { bytes: Uint8Array }[] },
    _cancel?: { isCancellationRequested: boolean },
  ) => ({ pictures: pictures.map(({ bytes }) => decoded([new TextDecoder().decode(bytes)])) }),
);
const data = (text: string) => `data:image/png;base64,${btoa(text)}`;

type Part = Record<'isTrusted' | 'supportHtml' | 'supportThemeIcons', unknown> & { value: string };
/** One code's text as it stands in the hover. */
const block = (text: string) => `QR&nbsp;code:\n\`\`\`plaintext\n${text}\n\`\`\`\n`;

async function hoverAt(line: number, character: number, languageId: string, ...lines: string[]) {
  return hoverUntil({ isCancellationRequested: false }, line, character, languageId, ...lines);
}

async function hoverUntil(
  cancel: { isCancellationRequested: boolean },
  line: number,
  character: number,
  languageId: string,
  ...lines: string[]
) {
  const document = {
    languageId,
    uri: 'file:///w/page.md',
    lineCount: lines.length,
    lineAt: (at: number) => ({ text: lines[at]! }),
  };
  const place = { line, character };
  const hover = await pictureHover({ request } as never, document as never, place as never, cancel as never);
  const { contents, range } = (hover ?? {}) as { contents?: Part[]; range?: { at: number[] } };
  if (!contents) return undefined;
  const parts = contents.slice(0, -1);
  return { parts, link: contents.at(-1)!, said: parts.map(({ value }) => value), range: range?.at };
}

beforeEach(() => {
  request.mockClear();
});

it('decodes a picture that stands in the text once', async () => {
  const unpacked = vi.spyOn(globalThis, 'atob');
  const line = `![x](${data('once')})`;
  for (let i = 0; i < 3; i++) expect(await hoverAt(0, 8, 'markdown', line)).toMatchObject({ said: [block('once')] });
  expect(unpacked).toHaveBeenCalledOnce();
  expect(request).toHaveBeenCalledOnce();
});

it('answers a pointer that moved a little while the picture is read', async () => {
  let go = () => {};
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  request.mockImplementationOnce(async (...[, { pictures }, cancel]) => {
    await gone;
    if (cancel?.isCancellationRequested) throw Object.assign(new Error('Canceled'), { name: 'Canceled' });
    return { pictures: pictures.map(({ bytes }) => decoded([new TextDecoder().decode(bytes)])) };
  });
  const line = `![x](${data('moved')})`;
  const moved = { isCancellationRequested: false };
  const first = hoverUntil(moved, 0, 8, 'html', line);
  // Its reading has begun.
  await vi.waitFor(() => expect(request).toHaveBeenCalledOnce());
  moved.isCancellationRequested = true;
  const second = hoverAt(0, 9, 'html', line);
  go();
  await first.catch(() => {});
  expect(await second).toMatchObject({ said: [block('moved')] });
});

it('is silent about data that is damaged', async () => {
  expect(await hoverAt(0, 8, 'markdown', '![x](data:image/png;base64,a)')).toBeUndefined();
  expect(request).not.toHaveBeenCalled();
});

it('knows a picture that Markdown links by a name, and HTML does not', async () => {
  const lines = ['see ![a code][image1].', '', `[image1]: <${data('by name')}>`];
  expect(await hoverAt(0, 8, 'markdown', ...lines)).toMatchObject({
    said: [block('by name')],
    range: [0, 4, 0, 21],
  });
  expect(await hoverAt(0, 8, 'html', ...lines)).toBeUndefined();
});

it.each(HOSTILE.map((text, i) => [i, visible(text).slice(0, 30), text] as const))(
  'holds text %i (%s) as one line of code, and nothing that acts',
  async (i, _, text) => {
    request.mockResolvedValueOnce({ pictures: [decoded([text])] });
    const { parts, link } = (await hoverAt(0, 8, 'markdown', `![x](${data(`hostile ${i}`)})`))!;
    const [part, ...others] = parts;
    expect(others).toEqual([]);
    expect(part).toMatchObject({ isTrusted: undefined, supportHtml: undefined, supportThemeIcons: undefined });
    const [title, open, line, close, end, ...more] = part!.value.split(/\r\n?|[\n\u2028\u2029]/);
    expect([title, end, more]).toEqual(['QR&nbsp;code:', '', []]);
    // Nothing in the line ends the code before its own end.
    expect(open).toBe(`${close}plaintext`);
    expect(close).toMatch(/^`{3,}$/);
    expect(/^ *`*/.exec(line!)![0].trim().length).toBeLessThan(close!.length);
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    // Two thousand characters, and all of them may be written as `\u{…}`.
    expect(line!.length).toBeLessThanOrEqual(2001 * '\\u{ffff}'.length);
    for (const word of text.slice(0, 2000).match(/\w{4,}/g) ?? []) expect(line).toContain(word);
    expect(link.isTrusted).toEqual({ enabledCommands: ['qrCodeMaster.readPictureAt'] });
    expect(link.value).toMatch(/^\[Show in Panel\]\(command:qrCodeMaster\.readPictureAt\?[\w%.-]+\)$/);
  },
);
