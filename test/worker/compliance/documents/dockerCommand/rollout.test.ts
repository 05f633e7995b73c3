import { expect, it } from 'vitest';
import { isRollout } from '../../../../../src/worker/compliance/documents/dockerCommand/rollout';
import { parseShell } from '../../../../../src/worker/compliance/documents/shell/shell';

const last = (text: string) => {
  const commands = parseShell(text);
  const run = commands.findLast((c) => c.words.some((w) => w.known === 'run'))!;
  return isRollout(commands, run);
};

it.each([
  ['docker stop app && docker rm app\ndocker run -d --name app acme/app:1', true],
  ['docker rm -f app || true\nsudo docker run -d --name app acme/app:1', true],
  ['docker container rm -f app\ndocker run -d --name app acme/app:1', true],
  ['ssh root@host docker run -d acme/app:1', true],
  ['ssh root@host "docker run -d acme/app:1"', true],
  ['docker run -d --name app acme/app:1\ncurl localhost\ndocker rm -f app', false],
  ['docker pull acme/app:1\ndocker run -d acme/app:1', false],
])('%s: %s', (text, rollout) => expect(last(text)).toBe(rollout));
