/** MLPS-IMG-007: images are scanned again and again, since holes become known after the build. */
import type { Deployment } from '../../deployment/deployment';
import { type CiFlow, readFlow } from '../../documents/ci/ciFlow';
import { runsAt } from '../../documents/ci/ciRuns';
import { placeOfWords, type Script } from '../../documents/shell/script';
import { indentAt, lineBreakOf } from '../../documents/text/lines';
import { child } from '../../documents/yaml/yamlTree';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { longestGapDays } from '../../model/cron';
import type { Edit } from '../../model/value';
import { imageAction } from '../../readings/imageCommand';
import { scansOf } from '../../readings/imageScan';
import { timersOf } from '../../readings/startedUnits';
import type { Report, Rule } from '../rule';

const WEEKLY = '0 3 * * 1';

export const scheduleImageScan: Rule = {
  id: 'MLPS-IMG-007',
  name: 'schedule-image-scan',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['ci', 'crontab', 'systemd'],
  clauses: ['~8.1.4.4 e', '8.1.10.5 a', '~8.1.10.5 b'],
  highRisk: ['~6.4.3.2'],
  triggers: ['~A-22'],
  rows: ['C84'],
  peers: ['CIS 4.4'],
  options: {
    maxDays: {
      default: 92,
      description: {
        en: 'The longest time between two scans, in days. The specification asks for a quarter; a week is better.',
        'zh-cn': '两次扫描之间的最长天数。规范要求每季度一次，建议每周一次。',
      },
    },
  },
  title: { en: 'Scan images on a schedule', 'zh-cn': '须定期扫描镜像' },
  why: {
    en: 'An image that was clean when it was built is no longer clean when the next vulnerability becomes known. The clauses ask for regular checks of security and for their results to be dealt with.',
    'zh-cn': '构建时没有问题的镜像，在新漏洞公布后就有了问题。条款要求定期开展安全检查并处理结果。',
  },
  remedy: {
    en: `Run the scan on a schedule (\`cron: '${WEEKLY}'\`), for the reference that is deployed.`,
    'zh-cn': `请按计划运行扫描（\`cron: '${WEEKLY}'\`），对象为实际部署的引用。`,
  },
  messages: {
    none: {
      en: 'The scan has no schedule in this file: it runs only when somebody pushes. Add a weekly one.',
      'zh-cn': '该扫描在此文件中没有计划任务：只有推送时才运行。请添加每周一次的计划。',
    },
    others: {
      en: 'The schedule runs other jobs: this scan is left out, and no other is run. Scan in a job that the schedule runs, too.',
      'zh-cn': '计划任务只运行其他作业：此扫描不参与，也没有别的扫描。请在计划任务运行的作业中也执行扫描。',
    },
    rare: {
      en: 'Up to {days} days lie between two scans; {max} are allowed. Scan every week.',
      'zh-cn': '两次扫描之间最长相隔 {days} 天，允许 {max} 天。请每周扫描。',
    },
    add: { en: 'Scan every Monday', 'zh-cn': '每周一扫描' },
    timer: { en: 'The timer of this service', 'zh-cn': '该服务的 timer' },
  },
  check: {
    deployment(deployment, { report, option }) {
      for (const script of deployment.own('script'))
        if (script.kind === 'systemd') judgeTimer(script, deployment, Number(option('maxDays')) || 92, report);
    },
    script(script, { report, option }) {
      if (script.schedule) judgeCrontab(script, Number(option('maxDays')) || 92, report);
      if (!script.pipeline || !/trivy|grype|scout|snyk|anchore|clair|twistcli|scan/i.test(script.text)) return;
      const flow = readFlow(script.pipeline?.root);
      const scans = scansOf(script, flow);
      const [scan] = scans;
      if (!scan) return;
      const max = Number(option('maxDays')) || 92;
      const gaps = flow.crons.flatMap((cron) => {
        const days = longestGapDays(cron.text);
        return days === undefined ? [] : [{ cron, days }];
      });
      const best = gaps.sort((a, b) => a.days - b.days)[0];
      if (best && best.days > max) {
        const days = Number.isFinite(best.days) ? best.days : 3660;
        report({
          place: best.cron.place,
          message: 'rare',
          data: { days, max },
          fixes: () => [{ safe: false, title: 'add', edits: [{ ...best.cron.place, newText: `'${WEEKLY}'` }] }],
        });
      }
      if (flow.crons.length > 0 || flow.scheduledElsewhere) {
        const isScheduled = scans.some(({ place }) => runsAt(flow.conditions, place.start).onSchedule);
        if (!isScheduled && !flow.open) report({ place: scan.place, message: 'others', severity: 'info' });
        return;
      }
      if (flow.open) return;
      report({
        place: flow.trigger ?? scan.place,
        message: 'none',
        severity: 'info',
        fixes: () => [{ safe: false, title: 'add', edits: addSchedule(script, flow) }],
      });
    },
  },
};

/** The timer that starts a service which scans. */
function judgeTimer(script: Script, deployment: Deployment, max: number, report: (r: Report) => void): void {
  const scan = script.commands.find((command) => imageAction(command)?.action === 'scan');
  const timers = scan ? timersOf(script, deployment) : [];
  const best = timers.sort((a, b) => (a.days ?? 0) - (b.days ?? 0))[0];
  if (!scan || best?.days === undefined || best.days <= max) return;
  const days = Number.isFinite(best.days) ? best.days : 3660;
  report({
    place: placeOfWords(script, scan.words),
    message: 'rare',
    data: { days, max },
    related: [{ place: best.place, message: 'timer' }],
    fixes: () => [{ safe: false, title: 'add', edits: [{ ...best.place, newText: 'Mon *-*-* 03:00:00' }] }],
  });
}

/** The most frequent line that scans an image is the one that counts. */
function judgeCrontab(script: Script, max: number, report: (r: Report) => void): void {
  const starts = script.commands.filter((c) => imageAction(c)?.action === 'scan').map((c) => c.start);
  const known = new Map<string, number | undefined>();
  const gapOf = (schedule: string) => {
    if (!known.has(schedule)) known.set(schedule, longestGapDays(schedule));
    return known.get(schedule);
  };
  const gaps = (script.schedule ?? []).flatMap(({ schedule, place, start, end }) => {
    const last = starts[lastAtOrBefore(starts, end - 1)];
    const days = last !== undefined && last >= start && last < end ? gapOf(schedule) : undefined;
    return days === undefined ? [] : [{ place, days }];
  });
  const best = gaps.sort((a, b) => a.days - b.days)[0];
  if (!best || best.days <= max) return;
  const days = Number.isFinite(best.days) ? best.days : 3660;
  report({
    place: best.place,
    message: 'rare',
    data: { days, max },
    fixes: () => [{ safe: false, title: 'add', edits: [{ ...best.place, newText: WEEKLY }] }],
  });
}

/** Into GitHub's `on`, when that is a block map. */
function addSchedule(script: Script, { trigger }: CiFlow): Edit[] | undefined {
  const on = child(script.pipeline?.root, 'on');
  if (!trigger || on?.kind !== 'map' || on.flow || on.pairs.length === 0 || on.pairs.some((p) => p.key === 'schedule'))
    return undefined;
  const { uri, start } = on.pairs[0]!.keyPlace;
  const indent = indentAt(script.text, start);
  const br = lineBreakOf(script.text);
  return [{ uri, start, end: start, newText: `schedule:${br}${indent}  - cron: '${WEEKLY}'${br}${indent}` }];
}
