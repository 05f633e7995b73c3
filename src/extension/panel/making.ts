/** The Make tab's half of the session: which symbols are shown, and what makes them again. */
import type { EncodedText } from '../../worker/protocol/methods';
import type { PayloadValues } from '../../worker/protocol/payload';
import type { Level } from '../../worker/protocol/symbol';
import { capacityOf, symbolCard } from './cards';
import type { MakeOptions, SavedState } from './contract';
import { DEFAULT_LEVEL, defaultMakeOptions } from './makeOptions';
import type { Handlers, PartContext } from './panelParts';
import type { Made, Source } from './shown';

type Answered = 'changeLevel' | 'changeOptions' | 'split' | 'needForms' | 'needCapacity' | 'makePayload' | 'editAsForm';

/** `show` brings the tab to the front before the page is drawn anew. */
export function making({ actions, platform, send, view, redraw, saved }: PartContext, show: () => void) {
  let made: Made[] = [];
  let options: MakeOptions = defaultMakeOptions;
  /** Counts what was asked for: an answer to anything but the newest is dropped. */
  let turn = 0;
  /** Counts how often all was taken away: what would come back after that is dropped. */
  let clears = 0;

  const encode = async (sources: Source[], level: Level, exact: boolean): Promise<Made[]> => {
    const items = sources.length > 0 ? await actions.encode(sources, level, exact, options) : [];
    return items.map((item, i) => ({ source: sources[i]!, item, level, exact, split: false }));
  };
  const encodeSet = async (text: string, level: Level, exact: boolean): Promise<Made[]> => {
    const source = { text };
    // Another level than the default was set on purpose.
    const demanded = exact || level !== DEFAULT_LEVEL ? level : undefined;
    return (await actions.encodeSet(text, demanded, options)).map((item) => ({
      source,
      item,
      level,
      exact,
      split: true,
    }));
  };
  const again = ({ source, level, exact, split }: Wanted): Promise<Made[]> =>
    split && 'text' in source ? encodeSet(source.text, level, exact) : encode([source], level, exact);

  /** One request for neighbours that want the same; sets one by one. In the order asked. */
  const encodeAll = async (wanted: Wanted[]): Promise<Made[]> => {
    const groups: Wanted[][] = [];
    for (const one of wanted) {
      const last = groups.at(-1)?.[0];
      const joins = last && !one.split && !last.split && last.level === one.level && last.exact === one.exact;
      if (joins) groups.at(-1)!.push(one);
      else groups.push([one]);
    }
    const answers: Made[] = [];
    for (const group of groups) {
      const { level, exact, split } = group[0]!;
      answers.push(...(await (split ? again(group[0]!) : encode(sourcesOf(group), level, exact))));
    }
    return answers;
  };

  const make = async (sources: Source[]): Promise<EncodedText[]> => {
    const mine = ++turn;
    const next = await encode(sources, platform.level(), false);
    if (mine === turn) {
      made = next;
      show();
      redraw();
    }
    return next.map(({ item }) => item);
  };

  /** An item without error is shown, one with is only answered. */
  const makePayload = async (kind: string, values: PayloadValues): Promise<EncodedText> => {
    const mine = ++turn;
    const item = await actions.encodePayload(kind, values, platform.level(), options);
    if (mine === turn && !item.error) {
      // A level that the kind demands is kept when the choices change.
      const exact = item.wantedLevel !== platform.level();
      made = [{ source: { text: item.text }, item, level: item.wantedLevel, exact, split: false }];
      show();
      redraw();
    }
    return item;
  };

  const remake = async (): Promise<void> => {
    const [mine, before] = [++turn, clears];
    const next = await encodeAll(wantedOf(made));
    if (mine !== turn || before !== clears) return;
    made = next;
    redraw();
  };

  /** Puts others in the place of a card, or of all the cards of its set. */
  const replace = (old: Made, next: Made[]) => {
    const first = made.findIndex(({ source }) => source === old.source);
    made = [...made.slice(0, first), ...next, ...made.slice(first).filter(({ source }) => source !== old.source)];
    redraw();
  };

  const handlers: Handlers<Answered> = {
    async changeLevel({ index, level }) {
      const entry = made[index];
      if (!entry) return;
      const whole = made.filter(({ source }) => source === entry.source);
      for (const one of whole) Object.assign(one, { level, exact: true });
      const next = await again(entry);
      // Something newer is shown, or another level was chosen while this one was made.
      if (made[index] !== entry || entry.level !== level) return;
      if (entry.split) return replace(entry, next);
      if (!next[0]) return;
      entry.item = next[0].item;
      send({ type: 'symbol', view: view(), index, card: symbolCard(entry), saved: saved() });
    },
    changeOptions({ options: chosen }) {
      options = chosen;
      return remake();
    },
    async split({ index }) {
      const entry = made[index];
      if (!entry || !('text' in entry.source)) return;
      const next = await encodeSet(entry.source.text, entry.level, entry.exact);
      if (made[index] === entry) replace(entry, next);
    },
    async needForms() {
      send({ type: 'forms', forms: await actions.forms() });
    },
    async needCapacity({ request, kind, values }) {
      const item = await actions.encodePayload(kind, values, platform.level(), options);
      send({ type: 'capacity', request, capacity: capacityOf(item) });
    },
    async makePayload({ request, kind, values }) {
      const item = await makePayload(kind, values);
      if (item.error) send({ type: 'capacity', request, capacity: capacityOf(item) });
    },
    editAsForm({ index }) {
      const item = made[index]?.item;
      if (item && !item.error && item.recognised)
        send({ type: 'fillForm', kind: item.recognised.kind, values: item.recognised.values });
    },
  };

  return {
    handlers,
    make,
    makePayload,
    made: () => made,
    options: () => options,
    cards: () => made.map(symbolCard),
    async restore(old: SavedState): Promise<void> {
      options = old.options;
      const [mine, before] = [turn, clears];
      const next = await encodeAll(
        old.symbols.map(({ text, level, exact, split }) => ({ source: { text }, level, exact, split })),
      );
      // A command may have shown something newer while this was running.
      if (mine === turn && before === clears) made = next;
    },
    /** Shows nothing; the choices stay, and what is being made at the moment will be shown. */
    clear(): void {
      made = [];
      clears++;
    },
  };
}

type Wanted = Pick<Made, 'source' | 'level' | 'exact' | 'split'>;

const sourcesOf = (wanted: Wanted[]): Source[] => wanted.map(({ source }) => source);

/** What was asked for, each set once. */
const wantedOf = (made: Made[]): Wanted[] =>
  made.filter(({ source }, i) => made.findIndex((one) => one.source === source) === i);
