/** Which command checks an image, by its name and tag. */
import { expect, it } from 'vitest';
import { healthProbe } from '../../../../src/worker/compliance/data/healthProbes';
import { textValue } from '../../../../src/worker/compliance/model/value';

const probe = (image: string, port?: number) =>
  healthProbe(textValue(image, image, { uri: 'f', start: 0, end: 0 }), port);

it.each([
  ['mongo:4.4', undefined, 'mongo'],
  ['mongo:7.0', undefined, 'mongosh'],
  ['mongo', undefined, 'mongosh'],
  ['nginx:1.28.0', undefined, 'curl'],
  ['nginx:1.28.0-alpine-slim', undefined, 'wget'],
  ['prom/prometheus:v3.8.0', undefined, 'wget'],
  ['prom/prometheus:v3.8.0-distroless', undefined, undefined],
  ['node:22', 3000, 'node'],
  ['node:22', undefined, undefined],
  ['debian:13', 80, 'bash'],
  ['eclipse-temurin:21-alpine', 80, 'nc'],
  ['example/app:1', 80, undefined],
])('%s with port %s is checked by %s', (image, port, command) => {
  expect(probe(image, port)?.[0]).toBe(command);
});

it('fills in the port', () => {
  expect(probe('node:16', 3000)!.join(' ')).toContain("connect(3000, '127.0.0.1'");
});
