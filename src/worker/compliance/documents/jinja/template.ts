/**
 * Reads an HTML template of Jinja: what it puts out and where in the HTML that stands (fact T33).
 */
import { lastAtOrBefore } from '../../lastAtOrBefore';
import { UNKNOWN } from '../../model/value';
import type { Span } from '../text/excerpt';
import { type HtmlAttribute, type HtmlTag, readHtmlTags } from './htmlTags';
import { type Chains, chainsOf } from './jinjaChains';
import { type JinjaTag, readJinjaTags } from './jinjaTags';
import { type Local, localsOf } from './locals';

/** `{{ … }}` or `{% … %}` with what its expression is made of, behind the name of a statement. */
export interface TemplateTag extends Span {
  /** Of a statement; empty of an output. */
  name: string;
  /** Behind the name. */
  tokens: JinjaTag['tokens'];
  chains: Chains;
}

export interface Template {
  uri: string;
  text: string;
  /** The text with all tags of Jinja blanked: as long, and each output is unknown characters. */
  html: string;
  outputs: TemplateTag[];
  statements: TemplateTag[];
  /** Tags of HTML. */
  tags: HtmlTag[];
  /** Names that the template itself gives a value. */
  locals: ReadonlyMap<string, Local>;
  /** The conditions that hold at an offset: those of `if`, and in its other branches, too. */
  conditionsAt(offset: number): readonly TemplateTag[];
  /** The value of an attribute that an output stands in. */
  attributeAt(offset: number): { tag: HtmlTag; attribute: HtmlAttribute } | undefined;
}

/** Never throws. */
export function readTemplate(uri: string, text: string): Template {
  const jinja = readJinjaTags(text);
  const html = blanked(text, jinja);
  const tags = readHtmlTags(html);
  const outputs = jinja.filter(({ kind }) => kind === 'output').map((tag) => ({ ...tagOf(tag, 0), name: '' }));
  const statements = jinja.flatMap((tag) => (tag.kind === 'statement' && tag.tokens[0] ? [tagOf(tag, 1)] : []));
  return {
    uri,
    text,
    html,
    outputs,
    statements,
    tags,
    locals: localsOf(statements),
    conditionsAt: conditionsIn(statements),
    attributeAt: attributesIn(tags),
  };
}

function tagOf({ start, end, tokens }: JinjaTag, skipped: number): TemplateTag {
  const own = skipped ? tokens.slice(skipped) : tokens;
  return { name: tokens[0]?.text ?? '', tokens: own, chains: chainsOf(own), start, end };
}

function blanked(text: string, tags: readonly JinjaTag[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, start, end } of tags) {
    const blank = (kind === 'output' ? UNKNOWN : ' ').repeat(end - start);
    parts.push(text.slice(at, start), blank);
    at = end;
  }
  return parts.join('') + text.slice(at);
}

interface Conditions {
  own: readonly TemplateTag[];
  outer: Conditions | undefined;
}

function conditionsIn(statements: readonly TemplateTag[]): Template['conditionsAt'] {
  const starts = [0];
  const states: (Conditions | undefined)[] = [undefined];
  let now: Conditions | undefined;
  for (const statement of statements) {
    const { name, end } = statement;
    if (name === 'if') now = { own: [statement], outer: now };
    else if (name === 'elif' && now) now = { own: [...now.own.slice(-MAX_BRANCHES), statement], outer: now.outer };
    else if (name === 'endif' && now) now = now.outer;
    else continue;
    starts.push(end);
    states.push(now);
  }
  return (offset) => {
    const out: TemplateTag[] = [];
    let at = states[lastAtOrBefore(starts, offset)];
    for (let depth = 0; at && depth < MAX_DEPTH; depth++, at = at.outer) out.push(...at.own);
    return out;
  };
}

/** More than any template has; what stands deeper is not looked at. */
const MAX_BRANCHES = 50;
const MAX_DEPTH = 50;

function attributesIn(tags: readonly HtmlTag[]): Template['attributeAt'] {
  const starts = tags.map(({ start }) => start);
  return (offset) => {
    const tag = tags[lastAtOrBefore(starts, offset)];
    if (!tag || offset < tag.start || offset >= tag.end) return undefined;
    const attribute = tag.attributes.find(({ value }) => value && offset >= value.start && offset < value.end);
    return attribute && { tag, attribute };
  };
}
