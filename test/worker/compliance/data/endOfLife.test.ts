/** The table of ended images: what a tag means, and what follows it. */
import { describe, expect, it } from 'vitest';
import { endOfLife } from '../../../../src/worker/compliance/data/endOfLife';

const TODAY = '2026-11-23';

describe('endOfLife', () => {
  it.each<[string, string, string, string | undefined]>([
    ['python', '3.9-slim', '2025-10-31', '3.11-slim'],
    ['python', '3.9.17', '2025-10-31', '3.11'],
    ['python', '3.9-slim-buster', '2025-10-31', '3.11-slim'],
    ['python', '2', '2020-01-01', '3.11'],
    ['python', '3.12-slim-buster', '2024-06-30', '3.12-slim'],
    ['node', '16-alpine3.16', '2023-09-11', '22-alpine'],
    ['node', '22-alpine3.16', '2024-05-23', '22-alpine'],
    ['node', '23', '2025-06-01', '24'],
    ['debian', 'buster-20230101-slim', '2024-06-30', 'bookworm-slim'],
    ['debian', '10.13', '2024-06-30', '12'],
    ['ubuntu', '18.04', '2023-05-31', '22.04'],
    ['ubuntu', 'focal', '2025-05-29', 'jammy'],
    ['centos', '7.9.2009', '2024-06-30', undefined],
    ['openjdk', '17-slim', '2022-07-31', undefined],
    ['traefik', 'v2.10', '2026-02-01', 'v3'],
    ['mysql', '5.7.44', '2023-10-31', '8.4'],
    ['ruby', '2.7-slim', '2023-03-31', '3.3-slim'],
    ['elasticsearch', '7.17.9', '2026-01-15', undefined],
    ['python', '3.12.4-slim-buster', '2024-06-30', undefined],
    ['rabbitmq', '3.12', '2024-06-30', undefined],
    ['acme/app', '2.0-bullseye', '2026-08-31', undefined],
  ])('%s:%s ended', (name, tag, end, next) => {
    expect(endOfLife(name, tag, TODAY)).toMatchObject({ end });
    expect(endOfLife(name, tag, TODAY)!.next).toBe(next);
  });

  it.each([
    ['python', '3.13-slim'],
    ['python', '3'],
    ['python', '3.90'],
    ['node', 'lts-alpine'],
    ['debian', 'bookworm-slim'],
    ['openjdk', '27-ea-jdk'],
    ['mysql', '8'],
    ['redis', '6'],
    ['unknown', '1'],
    ['constructor', '1'],
    ['nginx', '1.28.0-alpine'],
    ['golang', '1.25-bookworm'],
  ])('%s:%s has not', (name, tag) => expect(endOfLife(name, tag, TODAY)).toBeUndefined());

  it('goes by the day', () => {
    expect(endOfLife('python', '3.9', '2025-10-30')).toBeUndefined();
    expect(endOfLife('python', '3.8', '2024-12-01')!.next).toBe('3.9');
  });

  it('names a next line that has not ended', () => {
    for (const [name, tag] of [
      ['alpine', '3.16'],
      ['php', '7.4-fpm'],
      ['postgres', '9.6-alpine'],
      ['mongo', '4.4'],
    ] as const) {
      const { next } = endOfLife(name, tag, TODAY)!;
      expect(endOfLife(name, next!, TODAY), next).toBeUndefined();
    }
  });
});
