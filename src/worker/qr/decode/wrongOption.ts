/** Options of a decode request that come from outside: which of them cannot be. */
import type { FailureData } from '../../protocol/errors';
import { type DecodeOptions, efforts, formatChoices } from '../../protocol/picture';
import { MAX_CHANGED_SIDE, MAX_PIXELS, MAX_TIMEOUT_MS } from './defaults';
import { wrongTool } from './tools/wrongTool';

/** @returns the data of `option-invalid` for the first one; undefined when all can be */
export function wrongOption(options: DecodeOptions): FailureData | undefined {
  const { effort, formats, timeoutMs, maxPixels, tools, changedSide } = options;
  const isWhole = (value: unknown, max: number) =>
    value === undefined || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= max);
  const isOneOf = (value: unknown, choices: readonly unknown[]) => value === undefined || choices.includes(value);
  const wrong = (option: string, value: unknown, expected: string): FailureData => ({
    option,
    value: String(value),
    expected,
  });
  if (!isWhole(timeoutMs, MAX_TIMEOUT_MS)) return wrong('timeoutMs', timeoutMs, `1…${MAX_TIMEOUT_MS}`);
  if (!isWhole(maxPixels, MAX_PIXELS)) return wrong('maxPixels', maxPixels, `1…${MAX_PIXELS}`);
  if (!isOneOf(effort, efforts)) return wrong('effort', effort, efforts.join(', '));
  if (!isOneOf(formats, formatChoices)) return wrong('formats', formats, formatChoices.join(', '));
  if (!isWhole(changedSide, MAX_CHANGED_SIDE)) return wrong('changedSide', changedSide, `1…${MAX_CHANGED_SIDE}`);
  return wrongTool(tools);
}
