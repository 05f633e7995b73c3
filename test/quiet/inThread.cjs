// Preloaded into a thread of ours by the recorder: there everything counts.
require('./watch.cjs').watch(true);
