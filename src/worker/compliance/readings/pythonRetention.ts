/** How long the handlers of a Python program keep its log (logging.handlers, docs.python.org/3). */
import { literalOf } from '../documents/python/constant';
import type { PythonModule } from '../documents/python/pythonModule';
import type { LogRetention } from '../model/logRetention';
import type { Place } from '../model/value';
import { valueIn } from '../valueIn';
import { logHandlers } from './logHandlers';

/** Days of one interval, by `when` in small letters. */
const UNITS: Record<string, number> = { s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1, midnight: 1 };

export function pythonRetentions(module: PythonModule): LogRetention[] {
  return logHandlers(module).flatMap((handler): LogRetention[] => {
    const { options, scope, isPartial } = handler;
    const of = (name: string) => {
      const expression = options.get(name);
      return expression && { expression, value: literalOf(module, expression, scope) };
    };
    const count = of('backupCount');
    if (typeof count?.value !== 'number' || count.value <= 0) return [];
    const place: Place = { uri: module.uri, start: count.expression.start, end: count.expression.end };
    if (handler.class === 'RotatingFileHandler') {
      const size = of('maxBytes')?.value;
      const isBySize = typeof size === 'number' && size > 0;
      return isBySize ? [{ layer: 'python', place, written: 'maxBytes × backupCount', days: undefined }] : [];
    }
    if (handler.class !== 'TimedRotatingFileHandler') return [];
    const when = of('when') ?? (isPartial ? undefined : { value: 'h' });
    const interval = of('interval') ?? (isPartial ? undefined : { value: 1 });
    const unit = typeof when?.value === 'string' ? unitOf(when.value) : undefined;
    if (unit === undefined || typeof interval?.value !== 'number' || interval.value <= 0) return [];
    const each = unit * (/^w\d$/i.test(String(when!.value)) ? 1 : interval.value);
    const isNumber = count.expression.is === 'number';
    return [
      {
        layer: 'python',
        place,
        written: `${when!.value} × ${count.value}`,
        days: Math.floor(each * count.value),
        raise: isNumber ? (days) => [{ ...place, newText: String(Math.ceil(days / each)) }] : undefined,
      },
    ];
  });
}

const unitOf = (when: string): number | undefined => (/^w[0-6]$/i.test(when) ? 7 : valueIn(UNITS, when.toLowerCase()));
