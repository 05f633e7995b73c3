import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureCodes } from '../../../src/worker/compliance/documents/pictureCodes';
import { kindOf } from '../../../src/worker/compliance/kindOf';
import type { DecodedPicture } from '../../../src/worker/protocol/picture';
import { codesDocument, codesOf, isCodesDocument } from '../../../src/worker/protocol/pictureCodes';
import { secretKinds } from '../../../src/worker/protocol/secretKind';
import { secrecyOf } from '../../../src/worker/qr/secret';
import { decoded } from '../../extension/panel/answers';

const read = (...texts: string[]): DecodedPicture => {
  const picture = decoded(texts);
  return { ...picture, symbols: picture.symbols.map((symbol) => ({ ...symbol, ...secrecyOf(symbol.text) })) };
};

describe('the document of a picture', () => {
  it('names the sorts of secrets, and nothing of the texts', () => {
    const text = codesDocument(codesOf(read('hello', 'WIFI:T:WPA;S:s;P:hunter22;;', 'https://a:hunter22@b.example/')));
    expect(text).toBe('code 1: nothing\ncode 2: wifi-password\ncode 3: credential\n');
  });

  it('marks every part of a secret set', () => {
    const picture = read('pass', 'word=x', 'alone');
    picture.symbols.slice(0, 2).forEach((symbol, index) => {
      symbol.part = { index, count: 2, parity: 9 };
    });
    picture.sets = [{ count: 2, parity: 9, missing: [], text: 'password=x', ...secrecyOf('password=x') }];
    expect(codesOf(picture)).toEqual(['password', 'password', undefined]);
  });

  it('is read back as it was written, whatever it holds', () => {
    const codes = fc.array(fc.option(fc.constantFrom(...secretKinds), { nil: undefined }));
    fc.assert(
      fc.property(codes, (each) => {
        const text = codesDocument(each);
        expect(isCodesDocument(text)).toBe(true);
        const found = readPictureCodes('file:///p.png', text);
        expect(found.map(({ number, secret }) => [number, secret])).toEqual(
          each.flatMap((secret, i) => (secret ? [[i + 1, secret]] : [])),
        );
        for (const { secret, place } of found) expect(text.slice(place.start, place.end)).toBe(secret);
      }),
    );
  });

  it.each(['.env.png', 'Dockerfile.png', 'cron.d/a.GIF', 'sites-enabled/a.webp'])(
    'is that of a picture named %s',
    (name) => {
      expect(kindOf(`/w/${name}`, codesDocument(['wifi-password']))).toBe('picture');
      expect(kindOf(`/w/${name}`)).toBeUndefined();
    },
  );

  it('takes no other text for one', () => {
    const document = fc.constantFrom('', codesDocument([]), codesDocument([undefined, 'token']));
    const others = fc.tuple(fc.string(), document, fc.string()).map((parts) => parts.join(''));
    fc.assert(
      fc.property(others, (text) => {
        fc.pre(text !== 'no code\n' && !text.startsWith('code 1: '));
        expect(isCodesDocument(text)).toBe(false);
        expect(kindOf('/w/p.png', text)).toBeUndefined();
      }),
    );
    expect(kindOf('/w/p.png', '\x89PNG\r\n')).toBeUndefined();
    expect(kindOf('/w/p.png')).toBeUndefined();
    expect(kindOf('/w/p.txt', codesDocument([]))).toBeUndefined();
    expect(kindOf('/w/p.png', codesDocument([]))).toBe('picture');
    expect(kindOf('/w/.env.txt', codesDocument([]))).toBe('env');
    expect(readPictureCodes('p', 'code 1: toaster\ncode 2\n: token\n')).toEqual([]);
  });
});
