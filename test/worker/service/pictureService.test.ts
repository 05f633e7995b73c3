/** What clients are told of the codes of a picture: on the picture, by sort, by its configuration. */
import { expect, it } from 'vitest';
import { createChecker } from '../../../src/worker/compliance/checker';
import { checkPicturesMethod, type PictureCodes } from '../../../src/worker/protocol/pictureMethods';
import { asDiagnostic } from '../../../src/worker/service/diagnostics';
import { pictureService } from '../../../src/worker/service/pictureService';
import { settingsOf } from '../../../src/worker/service/settings';
import { workspaceTexts } from '../../../src/worker/service/workspaceTexts';
import { lintHere } from './lintHere';

const folders = () => ['file:///w'];

it('judges the document of each picture, in order, and puts what it finds at its start', async () => {
  let answer: ((params: { pictures: PictureCodes[] }) => Promise<{ files: unknown[] }>) | undefined;
  const connection = {
    onRequest: (method: string, handler: typeof answer) => {
      if (method === checkPicturesMethod.method) answer = handler;
    },
  };
  const asked: [string, string][] = [];
  const files = { read: async () => null, readFolder: async () => null };
  const { check } = createChecker({
    workspace: workspaceTexts({ get: () => undefined, all: () => [] }, files, folders),
    settings: settingsOf(undefined, folders),
    locale: 'en',
    today: () => '2026-01-31',
    lint: lintHere(),
  });
  pictureService({
    connection: connection as never,
    check: async (document) => {
      if ('bytes' in document) asked.push([document.uri, new TextDecoder().decode(document.bytes)]);
      return check(document);
    },
    shown: async (_, { findings }) => findings.map((finding) => asDiagnostic(finding, undefined, 'en')),
  });
  const pictures = [
    { uri: 'file:///w/a.png', codes: 'code 1: token\ncode 2: nothing\ncode 3: wifi-password\n' },
    { uri: 'file:///w/b.png', codes: 'code 1: nothing\n' },
  ];
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const secret = (message: string) => expect.objectContaining({ range, message: expect.stringContaining(message) });
  expect(await answer!({ pictures })).toEqual({
    files: [
      { uri: 'file:///w/a.png', diagnostics: [secret('QR code 1'), secret('QR code 3')] },
      { uri: 'file:///w/b.png', diagnostics: [] },
    ],
  });
  expect(asked).toEqual(pictures.map(({ uri, codes }) => [uri, codes]));
});
