import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/untilEnded.mjs')).href;
const started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started.splice(0)) each.kill('SIGKILL');
});

/** A process that waits, and says how it ended. */
async function waiting(pid: number) {
  const code = `
    import { untilEnded } from ${JSON.stringify(MODULE)};
    const how = untilEnded(${pid});
    console.log('waits');
    console.log(await how);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  started.push(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  await once(child.stdout, 'data');
  return { child, said: () => said, exit: once(child, 'exit') };
}

const sleeping = () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  started.push(child);
  return child;
};

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('waits until %s, and then goes on', async (signal) => {
  const { child, said, exit } = await waiting(process.pid);
  await new Promise((done) => setTimeout(done, 700));
  expect(child.exitCode).toBeNull();
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
  expect(said()).toBe('waits\nsignal\n');
});

test('what has ended by itself is not waited for', async () => {
  const server = sleeping();
  const { said, exit } = await waiting(server.pid!);
  server.kill('SIGKILL');
  expect(await exit).toEqual([0, null]);
  expect(said()).toBe('waits\nended\n');
});
