/** MLPS-LOG-006: records are kept for six months. */
import type { Container } from '../../model/container';
import { type LogRetention, SIX_MONTHS } from '../../model/logRetention';
import { type LogSettings, logSettingsOf } from '../../model/logSettings';
import type { Mount } from '../../model/mount';
import { logOption } from '../../model/remoteLog';
import type { Place } from '../../model/value';
import { centralLogOf } from '../../readings/centralLog';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

export const retainLogsSixMonths: Rule = {
  id: 'MLPS-LOG-006',
  name: 'retain-logs-six-months',
  severity: 'error',
  profile: 'recommended',
  kinds: ['logrotate', 'journald', 'logStore', 'python', 'shell', 'daemon', ...CONTAINER_KINDS],
  wider: {
    en: 'Files that are rotated by size, which says nothing of days.',
    'zh-cn': '按大小轮转的文件，其留存天数无从得知。',
  },
  clauses: ['8.1.4.3 c', '8.1.5.4 d'],
  highRisk: ['6.5.1.2'],
  rows: ['C36', 'C66'],
  peers: [],
  options: {
    days: {
      default: SIX_MONTHS.most,
      least: SIX_MONTHS.least,
      description: {
        en: 'Days that records must be kept; the law does not allow less than six months.',
        'zh-cn': '日志须留存的天数；法律规定不得少于六个月。',
      },
    },
  },
  title: { en: 'Keep logs for six months', 'zh-cn': '日志留存不少于六个月' },
  why: {
    en: 'An intrusion is often found months later. The Cybersecurity Law (article 23) asks that network logs are kept for at least six months, and level 3 that audit records are kept as long as the law asks; a case that falls short is a high risk that nothing lowers.',
    'zh-cn':
      '入侵往往数月后才被发现。《网络安全法》第二十三条要求网络日志留存不少于六个月，等保三级要求审计记录的留存时间符合法律法规；达不到即为高风险，且不可降低。',
  },
  remedy: {
    en: 'Six calendar months have up to 184 days: `daily` with `rotate 184`, `weekly` with `rotate 27`, `monthly` with `rotate 7`; `MaxRetentionSec=184day`; `retention_period: 4416h`. The smallest limit wins: `maxage`, and `size`, which rotates by volume and promises no days. Where a central server keeps the records, its time is the one that counts.',
    'zh-cn':
      '六个自然月最长为 184 天：`daily` 配 `rotate 184`，`weekly` 配 `rotate 27`，`monthly` 配 `rotate 7`；`MaxRetentionSec=184day`；`retention_period: 4416h`。多个限制以最短者为准：包括 `maxage`，以及按大小轮转、不保证天数的 `size`。日志已集中保存的，以集中日志服务器的留存时间为准。',
  },
  messages: {
    short: {
      en: '{written} keeps {days} days of records; six months are asked for: {least} days.',
      'zh-cn': '{written} 只保留 {days} 天的日志；要求留存六个月，即 {least} 天。',
    },
    close: {
      en: '{written} keeps {days} days of records. Six calendar months have up to 184: keep {least}.',
      'zh-cn': '{written} 保留 {days} 天的日志。六个自然月最长为 184 天：请保留 {least} 天。',
    },
    lost: {
      en: 'With {written} all records are lost at the next start. Keep them on a disk, for {least} days.',
      'zh-cn': '{written} 会使全部日志在下次启动后丢失。请保存到磁盘，并留存 {least} 天。',
    },
    unknown: {
      en: '{written} deletes records by volume: how many days are left depends on how much is written. Make sure of {least} days.',
      'zh-cn': '{written} 按容量删除日志，能保留多少天取决于写入量。请确保留存 {least} 天。',
    },
    idle: {
      en: '{written} keeps {days} days of records once the compactor deletes (retention_enabled). Write {least} days before that is switched on.',
      'zh-cn': '一旦压缩器开始删除（retention_enabled），{written} 只保留 {days} 天的日志。启用之前请改为 {least} 天。',
    },
    memory: {
      en: 'Logs below {path} are in memory: they are lost when the container ends. Write them to standard output or a volume, and keep {least} days.',
      'zh-cn': '{path} 下的日志位于内存中，容器结束即丢失。请写到标准输出或卷，并留存 {least} 天。',
    },
    also: { en: 'Here, too: {written}, {days} days.', 'zh-cn': '此处同样不足：{written}，{days} 天。' },
    raise: { en: 'Keep {least} days (takes more space)', 'zh-cn': '保留 {least} 天（占用更多空间）' },
  },
  check: {
    deployment(deployment, { containers, option, report, satisfied }) {
      const least = Math.max(option<number>('days'), SIX_MONTHS.least);
      const isShort = ({ days }: LogRetention) => days === undefined || days < least;
      const short = deployment.own('logRetention').filter(isShort);
      const inMemory = containers.flatMap((container) => logsInMemory(container));
      const rotated = [
        ...containers.flatMap((container) => rotatedLogs(container)),
        ...deployment.own('dockerd').flatMap((daemon) => daemon.logging() ?? []),
      ].flatMap(boundOf);
      if (short.length + inMemory.length + rotated.length === 0) return;
      const isStore = ({ layer }: LogRetention) => layer === 'loki' || layer === 'elasticsearch';
      // Where records are sent on, the store at the end is the one that counts.
      const central =
        inMemory.length + rotated.length === 0 && short.every(isStore) ? undefined : centralLogOf(deployment);
      const all = deployment.all(
        'logRetention',
        /rotate|MaxRetention|Storage|retention|backupCount|min_age|delete_indices/i,
      );
      for (const { entry, target } of central ? [] : inMemory)
        report({ place: entry.place, message: 'memory', data: { path: target!.known!, least }, profile: 'mlps3' });
      for (const place of central ? [] : uniquePlaces(rotated))
        report({
          place,
          message: 'unknown',
          data: { written: 'max-size × max-file', least },
          severity: 'info',
          profile: 'mlps3',
        });
      const dropIns = firstOfFiles(all.filter(({ isOverridable }) => !isOverridable));
      const others = firstOfFiles(all.filter((each) => isShort(each) && each.days !== undefined));
      for (const retention of short) {
        const set =
          (retention.isOverridable && dropIn(retention, dropIns)?.place) || (isStore(retention) ? undefined : central);
        if (set) satisfied(retention.place, set);
        else report(shortOf(retention, others, least));
      }
    },
  },
};

/** As many of each file and layer as are shown: each of a file's own is compared with them. */
function firstOfFiles(all: readonly LogRetention[]): LogRetention[] {
  const counts = new Map<string, number>();
  return all.filter(({ layer, place }) => {
    const key = `${layer} ${place.uri}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MAX_RELATED;
  });
}

const dropIn = ({ layer, place }: LogRetention, all: readonly LogRetention[]): LogRetention | undefined =>
  all.find((other) => other.layer === layer && other.place.uri !== place.uri);

const MAX_RELATED = 4;
const LOGS = /\/logs?(?:\/|$)/;

/** What a server writes below a folder of logs that is a tmpfs. */
const logsInMemory = ({ mounts, server, attended, development }: Container): Mount[] =>
  server && !attended && !development
    ? mounts.filter(({ type, target }) => type === 'tmpfs' && target?.known !== undefined && LOGS.test(target.known))
    : [];

function rotatedLogs(container: Container): LogSettings[] {
  const { server, attended, development } = container;
  const settings = server && !attended && !development ? logSettingsOf(container) : undefined;
  return settings ? [settings] : [];
}

/** What bounds the logs that Docker itself keeps. */
function boundOf(settings: LogSettings): Place[] {
  const driver = settings.logging.driver ? settings.logging.driver.known : 'json-file';
  const size = logOption(settings, 'max-size');
  const isKept =
    (driver === 'json-file' || driver === 'local') && size !== undefined && /^[1-9]/.test(size.resolved.trim());
  return isKept ? [size.place] : [];
}

/** Services that share an anchor share its place. */
const uniquePlaces = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [`${place.uri}#${place.start}`, place])).values(),
];

function shortOf(
  { place, written, days, isVolatile, isIdle, raise }: LogRetention,
  all: readonly LogRetention[],
  least: number,
): Report {
  const isClose = days !== undefined && days >= SIX_MONTHS.least;
  const message = isIdle ? 'idle' : days === undefined ? 'unknown' : isVolatile ? 'lost' : isClose ? 'close' : 'short';
  const others = all.filter((other) => other.place.uri !== place.uri);
  return {
    place,
    message,
    data: { written, days: days ?? '', least },
    severity: message === 'unknown' || isIdle || isClose ? 'info' : 'error',
    profile: message === 'unknown' || isIdle ? 'mlps3' : undefined,
    related: others.slice(0, MAX_RELATED).map((other) => ({
      place: other.place,
      message: 'also',
      data: { written: other.written, days: other.days! },
    })),
    fixes: () => [{ safe: false, title: 'raise', edits: raise?.(least) }],
  };
}
