import { describe, expect, it } from 'vitest';
import { ignoreInGit, isGitIgnored } from '../../../../src/worker/compliance/documents/gitignore';

const root = 'file:///w/';
const filesOf = (texts: Record<string, string>) => ({ text: (uri: string) => texts[uri.slice(root.length)] ?? null });

describe('.gitignore', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['.env', {}, false],
    ['.env', { '.gitignore': '.env\n' }, true],
    ['sub/.env', { '.gitignore': '.env\n' }, true],
    ['sub/.env', { '.gitignore': '/.env\n' }, false],
    ['sub/.env', { '.gitignore': '.env\n', 'sub/.gitignore': '!.env\n' }, false],
    ['%E9%85%8D.env', { '.gitignore': '配.env\n' }, true],
  ])('%s', (path, texts, expected) => expect(isGitIgnored(root + path, filesOf(texts))).toBe(expected));

  it.each<[string, Record<string, string>, string, string, boolean]>([
    ['.env', {}, '.gitignore', '/.env\n', true],
    ['sub/.env', {}, 'sub/.gitignore', '/.env\n', true],
    ['sub/.env', { '.gitignore': 'dist\n' }, '.gitignore', '/sub/.env\n', false],
    ['sub/.env', { '.gitignore': 'dist', 'sub/.gitignore': '!.env\r\n' }, 'sub/.gitignore', '/.env\r\n', false],
    ['.env', { '.gitignore': 'dist' }, '.gitignore', '\n/.env\n', false],
    ['a%5B1%5D.env', {}, '.gitignore', '/a\\[1\\].env\n', true],
  ])('a line for %s in %o', (path, texts, target, added, created) => {
    const files = filesOf(texts);
    const fix = ignoreInGit(root + path, files)!;
    expect(fix).toMatchObject({ created, edits: [{ uri: root + target, newText: added }] });
    const text = (texts[target] ?? '') + added;
    expect(isGitIgnored(root + path, filesOf({ ...texts, [target]: text }))).toBe(true);
  });

  it('waits for files that are not loaded', () => {
    const none = { text: () => undefined };
    expect(isGitIgnored(`${root}.env`, none)).toBeUndefined();
    expect(ignoreInGit(`${root}.env`, none)).toBeUndefined();
  });
});
