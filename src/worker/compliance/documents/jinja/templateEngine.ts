/**
 * Which engine a template is written for, as far as its tags say so: Jinja shares its brackets with
 * a dozen others (fact T33).
 */
import type { Template, TemplateTag } from './template';

/**
 * `jinja`: what only Jinja has, or only what Flask gives it. `other`: another engine, or Jinja
 * outside of web applications. `open`: tags that several engines know. `none`: no tags.
 */
export type TemplateEngine = 'jinja' | 'other' | 'open' | 'none';

/** Names of Flask and its extensions. */
const OF_FLASK = /^(?:url_for|get_flashed_messages|current_user|csrf_token)$/;
/** Methods of Python's values. */
const OF_PYTHON = /^(?:items|strftime|isoformat|startswith|endswith|append|hidden_tag|iter_pages|get_json)$/;
const OF_JINJA = new Set(['tojson', 'selectattr', 'rejectattr', 'urlize', 'forceescape', 'filesizeformat', 'xmlattr']);

/** Statements of Django, Twig, Liquid and others that Jinja does not know. */
const FOREIGN_STATEMENTS = new Set(
  (
    'load csrf_token url static get_static_prefix blocktrans blocktranslate translate cycle empty comment ifequal ' +
    'ifnotequal ifchanged spaceless verbatim now widthratio regroup lorem firstof templatetag resetcycle ' +
    'assign capture case when unless tablerow increment decrement section schema asyncEach asyncAll apply embed ' +
    'form_theme stopwatch sandbox'
  ).split(' '),
);
/** What generators of static sites and other programs give their templates. */
const FOREIGN_NAMES =
  /^(?:SITEURL|SITENAME|THEME_STATIC_DIR|cookiecutter|toctree|theme_\w+|forloop|mkdocs_version|eleventy|jekyll|ansible_\w+|hostvars|inventory_hostname|tablerowloop)$/;
const FOREIGN_CALLS =
  /^(?:pathto|path|asset|get_page|get_section|get_taxonomy(?:_url)?|get_url|resize_image|load_data|lookup|form_widget|form_row|constant)$/;
const FOREIGN_PATHS =
  /^(?:block\.super|config\.(?:base_url|extra)|app\.(?:user|request|session|flashes)|site\.(?:data|posts|pages|baseurl|static_files)|(?:page|section)\.(?:permalink|extra|toc|taxonomies|reading_time|word_count|ancestors)|nb\.metadata|cell\.(?:source|outputs)|resources\.(?:global_content_filter|metadata))(?:\.|$)/;
const FOREIGN_FILTERS =
  /^(?:raw|date_to_string|date_to_xmlschema|relative_url|absolute_url|markdownify|escapejs|safeseq|stringformat|dump|liquify|async|to_nice_yaml|to_nice_json|regex_replace|asset_url|script_tag|stylesheet_tag|img_url|json_encode)$/;

export function engineOf({ outputs, statements, html }: Template): TemplateEngine {
  const all = [...outputs, ...statements];
  if (all.some(isOfJinja)) return 'jinja';
  if (/<\?php\b|<%[=@-]|\bth:text=|\{\{/.test(html) || all.some(isForeign)) return 'other';
  return all.length > 0 ? 'open' : 'none';
}

const isOfJinja = ({ chains }: TemplateTag): boolean =>
  chains.all.some(
    ({ root, path, isCall, filters }) =>
      (root === 'name' && OF_FLASK.test(path[0]!) && (isCall || path[0] === 'current_user')) ||
      (isCall && path.length > 1 && OF_PYTHON.test(path.at(-1)!)) ||
      filters.some((filter) => OF_JINJA.has(filter.name)),
  );

function isForeign({ name, tokens, chains }: TemplateTag): boolean {
  const first = tokens[0];
  if (FOREIGN_STATEMENTS.has(name)) return true;
  if (name === 'autoescape' && /^o(?:n|ff)$/.test(first?.text ?? '')) return true;
  // `{{ .Values.x }}`, `{{#each}}`, `{{ $x }}`, `{{!-- --}}`.
  if (name === '' && /^[.#/$@&>^!*?]$/.test(first?.text ?? '')) return true;
  // `{% include header.html %}`, `{% include "a" with b=c only %}`.
  if (name === 'include' && (first?.kind === 'name' || tokens.some(({ text }) => /^(?:only|=)$/.test(text))))
    return tokens.some(({ text }) => /^(?:only|=|html)$/.test(text));
  for (const [i, { text, end }] of tokens.entries()) {
    const next = tokens[i + 1];
    // Arguments of Django's filters; `macros::input()` of Tera; `a ? b : c`; `a && b`.
    if (text === '|' && next?.kind === 'name' && tokens[i + 2]?.text === ':') return true;
    if (text === ':' && next?.text === ':' && next.start === end && tokens[i + 3]?.text === '(') return true;
    if (text === '?' || text === '&' || text === '$') return true;
  }
  return chains.all.some(
    ({ path, isCall, filters }) =>
      FOREIGN_NAMES.test(path[0] ?? '') ||
      (isCall && FOREIGN_CALLS.test(path[0] ?? '')) ||
      FOREIGN_PATHS.test(path.join('.')) ||
      filters.some((filter) => FOREIGN_FILTERS.test(filter.name)),
  );
}
