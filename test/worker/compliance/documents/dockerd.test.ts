/** Options of the Docker daemon: one list, wherever they stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDaemonSettings } from '../../../../src/worker/compliance/documents/daemonJson';
import { dockerdOfCommands, dockerdOfFile, isOpenHost } from '../../../../src/worker/compliance/documents/dockerd';
import { readScript } from '../../../../src/worker/compliance/documents/shell/readScript';
import { wholeExcerpt } from '../../../../src/worker/compliance/documents/text/excerpt';
import type { Edit } from '../../../../src/worker/compliance/model/value';

const uri = 'file:///w/a';
const ofFile = (text: string) => dockerdOfFile(readDaemonSettings(uri, text));
const ofCommands = (text: string) => dockerdOfCommands(readScript('shell', { uri, text }, [wholeExcerpt(text)]));
const named = ({ options }: ReturnType<typeof ofFile>) => options.map(({ name, value }) => `${name}=${value}`);
const apply = (text: string, edits: readonly Edit[] = []) =>
  [...edits].sort((a, b) => b.start - a.start).reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text);

describe('options of the Docker daemon', () => {
  it('are the same in the file and on the command line', () => {
    const file = ofFile('{"hosts": ["fd://", "tcp://h:2376"], "iptables": false, "log-level": "debug", "tls": true}');
    const command = ofCommands('sudo dockerd -H fd:// --host=tcp://h:2376 --iptables=false -l debug --tls x')[0]!;
    expect(named(command)).toEqual(named(file));
  });

  it('are known as far as no variable hides them', () => {
    expect(named(ofCommands('dockerd -D -Hfd:// --icc=$ICC --storage-driver')[0]!)).toEqual([
      'debug=true',
      'hosts=fd://',
      'icc=undefined',
      'storage-driver=undefined',
    ]);
    expect(named(ofCommands('docker daemon --debug=false')[0]!)).toEqual(['debug=false']);
    expect(ofCommands('docker run dockerd')).toEqual([]);
  });

  it.each([
    ['{"a": 1, "iptables": false}', 1, '{"a": 1}'],
    ['{"iptables": false, "a": 1}', 0, '{"a": 1}'],
    ['{\n  "iptables": false\n}', 0, '{}'],
    ['{"hosts": ["fd://", "tcp://h"], "a": 1}', 1, '{"hosts": ["fd://"], "a": 1}'],
    ['{"hosts": ["tcp://h", "fd://"]}', 0, '{"hosts": ["fd://"]}'],
    ['{"a": 1, "hosts": ["tcp://h"]}', 1, '{"a": 1}'],
  ])('go with their comma: %s', (text, at, expected) => {
    expect(apply(text, ofFile(text).options[at]!.remove())).toBe(expected);
  });

  it('are written as JSON wants them', () => {
    const text = '{"icc": true, "log-level": "debug"}';
    const { options } = ofFile(text);
    expect(apply(text, options[0]!.set('false'))).toBe('{"icc": false, "log-level": "debug"}');
    expect(apply(text, options[1]!.set('info'))).toBe('{"icc": true, "log-level": "info"}');
  });

  it('take any text, and places and edits lie inside it', () => {
    const scrap = fc.constantFrom(
      '{',
      '}',
      '"hosts"',
      ': ',
      '[',
      ']',
      ',',
      '"tcp://h"',
      'dockerd ',
      '-H',
      ' ',
      '\n',
      '--',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 4 })), { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        for (const { place, remove } of [ofFile(text), ...ofCommands(text)].flatMap(({ options }) => options))
          for (const { start, end } of [place, ...(remove() ?? [])]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['tcp://0.0.0.0:2375', true],
    ['tcp://10.0.0.5:2376', true],
    ['tcp://[::]:2375', true],
    ['tcp://:2375', false],
    ['tcp://', false],
    ['tcp://127.0.0.1:2375', false],
    ['tcp://localhost:2375', false],
    ['tcp://[::1]:2375', false],
    ['unix:///run/docker.sock', false],
    ['fd://', false],
  ])('%s is of the network: %s', (address, open) => expect(isOpenHost(address)).toBe(open));
});
