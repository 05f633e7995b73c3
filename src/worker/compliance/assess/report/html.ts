/**
 * `report --format html`: one page without scripts or outside parts, which opens offline, prints to
 * A4 and can be handed to an assessor.
 */
import { escapeHtml } from '../../../protocol/escapeHtml';
import { visible } from '../../../text/visible';
import type { AssessmentInput } from './assessmentInput';
import { asInlines, type Block, type Inline, type Text } from './blocks';
import { chartSvg } from './chartSvg';
import { htmlStyle } from './htmlStyle';
import { reportBlocks } from './reportBlocks';
import { type ReportContext, reportContext } from './reportContext';
import { writtenBlocks } from './writtenBlocks';

type Heading = Extract<Block, { type: 'heading' }>;
type Table = Extract<Block, { type: 'table' }>;

/** Tables of so few rows stay on one sheet of paper. */
const SHORT = 4;

/** What is hidden is shown. */
const escaped = (text: string): string => escapeHtml(visible(text));

/** A whole document. */
export function* htmlAssessment(input: AssessmentInput): Generator<void, string> {
  const context = reportContext(input);
  const { say, assessment, locale } = context;
  const { tool, date } = assessment;
  const blocks = yield* reportBlocks(context);
  const sections = yield* sectionsOf(blocks);
  const made = escaped(`${tool.name} ${tool.version}`);
  return `<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="generator" content="${made}">
<title>${say('title')}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>${say('title')}</h1>
<p>${escaped(date)} · ${made}</p>
</header>
<div class="page">
${contentsOf(blocks, context)}<main>
${sections}</main>
</div>
<footer>
<p>${say('disclaimer')}</p>
</footer>
</body>
</html>
`;
}

/** Headings of the second level, and those below that ask for it. */
function contentsOf(blocks: readonly Block[], { say }: ReportContext): string {
  const parts: { head: Heading; below: Heading[] }[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    if (block.level === 2) parts.push({ head: block, below: [] });
    else if (block.inContents) parts.at(-1)?.below.push(block);
  }
  const link = ({ id, text }: Heading) => `<a href="#${escaped(id)}">${escaped(text)}</a>`;
  const items = parts.map(({ head, below }) => {
    const list = below.map((each) => `<li>${link(each)}</li>\n`).join('');
    return `<li>${link(head)}${list && `\n<ul>\n${list}</ul>\n`}</li>\n`;
  });
  return `<nav aria-label="${say('contents')}">\n<ul>\n${items.join('')}</ul>\n</nav>\n`;
}

/** Each heading of the second level begins a section. */
function* sectionsOf(blocks: readonly Block[]): Generator<void, string> {
  let isOpen = false;
  const parts = yield* writtenBlocks(blocks, (block) => {
    if (block.type !== 'heading' || block.level !== 2) return blockHtml(block);
    const before = isOpen ? '</section>\n' : '';
    isOpen = true;
    return `${before}<section aria-labelledby="${escaped(block.id)}">\n${blockHtml(block)}`;
  });
  return parts.join('') + (isOpen ? '</section>\n' : '');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level} id="${escaped(block.id)}">${escaped(block.text)}</h${block.level}>\n`;
    case 'paragraph':
      return `<p${block.isNote ? ' class="note"' : ''}>${textHtml(block.text)}</p>\n`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${textHtml(item)}</li>\n`).join('')}</ul>\n`;
    case 'table':
      return tableHtml(block);
    case 'chart':
      return `<figure>
<figcaption>${escaped(block.title)}</figcaption>
${chartSvg(block.title, block.groups)}</figure>
`;
  }
}

function tableHtml({ caption, head, widths, rows }: Table): string {
  const sum = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / sum).toFixed(1)}%">`).join('');
  const top = head?.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('');
  const body = rows.map(({ id, cells: [first = '', ...others] }) => {
    const rest = others.map((cell) => `<td>${textHtml(cell)}</td>`).join('');
    return `<tr${id === undefined ? '' : ` id="${escaped(id)}"`}><th scope="row">${textHtml(first)}</th>${rest}</tr>\n`;
  });
  const looks = [...(head ? [] : ['facts']), ...(rows.length <= SHORT ? ['short'] : [])].join(' ');
  return `<table${looks && ` class="${looks}"`}>
<caption>${escaped(caption)}</caption>
<colgroup>${columns}</colgroup>
${top ? `<thead><tr>${top}</tr></thead>\n` : ''}<tbody>
${body.join('')}</tbody>
</table>
`;
}

const textHtml = (text: Text): string => asInlines(text).map(inlineHtml).join('');

function inlineHtml(inline: Inline): string {
  if (typeof inline === 'string') return escaped(inline);
  if ('break' in inline) return '<br>';
  if ('code' in inline && !('link' in inline)) return `<code>${escaped(inline.code)}</code>`;
  if ('quote' in inline) return `<q>${escaped(inline.quote)}</q>`;
  if ('strong' in inline) return `<strong>${escaped(inline.strong)}</strong>`;
  if ('state' in inline) return `<b class="${inline.tone}">${escaped(inline.state)}</b>`;
  return `<a href="#${escaped(inline.link)}">${escaped(inline.text)}</a>`;
}
