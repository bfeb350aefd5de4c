/** What kind of policy violation a flag reports, in the order of its keys. */
export const violationTypes = [
  'harassment',
  'hate',
  'self_harm',
  'sexual',
  'minors',
  'violence',
  'dangerous_instructions',
  'privacy',
  'deception',
  'other',
] as const;
export type ViolationType = (typeof violationTypes)[number];
