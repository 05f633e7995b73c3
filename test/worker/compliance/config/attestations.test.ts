/** Attestations in the configuration: what is wrong in them, proposed in them, and said of them. */
import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clauses } from '../../../../src/worker/compliance/checklist/clauses';
import { rows } from '../../../../src/worker/compliance/checklist/rows';
import { attestableRows } from '../../../../src/worker/compliance/config/attestable';
import { completeConfig } from '../../../../src/worker/compliance/config/complete';
import { hoverConfig } from '../../../../src/worker/compliance/config/hover';
import { configProblemText } from '../../../../src/worker/compliance/config/problem';
import { readConfig } from '../../../../src/worker/compliance/config/readConfig';
import { needless, untimely } from '../../../../src/worker/compliance/config/remarks';
import { configSchema } from '../../../../src/worker/compliance/config/schema';
import { configDiagnostics } from '../../../../src/worker/service/configDocument';

const TODAY = '2026-11-25';
const URI = 'file:///w/.qrcodemaster.yaml';
const GOOD = { row: 'C86', by: 'Li Wei', on: '2026-11-01', evidence: 'docs/plan.pdf' };

/** A list of one entry; undefined leaves a key out. */
const written = (more: Record<string, string | undefined>) => {
  const lines = Object.entries({ ...GOOD, ...more }).flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${value}`,
  );
  return `attestations:\n  - ${lines.join('\n    ')}\n`;
};

/** Code, word, and the text that it is told of, of what is wrong or worth a word. */
function told(text: string) {
  const { config, problems } = readConfig(URI, text);
  return [...problems, ...untimely(config, TODAY), ...needless(config, 'en')].map(
    ({ code, word, place }) => [code, word, text.slice(place.start, place.end).trimEnd()] as const,
  );
}

describe('problems', () => {
  it('none in what says all', () => {
    for (const more of [
      {},
      { row: undefined, clause: '8.1.10.13 a' },
      { until: TODAY, note: 'the drill was in October' },
      { on: TODAY, until: TODAY },
    ])
      expect(told(written(more))).toEqual([]);
  });

  it.each([
    [{ row: 'C93' }, ['row', 'C93', 'C93']],
    [{ row: 'toString' }, ['row', 'toString', 'toString']],
    [{ row: undefined, clause: '8.9.9.9 a' }, ['clause', '8.9.9.9 a', '8.9.9.9 a']],
    [{ clause: '8.1.10.13 a' }, ['both', '8.1.10.13 a', '8.1.10.13 a']],
    [{ row: undefined }, ['attestation', 'row', 'by']],
    [{ row: '' }, ['attestation', 'row', 'row']],
    [{ row: undefined, clause: '' }, ['attestation', 'clause', 'clause']],
    [{ by: undefined }, ['attestation', 'by', 'row']],
    [{ by: '' }, ['attestation', 'by', 'by']],
    [{ evidence: '""' }, ['attestation', 'evidence', 'evidence']],
    [{ on: undefined }, ['attestation', 'on', 'row']],
    [{ on: '' }, ['attestation', 'on', 'on']],
    [{ on: '2026-02-30' }, ['day', '2026-02-30', '2026-02-30']],
    [{ on: 'last week' }, ['shape', 'on', 'last week']],
    [{ on: '[2026-11-01]' }, ['shape', 'on', '[2026-11-01]']],
    [{ until: '2026-13-01' }, ['day', '2026-13-01', '2026-13-01']],
    [{ until: '2026-10-31' }, ['order', '2026-10-31', '2026-10-31']],
    [{ who: 'me' }, ['key', 'who', 'who']],
    [{ on: '2026-11-26' }, ['future', '2026-11-26', '2026-11-26']],
    [{ row: 'C40' }, ['shown', 'C40', 'C40']],
    [{ row: 'C01' }, ['nothing', 'C01', 'C01']],
  ])('%j', (more, problem) => expect(told(written(more))).toContainEqual(problem));

  it('a waiver is told of a day that there is not, too', () => {
    const waiver = 'waivers:\n  - {rule: MLPS-IMG-001, reason: a, until: 2026-02-30}\n';
    expect(told(waiver)).toEqual([['day', '2026-02-30', '2026-02-30']]);
    expect(readConfig(URI, waiver).config.waivers).toEqual([]);
  });

  it('what is wrong has no effect, what is worth a word has', () => {
    const count = (more: Record<string, string | undefined>) => readConfig(URI, written(more)).config.attestations;
    expect(count({ row: 'C93' })).toEqual([]);
    expect(count({ clause: '8.1.10.13 a' })).toEqual([]);
    expect(count({ until: '2026-10-31' })).toEqual([]);
    expect(count({ row: 'C40' })).toMatchObject([{ for: 'C40', by: 'Li Wei', on: '2026-11-01' }]);
  });

  it('its time is over: told of the entry, unless another one holds', () => {
    const old = { on: '2025-11-01', until: '2026-11-24' };
    expect(told(written({ ...old, until: TODAY }))).toEqual([]);
    expect(told(written(old))).toEqual([
      ['over', '2026-11-24', written(old).slice('attestations:\n  - '.length).trimEnd()],
    ]);
    const renewed = written(old) + written({}).replace('attestations:\n', '');
    expect(told(renewed)).toEqual([]);
  });

  it('sentences in both languages leave nothing open', () => {
    const texts = [
      { row: 'C93' },
      { clause: '8.1.2.1 a' },
      { on: '2026-02-30' },
      { until: '2026-10-31' },
      { row: 'C01' },
    ];
    const before = { on: '2025-11-01', until: '2026-11-24' };
    for (const more of [...texts, before, { on: '2026-11-26' }, { by: '' }, { row: 'C40' }]) {
      const { config, problems } = readConfig(URI, written(more));
      for (const locale of ['en', 'zh-cn'] as const)
        for (const problem of [...problems, ...untimely(config, TODAY), ...needless(config, locale)])
          expect(configProblemText(problem, locale)).not.toMatch(/[{}]|undefined/);
    }
  });

  it('errors, warnings and information in the editor', () => {
    const severities = (more: Record<string, string>) =>
      configDiagnostics(URI, written(more), 'en', TODAY).map(({ code, severity }) => [code, severity]);
    expect(severities({ row: 'C93' })).toEqual([['config-row', 1]]);
    expect(severities({ on: '2025-01-01', until: '2026-01-01' })).toEqual([['config-over', 2]]);
    expect(severities({ row: 'C40' })).toEqual([['config-shown', 3]]);
  });
});

/** What is proposed at `|`. */
function proposals(marked: string) {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)!.length };
  return completeConfig(marked.replace('|', ''), position, 'zh-cn', TODAY);
}

describe('completion', () => {
  const labels = (marked: string) => proposals(marked).map(({ label }) => label);

  it('of the keys', () =>
    expect(labels('attestations:\n  - row: C86\n    |')).toEqual(['clause', 'by', 'on', 'evidence', 'until', 'note']));

  it('of rows: those first that only people can answer and nobody has', () => {
    const open = labels('attestations:\n  - row: |');
    expect(open.slice(0, 7)).toEqual(['C14', 'C45', 'C74', 'C86', 'C89', 'C90', 'C92']);
    expect(open).not.toContain('C01');
    expect(open).toHaveLength(Object.keys(rows).length - 5);
    const more = labels(`${written({})}  - row: |`);
    expect(more.slice(0, 6)).toEqual(['C14', 'C45', 'C74', 'C89', 'C90', 'C92']);
    expect(more.at(-1)).toBe('C86');
    expect(labels(`${written({ on: '2025-01-01', until: '2026-01-01' })}  - row: |`)[0]).toBe('C86');
  });

  it('of rows by their words, in either language', () => {
    const plan = proposals('attestations:\n  - row: |').find(({ label }) => label === 'C86')!;
    expect(plan.detail).toBe(rows.C86!.subject['zh-cn']);
    expect(plan.documentation).toContain('每年演练');
    expect(plan.filter).toContain('emergency plan');
  });

  it('of clauses, in place of what stands there of one', () => {
    const [first] = proposals('attestations:\n  - clause: 8.1.10.13 |');
    expect(labels('attestations:\n  - clause: |')).toEqual(Object.keys(clauses));
    expect(first!.edit.range).toEqual({ start: { line: 1, character: 12 }, end: { line: 1, character: 22 } });
  });

  it('of today, and of a day in a year', () => {
    expect(labels('attestations:\n  - on: |')).toEqual([TODAY]);
    expect(labels('attestations:\n  - until: |')).toEqual(['2027-11-25']);
  });
});

describe('hover', () => {
  const hover = (marked: string) => {
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    return hoverConfig(marked.replace('|', ''), position, 'en');
  };

  it('the words of a row, and who has to look', () => {
    const markdown = (row: string) => hover(`attestations:\n  - row: C|${row}`)!.markdown;
    expect(markdown('86')).toMatch(/6\.2.*emergency plan[\s\S]*Somebody has to look at: .*yearly drill/);
    expect(markdown('40')).toContain('Files show it');
    expect(markdown('11')).toContain('a claim about speed');
    expect(hover('attestations:\n  - row: C|93')).toBeNull();
  });

  it.each(['8.1.|10.13 a', '8.1.10.13 |a', '8.1.10.13| a', '"8.1.10.13 a|"'])(
    'the gist of a clause at %s',
    (clause) => {
      const { markdown, range } = hover(`attestations:\n  - clause: ${clause} # why`)!;
      expect(markdown).toContain('8.1.10.13 a (Emergency plan');
      expect(range.end.character - range.start.character).toBe('8.1.10.13 a'.length);
    },
  );

  it('what a key means', () => expect(hover('attestations:\n  - evi|dence: a')!.markdown).toContain('**evidence**'));
});

it('rows with the state that an attestation gives them', () => {
  const { config } = readConfig(URI, written({ until: '2027-01-01' }));
  const state = (row: string, today = TODAY) => attestableRows(config, today).find((each) => each.row === row);
  expect(state('C86')).toEqual({ row: 'C86', state: 'attested', until: '2027-01-01' });
  expect(state('C86', '2027-01-02')).toEqual({ row: 'C86', state: 'expired', until: '2027-01-01' });
  expect(state('C86', '2000-01-01')).toEqual({ row: 'C86', state: 'open' });
  expect(state('C92')).toEqual({ row: 'C92', state: 'open' });
  expect(state('C40')).toEqual({ row: 'C40', state: 'files' });
});

describe('the schema', () => {
  const valid = new Ajv({ strict: false }).compile(configSchema());
  it.each([{}, { row: undefined, clause: '8.1.10.13 a' }])('takes what the reader takes: %j', (more) =>
    expect(valid(parse(written(more))), JSON.stringify(valid.errors)).toBe(true),
  );
  const bad = [{ evidence: undefined }, { row: 'C93' }, { row: undefined }, { clause: '8.1.10.13 a' }, { on: 'now' }];
  it.each(bad)('refuses %j', (more) => expect(valid(parse(written(more)))).toBe(false));
});
