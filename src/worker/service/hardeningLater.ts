/** What services lack is worked out when somebody asks, not with every key that is pressed. */
import type { Judged, Lint, LintDocument, LoadingContext, Turn } from '../compliance/index';
import type { Hardening } from '../protocol/finding';

export interface Asked {
  document: LintDocument;
  context: LoadingContext;
  turn: Turn;
  /** What services lack is wanted, too, of the judgement before where the thread still has it. */
  hardens: boolean;
}

/** Who asks looks at the document. */
const OPEN: Turn = { isOpen: true };

export const hardeningLater =
  (ask: (asked: Asked) => Promise<Judged | undefined>): Lint =>
  async (document, context, turn = {}) => {
    const judged = await ask({ document, context, turn, hardens: false });
    if (!judged || !context.hardening) return judged;
    let hardening: Promise<Hardening[]> | undefined;
    const harden = async () => (await ask({ document, context, turn: OPEN, hardens: true }))?.hardening?.() ?? [];
    return { ...judged, hardening: () => (hardening ??= harden()) };
  };
