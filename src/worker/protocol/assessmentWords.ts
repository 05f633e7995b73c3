/**
 * The words of an assessment in every language: states, why they are so, and sorts of things. What
 * could be taken for a verdict is marked as a proposal.
 */
import type { AssessedObject, Assessment, ChangeState, Issue, ItemState, RowState, StateReason } from './assessment';
import type { Locale, Severity } from './finding';

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Locale, string>>>>;

export const rowStateWords: Words<RowState> = {
  met: { en: 'Met', 'zh-cn': '已满足' },
  partial: { en: 'Partly met', 'zh-cn': '部分满足' },
  unmet: { en: 'Not met', 'zh-cn': '未满足' },
  notApplicable: { en: 'Not applicable', 'zh-cn': '不适用' },
  manual: { en: 'To be checked by a person', 'zh-cn': '待人工核查' },
  unknown: { en: 'Cannot be judged', 'zh-cn': '无法判定' },
};

export const itemStateWords: Words<ItemState> = {
  fail: { en: 'Not compliant (proposed)', 'zh-cn': '不符合（建议值）' },
  partial: { en: 'Partly compliant (proposed)', 'zh-cn': '部分符合（建议值）' },
  clean: { en: 'Checked, nothing found', 'zh-cn': '已核查，未发现问题' },
  unknown: { en: 'Cannot be judged from deployment files', 'zh-cn': '无法由部署文件判定' },
  notApplicable: { en: 'Not applicable', 'zh-cn': '不适用' },
};

/** Why a state is what it is, as a sentence without its full stop. */
export const reasonWords: Words<StateReason> = {
  context: { en: 'the row explains and asks for nothing by itself', 'zh-cn': '该行为说明，本身不提出要求' },
  files: { en: 'no file that could tell is in the scope', 'zh-cn': '范围内没有可据以判断的文件' },
  values: {
    en: 'files leave values open (variables, outside parameters)',
    'zh-cn': '文件未给出取值（变量、外部参数）',
  },
  visible: {
    en: 'no deployment file tells; interview or on-site check needed',
    'zh-cn': '部署文件不体现此项，需访谈或现场核查',
  },
  nearest: {
    en: 'findings are near to it only, none is exactly under it',
    'zh-cn': '仅有相关情况，没有直接对应本条款的发现',
  },
  suppressed: {
    en: 'all findings are suppressed; a person has to confirm the reasons',
    'zh-cn': '发现均已抑制，理由需人工确认',
  },
  person: { en: 'files do not decide it, a person has to look', 'zh-cn': '文件不能决定，需人工查看' },
  expired: { en: 'the attestation for it has expired', 'zh-cn': '人工声明已过期' },
  attested: { en: 'a person answers for it', 'zh-cn': '由责任人声明' },
  off: { en: 'the configuration does not switch its rules on', 'zh-cn': '配置未启用相关规则' },
  preset: {
    en: "assessors' sheets leave it out for such things",
    'zh-cn': '测评工作表对此类对象预设为不适用',
  },
};

export const objectKindWords: Words<AssessedObject['kind']> = {
  service: { en: 'Service', 'zh-cn': '服务' },
  image: { en: 'Image', 'zh-cn': '镜像' },
  host: { en: 'Host', 'zh-cn': '主机' },
  proxy: { en: 'Reverse proxy', 'zh-cn': '反向代理' },
  application: { en: 'Application', 'zh-cn': '应用' },
  logStore: { en: 'Log store', 'zh-cn': '日志存储' },
  boundary: { en: 'Network boundary', 'zh-cn': '网络边界' },
  pipeline: { en: 'CI pipeline', 'zh-cn': 'CI 流水线' },
  network: { en: 'Communication network', 'zh-cn': '通信网络' },
  data: { en: 'Data', 'zh-cn': '数据' },
  management: { en: 'Management', 'zh-cn': '管理' },
};

/** Sorts of sheets in an assessor's workbook. */
export const sheetWords: Words<AssessedObject['sheet']> = {
  network: { en: 'network', 'zh-cn': '通信网络' },
  boundary: { en: 'boundary', 'zh-cn': '区域边界' },
  server: { en: 'server', 'zh-cn': '服务器' },
  database: { en: 'database', 'zh-cn': '数据库' },
  application: { en: 'application', 'zh-cn': '应用系统' },
  data: { en: 'data', 'zh-cn': '数据' },
  management: { en: 'management', 'zh-cn': '管理' },
};

/** A proposal too. */
export const riskWords: Words<Issue['risk']> = {
  high: { en: 'High', 'zh-cn': '高风险' },
  medium: { en: 'Medium', 'zh-cn': '中风险' },
  low: { en: 'Low', 'zh-cn': '低风险' },
};

export const severityWords: Words<Severity> = {
  error: { en: 'error', 'zh-cn': '错误' },
  warning: { en: 'warning', 'zh-cn': '警告' },
  info: { en: 'info', 'zh-cn': '提示' },
  hint: { en: 'hint', 'zh-cn': '建议' },
};

/** Who decided rows. */
export const deciderWords: Words<keyof Assessment['coverage']['decided']> = {
  byFiles: { en: 'Decided by files', 'zh-cn': '由文件判定' },
  attested: { en: 'Attested by people', 'zh-cn': '由人员声明' },
  open: { en: 'Open', 'zh-cn': '待定' },
};

/** Of findings since an earlier report. */
export const changeStateWords: Words<ChangeState> = {
  repaired: { en: 'Repaired', 'zh-cn': '已整改' },
  open: { en: 'Open', 'zh-cn': '未整改' },
  new: { en: 'New', 'zh-cn': '新增' },
  unjudged: { en: 'Cannot be judged', 'zh-cn': '无法判定' },
};
