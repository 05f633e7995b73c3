/** What holds in a block of nginx (fact T23): inheritance, included files, what is not in sight. */
import { describe, expect, it } from 'vitest';
import {
  allBlocks,
  httpServers,
  inForce,
  isUnset,
  readNginxSettings,
} from '../../../../../src/worker/compliance/documents/nginx/nginxSettings';
import { treeFiles } from '../../treeFiles';

const read = (text: string, others: Record<string, string> = {}, path = 'nginx.conf') =>
  readNginxSettings(
    `file:///w/${path}`,
    text,
    treeFiles({
      ...Object.fromEntries(Object.entries(others).map(([name, t]) => [`file:///w/${name}`, t])),
      [`file:///w/${path}`]: text,
    }),
  );
const block = ({ root }: ReturnType<typeof read>, context: string) =>
  allBlocks(root).find((b) => b.context === context)!;
const held = (settings: ReturnType<typeof read>, context: string, name: string) =>
  inForce(block(settings, context), name).map(({ words }) => words.map((w) => w.text).join(' '));

describe('settings go down', () => {
  const text = 'http { a 1; b 1; server { b 2; b 3; location / { c 1; } } }';
  it.each([
    ['location', 'a', ['1']],
    ['location', 'b', ['2', '3']],
    ['location', 'c', ['1']],
    ['server', 'c', []],
    ['http', 'b', ['1']],
  ])('%s %s', (context, name, values) => expect(held(read(text), context, name)).toEqual(values));
});

describe('included files', () => {
  it('are put in where they are named', () => {
    const settings = read('http { include conf.d/*.conf; include /etc/nginx/tls.conf; }', {
      'conf.d/a.conf': 'server { listen 81; include snippets/s.conf; }',
      'conf.d/b.conf': 'server { listen 82; }',
      'conf.d/c.txt': 'server { listen 83; }',
      'snippets/s.conf': 'root /s;',
      'tls.conf': 'ssl_protocols TLSv1.2;',
    });
    expect(httpServers(settings.root).map((s) => s.directives.map((d) => d.words[0]!.text))).toEqual([
      ['81', '/s'],
      ['82'],
    ]);
    expect(held(settings, 'server', 'ssl_protocols')).toEqual(['TLSv1.2']);
    expect(isUnset(block(settings, 'server'), 'root2')).toBe(true);
  });

  it('that are not in sight may say anything, but not those of packages', () => {
    const unset = (inside: string) => isUnset(block(read(`http { server { ${inside} } }`), 'server'), 'x');
    expect(unset('')).toBe(true);
    expect(unset('include snippets/a.conf;')).toBe(false);
    expect(unset('include fastcgi_params;')).toBe(true);
    expect(unset('${MORE};')).toBe(false);
    expect(isUnset(block(read('http { include /etc/nginx/conf.d/*.conf; server { } }'), 'server'), 'x')).toBe(true);
  });

  it('know what is around them', () => {
    const main = { 'nginx.conf': 'http { a 1; include /etc/nginx/conf.d/*.conf; include sites-enabled/*; }' };
    for (const path of ['conf.d/x.conf', 'sites-enabled/x', 'sites-available/x', 'templates/x.conf.template', 'x.conf'])
      expect([path, held(read('server { }', main, path), 'server', 'a')]).toEqual([path, ['1']]);
    const snippet = read(
      'b 1;',
      { 'nginx.conf': 'http { server { a 2; include snippets/b.conf; } }' },
      'snippets/b.conf',
    );
    expect([held(snippet, 'server', 'a'), held(snippet, 'server', 'b')]).toEqual([['2'], ['1']]);
  });

  it('are alone where no main file takes them in', () => {
    expect(read('server { }', { 'nginx.conf': 'http { a 1; }' }, 'conf.d/x.conf').root.context).toBe('http');
    const { root } = read('add_header A b;', {}, 'snippets/x.conf');
    expect([root.context, isUnset(root, 'x')]).toEqual(['part', false]);
  });

  it('end where they include one another', () => {
    expect(read('http { include a.conf; }', { 'a.conf': 'include a.conf;\ninclude a.conf;' }).root.blocks).toHaveLength(
      1,
    );
  });
});
