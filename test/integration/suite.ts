/** The few words that tests in the extension host are written in; vitest does not run there. */
import { writeFileSync } from 'node:fs';

interface Outcome {
  name: string;
  ms: number;
  error?: string;
}

const tests: { name: string; body: () => Promise<void> }[] = [];

/** Adds a test; its body throws (node:assert) when something is wrong. */
export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Asks again until `read` answers something other than undefined, for at most `timeoutMs`. */
export async function until<T>(
  what: string,
  read: () => T | undefined | Promise<T | undefined>,
  timeoutMs = 15_000,
): Promise<T> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`waited ${timeoutMs} ms for ${what}`);
}

/**
 * Runs all tests in order and writes their outcomes to the file that INTEGRATION_REPORT names;
 * rejects when one failed.
 */
export async function runAll(): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const { name, body } of tests) {
    const start = performance.now();
    const error = await body().then(
      () => undefined,
      (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    );
    outcomes.push({ name, ms: performance.now() - start, ...(error === undefined ? {} : { error }) });
  }
  const report = process.env.INTEGRATION_REPORT;
  if (report) writeFileSync(report, JSON.stringify(outcomes));
  const failed = outcomes.filter((outcome) => outcome.error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} failed`);
}
