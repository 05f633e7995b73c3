import { expect, it } from 'vitest';
import { isUpkeep } from '../../../../src/worker/compliance/model/upkeep';

it.each([
  ['apk add --no-cache curl', true],
  ['/bin/bash -c apt-get update && apt-get install -y vim', true],
  ['sh -c cd /build && make install', true],
  ['bash -lc chown -R app /data', true],
  ['sh', true],
  ['/bin/bash -l', true],
  ['python manage.py migrate', false],
  ['sh -c /app/start', false],
  ['bash /app/start.sh', false],
  ['id', false],
])('%s: %s', (command, upkeep) => expect(isUpkeep(command)).toBe(upkeep));
