/** What people answer for, since no file proves it. */
import { type Block, BREAK } from '../blocks';
import type { ReportContext } from '../reportContext';

export function attestationsSection({ assessment, say }: ReportContext): Block[] {
  const { attestations } = assessment;
  return [
    { type: 'heading', level: 2, id: 'attestations', text: say('attestations', { count: attestations.length }) },
    { type: 'paragraph', text: say(attestations.length === 0 ? 'noAttestations' : 'attestationsText') },
    ...(attestations.length === 0
      ? []
      : [
          {
            type: 'table',
            caption: say('attestationsCaption'),
            head: [say('number'), say('attestedFor'), say('attestedBy'), say('evidence'), say('writtenIn')],
            widths: [2, 3, 5, 9, 5],
            rows: attestations.map(({ for: of, by, on, until, evidence, note, isExpired, path, line }, i) => ({
              id: `a${i + 1}`,
              cells: [
                String(i + 1),
                of,
                [
                  by,
                  BREAK,
                  on,
                  ...(until ? [BREAK, say('until', { until })] : []),
                  ...(isExpired ? [BREAK, { strong: say('expired') }] : []),
                ],
                [evidence, ...(note ? [BREAK, note] : [])],
                [{ code: `${path}:${line}` }],
              ],
            })),
          } as const,
        ]),
  ];
}
