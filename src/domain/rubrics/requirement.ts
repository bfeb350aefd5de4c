export const requirements = ['off', 'optional', 'required'] as const;
export type Requirement = (typeof requirements)[number];
