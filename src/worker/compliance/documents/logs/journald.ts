/** What journald is told (journald.conf(5)): how long it keeps records, and whether at all. */
import type { LogRetention } from '../../model/logRetention';
import type { Edit } from '../../model/value';
import { secondsOfSpan } from '../timeSpan';
import { readUnitFile, type UnitSetting } from '../unitFile';
import { isTemplate } from './isTemplate';

export interface Journald {
  /** `Storage=none`, with no syslog that takes the records instead. */
  off: UnitSetting | undefined;
  /** `ForwardToSyslog=no`: a syslog daemon gets nothing unless it reads the journal itself. */
  unforwarded: UnitSetting | undefined;
  retentions: LogRetention[];
}

/** Never throws. */
export function readJournald(uri: string, text: string): Journald {
  if (isTemplate(text)) return { off: undefined, unforwarded: undefined, retentions: [] };
  const last = new Map(
    readUnitFile(uri, text)
      .filter(({ section }) => section === 'Journal' || section === '')
      .map((setting) => [setting.key, setting]),
  );
  // Where syslog takes the records, its files are what is kept.
  const forwards = last.get('ForwardToSyslog');
  if (/^(?:yes|true|on|1|y|t)$/i.test(forwards?.value ?? ''))
    return { off: undefined, unforwarded: undefined, retentions: [] };
  const unforwarded = forwards && /^(?:no|false|off|0|n|f)$/i.test(forwards.value) ? forwards : undefined;
  const storage = last.get('Storage');
  const isOverridable = !/\/journald(?:@[^/]*)?\.conf\.d\//.test(`/${uri}`);
  const retention = (
    setting: UnitSetting,
    days: LogRetention['days'],
    raise?: (days: number) => Edit[],
  ): LogRetention => ({
    layer: 'journald',
    place: setting.valuePlace,
    written: `${setting.key}=${setting.value}`,
    days,
    isOverridable,
    raise,
  });
  const rewrite = (setting: UnitSetting, newText: string): Edit[] => [{ ...setting.valuePlace, newText }];
  const retentions: LogRetention[] = [];
  if (storage && /^volatile$/i.test(storage.value))
    retentions.push({ ...retention(storage, 0, () => rewrite(storage, 'persistent')), isVolatile: true });
  const kept = last.get('MaxRetentionSec');
  const seconds = kept && secondsOfSpan(kept.value);
  if (kept && seconds !== undefined && seconds > 0)
    retentions.push(retention(kept, Math.floor(seconds / 86_400), (days) => rewrite(kept, `${days}day`)));
  const size = last.get('SystemMaxUse');
  if (!kept && retentions.length === 0 && size && /^\d/.test(size.value)) retentions.push(retention(size, undefined));
  return { off: storage && /^none$/i.test(storage.value) ? storage : undefined, unforwarded, retentions };
}
