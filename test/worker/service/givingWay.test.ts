/** Long work of the server's thread gives way: by turns of the thread, not by time. */
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver';
import { assess, assessSteps } from '../../../src/worker/compliance/assess/assess';
import { assessmentReporters } from '../../../src/worker/compliance/assess/report/index';
import { rules } from '../../../src/worker/compliance/rules/index';
import { goOn } from '../../../src/worker/service/goOn';
import { inLanes } from '../../../src/worker/service/inLanes';
import { inTurns } from '../../../src/worker/service/inTurns';
import { FILES_OF_A_PROJECT, manyFiles } from '../compliance/assess/manyFiles';

/** How often something else had its turn while the work was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const take = () => {
    turns++;
    if (!isOver) setTimeout(take);
  };
  setTimeout(take);
  await work();
  isOver = true;
  return turns;
}

it('thousands of quick things, in as many turns as they need', async () => {
  const done: number[] = [];
  const items = Array.from({ length: 5000 }, (_, i) => i);
  const turns = await turnsDuring(() => inLanes(items, async (item) => void done.push(item)));
  expect(done.toSorted((a, b) => a - b)).toEqual(items);
  expect(turns).toBeGreaterThan(70);
});

it('a few at a time, whatever each waits for', async () => {
  let most = 0;
  let running = 0;
  await inLanes(Array(100).keys(), async () => {
    most = Math.max(most, ++running);
    await new Promise((go) => setTimeout(go));
    running--;
  });
  expect(most).toBe(16);
});

it('no more after one has failed', async () => {
  let done = 0;
  const work = async () => {
    if (++done === 100) throw new Error('no more');
  };
  await expect(inLanes(Array(5000).keys(), work)).rejects.toThrow('no more');
  expect(done).toBeLessThan(200);
});

it('an assessment of many files, which somebody may cancel', async () => {
  const input = manyFiles(500 / FILES_OF_A_PROJECT);
  const source = new CancellationTokenSource();
  const stillWanted = () => goOn(source.token, 'en');
  expect(await turnsDuring(() => inTurns(assessSteps(input), stillWanted))).toBeGreaterThan(8);
  const cancelled = inTurns(assessSteps(input), stillWanted);
  setTimeout(() => source.cancel());
  await expect(cancelled).rejects.toThrow('Cancelled.');
});

describe('the report of many files, which somebody may cancel', () => {
  const assessment = assess(manyFiles(300 / FILES_OF_A_PROJECT));

  it.each([
    ['html', undefined, 15],
    ['markdown', undefined, 15],
    ['json', undefined, 15],
    ['csv', 'full', 3],
    ['csv', 'worksheet', 10],
    ['xlsx', 'full', 7],
    ['xlsx', 'worksheet', 20],
  ] as const)('%s %s', async (format, layout, turns) => {
    const steps = () => assessmentReporters[format].steps({ assessment, rules, locale: 'en', layout });
    const source = new CancellationTokenSource();
    const stillWanted = () => goOn(source.token, 'en');
    let written: string | Uint8Array | undefined;
    const write = async () => (written = await inTurns<string | Uint8Array>(steps(), stillWanted));
    expect(await turnsDuring(write)).toBeGreaterThanOrEqual(turns);
    expect(written).toEqual(assessmentReporters[format].write({ assessment, rules, locale: 'en', layout }));
    const cancelled = inTurns<string | Uint8Array>(steps(), stillWanted);
    setTimeout(() => source.cancel());
    await expect(cancelled).rejects.toThrow('Cancelled.');
  });
});
