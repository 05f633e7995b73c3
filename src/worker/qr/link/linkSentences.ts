/** What is said of an address, for somebody who knows nothing of addresses. */
import { fill } from '../../protocol/fill';
import type { Locale } from '../../protocol/finding';
import type { LinkConcern, LinkWarning } from '../../protocol/link';

interface Sentence {
  severity: LinkWarning['severity'];
  en: string;
  'zh-cn': string;
}

const SENTENCES: Record<LinkConcern, Sentence> = {
  'runs-code': {
    severity: 'warning',
    en: 'This is code that a program would run, not a place on the web. It is never opened.',
    'zh-cn': '这是会被程序运行的代码，不是网址，绝不会打开。',
  },
  'other-program': {
    severity: 'warning',
    en: 'This address ({scheme}) belongs to a program or file on a device, not to the web. It is never opened from here.',
    'zh-cn': '此地址（{scheme}）指向设备上的程序或文件，不是网页，不会从这里打开。',
  },
  'hidden-characters': {
    severity: 'warning',
    en: 'It holds spaces, line breaks or characters that cannot be seen, so it may not lead where it seems to. It is not opened.',
    'zh-cn': '其中有空格、换行或看不见的字符，可能并不通向看起来的地方，因此不会打开。',
  },
  bidi: {
    severity: 'warning',
    en: 'It holds marks that turn the direction of writing, so its parts may be shown in another order than they are read. It is not opened.',
    'zh-cn': '其中有改变书写方向的标记，各部分的显示顺序可能与实际顺序不同，因此不会打开。',
  },
  'user-info': {
    severity: 'warning',
    en: 'What stands before the @ is a user name, not the address. The link leads to {host}.',
    'zh-cn': '@ 之前是用户名，不是网址。此链接通向 {host}。',
  },
  lookalike: {
    severity: 'warning',
    en: 'The name {unicode} only looks like {like}: its letters are of another alphabet. It is another site ({host}).',
    'zh-cn': '名称 {unicode} 只是看起来像 {like}：它用的是另一种字母，是另一个网站（{host}）。',
  },
  'mixed-scripts': {
    severity: 'warning',
    en: 'The name {unicode} mixes letters of different alphabets, as imitations of known names do. It is sent as {host}.',
    'zh-cn': '名称 {unicode} 混用了不同的字母，仿冒的名称常这样做。实际发送的是 {host}。',
  },
  'ip-disguised': {
    severity: 'warning',
    en: 'The number {written} is a hidden way to write the address {host}. No honest link needs that.',
    'zh-cn': '{written} 是地址 {host} 的隐藏写法，正常的链接不需要这样写。',
  },
  'ip-host': {
    severity: 'warning',
    en: 'It leads to a computer by its number ({host}), not to a site with a name.',
    'zh-cn': '它通向一个数字地址（{host}），而不是有名称的网站。',
  },
  redirector: {
    severity: 'warning',
    en: 'It may send you on to another site: {target}.',
    'zh-cn': '它可能会把您转到另一个网站：{target}。',
  },
  shortener: {
    severity: 'warning',
    en: 'It is a short link of {host}: where it leads cannot be seen and may change.',
    'zh-cn': '这是 {host} 的短链接：看不出它通向哪里，而且目标可能改变。',
  },
  'no-tls': {
    severity: 'warning',
    en: 'The connection is not encrypted (http): others on the network can read and change what is sent.',
    'zh-cn': '连接未加密（http）：网络中的其他人可以读取和篡改传输的内容。',
  },
  port: {
    severity: 'note',
    en: 'It uses the unusual port {port}.',
    'zh-cn': '它使用不常见的端口 {port}。',
  },
  long: {
    severity: 'note',
    en: 'It is very long ({count} characters). The site it leads to is {host}.',
    'zh-cn': '它非常长（{count} 个字符）。它通向的网站是 {host}。',
  },
  international: {
    severity: 'note',
    en: 'The name {unicode} has letters beyond a to z. It is sent as {host}.',
    'zh-cn': '名称 {unicode} 含有 a 到 z 以外的字母，实际发送的是 {host}。',
  },
  local: {
    severity: 'note',
    en: 'It leads to your own computer or network ({host}).',
    'zh-cn': '它通向您自己的计算机或网络（{host}）。',
  },
};

export function linkWarning(code: LinkConcern, values: Record<string, string>, locale: Locale): LinkWarning {
  const sentence = SENTENCES[code];
  return { code, severity: sentence.severity, message: fill(sentence[locale], values) };
}
