/** MLPS-BLD-002: downloads check whom they talk to. */
import { ciVariables } from '../../documents/ci/ciVariables';
import { environmentOf } from '../../documents/dockerfile/stages';
import { readEnvText } from '../../documents/env/env';
import { placeOfWords } from '../../documents/shell/script';
import { fileName, resolveBeside } from '../../files';
import type { EnvironmentEntry } from '../../model/container';
import { isForJobs } from '../../model/filePurpose';
import { type Edit, type Place, placeIn } from '../../model/value';
import { once } from '../../once';
import { usesFlask } from '../../readings/appSettings';
import { type InsecureOption, insecureOptions } from '../../readings/insecureOptions';
import { plainDownload } from '../../readings/plainDownload';
import { switchesTlsOff } from '../../readings/tlsVariables';
import { unverifiedTls } from '../../readings/unverifiedTls';
import type { Report, Rule } from '../rule';

export const noDisabledTlsVerification: Rule = {
  id: 'MLPS-BLD-002',
  name: 'no-disabled-tls-verification',
  severity: 'error',
  profile: 'recommended',
  kinds: ['dockerfile', 'compose', 'run', 'shell', 'env', 'python'],
  wider: {
    en: 'Archives over plain http that the script keeps and nothing in it unpacks, and Python that serves no pages with Flask.',
    'zh-cn': '经明文 http 取得、脚本只保存而不解包的归档文件，以及不用 Flask 提供页面的 Python 代码。',
  },
  clauses: ['~8.1.2.2 a', '~8.1.4.7 a'],
  rows: [],
  peers: [
    'CKV2_DOCKER_2',
    'CKV2_DOCKER_3',
    'CKV2_DOCKER_4',
    'CKV2_DOCKER_5',
    'CKV2_DOCKER_6',
    'CKV2_DOCKER_12',
    'CKV2_DOCKER_13',
    'CKV2_DOCKER_14',
    'CKV2_DOCKER_15',
    'CKV2_DOCKER_16',
    'S5332',
  ],
  title: { en: 'Verify the server when downloading', 'zh-cn': '下载时须校验服务器身份' },
  why: {
    en: 'Without the check of its certificate anybody on the way can answer for the server and hand over a program of his own. The clause asks for integrity in transit.',
    'zh-cn': '不校验证书时，链路上的任何人都可冒充服务器并交付自己的程序。条款要求保证传输完整性。',
  },
  remedy: {
    en: "Remove the option, and install the certificate of the private authority in the system's store (`update-ca-certificates`). Fetch over https, or check a `sha256sum` before use.",
    'zh-cn':
      '请移除该选项，并将私有 CA 证书装入系统证书库（`update-ca-certificates`）。用 https 下载，或在使用前核对 `sha256sum`。',
  },
  messages: {
    off: {
      en: '{option} switches the check of the server off. Remove it; install the certificate of a private authority instead.',
      'zh-cn': '{option} 关闭了对服务器的校验。请移除；私有 CA 应安装其证书。',
    },
    plain: {
      en: 'The program from {host} comes over plain http and is not checked. Use https, or check its sha256 sum.',
      'zh-cn': '来自 {host} 的程序经明文 http 传输且未经校验。请使用 https，或核对 sha256。',
    },
    archive: {
      en: 'The archive from {host} comes over plain http and is not checked: what it holds may be replaced on the way. Use https, or check its sha256 sum.',
      'zh-cn':
        '来自 {host} 的归档文件经明文 http 传输且未经校验，其内容可能在途中被替换。请使用 https，或核对 sha256。',
    },
    remove: {
      en: 'Remove {option} (fails if the certificate is not valid)',
      'zh-cn': '移除 {option}（证书无效时将失败）',
    },
  },
  check: {
    envFile({ entries, text }, { report }) {
      for (const { name, literal, place, namePlace } of entries) {
        if (switchesTlsOff(name, literal))
          tell(report, { ...namePlace, end: place.end }, `${name}=${literal}`, () => wholeLine(text, place));
      }
    },
    script(script, { report }) {
      for (const { name, value } of ciVariables(script)) {
        if (switchesTlsOff(name, value.text)) tell(report, value.place, `${name}=${value.text}`, undefined);
      }
      for (const command of script.commands) {
        for (const { words, option, edits } of insecureOptions(script, command)) {
          const place = placeOfWords(script, words);
          tell(report, place, option, edits, script.service);
        }
        for (const { name, value, start, end } of command.assignments) {
          if (value && switchesTlsOff(name, value.known))
            tell(report, placeIn(script, { start, end }), `${name}=${value.resolved}`, undefined);
        }
        const exported = SETS.test(command.words[0]?.resolved ?? '') ? command.words.slice(1) : [];
        for (const word of exported) {
          const [name = '', ...value] = (word.known ?? '').split('=');
          if (value.length > 0 && switchesTlsOff(name, value.join('=')))
            tell(report, placeIn(script, word), word.resolved, undefined);
        }
        const plain = plainDownload(script, command);
        if (!plain) continue;
        const as = plain.isProgram
          ? ({ message: 'plain' } as const)
          : ({ message: 'archive', severity: 'warning', profile: plain.isKept ? 'mlps3' : undefined } as const);
        report({ place: placeIn(script, plain.word), ...as, data: { host: plain.host }, service: script.service });
      }
    },
    python(module, { report, purpose }) {
      for (const { place, option, removed } of unverifiedTls(module)) {
        const edits = removed && [{ uri: module.uri, start: removed.start, end: removed.end, newText: '' }];
        report({
          place: { uri: module.uri, start: place.start, end: place.end },
          message: 'off',
          data: { option },
          profile: usesFlask(module) && !isForJobs(purpose) ? undefined : 'mlps3',
          fixes: () => [{ safe: false, title: 'remove', edits }],
        });
      }
    },
    dockerfile(file, { report }) {
      for (const outer of file.instructions) {
        const instruction = outer.trigger ?? outer;
        if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
        const pairs = instruction.keyword === 'ENV' ? environmentOf(instruction) : [];
        const argument =
          instruction.keyword === 'ARG' ? /^(\w+)=["']?([^"']*)/.exec(instruction.words[0]?.text ?? '') : null;
        if (argument) pairs.push([argument[1]!, argument[2]!]);
        for (const [name, value] of pairs) {
          if (value.includes('$') || !switchesTlsOff(name, value)) continue;
          const word = instruction.words.find((w) => w.text === name || w.text.startsWith(`${name}=`));
          if (!word) continue;
          const alone = pairs.length === 1 && instruction === outer;
          const place =
            alone && instruction.words.length === 2
              ? { ...word.place, end: instruction.words[1]!.place.end }
              : word.place;
          tell(
            report,
            place,
            `${name}=${value}`,
            alone ? () => lineOf(file.text, file.base, instruction.place) : undefined,
          );
        }
      }
    },
    container({ environment, envFiles, name, writer }, { report, files }) {
      for (const { name: variable, value } of switchedOffIn(environment))
        if (value) tell(report, value.place, `${variable}=${value.resolved}`, () => writer.remove(value), name);
      for (const value of envFiles) {
        const uri = value.known === undefined ? undefined : resolveBeside(value.place.uri, value.known);
        const text = uri === undefined ? undefined : files.text(uri);
        for (const [variable, literal] of typeof text === 'string' ? readEnvText(text) : []) {
          if (switchesTlsOff(variable, literal))
            tell(report, value.place, `${variable}=${literal} (${fileName(uri!)})`, undefined, name);
        }
      }
    },
  },
};

const SETS = /^(export|declare|typeset|setx?)$/;

const switchedOffIn = once((environment: readonly EnvironmentEntry[]) =>
  environment.filter(({ name, value }) => switchesTlsOff(name, value?.known)),
);

function tell(
  report: (r: Report) => void,
  place: Place,
  option: string,
  edits: InsecureOption['edits'],
  service?: string,
): void {
  report({
    place,
    message: 'off',
    data: { option },
    service,
    fixes: () => [{ safe: false, title: 'remove', edits: edits?.() }],
  });
}

/** The line of an entry with its line break; undefined for a value over several lines. */
function wholeLine(text: string, { uri, start, end }: Place): Edit[] | undefined {
  if (text.slice(start, end).includes('\n')) return undefined;
  const next = text.indexOf('\n', end);
  return [{ uri, start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next + 1, newText: '' }];
}

/** The instruction with its line break. */
function lineOf(text: string, base: number, { uri, start, end }: Place): Edit[] {
  const br = /^[ \t]*\r?\n/.exec(text.slice(end - base, end - base + 100))?.[0].length ?? 0;
  return [{ uri, start, end: end + br, newText: '' }];
}
