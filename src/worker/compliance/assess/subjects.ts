/** What a document describes, by the things that an assessment asks of, and what judged each. */
import { type Kind, kindRow } from '../../protocol/fileKinds';
import type { Subject } from '../../protocol/subject';
import { rootOf } from '../deployment/members';
import { type Lines, rangeOf } from '../documents/text/lines';
import type { Facts, FactTypes } from '../facts/facts';
import type { WorkspaceFiles } from '../files';
import type { Container } from '../model/container';
import { referenceOf } from '../model/imageReference';
import type { Rule } from '../rules/rule';
import { hasEvidence } from './evidence';
import { excerptOf } from './excerpt';
import { type UntoldValue, unknownValues, untoldImage } from './unknownValues';

/** Stores of data that others put there. */
const DATABASE =
  /(?:^|\/)(?:postgres|postgis|timescaledb|mysql|mariadb|percona|mongo|redis|valkey|mssql|oracle|clickhouse|cassandra|opengauss|kingbase|dameng|dm8|oceanbase|tidb)/i;

interface Described {
  uri: string;
  kind: Kind;
  text: string;
  lines: Lines;
  facts: Facts;
  files: WorkspaceFiles;
  /** Those that are in force. */
  rules: readonly Rule[];
}

export function subjectsOf(described: Described): Subject[] {
  const { uri, kind, text, lines, facts, files, rules } = described;
  const speaking = rules.filter(({ id }) => hasEvidence(id, text, facts));
  const root = rootOf(uri, files);
  const { describes, isPipeline } = kindRow(kind);
  const unknownIn = (untold: readonly UntoldValue[], asked: readonly string[]) =>
    untold.flatMap(({ value, rules: silent }) => {
      const { place, raw } = value;
      const own = silent.filter((id) => asked.includes(id));
      return place.uri === uri && own.length > 0
        ? [{ text: excerptOf(raw, false), range: rangeOf(lines, place), rules: own }]
        : [];
    });
  // What jobs and tests start ends with them.
  const containers = (facts.container ?? []).filter(({ anchor, ofJob }) => anchor.uri === uri && !ofJob && !isPipeline);
  const services = containers.map((container): Subject => {
    const asked = speaking.filter((rule) => asksContainer(rule, container, kind)).map(({ id }) => id);
    const range = rangeOf(lines, container.anchor);
    const name = excerptOf(container.name ?? container.image?.raw ?? container.engine ?? container.origin, false);
    const path = container.image && referenceOf(container.image).path;
    return {
      kind: 'service',
      name,
      ...(path !== undefined && DATABASE.test(path) && { isDatabase: true as const }),
      root,
      range,
      rules: asked.sort(),
      unknown: unknownIn(unknownValues(container), asked),
    };
  });
  const asked = speaking.filter((rule) => asksDocument(rule, facts)).map(({ id }) => id);
  if (describes === 'service' || asked.length === 0) return services;
  const ofServices = new Set(containers.map(({ image }) => image));
  const images = (facts.image ?? []).flatMap(({ value }) => (ofServices.has(value) ? [] : untoldImage(value)));
  const range = rangeOf(lines, { start: 0, end: 0 });
  return [...services, { kind: describes, root, range, rules: asked.sort(), unknown: unknownIn(images, asked) }];
}

/** Rules of the deployment are asked of all that the document describes. */
const asksContainer = ({ check, kinds }: Rule, { origin, image, built }: Container, kind: Kind): boolean =>
  (kinds.includes(origin) &&
    (check.container !== undefined ||
      check.deployment !== undefined ||
      (check.image !== undefined && !!image && !built))) ||
  (origin === 'compose' && check.script !== undefined && kinds.includes(kind));

function asksDocument({ check }: Rule, facts: Facts): boolean {
  if (check.deployment) return true;
  return (Object.keys(check) as (keyof FactTypes)[]).some((sort) => sort !== 'container' && facts[sort]?.length);
}
