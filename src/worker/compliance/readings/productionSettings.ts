/**
 * Which settings of a module switch the debugger of an application in operation on or off: those that
 * a class for it sets or takes over.
 */
import { nameOf, type PythonModule } from '../documents/python/pythonModule';
import type { ClassStatement } from '../documents/python/syntax';
import { once } from '../once';
import { type AppSetting, isProductionClass, settingsOf } from './appSettings';

/** Of a class by its name. */
type Settings = ReadonlyMap<string, { of: ClassStatement; last: Map<string, AppSetting> }>;

const settingsByClass = once((module: PythonModule): Settings => {
  const out = new Map<string, { of: ClassStatement; last: Map<string, AppSetting> }>();
  const of = (each: ClassStatement) => {
    const known = out.get(each.name) ?? { of: each, last: new Map<string, AppSetting>() };
    out.set(each.name, known);
    return known;
  };
  for (const statement of module.body) if (statement.is === 'class') of(statement);
  for (const setting of settingsOf(module))
    if (setting.class && KEYS.includes(setting.key)) of(setting.class).last.set(setting.key, setting);
  return out;
});

/** What switches the debugger on. */
const KEYS = ['DEBUG', 'ENV'];

/** A chain of more classes is none that somebody wrote. */
const MAX_BASES = 20;

/** What holds for the classes for operation, by key: their own setting, or the one of the nearest class that they are made of. */
export const productionSettings = once((module: PythonModule): ReadonlySet<AppSetting> => {
  const classes = settingsByClass(module);
  const out = new Set<AppSetting>();
  for (const { of: own } of classes.values()) {
    if (!isProductionClass(own)) continue;
    const seen = new Set<string>();
    const open = new Set(KEYS);
    const queue = [own.name];
    for (let name = queue.shift(); name !== undefined && seen.size < MAX_BASES; name = queue.shift()) {
      const found = seen.has(name) ? undefined : classes.get(name);
      seen.add(name);
      if (!found) continue;
      for (const [key, setting] of found.last) if (open.delete(key)) out.add(setting);
      queue.push(...found.of.bases.slice(0, MAX_BASES).flatMap(({ value }) => nameOf(module, value) ?? []));
    }
  }
  return out;
});
