/** MLPS-APP-005: what a form changes was asked for from the application's own page. */
import { formsWithoutToken } from '../../documents/jinja/postForms';
import { lineBreakOf } from '../../documents/text/lines';
import { placeIn } from '../../model/value';
import { csrfHoles, csrfProtections, knowsVisitors } from '../../readings/csrf';
import { flaskApplications } from '../../readings/flaskApplications';
import type { Rule } from '../rule';

const FIELD = '<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">';

export const csrfProtection: Rule = {
  id: 'MLPS-APP-005',
  name: 'csrf-protection',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['jinja', 'python'],
  clauses: ['~8.1.4.4 d', '~8.1.9.4 c'],
  highRisk: ['~6.4.3.3'],
  rows: ['C75', 'C77', 'C78'],
  peers: ['SG:flask-wtf-csrf-disabled'],
  title: { en: 'Protect forms against forged requests', 'zh-cn': '表单须防范跨站请求伪造' },
  why: {
    en: 'Another page may send the same form in the name of whoever is logged in, also through a proxy that authenticates. A token that only the own page knows stops it. Level 3 asks that input is checked for what it may be.',
    'zh-cn':
      '其他页面可以借已登录用户的身份提交同样的表单，经由认证代理时也是如此；只有本站页面才知道的令牌可以阻止。等保三级要求对输入内容进行有效性检验。',
  },
  remedy: {
    en: `Call \`CSRFProtect(app)\` of Flask-WTF, and put \`{{ form.hidden_tag() }}\` or \`${FIELD}\` into each form that posts. An API that takes a token in a header, and no cookies, needs none: suppress the finding with that reason.`,
    'zh-cn': `请调用 Flask-WTF 的 \`CSRFProtect(app)\`，并在每个 POST 表单中加入 \`{{ form.hidden_tag() }}\` 或 \`${FIELD}\`。通过请求头携带令牌且不使用 Cookie 的接口无需此项：可据此写明理由并抑制。`,
  },
  messages: {
    form: {
      en: 'This form posts without a token, so any other page can send it in the user’s name. Add one, and `CSRFProtect(app)`.',
      'zh-cn': '此 POST 表单不带令牌，其他页面可借用户身份提交。请加上令牌，并启用 `CSRFProtect(app)`。',
    },
    off: {
      en: 'No form is checked for its token. Write True; settings of tests may say False.',
      'zh-cn': '所有表单都不再检查令牌。请改为 True；测试用的配置可以为 False。',
    },
    exempt: {
      en: 'Requests to this are not checked for a token, so any other page can send them in the user’s name. Remove the exemption, or suppress this with what checks the sender instead.',
      'zh-cn': '此处的请求不检查令牌，其他页面可借用户身份发送。请删除豁免；如另有校验发送方的方式，请写明理由并抑制。',
    },
    app: { en: 'The application is made here, without CSRFProtect.', 'zh-cn': '应用在此创建，未启用 CSRFProtect。' },
    on: { en: 'Write True (forms without a token are refused)', 'zh-cn': '改为 True（不带令牌的表单将被拒绝）' },
    add: { en: 'Add the token (needs `CSRFProtect(app)`)', 'zh-cn': '添加令牌（需要 `CSRFProtect(app)`）' },
  },
  check: {
    python(module, { report }) {
      for (const { kind, place, value } of csrfHoles(module)) {
        const edits = value && [{ ...placeIn(module, value), newText: 'True' }];
        report({
          place: placeIn(module, place),
          message: kind,
          fixes: () => [{ safe: false, title: 'on', edits }],
        });
      }
    },
    deployment(deployment, { report, satisfied }) {
      for (const template of deployment.own('template')) {
        const forms = formsWithoutToken(template);
        if (forms.length === 0) continue;
        const { uri, text } = template;
        const modules = deployment.all('python', /\bflask\b|csrf|seasurf/i);
        const protector = modules.find((module) => csrfProtections(module).length > 0);
        const app = modules.flatMap((module) => flaskApplications(module).map((place) => placeIn(module, place)))[0];
        const isNameless = app !== undefined && !modules.some(knowsVisitors);
        for (const { tag } of forms) {
          const { start, end } = tag;
          const place = { uri, start, end };
          if (protector) {
            satisfied(place, placeIn(protector, csrfProtections(protector)[0]!));
            continue;
          }
          const fixes = () => {
            const indent = /^[ \t]*(?=<)/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
            const newText = `${lineBreakOf(text)}${indent}  ${FIELD}`;
            return [{ safe: false, title: 'add', edits: [{ uri, start: end, end, newText }] }];
          };
          const severity = isNameless ? 'hint' : undefined;
          report({ place, message: 'form', severity, fixes, related: app && [{ place: app, message: 'app' }] });
        }
      }
    },
  },
};
