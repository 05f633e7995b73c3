/** MLPS-APP-004: what a page shows is escaped, so that nobody's text becomes markup. */
import type { Chain } from '../../documents/jinja/jinjaChains';
import type { TemplateTag } from '../../documents/jinja/template';
import type { WebTemplate } from '../../documents/jinja/webTemplate';
import type { Span } from '../../documents/text/excerpt';
import { placeIn } from '../../model/value';
import { unescapedMarkup } from '../../readings/unescapedMarkup';
import { type Doubt, doubtOf } from '../../readings/unescapedOutput';
import { valueIn } from '../../valueIn';
import type { Report, Rule } from '../rule';

export const keepAutoescape: Rule = {
  id: 'MLPS-APP-004',
  name: 'keep-autoescape',
  severity: 'error',
  profile: 'recommended',
  kinds: ['jinja', 'python'],
  wider: {
    en: 'Values that may be markup on purpose (`{{ page.body | safe }}`, `Markup(text)`), links and attributes without quotes, environments that may make something else than HTML, and templates that nothing but their folder shows to be Jinja’s.',
    'zh-cn':
      '可能有意为标记的值（`{{ page.body | safe }}`、`Markup(text)`）、链接和没有引号的属性、可能不用于生成 HTML 的环境，以及仅由目录名推断为 Jinja 的模板。',
  },
  clauses: ['8.1.4.4 d'],
  highRisk: ['6.4.3.3'],
  rows: ['C75', 'C76'],
  peers: ['SG:template-unescaped-with-safe', 'SG:template-autoescape-off', 'SG:template-unquoted-attribute-var'],
  title: { en: 'Keep autoescaping on', 'zh-cn': '须保持自动转义' },
  why: {
    en: 'Text that is put into a page as it is may hold a script, which then acts with the rights of whoever looks at the page. What a QR code holds is such text, too. Level 3 asks that input is checked for what it may be.',
    'zh-cn':
      '原样输出到页面的文本可能含有脚本，并以浏览者的权限执行；二维码的内容同样是此类文本。等保三级要求对输入内容进行有效性检验。',
  },
  remedy: {
    en: 'Write `{{ value }}`: Flask escapes in `.html`, `.htm`, `.xml`, `.xhtml` and `.svg`. Put quotes around attributes. Escaping does not make a link safe: let only `http:` and `https:` through before it is shown as one (`javascript:` is a link, too). Markup that people may write belongs through a sanitizer first, and is marked as safe there.',
    'zh-cn':
      '请写作 `{{ value }}`：Flask 会在 `.html`、`.htm`、`.xml`、`.xhtml` 和 `.svg` 中转义。属性值须加引号。转义不能使链接变得安全：显示为链接之前，只允许 `http:` 和 `https:`（`javascript:` 也是链接）。允许用户书写的标记应先经过净化，并在净化处标记为安全。',
  },
  messages: {
    safe: {
      en: 'This value is put out unescaped, so markup in it becomes part of the page. Remove the filter {filter}.',
      'zh-cn': '该值未经转义即输出，其中的标记会成为页面的一部分。请删除过滤器 {filter}。',
    },
    off: {
      en: 'Nothing is escaped from here on, and values are put out in this block. Switch it on, and mark what is markup by itself.',
      'zh-cn': '由此处起不再转义，而块内输出了变量。请开启，并只对确为标记的值单独说明。',
    },
    link: {
      en: 'Escaping does not stop `javascript:` in a link. Let only `http:` and `https:` through before this is shown as one.',
      'zh-cn': '转义不能阻止链接中的 `javascript:`。显示为链接之前，请只允许 `http:` 和 `https:`。',
    },
    unquoted: {
      en: 'Without quotes a blank in the value begins another attribute, an event handler for one. Put quotes around it.',
      'zh-cn': '没有引号时，值中的空格会开始另一个属性，例如事件处理程序。请加上引号。',
    },
    markup: {
      en: 'This declares text as markup that was put together from something else. Write `Markup("…{}").format(value)`, which escapes the value, or escape it.',
      'zh-cn': '此处将由其他内容拼成的文本声明为标记。请改用 `Markup("…{}").format(value)`（会转义该值），或先转义。',
    },
    source: {
      en: 'This text is compiled as a template: what somebody else puts into it is executed at the server. Pass values as arguments of a fixed template.',
      'zh-cn': '此文本会作为模板编译，他人放入的内容会在服务器上执行。请使用固定模板，并以参数传值。',
    },
    unset: {
      en: 'Jinja by itself escapes nothing. Add `autoescape=True`, or `select_autoescape()`.',
      'zh-cn': 'Jinja 默认不转义。请添加 `autoescape=True` 或 `select_autoescape()`。',
    },
    disabled: {
      en: 'Nothing that these templates put out is escaped. Write True, or `select_autoescape()`.',
      'zh-cn': '这些模板输出的内容都不会转义。请改为 True 或 `select_autoescape()`。',
    },
    add: {
      en: 'Add autoescape=True (markup in values is shown as text)',
      'zh-cn': '添加 autoescape=True（值中的标记将显示为文本）',
    },
    escape: { en: 'Escape it (markup in it is shown as text)', 'zh-cn': '转义（其中的标记将显示为文本）' },
    on: { en: 'Switch it on (markup in values is shown as text)', 'zh-cn': '开启（值中的标记将显示为文本）' },
    quote: { en: 'Put quotes around it', 'zh-cn': '加上引号' },
  },
  check: {
    template(template, { report }) {
      const { outputs, statements } = template;
      const written = statements.filter(({ name }) => name === 'set' || name === 'call' || name === 'include');
      for (const { chains } of [...outputs, ...written])
        for (const chain of chains.all) judgeSafe(template, chain, report);
      judgeBlocks(template, report);
      for (const output of outputs) judgeAttribute(template, output, report);
    },
    python(module, { report }) {
      const { uri } = module;
      for (const { kind, place, doubt, value, addAt } of unescapedMarkup(module)) {
        const edits = value
          ? [{ uri, start: value.start, end: value.end, newText: 'True' }]
          : addAt && [{ uri, start: addAt.at, end: addAt.at, newText: `${addAt.lead}autoescape=True` }];
        report({
          place: placeIn(module, place),
          message: kind === 'off' ? 'disabled' : kind,
          // Where no pages are served it may be mails or configuration, which escaping would break.
          severity: doubt !== 'typed' && (kind === 'off' || kind === 'unset') ? 'info' : undefined,
          profile: doubt === 'typed' ? undefined : 'mlps3',
          fixes: () => [{ safe: false, title: value ? 'on' : 'add', edits }],
        });
      }
    },
  },
};

type Tell = (report: Report) => void;

/** A mere folder is no proof, and what may be meant as markup is no hole. */
const profileOf = ({ isSure }: WebTemplate, doubt: Doubt): Report['profile'] =>
  isSure && doubt === 'typed' ? undefined : 'mlps3';

function judgeSafe(template: WebTemplate, chain: Chain, report: Tell): void {
  const at = chain.filters.findIndex(({ name }) => name === 'safe');
  const { uri, text, locals } = template;
  const doubt = at < 0 ? undefined : doubtOf(chain, locals, chain.filters.slice(0, at));
  if (!doubt) return;
  const filter = chain.filters[at]!;
  const bar = text.slice(0, filter.start).trimEnd().length - 1;
  const start = text.slice(0, bar).trimEnd().length;
  report({
    place: { uri, start: bar, end: filter.nameEnd },
    message: 'safe',
    data: { filter: '|safe' },
    profile: profileOf(template, doubt),
    fixes: () => [{ safe: false, title: 'escape', edits: [{ uri, start, end: filter.end, newText: '' }] }],
  });
}

/** `{% autoescape false %}` … `{% endautoescape %}`: the word, and what is put out in between. */
function judgeBlocks(template: WebTemplate, report: Tell): void {
  const { uri, outputs, statements, locals } = template;
  const open: (Span & { doubt: Doubt })[] = [];
  const close = () => {
    const block = open.pop();
    if (!block?.doubt) return;
    const place = { uri, start: block.start, end: block.end };
    const fixes = () => [{ safe: false, title: 'on', edits: [{ ...place, newText: 'true' }] }];
    report({ place, message: 'off', profile: profileOf(template, block.doubt), fixes });
  };
  for (const { name, tokens, chains } of [...outputs, ...statements].sort((a, b) => a.start - b.start)) {
    const block = open.at(-1);
    if (name === 'endautoescape') close();
    else if (name === 'autoescape') open.push({ ...(tokens[0] ?? { start: 0, end: 0 }), doubt: undefined });
    if (name === 'autoescape' && !isOff(tokens)) open.at(-1)!.end = 0;
    if (name === '' && block && block.end > 0 && block.doubt !== 'typed')
      for (const chain of chains.values) block.doubt = worse(block.doubt, doubtOf(chain, locals));
  }
  while (open.length > 0) close();
}

const isOff = (tokens: TemplateTag['tokens']): boolean =>
  tokens.length === 1 && /^(?:false|False|none|None|0)$/.test(tokens[0]!.text);

const worse = (a: Doubt, b: Doubt): Doubt => (a === 'typed' || b === 'typed' ? 'typed' : (a ?? b));

/** Attributes that a browser follows, by element. */
const LINKS: Record<string, RegExp> = {
  a: /^(?:xlink:)?href$/,
  area: /^href$/,
  iframe: /^src$/,
  form: /^action$/,
  button: /^formaction$/,
  input: /^formaction$/,
};
/** Names of addresses that come with data, and of texts that may be one. */
const ADDRESS =
  /^(?:url|link|href|uri|website|homepage|web|blog|results?|text|content|payload|data|value|target|redirect\w*|decoded(?:_\w+)?|qr_\w+)$/i;

function judgeAttribute(template: WebTemplate, output: TemplateTag, report: Tell): void {
  const { uri, html } = template;
  const found = template.attributeAt(output.start);
  if (!found) return;
  const { tag, attribute } = found;
  const place = { uri, start: output.start, end: output.end };
  const chains = output.chains.values.filter((chain) => doubtOf(chain, template.locals) !== undefined);
  const own = chains.filter(({ isCall }) => !isCall);
  if (own.length === 0) return;
  const { start, end } = attribute.value!;
  if (attribute.quote === '' && own.some(({ filters }) => filters.every(({ name }) => name !== 'safe'))) {
    const edits = [
      { uri, start, end: start, newText: '"' },
      { uri, start: end, end, newText: '"' },
    ];
    const isPlain = !/["\s]/.test(html.slice(start, end));
    const fixes = () => (isPlain ? [{ safe: false, title: 'quote', edits }] : []);
    report({ place, message: 'unquoted', severity: 'info', profile: 'mlps3', fixes });
    return;
  }
  const isFollowed = valueIn(LINKS, tag.name)?.test(attribute.name) && html.slice(start, output.start).trim() === '';
  const isAddress = ({ path, filters }: Chain) => ADDRESS.test(path.at(-1) ?? '') && filters.length === 0;
  if (isFollowed && own.some(isAddress) && !isGuarded(template, output.start))
    report({ place, message: 'link', severity: 'info', profile: 'mlps3' });
}

/** `{% if url.startswith('https://') %}`. */
const isGuarded = (template: WebTemplate, offset: number): boolean =>
  template
    .conditionsAt(offset)
    .some(({ tokens }) =>
      tokens.some(({ text }) => /startswith|https?:|^(?:is_)?(?:safe|valid)?_?(?:url|link)$/.test(text)),
    );
