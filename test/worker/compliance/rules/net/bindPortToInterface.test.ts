/** What is told of a published port: how it is to be reached depends on what stands behind it. */
import { expect, it } from 'vitest';
import { lint } from '../../../../../src/worker/compliance/lint';

it.each([
  ['nginx:1.29', '8080:80', /of this reverse proxy/],
  ['nginx:1.29', '8404:8404', /behind a reverse proxy/],
  ['acme/app:1', '8080:80', /behind a reverse proxy/],
])('%s at %s', (image, port, message) => {
  const { findings } = lint(
    { uri: 'file:///w/compose.yaml', text: `services:\n  a:\n    image: ${image}\n    ports: ["${port}"]\n` },
    { files: { text: () => null }, locale: 'en', profile: 'mlps3', today: '2026-11-24', group: false },
  );
  expect(findings.find((f) => f.rule === 'MLPS-NET-001')?.message).toMatch(message);
});
