/** An excluded one was submitted and counts nowhere until the exclusion is reversed. */
export const assignmentStates = [
  'leased',
  'submitted',
  'skipped',
  'expired',
  'released',
  'excluded',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** How many assignments one person may hold in one project: the one on screen and those fetched ahead. */
export const maxHandSize = 3;

export const skipReasons = [
  'unclear',
  'outside_my_expertise',
  'language',
  'distressing',
  'broken',
  'other',
] as const;
export type SkipReason = (typeof skipReasons)[number];

export const flagKinds = [
  'policy_violation',
  'personal_data',
  'illegal',
  'rubric_unclear',
  'broken',
  'other',
] as const;
export type FlagKind = (typeof flagKinds)[number];

export const projectStates = ['draft', 'open', 'paused', 'closed'] as const;
export type ProjectState = (typeof projectStates)[number];
