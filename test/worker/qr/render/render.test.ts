import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../../src/worker/qr/encode';
import { readPng } from '../../../../src/worker/qr/png';
import { outlines } from '../../../../src/worker/qr/render/outline';
import { render } from '../../../../src/worker/qr/render/render';
import { escapeXml } from '../../../../src/worker/qr/render/svg';
import { readTexts } from '../readTexts';

const { symbol } = encode('你好, QR');
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('render', () => {
  it.each(['png', 'jpeg'] as const)('gives a %s that reads as the text, in colour too', async (format) => {
    for (const colours of [{}, { dark: '#123456', light: '#ffeecc' }]) {
      expect(await readTexts(render(symbol, format, { scale: 3, ...colours }))).toEqual(['你好, QR']);
    }
  });

  it('paints exactly the modules', () => {
    const { data, width, height } = readPng(
      render(symbol, 'png', { scale: 2, marginModules: 1, dark: '#102030', light: '#f0e0d0' }),
    );
    expect([width, height]).toEqual([(symbol.size + 2) * 2, (symbol.size + 2) * 2]);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const [row, column] = [Math.floor(y / 2) - 1, Math.floor(x / 2) - 1];
        const inside = row >= 0 && column >= 0 && row < symbol.size && column < symbol.size;
        const dark = inside && symbol.modules[row * symbol.size + column] === 1;
        expect([...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]).toEqual(
          dark ? [16, 32, 48, 255] : [240, 224, 208, 255],
        );
      }
  });

  it('draws an SVG of one dark path with an escaped title', () => {
    const svg = utf8(render(symbol, 'svg', { title: '<a href="x">&\u0000', dark: '#112233' }));
    expect(svg.match(/<path/g)).toHaveLength(2);
    expect(svg).toContain('<title>&#60;a href=&#34;x&#34;&#62;&#38;\ufffd</title>');
    expect(svg).toContain(`viewBox="0 0 ${symbol.size + 8} ${symbol.size + 8}"`);
    expect(svg).not.toContain('NaN');
  });

  it('gives a PDF whose cross-reference table points at its objects', () => {
    const pdf = Buffer.from(render(symbol, 'pdf')).toString('latin1');
    const table = pdf.slice(Number(/startxref\n(\d+)/.exec(pdf)![1]));
    const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    expect(offsets).toHaveLength(9);
    for (const [i, offset] of offsets.entries()) expect(pdf.slice(offset)).toMatch(new RegExp(`^${i + 1} 0 obj\n`));
    const [, length, stream] = /<<\/Length (\d+)\/Filter\/FlateDecode>>stream\n([\s\S]*?)\nendstream/.exec(pdf)!;
    expect(stream).toHaveLength(Number(length));
  });

  it('writes half blocks: light is a block, odd heights end in upper halves', () => {
    const lines = utf8(render(symbol, 'terminal')).trimEnd().split('\n');
    expect(lines).toHaveLength((symbol.size + 8 + 1) / 2);
    expect(new Set(lines.map((line) => line.length))).toEqual(new Set([symbol.size + 8]));
    expect(lines[0]).toMatch(/^█+$/);
    expect(lines.at(-1)).toMatch(/^▀+$/);
    expect(lines[2]!.slice(4, 12)).toBe(' ▄▄▄▄▄ █');
    expect(utf8(render(symbol, 'terminal', { dark: '#ffffff', light: '#000000' }))).toMatch(/^ +\n/);
    expect(() => render(symbol, 'terminal', { marginModules: 3 })).not.toThrow();
  });

  it('wraps the PNG in a data: address, a Markdown image and an HTML element, with nothing left to escape', () => {
    const title = 'a "b" ![x](y) <i>\n& `c`';
    const png = `data:image/png;base64,${Buffer.from(render(symbol, 'png')).toString('base64')}`;
    expect(utf8(render(symbol, 'data-uri'))).toBe(png);
    expect(utf8(render(symbol, 'markdown', { title }))).toBe(
      `![a \\"b\\" \\!\\[x\\]\\(y\\) \\<i\\> \\& \\\`c\\\`](${png})\n`,
    );
    const side = (symbol.size + 8) * 8;
    const alt = 'a &#34;b&#34; ![x](y) &#60;i&#62;\n&#38; `c`';
    expect(utf8(render(symbol, 'html', { title }))).toBe(
      `<img src="${png}" width="${side}" height="${side}" alt="${alt}">\n`,
    );
  });

  it.each([
    { marginModules: -1 },
    { marginModules: 1.5 },
    { marginModules: Number.NaN },
    { scale: 0 },
    { scale: 1000 },
    { dark: 'red' },
    { light: '#fff' },
  ])('refuses %j', (options) => {
    expect(() => render(symbol, 'svg', options)).toThrow('option-invalid');
  });
});

describe('outlines', () => {
  it('encloses exactly the dark modules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.infiniteStream(fc.nat(1)), (size, stream) => {
        const modules = Uint8Array.from({ length: size * size }, () => stream.next().value as number);
        const loops = outlines({ size, modules });
        for (let y = 0; y < size; y++)
          for (let x = 0; x < size; x++) {
            // Count the vertical edges to the left of the module, by direction.
            let winding = 0;
            for (const loop of loops)
              loop.forEach(([toX, toY], i) => {
                const [fromX, fromY] = loop.at(i - 1)!;
                if (toX === fromX && toX <= x && Math.min(fromY, toY) <= y && Math.max(fromY, toY) > y)
                  winding += toY < fromY ? 1 : -1;
              });
            expect(winding).toBe(modules[y * size + x]);
          }
      }),
    );
  });
});

describe('escapeXml', () => {
  it('leaves nothing that ends an element or an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeXml(text)).not.toMatch(/[<>"'\u0000-\u0008]|&(?!#\d+;)/);
      }),
    );
  });
});
