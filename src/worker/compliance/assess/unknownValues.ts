/** Values that files do not tell, and the rules that had to keep silent over them. */
import type { RuleId } from '../areas';
import type { Container } from '../model/container';
import { dockerName, referenceOf } from '../model/imageReference';
import { UNKNOWN, type Value } from '../model/value';

/** Beside the image. Secrets are left out: those that come from elsewhere are where they belong. */
const RULES: Partial<Record<keyof Container, readonly RuleId[]>> = {
  user: ['MLPS-RUN-001', 'MLPS-RUN-002'],
  privileged: ['MLPS-RUN-008'],
  readOnly: ['MLPS-RUN-003'],
  capAdd: ['MLPS-RUN-006', 'MLPS-RUN-007'],
  capDrop: ['MLPS-RUN-005'],
  securityOpt: ['MLPS-RUN-009', 'MLPS-RUN-010'],
  ports: ['MLPS-NET-001', 'MLPS-NET-002', 'MLPS-NET-003', 'MLPS-NET-009'],
  mounts: ['MLPS-RUN-011', 'MLPS-RUN-012', 'MLPS-RUN-023'],
  networkMode: ['MLPS-RUN-013'],
  pid: ['MLPS-RUN-014'],
  ipc: ['MLPS-RUN-014'],
  userns: ['MLPS-RUN-014'],
  devices: ['MLPS-RUN-015'],
  memory: ['MLPS-RUN-016'],
  cpus: ['MLPS-RUN-017'],
  pids: ['MLPS-RUN-018'],
  restart: ['MLPS-RUN-019'],
  logging: ['MLPS-LOG-001', 'MLPS-LOG-002', 'MLPS-LOG-003', 'MLPS-LOG-005'],
};

const OF_IMAGES: readonly RuleId[] = ['MLPS-IMG-001', 'MLPS-IMG-002', 'MLPS-IMG-003', 'MLPS-IMG-008'];

/** Ids of the rules above; for tests. */
export const rulesOfValues = [...new Set([...OF_IMAGES, ...Object.values(RULES).flat()])];

export interface UntoldValue {
  value: Value<unknown>;
  rules: readonly RuleId[];
}

export const unknownValues = (container: Container): UntoldValue[] => [
  ...(container.image ? untoldImage(container.image) : []),
  ...(Object.entries(RULES) as [keyof Container, readonly RuleId[]][]).flatMap(([field, rules]) =>
    untoldIn(container[field], 0).map((value) => ({ value, rules })),
  ),
];

/** An image of which a variable hides something that a rule asks for. */
export function untoldImage(value: Value): UntoldValue[] {
  if (value.known !== undefined) return [];
  const reference = referenceOf(value);
  const { registry, path, tagUnknown, digestUnknown } = reference;
  // Behind an @ Docker takes nothing but a digest, whatever the variable holds.
  const mayMove = !value.resolved.includes('@') && (tagUnknown || digestUnknown);
  const isSilent: Partial<Record<RuleId, boolean>> = {
    'MLPS-IMG-001': mayMove,
    'MLPS-IMG-002': mayMove,
    'MLPS-IMG-003': registry === undefined || path === undefined,
    'MLPS-IMG-008': dockerName(reference) === undefined || tagUnknown,
  };
  const rules = OF_IMAGES.filter((id) => isSilent[id]);
  return rules.length > 0 ? [{ value, rules }] : [];
}

const isValue = (thing: object): thing is Value<unknown> => 'resolved' in thing && 'place' in thing && 'raw' in thing;

/** Values, lists of them, and shapes that have them. */
function untoldIn(thing: unknown, depth: number): Value<unknown>[] {
  if (typeof thing !== 'object' || thing === null || depth > 3) return [];
  if (isValue(thing)) return thing.known === undefined && thing.resolved.includes(UNKNOWN) ? [thing] : [];
  return Object.values(thing).flatMap((part) => untoldIn(part, depth + 1));
}
