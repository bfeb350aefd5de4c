import type { FlagKind, SkipReason } from '#domain/queue/assignment.ts';

export const skipOptions: readonly { readonly value: SkipReason; readonly label: string }[] = [
  { value: 'unclear', label: 'I cannot tell what is asked' },
  { value: 'outside_my_expertise', label: 'Outside what I know' },
  { value: 'language', label: 'A language that I do not read well' },
  { value: 'distressing', label: 'Distressing to me' },
  { value: 'broken', label: 'Broken or cut off' },
  { value: 'other', label: 'Something else' },
];

export const flagOptions: readonly { readonly value: FlagKind; readonly label: string }[] = [
  { value: 'policy_violation', label: 'Against the policy' },
  { value: 'personal_data', label: 'Holds personal data' },
  { value: 'illegal', label: 'May be illegal' },
  { value: 'rubric_unclear', label: 'The rubric does not cover this' },
  { value: 'broken', label: 'Broken or cut off' },
  { value: 'other', label: 'Something else' },
];
