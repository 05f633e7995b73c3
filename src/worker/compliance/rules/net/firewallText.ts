/** Texts that may speak of a firewall, in whatever tool's words. */
export const FIREWALL_TEXT =
  /\b(?:ip6?tables|ufw|firewall-cmd|nft)\b|^[ \t]*(?:\[\d+:\d+\] )?-[AI] |^[ \t]*table\b|<(?:zone|policy|direct)\b/m;
