/** How much a finished picture can suffer before it is no longer read. */
import { type ErrorCode, failure } from '../../protocol/errors';
import type { Locale } from '../../protocol/finding';
import { type RenderFormat, type RenderOptions, type ScanMargin, STANDARD_MARGIN_MODULES } from '../../protocol/style';
import type { QrSymbol } from '../../protocol/symbol';
import { contrast } from '../contrast';
import { resize } from '../decode/scale';
import type { Zxing } from '../decode/zxing';
import { resolveLook } from '../render/look';
import { batteries } from './disturbances';
import { contentOf, exported, reads } from './picture';
import { prove } from './prove';
import { disturbanceLabels, verdictWords } from './words';

/** Pixels a module at which disturbances are laid on, whatever the export's own. */
const measuredScale = 4;

/** A black-on-white symbol of square modules survives 65 to 75. */
const verdictOf = (score: number): ScanMargin['verdict'] =>
  score >= 65 ? 'strong' : score >= 50 ? 'good' : score >= 30 ? 'weak' : 'poor';

/**
 * The score that speaks for a contrast, however well our own decoder copes: the cameras of others
 * do not.
 */
const most = { good: 100, weak: 64, poor: 49 };
/**
 * The same where a single disturbance is survived by less than half: words about ordinary cameras
 * would contradict it.
 */
const mostWithWeakness = 49;

/**
 * Decodes the exported picture under every step of every disturbance, up to the first step that is
 * not survived.
 * @param pause awaited before every step, a few dozen milliseconds of work: whoever has something
 * more urgent to do comes in there
 * @throws style-not-read-back when it does not read undisturbed; option-invalid, logo-too-large
 */
export async function scanMargin(
  symbol: QrSymbol,
  format: RenderFormat,
  options: RenderOptions,
  engine: Pick<Zxing, 'readGray'>,
  locale: Locale,
  pause?: () => Promise<void>,
): Promise<ScanMargin> {
  prove(symbol, format, options, engine);
  const look = resolveLook(options);
  const bytes = contentOf(symbol);
  const side = (symbol.size + 2 * look.marginModules) * measuredScale;
  const picture = resize(exported(symbol, format, options), side, side).gray;
  const disturbances: ScanMargin['disturbances'] = [];
  for (const { disturbance, steps } of batteries) {
    let survived = 0;
    for (; survived < steps.length; survived++) {
      await pause?.();
      if (!reads(steps[survived]!(picture), bytes, engine)) break;
    }
    disturbances.push({ disturbance, label: disturbanceLabels[disturbance][locale], survived, steps: steps.length });
  }
  const sum = (count: (each: (typeof disturbances)[number]) => number) =>
    disturbances.reduce((total, each) => total + count(each), 0);
  const score = Math.round((100 * sum(({ survived }) => survived)) / sum(({ steps }) => steps));
  const { ratio, verdict: contrastVerdict, inverted } = contrast(look.dark, look.light);
  const weakest = Math.min(...disturbances.map(({ survived, steps }) => survived / steps));
  const verdict = verdictOf(Math.min(score, most[contrastVerdict], weakest < 0.5 ? mostWithWeakness : 100));
  const advice: ErrorCode[] = [
    ...(contrastVerdict !== 'good' || inverted ? (['advice-contrast'] as const) : []),
    ...(look.marginModules < STANDARD_MARGIN_MODULES ? (['advice-margin'] as const) : []),
    ...(look.logo && verdict !== 'strong' ? (['advice-logo'] as const) : []),
    ...((look.modules !== 'square' || look.finders !== 'square') && verdict !== 'strong'
      ? (['advice-shapes'] as const)
      : []),
  ];
  return {
    score,
    verdict,
    message: verdictWords[verdict][locale],
    disturbances,
    contrastRatio: ratio,
    advice: advice.map((code) => failure(code, locale)),
  };
}
