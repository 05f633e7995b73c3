/** Path patterns of the configuration: `*` within a name, `**` over folders, `?`, `{a,b}`. */
import { setBounded } from './setBounded';

/** No path is as long, and so no pattern has a reason to be. */
const MAX_PATTERN = 4096;
/** More than a configuration has; the oldest go. */
const MAX_KEPT = 200;

const known = new Map<string, State[]>();

/**
 * Whether the path (forward slashes, relative to the configuration's folder) matches; a pattern
 * without a slash matches the file name alone, wherever it is.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  if (pattern.length > MAX_PATTERN) return false;
  const wanted = pattern.replace(/^\.?\//, '');
  const subject = wanted !== pattern || wanted.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return accepts(statesOf(wanted), subject);
}

function statesOf(pattern: string): State[] {
  const before = known.get(pattern);
  if (before) return before;
  const states = compiled(pattern);
  setBounded(known, pattern, states, MAX_KEPT);
  return states;
}

/** A state of the automaton: where it goes without a character, and with one. */
interface State {
  empty: number[];
  steps: { takes: (c: string) => boolean; to: number }[];
}

const isName = (c: string): boolean => c !== '/';
const isAny = (): boolean => true;

/** Thompson's construction: the pattern as states, the last of which accepts. */
function compiled(pattern: string): State[] {
  const states: State[] = [];
  const add = () => states.push({ empty: [], steps: [] }) - 1;
  let at = add();
  const step = (from: number, takes: (c: string) => boolean, to: number) => states[from]!.steps.push({ takes, to });
  const go = (to: number) => {
    states[at]!.empty.push(to);
    at = to;
  };
  const groups: { start: number; end: number }[] = [];
  const close = () => go(groups.pop()!.end);
  const lastBrace = pattern.lastIndexOf('}');
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (pattern.startsWith('**/', i)) {
      go(add());
      const folder = add();
      step(at, isName, folder);
      step(folder, isName, folder);
      step(folder, (other) => other === '/', at);
      i += 2;
    } else if (c === '*') {
      go(add());
      const isDouble = pattern[i + 1] === '*';
      step(at, isDouble ? isAny : isName, at);
      if (isDouble) i++;
    } else if (c === '{' && i < lastBrace) {
      const end = add();
      go(add());
      groups.push({ start: at, end });
    } else if (c === '}' && groups.length > 0) close();
    else if (c === ',' && groups.length > 0) {
      states[at]!.empty.push(groups.at(-1)!.end);
      at = groups.at(-1)!.start;
    } else {
      const to = add();
      step(at, c === '?' ? isName : (other) => other === c, to);
      at = to;
    }
  }
  while (groups.length > 0) close();
  go(add());
  return states;
}

/** Walks all states at once, without going back: time is the pattern's length times the path's. */
function accepts(states: readonly State[], path: string): boolean {
  let now = closure(states, [0]);
  for (const c of path) {
    const next: number[] = [];
    for (const state of now) for (const { takes, to } of states[state]!.steps) if (takes(c)) next.push(to);
    now = closure(states, next);
  }
  return now.has(states.length - 1);
}

function closure(states: readonly State[], from: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    for (const to of states[state]!.empty) open.push(to);
  }
  return reached;
}
