/** What rsyslog sends away, how, and what of it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRsyslog } from '../../../../../src/worker/compliance/documents/logs/rsyslog';
import { readRsyslog } from '../../../../../src/worker/compliance/documents/logs/rsyslogForwards';
import { selectsAuth } from '../../../../../src/worker/compliance/documents/logs/rsyslogSelector';
import { treeFiles } from '../../treeFiles';

const uri = 'file:///w/rsyslog.d/out.conf';
const read = (text: string, files: Record<string, string> = {}) => readRsyslog(uri, text, treeFiles(files));
const sent = (text: string, files?: Record<string, string>) =>
  read(text, files).forwards.map(
    ({ host, isLocal, isEncrypted, carriesAuth }) => `${host} ${isLocal} ${isEncrypted} ${carriesAuth}`,
  );

it.each([
  ['*.* @h', ['h false false true']],
  ['*.*\t@@(o,z9)h:514;Template # to h', ['h:514 false false true']],
  ['*.* @[2001:db8::1]:514', ['[2001:db8::1]:514 false false true']],
  ['*.* @127.0.0.1:5140', ['127.0.0.1:5140 true false true']],
  ['*.* :omrelp:h:2514', ['h:2514 false false true']],
  ['# *.* @h\n/* *.* @h */\n*.* /var/log/a@b', []],
  ['*.* /var/log/all\n& @@h', ['h false false true']],
  ['$DefaultNetstreamDriver gtls\n$ActionSendStreamDriverMode 1\n*.* @@h', ['h false true true']],
  ['$DefaultNetstreamDriver gtls\n*.* @@h', ['h false false true']],
  ['*.* action(type="omfwd" target="h")', ['h false false true']],
  ['*.* action(type="omfwd" Target="h" Protocol="tcp" StreamDriverMode="1")', ['h false true true']],
  ['*.* action(type="omfwd" target="h" protocol="udp" StreamDriverMode="1")', ['h false false true']],
  ['action(type="omrelp"\n  target="h" # there\n  port="20514" tls="on")', ['h:20514 false true true']],
  ['action(type="omelasticsearch" server="es" usehttps="on")', ['es false true true']],
  ['action(type="omelasticsearch" server="https://es:9200")', ['https://es:9200 false true true']],
  ['action(type="omelasticsearch" server="es")', ['es false undefined true']],
  ['action(type="omfile" file="/var/log/a")', []],
  ["if $programname == 'app' then @@h", ['h false false false']],
  ["if $programname == 'sshd' then { @@h }", ['h false false undefined']],
  ["if not ($programname == 'app') then @@h", ['h false false undefined']],
  ["if $programname == 'app' then {\n  local7.* @@h\n}\n*.* @@g", ['h false false false', 'g false false true']],
  [':msg, contains, "then @x" @@h', ['h false false false']],
  [
    'ruleset(name="out") {\n  action(type="omfwd" target="h" protocol="tcp")\n}\n*.* call out',
    ['h false false undefined'],
  ],
  ['{% if tls %}\n*.* @@h', []],
  ['*.* @@{{ log_host }}:514', ['{{ log_host }}:514 false false true']],
] as [string, string[]][])('%j', (text, expected) => expect(sent(text)).toEqual(expected));

it('says nothing of TLS where the main file may set it', () => {
  expect(sent('*.* @@h', { 'file:///w/rsyslog.conf': '$ActionSendStreamDriverMode 1\n' })).toEqual([
    'h false undefined true',
  ]);
});

it.each([
  ['*.*', true],
  ['*.info;mail.none;authpriv.none;cron.none', false],
  ['*.info;authpriv.none;auth,authpriv.*', true],
  ['auth.*', true],
  ['AUTHPRIV.Info', true],
  ['kern,authpriv.notice', true],
  ['*.err', false],
  ['authpriv.=debug', false],
  ['local7.*;mail.info', false],
  ['*.*;auth,authpriv.none', false],
])('%s lets logins through: %s', (selector, is) => expect(selectsAuth(selector)).toBe(is));

it.each([
  ['authpriv.* stop\n', 1],
  ['auth,authpriv.*\t~\n', 1],
  ['authpriv.* /var/log/secure\nauthpriv.* stop\n', 0],
  ['*.* @@h\nauthpriv.* stop\n', 0],
  ['local7.* /var/log/l\nlocal7.* stop\nauthpriv.* stop\n', 1],
  ['*.* stop\n', 0],
])('%j throws logins away: %i times', (text, times) => expect(read(text).discards.length).toBe(times));

const scrap = fc.constantFrom(
  '*.*',
  'auth.none',
  ';',
  ' ',
  '\n',
  '@',
  '@@h',
  'action(',
  'type="omfwd"',
  ' target="h"',
  ')',
  '{',
  '}',
  'if ',
  ' then ',
  '"',
  "'",
  '#',
  '/*',
  '*/',
  '$A b',
  ':omrelp:h:1',
  'ruleset(name="a")',
  '& ',
  'stop',
  '[',
  'else ',
  'x=[',
  '\r\n',
);

it('takes any text, and its places are its own', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const { place, filter, text: written } of parseRsyslog(uri, text).actions) {
        expect(place.start < place.end && place.end <= text.length).toBe(true);
        if (written) expect(text.slice(place.start, place.end)).toBe(written);
        if (filter) expect(text.slice(filter.place.start, filter.place.end)).toBe(filter.text);
      }
      for (const { place, encrypt } of read(text).forwards) {
        expect(place.start <= place.end && place.end <= text.length).toBe(true);
        for (const { start, end } of encrypt?.() ?? []) expect(start <= end && end <= text.length).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
