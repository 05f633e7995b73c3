/**
 * The check that RUN-016, RUN-017 and RUN-018 share: some limit is written, it is one, and the two
 * places compose has for it agree.
 */
import type { Container, Limit } from '../../model/container';
import type { Setting } from '../../model/containerWriter';
import { unlimited } from '../../model/limit';
import type { Value } from '../../model/value';
import type { Rule, RuleContext } from '../rule';

/** What those rules say when compose would refuse the file. */
export const differ: Rule['messages'] = {
  differ: {
    en: '{first} and {second} say different things, and compose refuses the file. Write the limit once.',
    'zh-cn': '{first} 与 {second} 的值不同，compose 会拒绝该文件。请只写一处上限。',
  },
  agree: { en: 'Write the same value as {first}', 'zh-cn': '改为与 {first} 相同的值' },
};

/** `others`: further values that are offered, by the key of their title. */
export function checkLimit(
  container: Container,
  limits: readonly Limit[],
  setting: Extract<Setting, { kind: 'memory' | 'cpus' | 'pids' }>,
  { report }: Pick<RuleContext, 'report'>,
  others: Record<string, string> = {},
): void {
  const { origin, complete, name: service, anchor, writer } = container;
  const off = unlimited(limits);
  if (off) {
    const { place } = off.amount;
    const inPlace = isNested(off) || origin === 'run';
    const fixes = inPlace
      ? () => [{ safe: false, title: 'add', edits: writer.replace(asText(off), setting.value) }]
      : undefined;
    report({
      place,
      message: 'unlimited',
      data: { amount: setting.value },
      service,
      fixes,
      harden: inPlace ? undefined : { container, settings: [setting] },
    });
  } else if (limits.length === 0) {
    if (!complete) return;
    const fixes = () =>
      Object.entries(others).map(([title, value]) => ({
        safe: false,
        title,
        edits: writer.add([setting])?.map((edit) => ({ ...edit, newText: edit.newText.replace(setting.value, value) })),
      }));
    const data = { amount: setting.value, ...others };
    report({ place: anchor, message: 'missing', data, service, fixes, harden: { container, settings: [setting] } });
  } else reportDifference(container, limits, report);
}

const asText = ({ amount }: Limit): Value => ({ ...amount, known: amount.resolved });

const isNested = ({ from }: Limit): boolean => from.startsWith('deploy.');

function reportDifference({ name, writer }: Container, limits: readonly Limit[], report: RuleContext['report']): void {
  const first = limits.find((l) => l.from === 'mem_limit' || l.from === 'cpus' || l.from === 'pids_limit');
  const second = limits.find(isNested);
  if (
    first?.amount.known === undefined ||
    second?.amount.known === undefined ||
    first.amount.known === second.amount.known
  )
    return;
  const fixes = () => [{ safe: false, title: 'agree', edits: writer.replace(asText(second), first.amount.resolved) }];
  report({
    place: second.amount.place,
    message: 'differ',
    data: { first: first.from, second: second.from },
    service: name,
    fixes,
  });
}
