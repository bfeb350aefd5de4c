import type { FlagKind, SkipReason } from '#domain/queue/assignment.ts';
import { type Message, message } from '#web/messages/say.ts';

export const skipOptions: readonly { readonly value: SkipReason; readonly label: Message }[] = [
  { value: 'unclear', label: message('I cannot tell what is asked') },
  { value: 'outside_my_expertise', label: message('Outside what I know') },
  { value: 'language', label: message('A language that I do not read well') },
  { value: 'distressing', label: message('Distressing to me') },
  { value: 'broken', label: message('Broken or cut off') },
  { value: 'other', label: message('Something else') },
];

export const flagOptions: readonly { readonly value: FlagKind; readonly label: Message }[] = [
  { value: 'policy_violation', label: message('Against the policy') },
  { value: 'personal_data', label: message('Holds personal data') },
  { value: 'illegal', label: message('May be illegal') },
  { value: 'rubric_unclear', label: message('The rubric does not cover this') },
  { value: 'broken', label: message('Broken or cut off') },
  { value: 'other', label: message('Something else') },
];
