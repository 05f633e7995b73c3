// Checks that every text a user can see exists in English and Chinese, with the same placeholders,
// none left over; Chinese punctuation; the glossary.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { fullWidth } from '../fullWidth.mjs';
import { otherTerms } from '../glossary.mjs';
import { root } from '../run.mjs';

const json = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const placeholders = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

/**
 * What is missing, left over or has other placeholders, when `used` texts should be exactly the
 * keys of `table`.
 */
function compare(used, table, where) {
  return [
    ...[...used].filter((key) => !(key in table)).map((key) => `${where} lacks: ${key}`),
    ...Object.keys(table)
      .filter((key) => !used.has(key))
      .map((key) => `${where} holds what nothing uses: ${key}`),
  ];
}

/** Keys written `%key%` anywhere in a JSON value. */
const percentKeys = (value) => new Set([...JSON.stringify(value).matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]));

function manifestProblems() {
  const used = percentKeys(json('package.json'));
  const english = json('package.nls.json');
  const chinese = json('package.nls.zh-cn.json');
  const differing = Object.keys(english).filter(
    (key) => key in chinese && placeholders(english[key]) !== placeholders(chinese[key]),
  );
  return [
    ...compare(used, english, 'package.nls.json'),
    ...compare(used, chinese, 'package.nls.zh-cn.json'),
    ...differing.map((key) => `package.nls.zh-cn.json has other placeholders: ${key}`),
  ];
}

/**
 * The first arguments of `l10n.t(…)`, and of a `t(…)` that was handed in for it, in a source text;
 * one that is no literal is a problem, for no table can hold it. (`english` is the parameter of the
 * function that hands `l10n.t` on.)
 */
function translated(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const texts = [];
  const problems = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /(^|\.)l10n\.t$|^t$/.test(node.expression.getText(source))) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) texts.push(first.text);
      else if (first?.getText(source) !== 'english')
        problems.push(`${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1} l10n.t needs a literal text`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { texts, problems };
}

function bundleProblems() {
  const files = readdirSync(path.join(root, 'src', 'extension'), { recursive: true }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = files
    .map((file) => path.join('src', 'extension', file))
    .map((file) => translated(file, readFileSync(path.join(root, file), 'utf8')));
  const chinese = json('media/l10n/bundle.l10n.zh-cn.json');
  const differing = Object.entries(chinese).filter(([english, text]) => placeholders(english) !== placeholders(text));
  return [
    ...found.flatMap(({ problems }) => problems),
    ...compare(new Set(found.flatMap(({ texts }) => texts)), chinese, 'bundle.l10n.zh-cn.json'),
    ...differing.map(([english]) => `bundle.l10n.zh-cn.json has other placeholders: ${english}`),
  ];
}

/**
 * Every literal text of a source with its line; of a template the parts between its expressions.
 */
function literals(file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found = [];
  const visit = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      found.push({
        text: node.text,
        where: `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`,
      });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The lines of a Markdown file outside its fences. */
function proseOf(file) {
  let fenced = false;
  return readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, i) => {
      if (text.startsWith('```')) fenced = !fenced;
      return fenced ? [] : [{ text, where: `${file}:${i + 1}` }];
    });
}

/** The README and the pages about features; those of rules are made out of sources. */
const chinesePages = () => [
  'README.zh-CN.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((file) => file.endsWith('.zh-cn.md'))
    .map((file) => `docs/${file}`),
];

/** Every text for users, in either language. */
function allTexts() {
  const tables = ['package.nls.json', 'package.nls.zh-cn.json', 'media/l10n/bundle.l10n.zh-cn.json'];
  const sources = ['src', 'media/panel'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(folder, file)),
  );
  return [
    ...tables.flatMap((file) => Object.entries(json(file)).map(([key, text]) => ({ text, where: `${file} ${key}` }))),
    ...sources.flatMap(literals),
    ...chinesePages().flatMap(proseOf),
  ];
}

/** Chinese texts whose punctuation is not full-width. */
const punctuationProblems = (texts) =>
  texts.filter(({ text }) => fullWidth(text) !== text).map(({ text, where }) => `${where}: write ${fullWidth(text)}`);

export const words = {
  name: 'English and Chinese texts, Chinese punctuation, one term per thing',
  problems: async () => {
    const texts = allTexts();
    return [
      ...manifestProblems(),
      ...bundleProblems(),
      ...punctuationProblems(texts),
      ...otherTerms([...texts, ...proseOf('README.md')]),
    ];
  },
};
