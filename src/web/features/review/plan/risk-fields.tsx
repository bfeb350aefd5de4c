import type { ReviewRisk } from '#domain/review/review-plan.ts';
import { message, say } from '#web/messages/say.ts';
import { Stack } from '#web/ui/stack.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import type { PlanFieldProps } from './plan-field.ts';

/** With a label, and what it means where that needs saying. */
export const riskSigns = [
  [
    'differs',
    message('Differs from two others or more'),
    message('and from most of those who judged the item'),
  ],
  ['fast', message('Faster than it can be read'), message('more than 150 characters a second')],
  ['flagged', message('Flagged by its author'), undefined],
  ['lowConfidence', message('A guess'), message('the author says so')],
] as const satisfies readonly (readonly [keyof ReviewRisk, unknown, unknown])[];

/** Signs that a judgment is worth a look, whatever the shares. */
export function RiskFields({ plan, change }: PlanFieldProps) {
  return (
    <Stack gap={2}>
      {riskSigns.map(([name, label, hint]) => (
        <Checkbox
          key={name}
          label={say(label)}
          hint={hint && say(hint)}
          checked={plan.risk[name]}
          onChange={(event) => change({ risk: { ...plan.risk, [name]: event.target.checked } })}
        />
      ))}
    </Stack>
  );
}
