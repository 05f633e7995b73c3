/** A calendar entry: a bare VEVENT (RFC 5545 §3.6.1), as scanners expect it. */
import { fault } from '../../protocol/errors';
import { type ContentLine, componentLines, escapeText, unescapeText } from './contentLines';
import { addDays, cleanDateTime, compactDate, expandedDate, isDate, isDateTime } from './dates';
import { unixLines } from './escapes';
import { filled, type PayloadKind } from './kind';

const moment = { input: 'datetime', clean: cleanDateTime, valid: isDateTime, example: '2026-01-31T09:30' } as const;
const plain = { input: 'text', clean: unixLines } as const;

export const event: PayloadKind = {
  kind: 'event',
  label: { en: 'Calendar event', 'zh-cn': '日历事件' },
  fields: [
    { name: 'summary', label: { en: 'Title', 'zh-cn': '标题' }, ...plain, required: true },
    {
      name: 'start',
      label: { en: 'Start (a date alone: all day)', 'zh-cn': '开始（仅日期表示全天）' },
      shortLabel: { en: 'Start', 'zh-cn': '开始' },
      ...moment,
      required: true,
    },
    {
      name: 'end',
      label: { en: 'End (all day: last day)', 'zh-cn': '结束（全天：最后一天）' },
      shortLabel: { en: 'End', 'zh-cn': '结束' },
      ...moment,
    },
    { name: 'location', label: { en: 'Place', 'zh-cn': '地点' }, ...plain },
    { name: 'description', label: { en: 'Description', 'zh-cn': '说明' }, ...plain, input: 'lines' },
  ],
  build({ summary, start, end, location, description }) {
    if (end !== undefined && (isDate(start!) !== isDate(end) || end < start!))
      throw fault('field-invalid', { kind: 'event', field: 'end', value: end, expected: `>= ${start}` });
    const lines = [
      'BEGIN:VEVENT',
      `SUMMARY:${escapeText(summary!)}`,
      timeLine('DTSTART', start!),
      // A calendar's end is the first moment after; a person's last day is inside.
      ...(end === undefined ? [] : [timeLine('DTEND', isDate(end) ? addDays(end, 1) : end)]),
      ...(location ? [`LOCATION:${escapeText(location)}`] : []),
      ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
      'END:VEVENT',
    ];
    return `${lines.join('\r\n')}\r\n`;
  },
  parse(text) {
    if (!/^\s*begin:(vevent|vcalendar)/i.test(text)) return undefined;
    const lines = componentLines(text, 'VEVENT');
    const find = (name: string) => lines?.find((line) => line.name === name);
    const textOf = (name: string) => unescapeText(find(name)?.value ?? '');
    const start = momentOf(find('DTSTART'));
    const end = momentOf(find('DTEND'));
    if (start === undefined || !find('SUMMARY')) return undefined;
    return filled({
      summary: textOf('SUMMARY'),
      start,
      end: end && isDate(end) ? addDays(end, -1) : end,
      location: textOf('LOCATION'),
      description: textOf('DESCRIPTION'),
    });
  },
};

const timeLine = (name: string, value: string) => `${name}${isDate(value) ? ';VALUE=DATE' : ''}:${compactDate(value)}`;
const momentOf = (line: ContentLine | undefined) => line && expandedDate(line.value);
