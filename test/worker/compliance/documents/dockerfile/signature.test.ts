/** A download whose signature is checked later is checked; the signature itself is no program. */
import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';

const linesOf = (text: string) =>
  lint(
    { uri: 'file:///w/Dockerfile', text },
    { files: { text: () => null }, locale: 'en', profile: 'recommended', today: '2026-11-24' },
  ).findings.flatMap((f) => (f.rule === 'MLPS-BLD-004' ? f.range.start.line + 1 : []));

const FROM = 'FROM debian:13\nARG ARCH\n';
const ADD = 'ADD https://a.example/tool-$ARCH.tgz /tmp/\nADD https://a.example/tool-$ARCH.tgz.sig /tmp/\n';

it.each([
  ['RUN gpg --import /k && gpg --verify /tmp/tool-$ARCH.tgz.sig /tmp/tool-$ARCH.tgz\n', []],
  ['RUN gpgv --keyring /k /tmp/tool-$ARCH.tgz.sig /tmp/tool-$ARCH.tgz\n', []],
  ['RUN gpg --import /k && tar xf /tmp/tool-$ARCH.tgz\n', [3]],
  ['RUN gpg --verify /tmp/other.tgz.sig /tmp/other.tgz && tar xf /tmp/tool-$ARCH.tgz\n', [3]],
  ['', [3]],
])('%s', (run, lines) => expect(linesOf(FROM + ADD + run)).toEqual(lines));

it('is not checked by what stands before it', () =>
  expect(linesOf(`${FROM}RUN gpg --verify /tmp/tool-$ARCH.tgz.sig /tmp/tool-$ARCH.tgz\n${ADD}`)).toEqual([4]));
