/**
 * Related places of a finding on a container whose settings stand in several places (facts T8 and
 * T9).
 */
import type { Dockerfile, Stage } from './documents/dockerfile/stages';
import type { Container, Source } from './model/container';
import type { ImageUse } from './model/imageUse';
import type { Place } from './model/value';
import type { Origin, Report, Text } from './rules/rule';

const TEXTS = {
  from: {
    en: 'Settings of this service also come from here.',
    'zh-cn': '该服务的部分设置来自此处。',
  },
  fromShared: {
    en: 'Settings of this service also come from here, as do those of {others} more: what all of them lack can be written here once.',
    'zh-cn': '该服务的部分设置来自此处，另有 {others} 个服务也使用此处：它们共同缺少的设置可在此统一书写。',
  },
  set: { en: 'The variable {variable} is set here.', 'zh-cn': '变量 {variable} 在此处设置。' },
  builtHere: { en: 'It is built so here.', 'zh-cn': '此处按该方式构建。' },
  usedBy: { en: 'The service {service} takes it over here.', 'zh-cn': '服务 {service} 在此引用该设置。' },
} satisfies Record<string, Text>;

/** So many places are named; a longer chain of anchors says no more. */
export const MAX_ORIGINS = 20;

const keyOf = ({ at }: Source): string => `${at.uri} ${at.start}`;

/**
 * For a report on the container's own key, where else its settings come from; for one on a value
 * elsewhere, who takes it over.
 */
export function originsIn(containers: readonly Container[]): (report: Report, container: Container) => Origin[] {
  const users = new Map<string, number>();
  for (const key of containers.flatMap((c) => c.sources.map(keyOf))) users.set(key, (users.get(key) ?? 0) + 1);
  return ({ place }, { anchor, sources, name = '' }) => {
    if (place === anchor) {
      return sources.slice(0, MAX_ORIGINS).map((source): Origin => {
        const others = users.get(keyOf(source))! - 1;
        return { place: source.at, text: others > 0 ? TEXTS.fromShared : TEXTS.from, data: { others } };
      });
    }
    const isTaken = sources.some(
      ({ content: c }) => c.uri === place.uri && c.start <= place.start && place.end <= c.end,
    );
    return isTaken ? [{ place: anchor, text: TEXTS.usedBy, data: { service: name } }] : [];
  };
}

const VARIABLE = /\$[{(]?([A-Za-z_]\w*)/g;

/**
 * Where the variables of an image reference are set; the values themselves are not told, since
 * those of an env file may be secret.
 */
export function variableOrigins({ value, setAt }: ImageUse): Origin[] {
  const names = new Set([...value.raw.matchAll(VARIABLE)].map(([, name]) => name!));
  return [...names].flatMap((variable): Origin[] => {
    const place = setAt?.(variable);
    return place ? [{ place, text: TEXTS.set, data: { variable } }] : [];
  });
}

/** For a report on what a Dockerfile alone would not show: who builds that stage, or gives the arguments. */
export function builderOrigins({ place }: Report, { builtAt, stages, chain, text, base }: Dockerfile): Origin[] {
  if (!builtAt) return [];
  const isShipped = stages.at(-1) === chain[0] || !chain.some((stage) => isWithin(place, stage));
  if (isShipped && !text.slice(place.start - base, place.end - base).includes('$')) return [];
  return [{ place: builtAt, text: TEXTS.builtHere }];
}

const isWithin = (place: Place, { from, instructions }: Stage): boolean =>
  from.place.start <= place.start && place.end <= (instructions.at(-1) ?? from).place.end;
