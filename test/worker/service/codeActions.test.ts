/** The light bulb, out of the linter's real findings. */
import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { lint } from '../../../src/worker/compliance/lint';
import type { Finding, Hardening, Position, Profile, TextEdit } from '../../../src/worker/protocol/finding';
import { type ActionRequest, codeActions, FIX_ALL } from '../../../src/worker/service/codeActions';
import { asDiagnostic } from '../../../src/worker/service/diagnostics';

const uri = 'file:///w/compose.yaml';
type Files = Record<string, string>;
/** The workspace holds what `files` names, and nothing else. */
const context = (profile: Profile, files: Files) =>
  ({ files: { text: (at: string) => files[at] ?? null }, locale: 'en', profile, today: '2026-11-23' }) as const;
const judge = (text: string, profile: Profile, name = uri, files: Files = {}): Finding[] =>
  lint({ uri: name, text }, context(profile, files)).findings;
const lacking = (text: string, profile: Profile, name = uri, files: Files = {}): Hardening[] =>
  lint({ uri: name, text }, { ...context(profile, files), hardening: true }).hardening!();
const anywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

interface Options {
  profile?: Profile;
  canCreate?: boolean;
  only?: string[];
  name?: string;
  files?: Files;
  config?: ActionRequest['config'];
  placeCommand?: string;
  noteCommand?: string;
}

function actionsOf(
  text: string,
  {
    profile = 'recommended',
    canCreate = true,
    only,
    name = uri,
    files,
    config,
    placeCommand,
    noteCommand,
  }: Options = {},
) {
  const hardening = profile === 'mlps3' ? [] : lacking(text, profile, name, files);
  return codeActions({
    ...{ uri: name, version: 1, text, range: anywhere, only, locale: 'en', canCreate, hardening },
    findings: judge(text, profile, name, files),
    asDiagnostic: (finding) => asDiagnostic(finding, undefined, 'en'),
    ...{ profile, config, placeCommand, noteCommand, today: '2026-11-23', baseline: undefined, saveCommand: undefined },
  });
}

const service = `services:
  # the front
  web: # keep
    image: "nginx:1.27.3"   # pinned
    restart: unless-stopped
`;

it('a client that keeps a log is told what was done, and runs the command of the action itself', () => {
  const options = { config: { uri: 'file:///w/.qrcodemaster.yaml', text: '', path: 'compose.yaml' } };
  const plain = actionsOf('services:\n  web:\n    image: nginx\n    privileged: true\n', options);
  const noted = actionsOf('services:\n  web:\n    image: nginx\n    privileged: true\n', {
    ...options,
    placeCommand: 'place',
    noteCommand: 'note',
  });
  expect(plain.filter(({ command }) => command)).toEqual([]);
  expect(noted.map(({ command }) => command?.command)).toEqual(plain.map(() => 'note'));
  const notes = noted.map(({ command }) => command!.arguments as [{ op: string; uri: string }, ...unknown[]]);
  expect(new Set(notes.map(([{ op }]) => op))).toEqual(new Set(['fix', 'suppression', 'waiver']));
  for (const [{ op, uri: changed }, ...after] of notes) {
    expect(changed).toBe(op === 'waiver' ? options.config.uri : uri);
    expect(after[0]).toBe(op === 'fix' ? undefined : 'place');
  }
});

describe('code actions', () => {
  it('hardens a service with everything of the checklist, also where only the recommended profile reports', () => {
    const hardened = judge(service, 'mlps3').flatMap(({ fixes }) => fixes.filter((fix) => fix.hardens));
    const harden = actionsOf(service).filter(({ title }) => title === hardened[0]!.title);
    expect(harden).toHaveLength(1);
    const after = applyEdits(service, harden[0]!.edit!.changes![uri] as TextEdit[]);
    for (const line of service.trimEnd().split('\n')) expect(after.split('\n')).toContain(line);
    expect(judge(after, 'mlps3').filter((f) => f.fixes.some((fix) => fix.hardens))).toEqual([]);
    const keys = after.split('\n').flatMap((line) => /^ {4}(\w+):/.exec(line)?.[1] ?? []);
    expect(keys).toEqual(
      expect.arrayContaining(['read_only', 'cap_drop', 'security_opt', 'mem_limit', 'cpus', 'pids_limit']),
    );
  });

  it('leaves nothing for the client to confirm: a preview whose boxes are unchecked changes nothing, and says nothing', () => {
    const all = (['recommended', 'mlps3'] as const).flatMap((profile) => actionsOf(service, { profile }));
    expect(all.length).toBeGreaterThan(2);
    for (const { edit } of all) expect(edit?.changeAnnotations).toBeUndefined();
  });

  const dockerfile = 'FROM debian:13.1\nADD a.txt /a\nADD b.txt /b\nUSER 1000\n';
  const name = 'file:///w/Dockerfile';

  it('fixes every finding of a rule in the file, and all safe findings of the file', () => {
    const own = actionsOf(dockerfile, { name }).filter(({ diagnostics }) => !diagnostics);
    const edited = own.map(({ edit }) => applyEdits(dockerfile, edit!.changes![name] as TextEdit[]));
    expect(own.length).toBeGreaterThanOrEqual(2);
    for (const text of edited) expect(text).toBe('FROM debian:13.1\nCOPY a.txt /a\nCOPY b.txt /b\nUSER 1000\n');
  });

  it('gives what a save fixes only when it is asked for, and never an unsafe fix', () => {
    const kinds = actionsOf(dockerfile, { name }).map(({ kind }) => kind);
    expect(kinds).not.toContain(FIX_ALL);
    const [all] = actionsOf(dockerfile, { name, only: ['source.fixAll'] });
    expect(all!.kind).toBe(FIX_ALL);
    expect(actionsOf(service, { only: [FIX_ALL] })).toEqual([]);
    for (const { isPreferred, diagnostics } of actionsOf(service)) if (diagnostics) expect(isPreferred).toBe(false);
  });

  describe('a waiver', () => {
    const config = { uri: 'file:///w/.qrcodemaster.yaml', text: undefined as string | undefined, path: 'Dockerfile' };
    const waivers = (options: Options) =>
      actionsOf(dockerfile, { name, ...options }).filter(({ title }) => title.startsWith('Waive'));

    it('goes into the configuration, once for each rule', () => {
      const found = waivers({ config: { ...config, text: 'profile: recommended\n' } });
      expect(found.length).toBe(new Set(judge(dockerfile, 'recommended', name).map(({ rule }) => rule)).size);
      for (const { edit, isPreferred } of found) {
        expect(isPreferred).toBe(false);
        expect(Object.keys(edit!.changes!)).toEqual([config.uri]);
      }
    });

    it('makes the file where there is none and the client can, and is not offered without a folder', () => {
      expect(waivers({ config }).map(({ edit }) => edit!.documentChanges!.length)).toContain(2);
      expect(waivers({ config, canCreate: false })).toEqual([]);
      expect(waivers({})).toEqual([]);
    });
  });

  describe('a reason that a person has to write', () => {
    const reason = 'our mirror signs it';
    const config = { uri: 'file:///w/.qrcodemaster.yaml', path: 'Dockerfile' };
    const aside = (text: string, options: Options) =>
      actionsOf(text, options).filter(({ title }) => /^(?:Waive|Suppress) /.test(title));
    /** The text once the action is made and the reason written where its command goes. */
    const written = (before: string, { edit, command }: CodeAction) => {
      const [place, at] = command!.arguments as [string, Position];
      const inserted = edit!.documentChanges
        ? (edit!.documentChanges[1] as { edits: TextEdit[] }).edits
        : (edit!.changes![place] as TextEdit[]);
      return applyEdits(applyEdits(before, inserted), [{ range: { start: at, end: at }, newText: reason }]);
    };

    it.each([
      ['Dockerfile', dockerfile],
      ['ci/Jenkinsfile', 'pipeline {\r\n  steps {\r\n    sh "docker run --privileged a:1.0"\r\n  }\r\n}\r\n'],
      ['README.md', 'Start it:\n\n```sh\ndocker run --privileged a:1.0\n```\n'],
    ])('has the cursor behind the dashes in %s', (file, text) => {
      const at = `file:///w/${file}`;
      const actions = aside(text, { name: at, placeCommand: 'go' });
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) {
        expect(written(text, action)).toMatch(
          new RegExp(`disable-next-line MLPS-[A-Z]+-\\d+ -- ${reason}( -->)?\\r?$`, 'm'),
        );
        const rule = action.diagnostics![0]!.code;
        const judged = judge(written(text, action), 'recommended', at);
        expect(judged.find((f) => f.rule === rule && f.suppressed)?.suppressed).toMatchObject({ reason });
      }
    });

    it.each([undefined, '', 'profile: recommended', 'waivers:\r\n  - rule: MLPS-IMG-002\r\n    reason: x\r\n'])(
      'has the cursor behind `reason:` in the configuration %j',
      (text) => {
        const [action] = aside(dockerfile, { name, config: { ...config, text }, placeCommand: 'go' }).filter(
          ({ title }) => title.startsWith('Waive'),
        );
        expect(action!.command!.arguments![0]).toBe(config.uri);
        expect(written(text ?? '', action!)).toMatch(new RegExp(`^    reason: ${reason}\\r?\\n$`, 'm'));
      },
    );

    it('is left to the edit alone where the client has no command for it', () => {
      for (const { command } of aside(dockerfile, { name, config: { ...config, text: '' } }))
        expect(command).toBeUndefined();
    });
  });

  describe('in another file', () => {
    const whole = 'FROM debian:13.1\nCOPY . /app\nUSER 1000\n';
    const ignore = 'file:///w/.dockerignore';
    const found = (files?: Files) => judge(whole, 'mlps3', name, files).filter(({ rule }) => rule === 'MLPS-BLD-010');
    const offered = (options: Options) =>
      actionsOf(whole, { name, profile: 'mlps3', ...options }).filter(({ diagnostics }) =>
        diagnostics?.some((d) => d.code === 'MLPS-BLD-010'),
      );

    it('makes a file that is not there, then writes into it, and that ends the finding', () => {
      expect(found()).toHaveLength(1);
      const [action, ...more] = offered({}).filter(({ edit }) => edit?.documentChanges);
      expect(more).toEqual([]);
      const [create, change] = action!.edit!.documentChanges as [object, { textDocument: object; edits: TextEdit[] }];
      expect(create).toEqual({ kind: 'create', uri: ignore, options: { ignoreIfExists: true } });
      expect(change.textDocument).toEqual({ uri: ignore, version: null });
      expect(action!.isPreferred).toBe(false);
      expect(found({ [ignore]: applyEdits('', change.edits) })).toEqual([]);
    });

    it('makes none for a client that only understands changes of texts', () => {
      expect(
        offered({ canCreate: false }).filter(({ edit }) => edit?.documentChanges || edit?.changes?.[ignore]),
      ).toEqual([]);
    });

    it('adds to a file that is there, and leaves its lines alone', () => {
      const files = { [ignore]: 'node_modules' };
      const edits = offered({ files }).flatMap(({ edit }) => edit?.changes?.[ignore] ?? []) as TextEdit[];
      const text = applyEdits(files[ignore]!, edits);
      expect(text.split('\n')[0]).toBe('node_modules');
      expect(found({ [ignore]: text })).toEqual([]);
    });

    it('names an env file in .gitignore', () => {
      const env = { name: 'file:///w/prod.env' };
      const secret = 'DB_PASSWORD=s3cret-Value\n';
      const open = (files?: Files) =>
        judge(secret, 'recommended', env.name, files).some(({ rule }) => rule === 'MLPS-SEC-006');
      const [action] = actionsOf(secret, env).filter(({ edit }) => edit?.documentChanges);
      const change = action!.edit!.documentChanges![1] as { textDocument: { uri: string }; edits: TextEdit[] };
      expect(change.textDocument.uri).toBe('file:///w/.gitignore');
      expect([open(), open({ 'file:///w/.gitignore': applyEdits('', change.edits) })]).toEqual([true, false]);
    });
  });
});
