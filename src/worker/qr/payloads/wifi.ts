/**
 * Access to a Wi-Fi network, in the form that ZXing introduced and Android and iOS read (WPA3
 * specification 3.0 §7 has the same keys).
 */
import { fault } from '../../protocol/errors';
import { MASK } from '../../protocol/payload';
import { utf8Length } from '../textBytes';
import { escapeBackslash, semicolonItems, unescapeBackslash } from './escapes';
import { filled, type PayloadKind } from './kind';

const special = '\\;,":';

const escaped = (text: string) => escapeBackslash(text, special);

/**
 * A bare name of hexadecimal digits is taken for the bytes they stand for by some readers; quotes
 * say that it is text. Passwords are only taken so when they are a whole key.
 */
const networkName = (text: string) => (/^([0-9a-f]{2})+$/i.test(text) ? `"${text}"` : escaped(text));

function itemValue(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  return /^"[\s\S]*[^\\]"$/.test(raw) ? unescapeBackslash(raw.slice(1, -1)) : unescapeBackslash(raw);
}

/**
 * WPA takes 8 to 63 bytes or 64 hexadecimal digits (IEEE 802.11 annex J.4); SAE and WEP have no
 * such limits.
 */
const isPassphrase = (text: string) =>
  /^[0-9a-f]{64}$/i.test(text) || (utf8Length(text) >= 8 && utf8Length(text) <= 63);

const withPassword = ['WPA', 'SAE', 'WEP', 'WPA2-EAP'];
const onlyEnterprise = { field: 'security', values: ['WPA2-EAP'] };

export const wifi: PayloadKind = {
  kind: 'wifi',
  label: { en: 'Wi-Fi network', 'zh-cn': 'Wi-Fi 网络' },
  fields: [
    {
      name: 'ssid',
      label: { en: 'Network name', 'zh-cn': '网络名称' },
      input: 'text',
      required: true,
      example: 'Guest Wi-Fi (1-32 B)',
      valid: (name) => utf8Length(name) <= 32,
    },
    {
      name: 'security',
      label: { en: 'Security', 'zh-cn': '安全类型' },
      input: 'choice',
      choices: ['WPA', 'SAE', 'WEP', 'nopass', 'WPA2-EAP'],
      choiceLabels: {
        WPA: { en: 'WPA, WPA2 or WPA2/WPA3', 'zh-cn': 'WPA、WPA2 或 WPA2/WPA3' },
        SAE: { en: 'WPA3 (SAE)', 'zh-cn': 'WPA3(SAE)' },
        WEP: { en: 'WEP (can be broken)', 'zh-cn': 'WEP（可被破解）' },
        nopass: { en: 'Open, no password', 'zh-cn': '开放，无密码' },
        'WPA2-EAP': { en: 'Enterprise (EAP)', 'zh-cn': '企业级（EAP）' },
      },
    },
    {
      name: 'password',
      label: { en: 'Password', 'zh-cn': '密码' },
      input: 'secret',
      only: { field: 'security', values: withPassword },
    },
    { name: 'hidden', label: { en: 'Hidden network', 'zh-cn': '隐藏网络' }, input: 'flag' },
    {
      name: 'transitionDisabled',
      label: { en: 'WPA3 only (no transition mode)', 'zh-cn': '仅 WPA3（禁用过渡模式）' },
      input: 'flag',
      only: { field: 'security', values: ['WPA', 'SAE'] },
    },
    {
      name: 'eapMethod',
      label: { en: 'EAP method', 'zh-cn': 'EAP 方法' },
      input: 'text',
      example: 'PEAP',
      only: onlyEnterprise,
    },
    {
      name: 'phase2',
      label: { en: 'Phase 2', 'zh-cn': '第二阶段认证' },
      input: 'text',
      example: 'MSCHAPV2',
      only: onlyEnterprise,
    },
    { name: 'identity', label: { en: 'Identity', 'zh-cn': '身份' }, input: 'text', only: onlyEnterprise },
    {
      name: 'anonymousIdentity',
      label: { en: 'Anonymous identity', 'zh-cn': '匿名身份' },
      input: 'text',
      only: onlyEnterprise,
    },
  ],
  build(values) {
    const security = values.security ?? 'WPA';
    checkPassword(security, values.password);
    const items = [
      ['T', security],
      ['R', values.transitionDisabled && '1'],
      ['S', networkName(values.ssid!)],
      ['P', values.password && escaped(values.password)],
      ['H', values.hidden],
      ...Object.entries(eapKeys).map(([key, name]) => [key, values[name] && escaped(values[name])]),
    ];
    return `WIFI:${items.map(([key, item]) => (item === undefined ? '' : `${key}:${item};`)).join('')};`;
  },
  parse(text) {
    if (!/^wifi:/i.test(text)) return undefined;
    const items = semicolonItems(text.slice(5));
    const item = (key: string) => itemValue(items.get(key)?.[0]);
    if (!item('S')) return undefined;
    const values: Record<string, string | undefined> = {
      ssid: item('S'),
      security: securityOf(item('T'), item('P')),
      password: item('P'),
      hidden: item('H')?.toLowerCase() === 'true' ? 'true' : undefined,
      transitionDisabled: item('R') === '1' ? 'true' : undefined,
    };
    for (const [key, name] of Object.entries(eapKeys)) values[name] = item(key);
    return filled(values);
  },
};

const eapKeys = { E: 'eapMethod', PH2: 'phase2', I: 'identity', A: 'anonymousIdentity' };

function checkPassword(security: string, password: string | undefined): void {
  const wrong = (expected: string) =>
    fault('field-invalid', { kind: 'wifi', field: 'password', value: MASK, expected });
  if (security === 'nopass' ? password !== undefined : password === undefined && security !== 'WPA2-EAP')
    throw security === 'nopass' ? wrong('') : fault('field-missing', { kind: 'wifi', field: 'password' });
  if (security === 'WPA' && !isPassphrase(password!)) throw wrong('8-63');
}

/** The security as we name it; undefined when it is the default. */
function securityOf(type: string | undefined, password: string | undefined): string | undefined {
  const known = ['SAE', 'WEP', 'nopass', 'WPA2-EAP'].find((each) => each.toLowerCase() === type?.toLowerCase());
  return known ?? (type === undefined && password === undefined ? 'nopass' : undefined);
}
