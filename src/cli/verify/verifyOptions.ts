/** Options, help and sentences of `verify`. */
import type { Locale } from '../../worker/protocol/finding';
import type { Options } from '../readArguments';
import { choice } from '../valueReaders';

export const verifyOptions = {
  sums: {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: {
      en: 'a list of SHA-256 as sha256sum writes it: SHA256SUMS for a package, NAME.contents.sha256 for what is in it;\ndefault: the hashes in this program, for its own version',
      'zh-cn':
        'sha256sum 格式的 SHA-256 列表：SHA256SUMS 用于安装包，NAME.contents.sha256 用于其内容；\n默认使用本程序内置的、与其版本对应的哈希值',
    },
  },
  key: {
    value: { en: 'FILE', 'zh-cn': '文件' },
    about: {
      en: "the publisher's public key (PEM): the list has to be signed, in FILE.sig beside it",
      'zh-cn': '发布者的公钥（PEM）：列表必须有签名，即旁边的 .sig 文件',
    },
  },
  format: { value: 'text|json', reader: choice(['text', 'json']), about: { en: 'default text', 'zh-cn': '默认 text' } },
} as const satisfies Options;

export const verifyHead = {
  en: 'qr-code-master verify [PACKAGE.vsix | FOLDER] [options]\n\nCompares a package, or the folder that it was installed into, with the SHA-256 of its files.\nDefault: the folder that this program runs from.',
  'zh-cn':
    'qr-code-master verify [安装包.vsix | 目录] [选项]\n\n将安装包或其安装目录与各文件的 SHA-256 对比。\n默认：本程序所在的目录。',
};
export const verifyTail = {
  en: 'Exit codes: 0 all as built, 1 something differs, 2 wrong usage or unreadable input.',
  'zh-cn': '退出码：0 全部与构建一致，1 存在差异，2 用法错误或输入无法读取。',
};

export const sentences = {
  surplus: {
    en: 'verify takes one package or folder: "{argument}" is one too many.',
    'zh-cn': 'verify 只接受一个安装包或目录：“{argument}”多余。',
  },
  keyAlone: {
    en: '--key needs --sums: it is the list that is signed.',
    'zh-cn': '--key 需要 --sums：被签名的是该列表。',
  },
  noSums: {
    en: '{file} is not a list as sha256sum writes it.',
    'zh-cn': '{file} 不是 sha256sum 格式的列表。',
  },
  noKey: {
    en: '{file} is not an Ed25519 public key in PEM form.',
    'zh-cn': '{file} 不是 PEM 格式的 Ed25519 公钥。',
  },
  noTable: {
    en: 'This build holds no hashes. Give --sums.',
    'zh-cn': '此构建未内置哈希值。请使用 --sums。',
  },
  signed: { en: 'signature  valid: {file}', 'zh-cn': '签名  有效：{file}' },
  notSigned: { en: 'signature  not by this key: {file}', 'zh-cn': '签名  并非由该密钥签署：{file}' },
  changed: { en: 'changed  {file}', 'zh-cn': '已更改  {file}' },
  missing: { en: 'missing  {file}', 'zh-cn': '缺失  {file}' },
  extra: { en: 'extra    {file}', 'zh-cn': '多余  {file}' },
  notCompared: {
    en: 'Not compared, for a program cannot prove itself: {files}. Compare them by --sums.',
    'zh-cn': '以下文件未对比，因为程序无法自证：{files}。请用 --sums 对比。',
  },
  equal: { en: '{count} files are as they were built.', 'zh-cn': '{count} 个文件与构建一致。' },
  differs: {
    en: '{count} files differ from what was built. Do not run it; get the package again from its publisher.',
    'zh-cn': '{count} 个文件与构建不一致。请勿运行，并从发布者处重新获取安装包。',
  },
} satisfies Record<string, Record<Locale, string>>;
