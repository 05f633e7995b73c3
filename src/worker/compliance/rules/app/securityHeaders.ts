/** MLPS-APP-006: answers tell the browser what not to do with them, set once, by proxy or application. */

import type { Deployment } from '../../deployment/deployment';
import { insertBehind } from '../../documents/nginx/nginxEdits';
import { inForce, type NginxSettings } from '../../documents/nginx/nginxSettings';
import { insertLines } from '../../documents/python/insertLines';
import type { PythonModule } from '../../documents/python/pythonModule';
import {
  HEADER_OF,
  isSecurityHeader,
  letsAllFrame,
  PROTECTIONS,
  type Protection,
  protectionsOf,
  VALUE_OF,
} from '../../model/securityHeader';
import { type Edit, type Place, placeIn } from '../../model/value';
import { appHeadersOf } from '../../readings/appHeaders';
import { flaskApplications } from '../../readings/flaskApplications';
import { isOther, type ServerHeaders, serverHeaders } from '../../readings/proxyHeaders';
import type { Rule, RuleContext } from '../rule';

const IN_PYTHON = /headers|talisman|secure/i;
/** Makes pages, as a text. */
const MAKES_PAGES = /\brender_template|\bsend_from_directory\b|<html|<!doctype/i;
const IN_NGINX = /add_header|more_set_headers/;

export const securityHeaders: Rule = {
  id: 'MLPS-APP-006',
  name: 'security-headers',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['python', 'nginx'],
  clauses: ['~8.1.4.4 d'],
  rows: ['C75', 'C81', 'C82'],
  peers: ['SG:header-redefinition', 'gixy:add_header_redefinition'],
  title: { en: 'Send security headers, and set them in one place', 'zh-cn': '须发送安全响应头，并在同一处设置' },
  why: {
    en: 'Without them a browser guesses types, shows the page in the frame of another one, runs what was smuggled in, and speaks in clear text once more. nginx drops all headers from above where a block adds one of its own. Level 3 asks that input is checked for what it may be.',
    'zh-cn':
      '缺少安全响应头时，浏览器会猜测类型、允许被他站嵌入、执行被注入的内容，并可能再次使用明文。nginx 的某个块一旦自行添加响应头，上层的响应头会全部失效。等保三级要求对输入内容进行有效性检验。',
  },
  remedy: {
    en: 'Set `X-Content-Type-Options: nosniff`, `X-Frame-Options: DENY` (or `frame-ancestors` of a CSP), `Content-Security-Policy` and, under TLS, `Strict-Transport-Security` at the proxy with `always`, which sends them with errors, too; or all of them in the application (flask-talisman). Not in both: two values of one header are read differently by browsers.',
    'zh-cn':
      '请在代理上设置 `X-Content-Type-Options: nosniff`、`X-Frame-Options: DENY`（或 CSP 的 `frame-ancestors`）、`Content-Security-Policy`，使用 TLS 时还有 `Strict-Transport-Security`，并加 `always`（出错时也会发送）；或全部在应用中设置（flask-talisman）。不要两处都设：同一响应头有两个值时，各浏览器的处理不同。',
  },
  messages: {
    missing: {
      en: 'Neither this server nor an application in sight sends {names}. Add them here, or in the application.',
      'zh-cn': '此服务器以及可见的应用都未发送 {names}。请在此处或应用中添加。',
    },
    app: {
      en: 'Neither the application nor a proxy in sight sends {names}. Add them here, or at the proxy.',
      'zh-cn': '应用以及可见的代理都未发送 {names}。请在此处或代理上添加。',
    },
    dropped: {
      en: 'This add_header drops those from above: {names} are no longer sent here. Repeat them, or set all in one place.',
      'zh-cn': '此处的 add_header 使上层的响应头失效：不再发送 {names}。请重复设置，或全部设在一处。',
    },
    above: { en: 'Set here, and dropped below.', 'zh-cn': '在此设置，在下层失效。' },
    twice: {
      en: '{names} is sent twice with different values, and browsers differ in which they take. Keep one.',
      'zh-cn': '{names} 以不同的值发送了两次，各浏览器的取舍不同。请只保留一处。',
    },
    other: { en: 'The other value is set here.', 'zh-cn': '另一个值在此设置。' },
    framed: {
      en: "This lets every page show this one in a frame, and browsers then pass over X-Frame-Options. Write frame-ancestors 'none', 'self' or the pages that may.",
      'zh-cn':
        "此策略允许任何页面以框架嵌入本页，此时浏览器不再理会 X-Frame-Options。请写 frame-ancestors 'none'、'self' 或允许嵌入的页面。",
    },
    always: {
      en: 'Without always nginx leaves this out of its answers to errors. Add it.',
      'zh-cn': '没有 always 时，nginx 的错误响应不会带上此响应头。请加上。',
    },
    add: { en: 'Add {names} (check that the pages still work)', 'zh-cn': '添加 {names}（请检查页面是否正常）' },
    repeat: { en: 'Repeat {names} here', 'zh-cn': '在此重复 {names}' },
    errors: { en: 'Send it with errors, too', 'zh-cn': '错误响应也发送' },
  },
  check: {
    deployment(deployment, context) {
      for (const settings of deployment.own('nginx')) judgeNginx(settings, deployment, context);
      for (const module of deployment.own('python')) judgeModule(module, deployment, context);
    },
  },
};

const namesOf = (missing: readonly Protection[]): string => missing.map((each) => HEADER_OF[each]).join(', ');
/** The policy of a page is its own business, and TLS the proxy's: a mere look. */
const severityOf = (missing: readonly Protection[]) =>
  missing.some((each) => each === 'nosniff' || each === 'framing') ? undefined : 'info';

function judgeNginx(settings: NginxSettings, deployment: Deployment, { report, satisfied }: RuleContext): void {
  const { uri, text } = settings;
  const servers = serverHeaders(settings);
  if (servers.length === 0) return;
  const modules = deployment.all('python', IN_PYTHON);
  const inApp = modules.flatMap((module) => appHeadersOf(module).headers.map((header) => ({ ...header, module })));
  const open = modules.find((module) => appHeadersOf(module).isOpen);
  for (const each of servers) {
    const { server, headers, dropping, repeated, passing } = each;
    for (const { own, dropped } of dropping) {
      const names = dropped.map(({ name }) => name).join(', ');
      const lines = dropped.map(({ name, value }) => `add_header ${name} "${value}" always;`);
      const related = dropped.map(({ place }) => ({ place, message: 'above' }));
      const fixes = () => [
        { safe: false, title: 'repeat', edits: quotable(dropped) ? insertBehind(settings, own, lines) : undefined },
      ];
      report({ place: own.place, message: 'dropped', data: { names }, related, fixes });
    }
    for (const { header, before } of repeated) reportTwice(header, before.place);
    for (const header of passing) {
      const other = inApp.find((written) => isOther(written, header));
      if (other) reportTwice(header, placeIn(other.module, other.place));
    }
    for (const header of headers)
      if (header.place.uri === uri && letsAllFrame(header)) report({ place: header.place, message: 'framed' });
    const weak = headers.find(({ isAlways, place }) => !isAlways && place.uri === uri);
    if (weak) {
      const end = weak.place.end - 1;
      const edits = text[end] === ';' ? [{ uri, start: end, end, newText: ' always' }] : undefined;
      report({
        place: weak.place,
        message: 'always',
        severity: 'info',
        fixes: () => [{ safe: false, title: 'errors', edits }],
      });
    }
    if (server.opener?.namePlace.uri !== uri || !each.isComplete) continue;
    const place = server.opener.namePlace;
    if (open) {
      satisfied(place, { uri: open.uri, start: 0, end: open.text.length });
      continue;
    }
    const missing = missingOf([...headers, ...inApp], each);
    if (missing.length === 0) continue;
    const data = { names: namesOf(missing) };
    const fixes = () => [{ safe: false, title: 'add', edits: addHeaders(settings, each, missing) }];
    report({ place, message: 'missing', rows: rowsOf(missing), data, severity: severityOf(missing), fixes });
  }

  function reportTwice(header: { name: string; place: Place }, other: Place): void {
    report({
      place: header.place,
      message: 'twice',
      data: { names: header.name },
      related: [{ place: other, message: 'other' }],
    });
  }
}

function missingOf(
  headers: readonly { name: string; value: string | undefined }[],
  { isTls }: { isTls: boolean },
): Protection[] {
  const found = new Set(headers.flatMap(protectionsOf));
  return PROTECTIONS.filter((each) => !found.has(each) && (isTls || each !== 'hsts'));
}

/** Rows of the checklist; the policy and the transport are of the first alone. */
const rowsOf = (missing: readonly Protection[]): string[] => [
  'C75',
  ...(missing.includes('framing') ? ['C81'] : []),
  ...(missing.includes('nosniff') ? ['C82'] : []),
];

const quotable = (headers: readonly { value: string }[]): boolean =>
  headers.every(({ value }) => !/["\\\n]/.test(value));

/** Beside the headers that hold there, so that none of them is dropped. */
function addHeaders(
  settings: NginxSettings,
  { server }: ServerHeaders,
  missing: readonly Protection[],
): Edit[] | undefined {
  const behind =
    inForce(server, 'add_header').at(-1) ??
    server.directives.findLast(({ name }) => name === 'server_name' || name === 'listen');
  const lines = wanted(missing).map((each) => `add_header ${HEADER_OF[each]} "${VALUE_OF[each]}" always;`);
  return behind && insertBehind(settings, behind, lines);
}

/** A policy says who may show the page in a frame, too. */
const wanted = (missing: readonly Protection[]): Protection[] =>
  missing.filter((each) => each !== 'framing' || !missing.includes('csp'));

function judgeModule(module: PythonModule, deployment: Deployment, { report, satisfied }: RuleContext): void {
  const own = appHeadersOf(module);
  for (const header of own.headers)
    if (letsAllFrame(header)) report({ place: placeIn(module, header.place), message: 'framed' });
  const [application] = flaskApplications(module);
  const first = own.headers[0];
  if (own.isOpen || (!first && !application)) return;
  const modules = deployment.all('python', IN_PYTHON);
  const inApp = modules.flatMap((each) => appHeadersOf(each).headers);
  // Nobody shows answers for programs; pages may be made in modules beside the one with the application.
  if (!first && deployment.all('python', MAKES_PAGES).every(({ text }) => !MAKES_PAGES.test(text))) return;
  // What another module sets is judged there.
  if (modules.some((each) => appHeadersOf(each).isOpen) || (!first && inApp.length > 0)) return;
  const proxies = deployment.all('nginx', IN_NGINX).flatMap(serverHeaders);
  const atProxy = proxies.flatMap(({ headers }) => headers);
  const place = placeIn(module, first?.place ?? application!);
  const missing = missingOf([...inApp, ...atProxy], { isTls: true });
  if (missing.length === 0) {
    if (atProxy[0] && isSecurityHeader(atProxy[0].name)) satisfied(place, atProxy[0].place);
    return;
  }
  const fixes = () => [{ safe: false, title: 'add', edits: first && addToAnswer(module, wanted(missing)) }];
  const data = { names: namesOf(missing) };
  report({ place, message: 'app', rows: rowsOf(missing), data, severity: severityOf(missing), fixes });
}

/** Behind the last header that is set in the plain form. */
function addToAnswer(module: PythonModule, missing: readonly Protection[]): Edit[] | undefined {
  const { text } = module;
  const written = appHeadersOf(module).headers.findLast((header) => header.written)?.written;
  if (!written) return undefined;
  const { on, statement } = written;
  const headers = text.slice(on.start, on.end);
  const lines = missing.map((each) => `${headers}["${HEADER_OF[each]}"] = "${VALUE_OF[each]}"`);
  return insertLines(module, statement, 'behind', lines);
}
