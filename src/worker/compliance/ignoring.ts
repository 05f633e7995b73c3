/** The small door of the compliance half, for who asks what git ignores and judges nothing. */
export { isGitIgnored } from './documents/gitignore';
