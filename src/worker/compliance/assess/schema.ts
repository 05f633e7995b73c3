/** The JSON schema of `report --format json`. */
import {
  ASSESSMENT_SCHEMA,
  changeStates,
  itemStates,
  rowStates,
  stateReasons,
  type WrittenAssessment,
} from '../../protocol/assessment';
import { objectKindWords, riskWords, sheetWords } from '../../protocol/assessmentWords';
import { kinds } from '../../protocol/fileKinds';
import { profiles, severities } from '../../protocol/finding';

type Schema = Readonly<Record<string, unknown>>;

/** Properties by their names; `?` behind one that may be absent. */
const object = (description: string, properties: Readonly<Record<string, Schema>>): Schema => ({
  description,
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !name.endsWith('?')),
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
});
const text = (description: string): Schema => ({ description, type: 'string' });
const word = (description: string, words: readonly string[]): Schema => ({ description, enum: [...words] });
const whole = (description: string, minimum = 0): Schema => ({ description, type: 'integer', minimum });
const list = (description: string, items: Schema): Schema => ({ description, type: 'array', items });
const only = (description: string): Schema => ({ description, const: true });
const date = (description: string): Schema => ({ description, type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const sha256 = (description: string): Schema => ({ description, type: 'string', pattern: '^[0-9a-f]{64}$' });
const counts = (description: string, words: readonly string[]): Schema =>
  object(description, Object.fromEntries(words.map((each) => [each, whole(`How many: ${each.replace(/\?$/, '')}.`)])));

const path = text('From the folder of the report, with forward slashes.');
const line = whole('From 1.', 1);
const place = object('A place.', { path, line });
const rule = text("The rule's id.");
const ruleList = list('Ids of rules that judged something for it.', rule);
const findingIndexes = (description: string): Schema => list(description, whole('Index in `findings`.'));
const objectIndex = whole('Index in `objects`.');
const reason = word('Why the state is what it is.', stateReasons);
const attestation = whole('Index in `attestations`.');
const kind = word('Its sort.', Object.keys(objectKindWords));
const root = text('The folder of its deployment; empty: that of the report.');

const finding: Record<string, Schema> = {
  rule,
  severity: word('How grave it is.', severities),
  path,
  line,
  message: text('What was found.'),
  excerpt: text('The line, without what may be secret.'),
  'object?': objectIndex,
  fingerprint: text('By which it is known again when lines move.'),
  'suppressed?': object('A comment or a waiver suppresses it.', {
    'reason?': text('As given.'),
    'until?': text('The last day.'),
  }),
};

/** Of every part of the report, so that none is forgotten. */
const parts: Record<keyof WrittenAssessment, Schema> = {
  schema: { description: 'Of this form. A reader refuses later ones.', const: ASSESSMENT_SCHEMA },
  tool: object('What wrote it.', { name: text('Its name.'), version: text('Its version.') }),
  ruleSet: sha256("SHA-256 of the rules' metadata: reports of different ones are not compared blindly."),
  profile: word('What the files were judged by.', profiles),
  date: date('Of the report.'),
  files: list(
    'What was judged.',
    object('A file.', {
      path,
      kind: word('What it was read as.', kinds),
      sha256: sha256('Of its bytes.'),
      size: whole('Bytes.'),
      'isUnsaved?': only('An editor had changes that the file has not.'),
    }),
  ),
  pictures: object('Pictures were searched for secrets in their QR codes; absent: they were not.', {
    read: whole('How many of the files are pictures.'),
  }),
  notJudged: list('What was not.', object('A file.', { path, reason: text('Why.') })),
  configs: list(
    'Configurations that were used.',
    object('A configuration.', {
      path,
      ignored: whole('How many files it left out.'),
      'off?': list('Rules that it switches off, at least for some files.', text('Its id.')),
      'problems?': object('What is wrong in it and has no effect; absent: nothing.', {
        count: whole('How much.', 1),
        first: list('The first of it.', object('A problem.', { line, message: text('What is wrong.') })),
      }),
    }),
  ),
  counts: counts('Findings by severity, suppressed ones and files.', [
    ...severities,
    'files',
    'suppressed',
    'unchanged?',
  ]),
  findings: list('What was found; other parts name it by its index.', object('A finding.', finding)),
  objects: list(
    'What the report speaks of.',
    object('A thing.', {
      kind,
      'name?': text('Of a service.'),
      sheet: word("Which sheets of an assessor's workbook it belongs into.", Object.keys(sheetWords)),
      root,
      places: list('Where it is described.', place),
      unknown: list('Values that files leave open.', object('A value.', { path, line, text: text('As written.') })),
    }),
  ),
  rows: list(
    "The client's checklist.",
    object('A row.', {
      id: text('C01 to C92.'),
      state: word('What files and people say of it.', rowStates),
      'reason?': reason,
      rules: ruleList,
      findings: findingIndexes('Suppressed ones too.'),
      'attestation?': attestation,
    }),
  ),
  items: list(
    'The control items of GB/T 22239-2019, level 3, of each thing.',
    object('A control item.', {
      clause: text('As in `8.1.4.2 d`.'),
      objects: list('Things of which it says the same.', objectIndex),
      state: word('A suggestion; `clean`: nothing was found, which is no verdict.', itemStates),
      'reason?': reason,
      rules: ruleList,
      findings: findingIndexes('Under the very clause.'),
      near: findingIndexes('Near to it.'),
      'attestation?': attestation,
    }),
  ),
  attestations: list(
    'Statements of people for what no file proves.',
    object('A statement.', {
      for: text('A row or a clause.'),
      by: text('Who answers for it.'),
      on: date('When.'),
      'until?': date('The last day that it holds.'),
      evidence: text('A path or a reference.'),
      'note?': text('More.'),
      isExpired: { description: 'Its time is over.', type: 'boolean' },
      path,
      line,
    }),
  ),
  highRisk: list(
    'Cases and triggers that findings may concern.',
    object('A case (`6.4.3.1`) or a trigger (`A-21`).', {
      id: text('Its number.'),
      source: word('Where its text is from: the original was not seen.', ['third-party-copy']),
      isNear: { description: 'Near to it only.', type: 'boolean' },
      'isLowerable?': {
        description: 'Something may lower the case; absent: the copy does not say, as of all triggers.',
        type: 'boolean',
      },
      findings: findingIndexes('That concern it.'),
    }),
  ),
  issues: list(
    'What is to be rectified.',
    object('A rule and a thing.', {
      rule,
      risk: word('A proposal.', Object.keys(riskWords)),
      'object?': objectIndex,
      findings: findingIndexes('Its places.'),
    }),
  ),
  changes: object('Compared with an earlier report (--compare); else absent.', {
    since: object('The earlier report.', {
      date: date('Of it.'),
      version: text('Of the tool.'),
      ruleSet: text('Of its rules.'),
    }),
    isSameRuleSet: { description: 'Both were made with the same rules.', type: 'boolean' },
    counts: counts('Findings by what became of them.', changeStates),
    all: list(
      'Those of the earlier report in its order, then new ones.',
      object('A finding.', {
        state: word('`unjudged`: its file was not judged, or its rule is gone or off.', changeStates),
        rule,
        'before?': object('As the earlier report has it.', {
          path,
          line,
          message: text('What was found.'),
          'object?': object('What it was about.', { kind, 'name?': text('Of a service.'), root }),
        }),
        'after?': whole('Index in `findings`.'),
      }),
    ),
  }),
  coverage: object('How much was decided.', {
    rows: counts('Rows by state.', rowStates),
    items: counts('Control items by state.', itemStates),
    decided: counts('Rows by who decided them.', ['byFiles', 'attested', 'open']),
  }),
};

/** JSON Schema draft 2020-12, sentences in English. */
export function assessmentSchema(): Schema {
  const { changes, pictures, ...always } = parts;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report of QR Code Master',
    ...object('What deployment files show of a checklist and of the standard, with evidence.', {
      ...always,
      'pictures?': pictures,
      'changes?': changes,
    }),
  };
}
