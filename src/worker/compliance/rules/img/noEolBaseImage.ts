/** MLPS-IMG-008: what an image builds on still gets security fixes. */
import { END_OF_LIFE_DATE, endOfLife } from '../../data/endOfLife';
import { dockerName } from '../../model/imageReference';
import { IMAGE_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { retag } from './retag';

export const noEolBaseImage: Rule = {
  id: 'MLPS-IMG-008',
  name: 'no-eol-base-image',
  severity: 'warning',
  profile: 'recommended',
  kinds: IMAGE_KINDS,
  wider: {
    en: 'Images that a CI job or a test script runs beside itself, such as a database of an old version to test with; old systems in which a build script compiles on purpose, to run on them; official images that a document starts without any setting, to show the command.',
    'zh-cn':
      'CI 作业或测试脚本在旁边运行的镜像，例如用于测试的旧版数据库；构建脚本为兼容旧系统而特意用来编译的旧版系统镜像；文档中不带任何设置、仅演示命令的官方镜像。',
  },
  clauses: ['8.1.4.4 e', '8.1.10.5 a'],
  highRisk: ['~6.4.3.2'],
  triggers: ['~A-22', '~A-32'],
  rows: ['C85'],
  peers: ['eol_ruby_version'],
  title: { en: 'Build on what is still supported', 'zh-cn': '基础镜像须在支持期内' },
  why: {
    en: 'After the end of support nobody fixes new vulnerabilities, and scanners have nothing to recommend. The clause asks that known vulnerabilities be repaired in time.',
    'zh-cn': '支持期结束后不再修复新漏洞，扫描器也给不出可用的修复版本。条款要求及时修补漏洞。',
  },
  remedy: {
    en: `Move to a supported line of the same variant, and test. Table of ${END_OF_LIFE_DATE}: end of LTS for Debian, of standard support for Ubuntu.`,
    'zh-cn': `请换用同一变体的受支持版本并测试。表格日期：${END_OF_LIFE_DATE}；Debian 按 LTS 终止日，Ubuntu 按标准支持终止日。`,
  },
  messages: {
    ended: {
      en: '{line} has had no security fixes since {end} (table of {table}). Use a supported version.',
      'zh-cn': '{line} 自 {end} 起不再有安全修复（表格日期 {table}）。请使用受支持的版本。',
    },
    planned: {
      en: 'The security fixes of {line} were planned to end on {end} (table of {table}). Use a supported version.',
      'zh-cn': '按计划，{line} 的安全修复已于 {end} 结束（表格日期 {table}）。请使用受支持的版本。',
    },
    next: { en: 'Use {next} (another version: test it)', 'zh-cn': '改用 {next}（版本变化，请测试）' },
  },
  check: {
    image(use, { report, today, purpose }) {
      const { reference, value, service, ofJob, passes, shown } = use;
      const name = dockerName(reference);
      if (name === undefined || reference.tag === undefined) return;
      const ended = endOfLife(name, reference.tag, today);
      if (!ended) return;
      const { line, end, next } = ended;
      const fixes = next === undefined ? undefined : () => [{ safe: false, title: 'next', edits: retag(use, next) }];
      report({
        place: value.place,
        message: end > END_OF_LIFE_DATE ? 'planned' : 'ended',
        data: { line, end, next: next ?? '', table: END_OF_LIFE_DATE },
        service,
        profile: ofJob || shown || (passes && purpose === 'build') ? 'mlps3' : undefined,
        fixes,
      });
    },
  },
};
