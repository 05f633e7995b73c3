/**
 * The `yaml` package, as far as it is used: a part of its own, for most files are read without it.
 */
export { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
