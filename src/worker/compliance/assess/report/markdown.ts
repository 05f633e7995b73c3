/** `report --format markdown`: for wikis, pull requests and whoever goes on writing. */
import { escapeMarkdown } from '../../../text/escapeMarkdown';
import { visible } from '../../../text/visible';
import type { AssessmentInput } from './assessmentInput';
import { asInlines, type Block, type Inline, type Text } from './blocks';
import { reportBlocks } from './reportBlocks';
import { reportContext } from './reportContext';
import { writtenBlocks } from './writtenBlocks';

type Table = Extract<Block, { type: 'table' }>;

export function* markdownAssessment(input: AssessmentInput): Generator<void, string> {
  const context = reportContext(input);
  const { tool, date } = context.assessment;
  const made = escapeMarkdown(`${date} · ${tool.name} ${tool.version}`);
  const body = yield* writtenBlocks(yield* reportBlocks(context), blockMarkdown);
  return `# ${escapeMarkdown(context.say('title'))}\n\n${made}\n\n${body.join('\n')}`;
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}\n`;
    case 'paragraph':
      return `${block.isNote ? '> ' : ''}${textMarkdown(block.text)}\n`;
    case 'list':
      return block.items.map((item) => `- ${textMarkdown(item)}\n`).join('');
    case 'table':
      return tableMarkdown(block);
    case 'chart':
      return block.groups
        .map(({ title, bars }) =>
          tableMarkdown({
            type: 'table',
            caption: title,
            head: bars.map(({ label }) => label),
            widths: [],
            rows: [{ cells: bars.map(({ count }) => String(count)) }],
          }),
        )
        .join('\n');
  }
}

/** A list of properties has an empty head, which the syntax asks for. */
function tableMarkdown({ caption, head, rows }: Table): string {
  const columns = head ?? rows[0]?.cells.map(() => '') ?? [''];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    `**${escapeMarkdown(caption)}**\n\n`,
    line(columns.map(escapeMarkdown)),
    line(columns.map(() => '---')),
    ...rows.map(({ cells }) => line(cells.map(textMarkdown))),
  ].join('');
}

const textMarkdown = (text: Text): string => asInlines(text).map(inlineMarkdown).join('');

function inlineMarkdown(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  if ('break' in inline) return '<br>';
  if ('strong' in inline) return `**${escapeMarkdown(inline.strong)}**`;
  if ('state' in inline) return `**${escapeMarkdown(inline.state)}**`;
  if ('link' in inline) return inline.code ? codeMarkdown(inline.text) : escapeMarkdown(inline.text);
  return codeMarkdown('quote' in inline ? inline.quote : inline.code);
}

/** Between backticks where nothing could end them or the cell; else as text that says the same. */
const codeMarkdown = (code: string): string => {
  const shown = visible(code);
  return /[`|\\]/.test(shown) || shown.trim() === '' ? escapeMarkdown(code) : `\`${shown}\``;
};
