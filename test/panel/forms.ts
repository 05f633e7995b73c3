/** The real forms of all payload kinds, as they come over the wire. */
import type { PayloadForm } from '../../src/worker/protocol/payload';
import { payloadKinds } from '../../src/worker/qr/payloads';

export const FORMS = JSON.parse(
  JSON.stringify(payloadKinds.map(({ kind, label, fields }) => ({ kind, label, fields }))),
) as PayloadForm[];
