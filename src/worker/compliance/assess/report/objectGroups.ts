/** Things with equal results, which say more together. */
import type { Assessment, ItemResult } from '../../../protocol/assessment';

export interface ObjectGroup {
  /** Indexes, in their order. */
  objects: number[];
  /** Of the first of them. */
  items: ItemResult[];
}

/** In the order of their first things. */
export function objectGroups({ objects, items, findings }: Assessment): ObjectGroup[] {
  const itemsOf = objects.map((): ItemResult[] => []);
  for (const item of items) itemsOf[item.object]!.push(item);
  const rulesOf = (indexes: readonly number[]) => indexes.map((index) => findings[index]!.rule).sort();
  const groups = new Map<string, ObjectGroup>();
  objects.forEach(({ kind, sheet, unknown }, object) => {
    const own = itemsOf[object]!;
    const result = own.map(({ clause, state, reason, rules, findings: exact, near, attestation }) => [
      clause,
      state,
      reason,
      rules,
      rulesOf(exact),
      rulesOf(near),
      attestation,
    ]);
    // What is open differs from thing to thing.
    const key = JSON.stringify([kind, sheet, unknown.length > 0 ? object : undefined, result]);
    const group = groups.get(key);
    if (group) group.objects.push(object);
    else groups.set(key, { objects: [object], items: own });
  });
  return [...groups.values()];
}
