/** Every tag that a fix can write is one of the table of tags that exist. */
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/worker/compliance/applyEdits';
import { endOfLife, newestTag } from '../../../../src/worker/compliance/data/endOfLife';
import { knownTags, taggedImages } from '../../../../src/worker/compliance/data/imageTags';
import { lint } from '../../../../src/worker/compliance/lint';
import { findRule } from '../../../../src/worker/compliance/rules/findRule';

const LINES = (
  '1 2 2.1 2.2 2.4 2.7 2.10 3 3.1 3.5 3.6 3.8 3.9 3.10 3.11 3.12 3.16 4 4.0 4.2 4.4 5 5.0 5.5 5.6 5.7 6 6.0 6.2 7 7.0 7.2 7.4 7.17.3 8 8.0 8.1 8.3 ' +
  '9 9.0 9.6 10 10.0 10.3 11 12 12.04 13 14 14.04 15.3 16 16.04 17 18 18.04 18.10 20 20.03 20.04 22.09 23 34 1.13 1.14 1.20 1.24 7.9.2009 8.5 ' +
  'stretch buster bullseye xenial bionic focal stream8 2018.03 latest lts stable edge v1 v2 v2.10'
).split(' ');
const VARIANTS = 'slim alpine3.16 slim-buster fpm-alpine jdk jre-alpine perl lts'.split(' ');
const OTHERS = [
  'acme/app',
  'registry.internal/library/python',
  'elasticsearch',
  'kibana',
  'docker.elastic.co/kibana/kibana',
  'rabbitmq',
  'constructor',
];

const RULES = ['MLPS-IMG-001', 'MLPS-IMG-002', 'MLPS-IMG-008'].map((id) => findRule(id)!);

const TODAY = '2026-11-23';

/** What every fix makes of `FROM image`. */
function written(image: string): string[] {
  const text = `FROM ${image}\n`;
  const context = {
    files: { text: () => null },
    locale: 'en',
    profile: 'mlps3',
    today: TODAY,
    group: false,
    rules: RULES,
  } as const;
  const { findings } = lint({ uri: 'file:///w/Dockerfile', text }, context);
  return findings.flatMap((f) => f.fixes.map((fix) => applyEdits(text, fix.edits).slice('FROM '.length).trimEnd()));
}

describe('tags that fixes write', () => {
  it('are known to exist, for every line and variant', () => {
    const tags = LINES.flatMap((line) => ['', ...VARIANTS].map((variant) => [line, variant].filter(Boolean).join('-')));
    const unknown: string[] = [];
    let count = 0;
    for (const name of [...taggedImages, ...OTHERS]) {
      for (const tag of [
        ...tags.map((t) => endOfLife(name, t, TODAY)?.next),
        ...['', ...VARIANTS].map((v) => newestTag(name, v, TODAY)),
      ]) {
        if (tag === undefined) continue;
        count++;
        if (!knownTags(name).has(tag)) unknown.push(`${name}:${tag}`);
      }
    }
    expect(unknown).toEqual([]);
    expect(count).toBeGreaterThan(500);
  }, 20_000);

  it('come from nowhere else', () => {
    const wrong = taggedImages.flatMap((name) =>
      [name, `${name}:latest`, `${name}:lts-slim`, `${name}:8.0-buster`, `${name}:2`].flatMap((image) =>
        written(image).filter(
          (fixed) => !fixed.startsWith(`${name}:`) || !knownTags(name).has(fixed.slice(name.length + 1)),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    'acme/app:2.0-bullseye',
    'elasticsearch:7.17.3',
    'acme/app',
    'registry.internal/library/python:3.8',
    'python:3.12.4-slim-buster',
  ])('none for %s', (image) => expect(written(image)).toEqual([]));
  it.each([
    ['python:3.8-slim', 'python:3.11-slim'],
    ['node:lts-alpine', 'node:24-alpine'],
    ['nginx', 'nginx:1.28'],
    ['ubuntu:focal', 'ubuntu:jammy'],
  ])('%s becomes %s', (image, fixed) => expect(written(image)).toContain(fixed));
});
