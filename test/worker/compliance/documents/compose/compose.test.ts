/**
 * The compose model: what a service means after anchors, variables, bases and overrides, and what
 * is then left unsaid.
 */
import { describe, expect, it } from 'vitest';
import { readCompose } from '../../../../../src/worker/compliance/documents/compose/compose';
import { lint } from '../../../../../src/worker/compliance/lint';

const ROOT = 'file:///w/';
const filesOf = (texts: Record<string, string>) => ({ text: (uri: string) => texts[uri.slice(ROOT.length)] ?? null });
const compose = (text: string, texts: Record<string, string> = {}, name = 'compose.yaml') =>
  readCompose(ROOT + name, text, filesOf(texts)).containers;
const only = (...args: Parameters<typeof compose>) => compose(...args)[0]!;
const problems = (text: string, texts: Record<string, string> = {}) =>
  lint(
    { uri: `${ROOT}compose.yaml`, text },
    { files: filesOf(texts), locale: 'en', profile: 'mlps3', today: '2026-11-24', group: false },
  ).findings.flatMap((f) =>
    f.rule === 'MLPS-DOC-002'
      ? [[text.split('\n')[f.range.start.line]!.slice(f.range.start.character), f.severity]]
      : [],
  );

describe('anchors', () => {
  const text =
    'x-base: &base\n  user: "0"\n  read_only: true\nservices:\n  web:\n    <<: *base\n    image: a:1\n    user: "7"\n';

  it('are merged, own keys first, every value at its own place', () => {
    const web = only(text);
    expect([web.user?.known, web.readOnly?.known]).toEqual(['7', true]);
    expect(text.slice(web.readOnly!.entry.start, web.readOnly!.entry.end)).toBe('read_only: true');
    expect(compose(text).map((c) => c.name)).toEqual(['web']);
  });

  it.each(['services:\n  web: &w {<<: *w}\n', 'services:\n  web: &w\n    image: a:1\n    <<: *w\n'])(
    'a loop is told: %j',
    (loop) => {
      expect(problems(loop)).toEqual([[expect.stringMatching(/^\*w/), 'warning']]);
    },
  );
});

describe('variables', () => {
  it('take the default, then the .env beside the file, and else are not known', () => {
    const text = 'services:\n  web:\n    image: "a:${TAG:-1}"\n    user: ${UID}\n';
    expect(only(text).image?.known).toBe('a:1');
    expect(only(text).user?.known).toBeUndefined();
    expect(only(text, { '.env': 'TAG=2\nUID=0\n' }).image?.known).toBe('a:2');
    expect(only(text, { '.env': 'TAG=2\nUID=0\n' }).user?.known).toBe('0');
  });
});

describe('extends', () => {
  const child = 'services:\n  web:\n    extends: {file: base.yml, service: base}\n    cap_add: [SYSLOG]\n';

  it('lays the service over its base', () => {
    const web = only(child, { 'base.yml': 'services:\n  base:\n    image: a:1\n    user: "5"\n    cap_add: [BPF]\n' });
    expect([web.image?.known, web.user?.known, web.complete]).toEqual(['a:1', '5', true]);
    expect(web.capAdd.map((c) => c.known)).toEqual(['BPF', 'SYSLOG']);
  });

  it('says once that a base cannot be read, and calls nothing missing', () => {
    expect(only(child).complete).toBe(false);
    expect(problems(child)).toEqual([['{file: base.yml, service: base}', 'info']]);
  });

  it('ends in a circle', () => {
    expect(only('services:\n  a: {image: x, extends: b}\n  b: {extends: a}\n').complete).toBe(false);
  });
});

it('is complete under another name when no base stands beside it, unless the name says that it is a variant', () => {
  const text = 'services:\n  web: {image: a}\n';
  expect(only(text, {}, 'docker-compose-all.yml').complete).toBe(true);
  expect(only(text, { 'compose.yaml': text }, 'docker-compose-all.yml').complete).toBe(false);
  expect(only(text, {}, 'docker-compose.prod.yml').complete).toBe(false);
});

describe('beside a base', () => {
  const base = 'services:\n  app: {image: a:1}\n';
  const own =
    'services:\n  app: {environment: {A: b}}\n  db: {image: mysql:8.4.3}\n  box: {build: .}\n  bare: {ports: []}\n';
  const complete = (text: string, texts: Record<string, string>, name: string) =>
    compose(text, texts, name).flatMap((c) => (c.complete ? [c.name] : []));
  const names = [
    'docker-compose-arm64.yml',
    'docker-compose.prod.yml',
    'compose.dev.yaml',
    'docker-compose.dev-tools.yml',
    'compose.override.yaml',
  ];

  it.each(names)('%s is complete in what it begins itself', (name) => {
    for (const beside of ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'])
      expect(complete(own, { [beside]: base }, name)).toEqual(['db', 'box']);
  });

  it('looks into what the base includes', () => {
    const including = 'include: [more.yaml, {path: [deep/x.yaml]}]\nservices: {app: {image: a}}\n';
    const more = 'services: {db: {image: b}}\n';
    const files = { 'compose.yaml': including, 'more.yaml': more, 'deep/x.yaml': 'services: {y: {image: z}}\n' };
    expect(complete(own, files, names[0]!)).toEqual(['box']);
    expect(
      complete(own, { ...files, 'deep/x.yaml': 'include: ../compose.yaml\nservices: {box: {image: z}}\n' }, names[0]!),
    ).toEqual([]);
    expect(complete(own, { 'compose.yaml': 'include: ["https://a.example/x"]\nservices: {}\n' }, names[0]!)).toEqual(
      [],
    );
  });

  it('is complete in what it extends there by the same name', () => {
    const extending = 'services:\n  app: {extends: {file: compose.yaml, service: app}}\n';
    expect(complete(extending, { 'compose.yaml': base }, names[1]!)).toEqual(['app']);
  });

  it('is complete in what no file listed before begins', () => {
    const texts = { '.env': 'COMPOSE_FILE=compose.yaml:tools.yaml\n', 'compose.yaml': base };
    expect(complete(own, texts, 'tools.yaml')).toEqual(['db', 'box']);
  });

  it('says once what was not judged, where missing settings are asked for', () => {
    const two = 'services:\n  app: {user: "1"}\n  web: {user: "1"}\n';
    const notices = (profile: 'mlps3' | 'recommended', texts: Record<string, string>) =>
      lint(
        { uri: `${ROOT}compose.prod.yaml`, text: two },
        { files: filesOf(texts), locale: 'en', profile, today: '2026-11-24' },
      ).findings.flatMap((f) =>
        f.rule === 'MLPS-DOC-002' ? [[f.severity, f.range.start.line, f.message.match(/app, web|\bapp\b/)?.[0]]] : [],
      );
    expect(notices('mlps3', { 'compose.yaml': base })).toEqual([['info', 1, 'app']]);
    expect(notices('mlps3', {})).toEqual([['info', 1, 'app, web']]);
    expect(notices('mlps3', { 'compose.yaml': 'services: {x: {image: a}}\n' })).toEqual([]);
    expect(notices('recommended', { 'compose.yaml': base })).toEqual([]);
  });
});

describe('overrides', () => {
  const base = 'services:\n  web:\n    image: a:1\n    ports: ["80:80"]\n    cap_add: [BPF]\n    privileged: true\n';
  const over = (lines: string) => only(base, { 'compose.override.yaml': `services:\n  web:\n${lines}` });

  it('join lists', () => {
    expect(over('    ports: ["443:443"]\n').ports).toHaveLength(2);
  });

  it('drop with !reset and replace with !override', () => {
    expect(over('    privileged: !reset null\n').privileged).toBeUndefined();
    expect(over('    ports: !override ["1443:443"]\n').ports.map((p) => p.entry.known)).toEqual(['1443:443']);
    expect(over('    cap_add: !reset []\n').capAdd).toEqual([]);
  });

  it('on their own call nothing missing', () => {
    expect(only('services:\n  web: {image: a}\n', {}, 'compose.override.yaml').complete).toBe(false);
    expect(only('services:\n  web: {ports: []}\n').complete).toBe(false);
  });
});

describe('builds', () => {
  it('lead to their Dockerfile, target and arguments', () => {
    const text =
      'services:\n  a:\n    build: {context: ./sub/, dockerfile: My.Dockerfile, target: prod, args: {V: "1", W: "$X"}}\n  b:\n    build: .\n';
    expect(compose(text).map((c) => c.dockerfile)).toEqual([
      { uri: `${ROOT}sub/My.Dockerfile`, target: 'prod', args: { V: '1', W: undefined } },
      { uri: `${ROOT}Dockerfile`, target: undefined, args: {} },
    ]);
  });
});

it('knows jobs by those who wait for them, by replicas, mode and profile', () => {
  const text =
    'services:\n  web: {image: a, depends_on: {init: {condition: service_completed_successfully}}}\n  init: {image: a}\n' +
    '  off: {image: a, scale: 0}\n  once: {image: a, deploy: {mode: replicated-job}}\n  tool: {image: a, profiles: [debug]}\n';
  expect(compose(text).map((c) => c.server)).toEqual([true, false, false, false, false]);
});

it('offers no edit of the networks while a syntax error may hide them', () => {
  const edits = (text: string) => only(text).networkUses.map((use) => use.makeInternal !== undefined);
  expect(edits('services:\n  a: {image: a}\n')).toEqual([true]);
  expect(
    edits('services:\n  a: {image: a}\n  b:\n    logging: {driver: ${D}}\nnetworks:\n  default: {internal: true}\n'),
  ).toEqual([false]);
});

it('lays files over each other as COMPOSE_FILE in .env lists them', () => {
  const texts = {
    '.env': 'COMPOSE_FILE=./compose.yaml:prod.yaml\n',
    'compose.override.yaml': 'services: {web: {user: "0"}}\n',
    'prod.yaml': 'services: {web: {read_only: true}}\n',
  };
  const web = only('services: {web: {image: a}}\n', texts);
  expect([web.readOnly?.known, web.user, web.complete]).toEqual([true, undefined, true]);
  expect(only('services: {web: {image: a}}\n', texts, 'prod.yaml').complete).toBe(false);
  expect(only('services: {web: {image: a}}\n', texts, 'other.yaml').complete).toBe(true);
});

describe('version 1', () => {
  const text =
    'web:\n  build: ./web\n  dockerfile: Web.Dockerfile\n  net: host\n  log_driver: none\ndb:\n  image: db:1\n';

  it('has its services at the top, and settings of other names', () => {
    const [web, db] = compose(text, {}, 'docker-compose.yml');
    expect([web!.name, web!.networkMode?.known, web!.logging?.driver?.known]).toEqual(['web', 'host', 'none']);
    expect(web!.dockerfile?.uri).toBe(`${ROOT}web/Web.Dockerfile`);
    expect([db!.name, db!.image?.known]).toEqual(['db', 'db:1']);
    const base = { 'docker-compose.yml': text };
    expect(only('services: {a: {extends: {file: docker-compose.yml, service: db}}}\n', base).image?.known).toBe('db:1');
    expect(only('services: {web: {user: "1"}}\n', base, 'docker-compose.prod.yml').complete).toBe(false);
  });

  it('takes no setting that it does not know, but loses one', () => {
    const [web] = compose(text, {}, 'docker-compose.yml');
    expect(web!.writer.add([{ kind: 'readOnly' }])).toBeUndefined();
    expect(web!.writer.remove(web!.networkMode!)).toHaveLength(1);
  });

  it.each([
    ['version: "3"\nweb:\n  image: a\n'],
    ['x-base:\n  image: a\n'],
    ['name: a\nweb:\n  image: a\n'],
    ['web:\n  image: a\nvolumes:\n  data: {}\n'],
    ['a: 1\n'],
    [''],
  ])('is no file of %j', (other) => expect(compose(other, {}, 'docker-compose.yml')).toEqual([]));
});
