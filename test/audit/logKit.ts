/** An operation log in a folder of its own, with clocks and faults that tests set. */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Dated, Entry, Writer } from '../../src/audit/entry';
import { type LogSystem, nodeSystem } from '../../src/audit/logSystem';
import { type LogOptions, operationLog } from '../../src/audit/operationLog';

export const writer: Writer = {
  user: 'ada',
  host: 'ws1',
  source: 'local',
  via: 'terminal',
  app: 'cli',
  version: '1.2.3',
  rules: 'a'.repeat(64),
};

const folders: string[] = [];
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Calls as they are, with clocks of the test's own. */
export function clockedSystem(start = Date.UTC(2026, 0, 15, 12)) {
  const clock = { now: start, monotonic: 0, uptime: 5000 };
  const system: LogSystem = {
    ...nodeSystem,
    now: () => clock.now,
    monotonic: () => clock.monotonic,
    uptime: () => clock.uptime,
  };
  return {
    system,
    /** Time passes. */
    pass(ms: number) {
      clock.now += ms;
      clock.monotonic += ms;
      clock.uptime += ms;
    },
    /** The machine sleeps. */
    sleep(ms: number) {
      clock.now += ms;
      clock.uptime += ms;
    },
    /** Somebody sets the clock on the wall. */
    set(now: number) {
      clock.now = now;
    },
    now: () => clock.now,
  };
}

export function logOf(options: Partial<LogOptions> = {}) {
  const folder = options.folder ?? newFolder();
  const system = options.system ?? nodeSystem;
  const log = operationLog({ writer, ...options, folder, system });
  return {
    folder,
    log,
    /** One operation for each target. */
    add: (...targets: string[]) =>
      log.append(
        targets.map((target): Dated => ({ op: 'make', target, result: 'ok', at: system.now(), offsetMinutes: 480 })),
      ),
  };
}

export const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();

export const textOf = (folder: string): string =>
  filesOf(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

export const entriesOf = (folder: string): Entry[] =>
  textOf(folder)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What the log says of itself. */
export const eventsOf = (folder: string): unknown[] =>
  entriesOf(folder).flatMap(({ op, detail }) => (op === 'log' ? [detail?.event] : []));

/** What the system says no with. */
export const failing = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

/** Where this process runs, as a lock names it. */
export function ownPlace(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
