/** The forms of a template that change something at the server, and whether they carry a token. */
import type { Span } from '../text/excerpt';
import type { HtmlTag } from './htmlTags';
import type { Chain } from './jinjaChains';
import type { Template, TemplateTag } from './template';

export interface PostForm {
  /** The start tag. */
  tag: HtmlTag;
  /** Up to the end tag. */
  content: Span;
  /** Names of what it sends. */
  inputs: string[];
}

const TOKEN = /csrf|xsrf|hidden_tag|quick_form|token|nonce/i;
/** What a script of the page sends with every request. */
const HEADER = /csrf-token|x-csrf|x-xsrf|csrf_?header|csrfmiddleware/i;

/** Those without a token, as far as the template tells: what it takes in may hold one. */
export function formsWithoutToken(template: Template): PostForm[] {
  if (HEADER.test(template.text)) return [];
  const inside = [...template.outputs, ...template.statements].sort((a, b) => a.start - b.start);
  const out: PostForm[] = [];
  let next = 0;
  for (const form of postForms(template)) {
    const { start, end } = form.content;
    while (next < inside.length && inside[next]!.start < start) next++;
    let isOpen = false;
    for (; next < inside.length && inside[next]!.end <= end; next++) isOpen ||= mayHoldToken(inside[next]!);
    if (!isOpen && !form.inputs.some((name) => TOKEN.test(name))) out.push(form);
  }
  return out;
}

/** Forms do not nest; those that another host gets, or whose method is not known, are left out. */
function postForms({ tags, html }: Template): PostForm[] {
  const out: PostForm[] = [];
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i]!;
    if (tag.isEnd || tag.name !== 'form') continue;
    const textOf = (name: string, of = tag) => {
      const value = of.attributes.find((attribute) => attribute.name === name)?.value;
      return value && html.slice(value.start, value.end).trim();
    };
    const inputs: string[] = [];
    let to = i + 1;
    for (; to < tags.length && tags[to]!.name !== 'form'; to++)
      if (tags[to]!.name === 'input') inputs.push(textOf('name', tags[to]) ?? '');
    const content = { start: tag.end, end: tags[to]?.start ?? html.length };
    if (textOf('method')?.toLowerCase() === 'post' && !/^(?:https?:)?\/\/|^[a-z]+:/i.test(textOf('action') ?? ''))
      out.push({ tag, content, inputs });
  }
  return out;
}

/** `{{ form.csrf_token }}`, `{{ form }}`, `{{ render(form) }}`, `{% include … %}`. */
function mayHoldToken({ name, tokens, chains }: TemplateTag): boolean {
  if (name === 'include' || name === 'call' || name === 'block') return true;
  if (tokens.some(({ kind, text }) => kind !== 'operator' && TOKEN.test(text))) return true;
  const isWhole = ({ root, path }: Chain) => root === 'name' && path.length === 1 && /form$/i.test(path[0]!);
  return chains.all.some((chain) => isWhole(chain) || (chain.isCall && /form|hidden/i.test(chain.path.at(-1)!)));
}
