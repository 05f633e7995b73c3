/** Settings of Traefik from each of the places that it takes them from. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompose } from '../../../../../src/worker/compliance/documents/compose/compose';
import {
  isTraefik,
  labelsForTraefik,
  optionsOfTraefik,
  readTraefikConfig,
} from '../../../../../src/worker/compliance/documents/traefik/traefikConfig';
import type { TraefikSetting } from '../../../../../src/worker/compliance/documents/traefik/traefikSetting';
import { traefikTargets } from '../../../../../src/worker/compliance/documents/traefik/traefikTargets';

const URI = 'file:///w/traefik.yml';
const shown = (settings: readonly TraefikSetting[]) => settings.map(({ path, value }) => `${path}=${value}`);

describe('a file', () => {
  it('is known by its keys', () => {
    const texts = ['entryPoints:\n', '"entryPoints":', 'http:\n  routers:\n', 'http:\n  middlewares:\n'];
    expect([...texts, '[entryPoints]\n', '[http.routers.a]\n'].map(isTraefik)).toEqual(Array(6).fill(true));
    expect(
      ['ports:\n  web: {}\n', 'http:\n  host: x\n', 'image: traefik\n', '  entryPoints:\n'].map(isTraefik),
    ).toEqual([false, false, false, false]);
  });

  it('is a list of settings, in small letters, with exact places', () => {
    const text = 'entryPoints:\n  Web:\n    address: ":80"\n    http:\n      tls: {}\nlist: [a, {B: c}]\n';
    const { settings } = readTraefikConfig(URI, text);
    expect(shown(settings)).toEqual([
      'entrypoints.web.address=:80',
      'entrypoints.web.http.tls=true',
      'list=a',
      'list.b=c',
    ]);
    expect(text.slice(settings[0]!.place.start, settings[0]!.place.end)).toBe('":80"');
  });

  it('in TOML is the same list', () => {
    const text = `level = 1 # before
[entryPoints."Web"]
address = ":80"
http.tls = {}
asked = { a.b = [1, 'two'], c = { d = true, e = {} }, f = "g" }
[http.routers.shop.tls]
[[http.services.shop.loadBalancer.servers]]
url = """http://a:1"""
[[http.services.shop.loadBalancer.servers]]
url = 'http://b:2'
`;
    const { settings } = readTraefikConfig(URI, text);
    expect(shown(settings)).toEqual([
      'level=1',
      'entrypoints.web.address=:80',
      'entrypoints.web.http.tls=true',
      'entrypoints.web.asked.a.b=1',
      'entrypoints.web.asked.a.b=two',
      'entrypoints.web.asked.c.d=true',
      'entrypoints.web.asked.c.e=true',
      'entrypoints.web.asked.f=g',
      'http.routers.shop.tls=true',
      'http.services.shop.loadbalancer.servers.url=http://a:1',
      'http.services.shop.loadbalancer.servers.url=http://b:2',
    ]);
    for (const { value, place } of settings)
      if (value !== 'true') expect(text.slice(place.start, place.end)).toBe(value);
  });

  it('is left to whoever fills a template in', () =>
    expect(readTraefikConfig(URI, 'entryPoints:\n  web: {{ env "X" }}\n').settings).toEqual([]));

  it('never throws, whatever is in it, and keeps places inside', () => {
    const part = fc.constantFrom(
      'entryPoints:',
      'http:',
      '\n',
      '  ',
      '- ',
      'a: ',
      '{',
      '}',
      '[',
      '&x',
      '*x',
      '<<: ',
      '[a.b]\n',
      'c = ',
      '"',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const text = parts.join('');
        for (const { place } of readTraefikConfig(URI, text).settings) {
          expect(place.start).toBeLessThanOrEqual(place.end);
          expect(place.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('does not follow nesting without end', () => {
    const text = `a: ${'['.repeat(3000)}${']'.repeat(3000)}`;
    expect(readTraefikConfig(URI, text).settings.length).toBeLessThan(2);
  });
});

const container = (yaml: string) =>
  readCompose('file:///w/compose.yaml', `services:\n  web:\n${yaml}`, { text: () => null }).containers[0]!;

describe('a container', () => {
  it('has options and variables', () =>
    expect(
      shown(
        optionsOfTraefik(
          container(
            '    command: ["--api", "--entryPoints.Web.address=:80", "run"]\n    environment: [TRAEFIK_LOG_LEVEL=INFO, TZ=UTC, TRAEFIK_PING]\n',
          ),
        ),
      ),
    ).toEqual(['api=true', 'entrypoints.web.address=:80', 'log.level=INFO', 'ping=\ufffc']));

  it('has options in one text', () =>
    expect(shown(optionsOfTraefik(container('    command: --api.insecure=true  --ping\n')))).toEqual([
      'api.insecure=true',
      'ping=true',
    ]));

  it('has labels, also those of a swarm, unless it is left out', () => {
    const labels =
      '    labels: {traefik.http.routers.A.tls: "true", other: x}\n    deploy:\n      labels: ["traefik.x[0].y=${Z}"]\n';
    expect(shown(labelsForTraefik(container(labels)))).toEqual(['http.routers.a.tls=true', 'x.y=\ufffc']);
    expect(
      labelsForTraefik(container(`    labels: [traefik.enable=False, traefik.http.routers.a.tls=true]\n`)),
    ).toEqual([]);
  });
});

it('knows what requests are passed on to', () => {
  const servers = ['http://App:8000', 'https://b', 'h2c://[::1]:9000/x', 'unix:/run/x', 'http://{{x}}'];
  const text = (all: string[]) =>
    `http:\n  services:\n    s:\n      loadBalancer:\n        servers:\n${all.map((url) => `          - url: "${url}"\n`).join('')}`;
  expect(
    traefikTargets(readTraefikConfig(URI, text(servers.slice(0, 4)))).map(({ host, port }) => `${host}:${port}`),
  ).toEqual(['app:8000', 'b:443', '::1:9000']);
  expect(traefikTargets(readTraefikConfig(URI, text(servers)))).toEqual([]);
});
