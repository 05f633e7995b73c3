/** Who a program runs as: what ends or only waits is left out in the smaller profile. */
import { type Pair, testPairs } from './pairs';

testPairs([
  ...['initialize_db', 'init-db', 'db-migrate'].map((name): Pair => {
    const text = (of: string) => `services:\n  ${of}:\n    image: node:24\n    entrypoint: [node, /app/a.js]\n`;
    return ['RUN-002', ['compose.yaml', text(name)], ['compose.yaml', text('initiative')]];
  }),
  [
    'RUN-002',
    ['a.sh', 'docker run -d debian:13 /bin/bash -c "while [[ true ]]; do sleep 1; done"'],
    ['a.sh', 'docker run -d debian:13 /bin/bash -c "while true; do ./serve; done"'],
  ],
]);
