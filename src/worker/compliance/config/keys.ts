/**
 * Everything that may stand in `.qrcodemaster.yaml`, as data: the reader, completion, hover and the
 * JSON schema live on it.
 */
import type { Rule, Text } from '../rules/rule';
import type { ProposedDay } from './proposedDay';

export type ConfigNode = { text: Text } /** `oneOf`: exactly one of these keys. */ & (
  | { kind: 'map'; keys: Record<string, ConfigNode>; required?: readonly string[]; oneOf?: readonly string[] }
  /** Rule ids or names, each with a `setting`. */
  | { kind: 'rules' }
  /** A severity, or a map of `RULE_KEYS` whose options are those of the rule. */
  | { kind: 'setting'; rule: Rule | undefined }
  | { kind: 'list'; item: ConfigNode }
  | { kind: 'words'; words: Record<string, Text> }
  /** Id or name of a rule. */
  | { kind: 'rule' }
  /** One pattern or several. */
  | { kind: 'globs' }
  | { kind: 'text' }
  /** Id of a row of the checklist. */
  | { kind: 'row' }
  /** Number and letter of a clause of GB/T 22239-2019. */
  | { kind: 'clause' }
  /** `YYYY-MM-DD`, and which day completion proposes. */
  | { kind: 'date'; proposes: ProposedDay }
);

export const SEVERITY: ConfigNode & { kind: 'words' } = {
  kind: 'words',
  text: {
    en: 'How findings of the rule count. A rule with a severity runs whatever the profile.',
    'zh-cn': '该规则的发现按此级别计。写明级别的规则无论配置档如何都会运行。',
  },
  words: {
    error: { en: 'A hole, or a control that does nothing.', 'zh-cn': '存在漏洞，或控制措施不起作用。' },
    warning: { en: 'A required hardening is missing.', 'zh-cn': '缺少要求的加固。' },
    info: { en: 'Weaker than the clause asks, or needs a look.', 'zh-cn': '弱于条款要求，或需人工查看。' },
    hint: { en: 'Style or evidence only.', 'zh-cn': '仅为写法或证据。' },
    off: { en: 'The rule does not run.', 'zh-cn': '不运行该规则。' },
  },
};

/** The map form of a rule's setting; `options` are the rule's own. */
export const RULE_KEYS = {
  severity: SEVERITY,
  options: {
    kind: 'map',
    text: { en: 'Options of this rule.', 'zh-cn': '该规则的选项。' },
    keys: {},
  },
} as const satisfies Record<string, ConfigNode>;

const profile: ConfigNode = {
  kind: 'words',
  text: {
    en: 'Which rules run. A configuration without this line means mlps3.',
    'zh-cn': '运行哪些规则。配置文件未写此项时为 mlps3。',
  },
  words: {
    recommended: { en: 'Quiet on ordinary development files.', 'zh-cn': '对普通开发文件保持安静。' },
    mlps3: {
      en: 'The whole checklist for MLPS level 3; suppressions need a reason.',
      'zh-cn': '等保三级的完整清单；抑制须写明理由。',
    },
  },
};

const rules: ConfigNode = {
  kind: 'rules',
  text: {
    en: 'Severity and options by rule: `MLPS-RUN-008: off`, or a map with `severity` and `options`.',
    'zh-cn': '按规则设置级别和选项：`MLPS-RUN-008: off`，或含 `severity`、`options` 的映射。',
  },
};

const globs = (en: string, zh: string): ConfigNode => ({ kind: 'globs', text: { en, 'zh-cn': zh } });

const waiver: ConfigNode = {
  kind: 'map',
  text: {
    en: 'A suppressed finding, with a reason for the assessor.',
    'zh-cn': '被抑制的发现，附供测评人员查看的理由。',
  },
  required: ['rule', 'reason'],
  keys: {
    rule: { kind: 'rule', text: { en: 'Id or name of the rule.', 'zh-cn': '规则的编号或名称。' } },
    reason: {
      kind: 'text',
      text: { en: 'Why this is acceptable. The report shows it.', 'zh-cn': '可接受的原因。报告中会显示。' },
    },
    until: {
      kind: 'date',
      proposes: 'halfYear',
      text: {
        en: 'Last day of the waiver, such as 2027-01-31. After it the finding is shown again.',
        'zh-cn': '豁免的最后一天，如 2027-01-31。此后该发现重新显示。',
      },
    },
    files: globs('Only in these files. Without it: in every file.', '仅限这些文件。不写则适用于所有文件。'),
    service: {
      kind: 'text',
      text: { en: 'Only for this service or container name.', 'zh-cn': '仅限此服务或容器名称。' },
    },
  },
};

const attestation: ConfigNode = {
  kind: 'map',
  text: {
    en: 'What a person answers for because no file proves it.',
    'zh-cn': '文件无法证明、由人员负责说明的事项。',
  },
  required: ['by', 'on', 'evidence'],
  oneOf: ['row', 'clause'],
  keys: {
    row: { kind: 'row', text: { en: 'Row of the checklist, C01 to C92.', 'zh-cn': '检查清单的行，C01 至 C92。' } },
    clause: {
      kind: 'clause',
      text: {
        en: 'Clause of GB/T 22239-2019, level 3, such as 8.1.10.13 a: in place of a row.',
        'zh-cn': 'GB/T 22239-2019 第三级的条款，如 8.1.10.13 a：代替行。',
      },
    },
    by: { kind: 'text', text: { en: 'Who looked, and answers for it.', 'zh-cn': '由谁核查并负责。' } },
    on: {
      kind: 'date',
      proposes: 'today',
      text: { en: 'The day it was looked at, such as 2027-01-31.', 'zh-cn': '核查日期，如 2027-01-31。' },
    },
    evidence: {
      kind: 'text',
      text: {
        en: 'A path or a reference of what shows it: a record, a ticket, a document with its version.',
        'zh-cn': '证据的路径或编号：记录、工单、带版本的文件。',
      },
    },
    until: {
      kind: 'date',
      proposes: 'year',
      text: {
        en: 'Last day that it holds, such as 2027-01-31. After it the row counts as open.',
        'zh-cn': '有效期的最后一天，如 2027-01-31。此后该行视为待核查。',
      },
    },
    note: { kind: 'text', text: { en: 'What else the assessor should know.', 'zh-cn': '供测评人员了解的其他说明。' } },
  },
};

const override: ConfigNode = {
  kind: 'map',
  text: { en: 'Other settings for some files. Later overrides win.', 'zh-cn': '部分文件的不同设置。后者优先。' },
  required: ['files'],
  keys: {
    files: globs(
      'Patterns of paths from this folder: `*` within a name, `**` over folders, `{a,b}`. Without a slash: the file name alone, in any folder.',
      '以本文件夹为起点的路径模式：`*` 匹配名称的一部分，`**` 跨文件夹，`{a,b}` 任选其一。不含斜杠时仅匹配文件名，不论在哪个文件夹。',
    ),
    profile,
    rules,
  },
};

export const CONFIG_ROOT: ConfigNode & { kind: 'map' } = {
  kind: 'map',
  text: {
    en: 'Settings of QR Code Master for this folder and all below it. The nearest file wins.',
    'zh-cn': 'QR Code Master 在此文件夹及其下级的设置。最近的文件优先。',
  },
  keys: {
    profile,
    rules,
    overrides: {
      kind: 'list',
      text: { en: 'Other settings for some paths.', 'zh-cn': '部分路径的不同设置。' },
      item: override,
    },
    waivers: {
      kind: 'list',
      text: {
        en: 'Findings suppressed with a reason, and if need be for a time.',
        'zh-cn': '写明理由（必要时写明期限）而抑制的发现。',
      },
      item: waiver,
    },
    attestations: {
      kind: 'list',
      text: {
        en: 'Who answers for rows and clauses that no file proves: the emergency plan, drills, alarms.',
        'zh-cn': '文件无法证明的行和条款由谁负责：应急预案、演练、告警等。',
      },
      item: attestation,
    },
    baseline: {
      kind: 'text',
      text: {
        en: 'Baseline, a file in this folder or below it: findings that stand in it are shown and fail nothing. `lint --write-baseline` writes it.',
        'zh-cn':
          '基线文件，位于此文件夹或其下级：其中已有的发现照常显示，但不算失败。由 `lint --write-baseline` 写入。',
      },
    },
    ignore: globs('Files that are not checked.', '不检查的文件。'),
    runbooks: globs(
      'Markdown files that people work by: their findings keep their severity instead of being information.',
      '供人照做的 Markdown 文件：其中的发现保持原级别，不降为信息。',
    ),
    foreignSuppressions: {
      kind: 'words',
      text: {
        en: 'Whether comments of other linters (hadolint, checkov, trivy, KICS, semgrep, BuildKit, dclint) silence the same rules here.',
        'zh-cn':
          '其他检查工具（hadolint、checkov、trivy、KICS、semgrep、BuildKit、dclint）的注释是否也抑制此处的同类规则。',
      },
      words: {
        true: { en: 'They count.', 'zh-cn': '有效。' },
        false: { en: 'They do not count (default).', 'zh-cn': '无效（默认）。' },
      },
    },
  },
};
