/** Bars of counts as a picture in a page: each has its name and its number beside it. */
import { escapeHtml } from '../../../protocol/escapeHtml';
import type { Bar } from './blocks';

const WIDTH = 720;
const LABEL = 280;
const NUMBER = 70;
const LENGTH = WIDTH - LABEL - NUMBER;
const LINE = 19;
const TITLE = 26;
/** Where the text of a line stands above its end. */
const BASE = 5;

/** The lengths of bars are parts of the sum of their group. */
export function chartSvg(title: string, groups: readonly { title: string; bars: readonly Bar[] }[]): string {
  const parts: string[] = [];
  let y = 0;
  for (const { title: name, bars } of groups) {
    const sum = bars.reduce((all, { count }) => all + count, 0);
    y += TITLE;
    parts.push(`<text class="group" x="0" y="${y - BASE}">${escapeHtml(name)} (${sum})</text>\n`);
    for (const { label, count, tone } of bars) {
      y += LINE;
      const width = sum === 0 ? 0 : (LENGTH * count) / sum;
      const at = `x="${LABEL}" y="${y - LINE + 4}" height="${LINE - 7}"`;
      parts.push(
        `<text x="${LABEL - 10}" y="${y - BASE}" text-anchor="end">${escapeHtml(label)}</text>`,
        `<rect class="track" ${at} width="${LENGTH}"/>`,
        count === 0 ? '' : `<rect class="bar ${tone}" ${at} width="${Math.max(2, width).toFixed(1)}"/>`,
        `<text x="${WIDTH - NUMBER + 10}" y="${y - BASE}">${count}</text>\n`,
      );
    }
  }
  const said = groups.map(
    ({ title: name, bars }) => `${name}: ${bars.map(({ label, count }) => `${label} ${count}`).join(', ')}.`,
  );
  return `<svg viewBox="0 0 ${WIDTH} ${y + 4}" role="img" aria-labelledby="chart-title chart-text">
<title id="chart-title">${escapeHtml(title)}</title>
<desc id="chart-text">${escapeHtml(said.join(' '))}</desc>
${parts.join('')}</svg>
`;
}
