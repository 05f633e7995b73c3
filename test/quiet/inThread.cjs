// Preloaded into a thread of ours by the recorder: there everything counts.
require('./recorder.cjs').watch(true);
