/** Areas of rules, which are the middle of their ids, and what holds of all rules of one. */

interface AreaRow {
  title: { en: string; 'zh-cn': string };
  /**
   * On what a container may do to its machine and who reaches it there: a job's machine goes with
   * the job.
   */
  concernsHost?: boolean;
  /** On how a machine is set up; that of a CI job goes with the job. */
  isOfMachine?: boolean;
  /** What runs in tests ends with them, and its secrets are made up. */
  endsWithTests?: boolean;
  /** What its rules find is not to be quoted. */
  holdsSecrets?: boolean;
  /** Its rules judge what a variable holds, not that it is used: of one variable one finding. */
  judgesContent?: boolean;
}

const ofHost = { concernsHost: true, endsWithTests: true, judgesContent: true };

export const areas = {
  APP: { title: { en: 'Web application', 'zh-cn': 'Web 应用' }, endsWithTests: true },
  BLD: { title: { en: 'Build', 'zh-cn': '构建' } },
  DOC: { title: { en: 'The check itself', 'zh-cn': '检查本身' } },
  HST: { title: { en: 'Host', 'zh-cn': '主机' }, endsWithTests: true, isOfMachine: true },
  IMG: { title: { en: 'Images', 'zh-cn': '镜像' }, judgesContent: true },
  LOG: { title: { en: 'Logs', 'zh-cn': '日志' }, ...ofHost },
  NET: { title: { en: 'Network', 'zh-cn': '网络' }, ...ofHost },
  OPS: { title: { en: 'Operation', 'zh-cn': '运维' }, endsWithTests: true },
  RUN: { title: { en: 'Running containers', 'zh-cn': '容器运行' }, ...ofHost },
  SEC: { title: { en: 'Secrets', 'zh-cn': '机密' }, endsWithTests: true, holdsSecrets: true },
  UPL: { title: { en: 'Uploads', 'zh-cn': '上传' }, endsWithTests: true },
} satisfies Record<string, AreaRow>;

export type Area = keyof typeof areas;

/** `MLPS-<AREA>-<NNN>`, never used twice. */
export type RuleId = `MLPS-${Area}-${string}`;

export const areaOf = (id: RuleId): AreaRow => areas[id.slice(5, id.indexOf('-', 5)) as Area];
