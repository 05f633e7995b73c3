/** What clients are told of the codes of a picture: on the picture, by sort, by its configuration. */
import { expect, it } from 'vitest';
import type { Checked } from '../../../src/worker/compliance/index';
import { checkPicturesMethod, type PictureCodes } from '../../../src/worker/protocol/pictureMethods';
import { pictureService } from '../../../src/worker/service/pictureService';

it('judges the document of each picture, in order, and puts what it finds at its start', async () => {
  let answer: ((params: { pictures: PictureCodes[] }) => Promise<{ files: unknown[] }>) | undefined;
  const connection = {
    onRequest: (method: string, handler: typeof answer) => {
      if (method === checkPicturesMethod.method) answer = handler;
    },
  };
  const asked: [string, string][] = [];
  pictureService({
    connection: connection as never,
    check: async (document) => {
      if ('bytes' in document) asked.push([document.uri, new TextDecoder().decode(document.bytes)]);
      return { findings: [] } as unknown as Checked;
    },
    shown: async (uri) => [
      { message: uri, range: { start: { line: 3, character: 8 }, end: { line: 3, character: 13 } } },
    ],
  });
  const pictures = [
    { uri: 'file:///a.png', codes: 'code 1: token\n' },
    { uri: 'file:///b.png', codes: 'code 1: nothing\n' },
  ];
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  expect(await answer!({ pictures })).toEqual({
    files: pictures.map(({ uri }) => ({ uri, diagnostics: [{ message: uri, range }] })),
  });
  expect(asked).toEqual(pictures.map(({ uri, codes }) => [uri, codes]));
});
