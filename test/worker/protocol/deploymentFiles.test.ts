/** The one list of deployment files: every reader of it agrees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../src/worker/compliance/kindOf';
import {
  concernsDeployment,
  patternsOf,
  searchedGlob,
  watchedGlob,
  withoutBraces,
} from '../../../src/worker/protocol/deploymentFiles';
import { kindRow, kinds } from '../../../src/worker/protocol/fileKinds';

const example = (glob: string) => `/w/${glob.replaceAll('**/', 'a/').replaceAll('*', 'x')}`;

/** As editors read a glob: every letter for itself. */
const matches = (glob: string, path: string): boolean => {
  const parts: Record<string, string> = { '**/': '(?:.*/)?', '*': '[^/]*', '.': '\\.', '{': '(?:', '}': ')', ',': '|' };
  return new RegExp(`^${glob.replace(/\*\*\/|[*.{},]/g, (part) => parts[part]!)}$`).test(path);
};

describe('deployment files', () => {
  it.each(kinds)('%s: what the globs find is of that kind', (kind) => {
    const { globs, languages } = kindRow(kind);
    for (const glob of globs.flatMap(withoutBraces)) expect([glob, kindOf(example(glob))]).toEqual([glob, kind]);
    for (const language of languages ?? []) expect(kindOf('untitled:Untitled-1', undefined, language)).toBe(kind);
  });

  it('is searched for and watched with globs whose braces do not nest', () => {
    for (const glob of [searchedGlob(), watchedGlob()]) expect(glob).toMatch(/^\*\*\/\{[^{}]*\}$/);
    const plain = (glob: string) => glob.replace(/\[([a-z])[A-Z]\]/g, '$1').split(/[{,}]/);
    expect(plain(searchedGlob())).toContain('docker-compose.*.yaml');
    expect(plain(watchedGlob())).toEqual(
      expect.arrayContaining(['.env', '.dockerignore', '.qrcodemaster.yaml', '*.yml']),
    );
  });

  it.each([
    ['dockerfile', 'dockerfile'],
    ['DOCKERFILE', 'dockerfile'],
    ['dockerfile.dev', 'dockerfile'],
    ['Docker-Compose.yml', 'compose'],
    ['COMPOSE.YAML', 'compose'],
    ['install.SH', 'shell'],
    ['MAKEFILE', 'makefile'],
    ['jenkinsfile', 'jenkins'],
    ['README.MD', 'markdown'],
    ['CRONTAB', 'crontab'],
    ['.Env', 'env'],
  ] as const)('finds %s as it knows it', (name, kind) => {
    expect(kindOf(`/w/a/${name}`)).toBe(kind);
    expect(patternsOf(kindRow(kind).globs).some((glob) => matches(glob, `/w/a/${name}`))).toBe(true);
    expect(matches(searchedGlob(), `/w/a/${name}`)).toBe(true);
  });

  it('wakes the extension for each of the languages', () => {
    const { activationEvents } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
    for (const language of kinds.flatMap((kind) => kindRow(kind).languages ?? []))
      expect(activationEvents).toContain(`onLanguage:${language}`);
    // What VS Code takes files of the other kinds for: sshd_config and crontab,
    // sshd_config.d/*.conf, daemon.json, templates.
    for (const language of ['plaintext', 'properties', 'json', 'html'])
      expect(activationEvents).toContain(`onLanguage:${language}`);
  });

  it('passes over READMEs and scripts that never speak of containers', () => {
    expect(concernsDeployment('markdown', '# A library\n\n```sh\nnpm i\n```\n')).toBe(false);
    expect(concernsDeployment('markdown', '```yaml\nservices:\n  web:\n    image: nginx\n```\n')).toBe(true);
    expect(concernsDeployment('markdown', '```Dockerfile\nFROM nginx\n```\n')).toBe(true);
    expect(concernsDeployment('shell', 'docker run nginx\n')).toBe(true);
    expect(concernsDeployment('shell', 'ufw deny 8080\n')).toBe(true);
    expect(concernsDeployment('makefile', 'up:\n\t$(DOCKER) compose up\n')).toBe(true);
    expect(concernsDeployment('dockerfile', '')).toBe(true);
    expect(concernsDeployment('jenkins', "environment { DB_PASSWORD = 'k3Jr92LmQx81' }")).toBe(true);
    expect(concernsDeployment('jinja', '<p>ufw deny</p><a href="/x">')).toBe(false);
    expect(concernsDeployment('jinja', '<p>{{ result }}</p>')).toBe(true);
    expect(concernsDeployment('jinja', '<script src=//cdn.example.org/a.js>')).toBe(true);
  });
});
