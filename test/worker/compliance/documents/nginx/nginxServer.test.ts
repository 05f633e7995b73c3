/** Where servers of nginx listen, what they pass on to, which headers their answers carry (T23). */
import { describe, expect, it } from 'vitest';
import { isNginx } from '../../../../../src/worker/compliance/documents/nginx/isNginx';
import { responseHeaders } from '../../../../../src/worker/compliance/documents/nginx/nginxHeaders';
import { listensOf } from '../../../../../src/worker/compliance/documents/nginx/nginxListen';
import { allBlocks, readNginxSettings } from '../../../../../src/worker/compliance/documents/nginx/nginxSettings';
import { passesOf } from '../../../../../src/worker/compliance/documents/nginx/nginxTargets';

const read = (text: string) => readNginxSettings('file:///w/conf.d/a.conf', text, { text: () => null });
const block = (text: string, context: string) => allBlocks(read(text).root).find((b) => b.context === context)!;

describe('listen', () => {
  it.each([
    ['', [{ address: undefined, port: 80, isTls: false }]],
    ['listen 8080 default_server;', [{ port: 8080, isDefault: true, isTls: false }]],
    [
      'listen 443 ssl http2; listen [::]:443 ssl;',
      [
        { port: 443, isTls: true },
        { address: '::', port: 443, isTls: true },
      ],
    ],
    [
      'listen 127.0.0.1:81; listen *:82;',
      [
        { address: '127.0.0.1', port: 81 },
        { address: undefined, port: 82 },
      ],
    ],
    [
      'listen localhost; listen [::1];',
      [
        { address: 'localhost', port: 80 },
        { address: '::1', port: 80 },
      ],
    ],
    ['listen unix:/run/a.sock;', [{ isSocket: true, port: undefined, address: undefined }]],
    ['listen ${PORT} ssl;', [{ port: undefined, isTls: true }]],
    ['listen 443; ssl on;', [{ port: 443, isTls: true }]],
    ['listen 443 quic reuseport;', [{ port: 443, isTls: true }]],
    ['listen 80 proxy_protocol;', [{ isProxied: true }]],
    ['include a.conf;', []],
  ])('%s', (text, listens) => expect(listensOf(block(`server { ${text} }`, 'server'))).toMatchObject(listens));
});

describe('targets', () => {
  const targets = (text: string) =>
    passesOf(read(text)).flatMap((pass) =>
      pass.targets.map(({ host, port, isSocket }) => (isSocket ? 'socket' : [host, port])),
    );
  it.each([
    ['proxy_pass http://App:8080/x;', [['app', 8080]]],
    ['proxy_pass http://127.0.0.1;', [['127.0.0.1', 80]]],
    ['proxy_pass https://[::1]:8443;', [['::1', 8443]]],
    ['proxy_pass https://app;', [['app', 443]]],
    ['proxy_pass http://unix:/run/a.sock:/;', ['socket']],
    ['uwsgi_pass app:3031;', [['app', 3031]]],
    ['uwsgi_pass unix:///run/a.sock;', ['socket']],
    ['set $b http://app:81; proxy_pass $b;', [['app', 81]]],
    ['set $b app; proxy_pass http://$b:81$request_uri;', [['app', 81]]],
    ['proxy_pass http://$host;', []],
    ['proxy_pass http://${HOST}:80;', []],
    ['proxy_pass http://{{ host }}:80;', []],
    ['proxy_pass', []],
  ])('%s', (text, found) => expect(targets(`server { location / { ${text} } }`)).toEqual(found));

  it('of an upstream are its servers', () => {
    const text =
      'upstream u { server a:1; server b weight=2; server unix:/x; } server { location / { proxy_pass http://u/; } }';
    expect(targets(text)).toEqual([['a', 1], ['b', 80], 'socket']);
    const [pass] = passesOf(read(text));
    expect(pass!.targets.map(({ place }) => text.slice(place.start, place.end))).toEqual(['a:1', 'b', 'unix:/x']);
  });

  it('of a stream are none of HTTP', () => {
    expect(targets('stream { server { proxy_pass a:1; } }')).toEqual([]);
  });
});

describe('headers of answers', () => {
  const headers = (text: string) => {
    const { headers: own, dropped } = responseHeaders(block(text, 'location'));
    return [own.map((h) => `${h.name}: ${h.value}${h.isAlways ? ' !' : ''}`), dropped.map((h) => h.name)];
  };
  it.each([
    ['server { add_header A "1 2" always; location / { } }', [['A: 1 2 !'], []]],
    ['server { add_header A 1; location / { add_header B 2; } }', [['B: 2'], ['A']]],
    ['server { add_header A 1; location / { add_header a 2; } }', [['a: 2'], []]],
    ["server { more_set_headers 'A: 1'; location / { add_header B 2; } }", [['B: 2', 'A: 1 !'], []]],
    ['server { location / { } }', [[], []]],
  ])('%s', (text, found) => expect(headers(text)).toEqual(found));
});

it.each([
  ['server {\n  listen 80;\n}\n', true],
  ['proxy_set_header Host $host;\n', true],
  ['upstream a { server app:8000; }', true],
  ['location /api/ {\n  proxy_pass http://a;\n}\n', true],
  ['ssl_protocols TLSv1.2;', true],
  ['add_header X-A b;', true],
  ['', false],
  ['[program:web]\ncommand=/x\n', false],
  ['<VirtualHost *:80>\nServerName a;\n</VirtualHost>\n', false],
  ['options { listen-on port 53 { any; }; };\n', false],
  ['server default {\n listen {\n type = auth\n }\n}\n', false],
  ['akka { http { server { idle-timeout = 1 s } } }\n', false],
  ['*.* @@logs.example.org:6514\n', false],
  ['/var/log/x.log {\n weekly\n rotate 4\n}\n', false],
  ['table inet filter { chain input { type filter hook input priority 0; policy drop; } }\n', false],
  ['subnet 10.0.0.0 netmask 255.0.0.0 { option routers 10.0.0.1; }\n', false],
])('takes %j for nginx: %s', (text, is) => expect(isNginx(text)).toBe(is));
