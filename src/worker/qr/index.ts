/** The door of the making half: all that the server and the command line may touch of it. */
export { type BatchPlan, planBatch } from './batch/plan';
export { contrast } from './contrast';
export { prepareZxing } from './decode/prepareZxing';
export { describeText } from './describeText';
export { maxParts } from './headers';
export { type MadePart, type MadeSymbol, type Making, makeSymbol, type Prover, provenFile, split } from './make';
export { payloadKind, payloadKinds } from './payloads';
export { withDemandedLevel } from './payloads/demandedLevel';
export { formFailure } from './payloads/formFailure';
export { buildPayload, type PayloadKind } from './payloads/kind';
export { knownText } from './payloads/knownText';
export { resolveLook } from './render/look';
export { render } from './render/render';
export { scanMargin } from './scanMargin/scanMargin';
export { holdsSecret } from './secret';
export { sheet } from './sheet/sheet';
