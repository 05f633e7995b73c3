/**
 * What was judged is young garbage: nothing that outlives a file, such as a hidden class of V8 made
 * for an accessor in an object literal, may hold its facts until the old generation is collected.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { lint } from '../../../src/worker/compliance/lint';

setFlagsFromString('--expose-gc');
const gc: (options?: { type: 'minor' }) => void = runInNewContext('gc');

const oldBytes = () => getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')!.space_used_size;

const UNIT = `[Unit]\nAfter=docker.service\n[Service]\n${'ExecStartPre=-/usr/bin/docker rm -f part\n'.repeat(20)}ExecStart=/usr/bin/docker run --name part nginx:1.27.3\n`;

/** Bytes of a file of 24 lines whose facts and findings take some 200,000. */
const MOST = 30_000;

it('moves hardly anything of a judged file to the old generation', () => {
  const judge = (times: number) => {
    for (let i = 0; i < times; i++)
      lint(
        { uri: 'file:///w/part.service', text: UNIT },
        { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-23' },
      );
  };
  judge(20);
  gc();
  const before = oldBytes();
  judge(200);
  gc({ type: 'minor' });
  gc({ type: 'minor' });
  expect((oldBytes() - before) / 200).toBeLessThan(MOST);
});
