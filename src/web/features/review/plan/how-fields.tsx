import { say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { type PlanFieldProps, toPercent, toShare } from './plan-field.ts';

/** What reviewers know, and how they are measured themselves. */
export function HowFields({ plan, change }: PlanFieldProps) {
  return (
    <>
      <NumberField
        label={say('Looked at by a second reviewer, percent')}
        hint={say(
          'Blind: they do not know that somebody looked before. Where the two differ, a third settles it.',
        )}
        min={0}
        max={100}
        value={toPercent(plan.secondShare)}
        onChange={(percent) => change({ secondShare: toShare(percent) })}
      />
      <Checkbox
        label={say('Show reviewers who the author is')}
        checked={plan.showsAuthor}
        onChange={(event) => change({ showsAuthor: event.target.checked })}
      />
      <Checkbox
        label={say('Grade each criterion too')}
        checked={plan.gradesCriteria}
        onChange={(event) => change({ gradesCriteria: event.target.checked })}
      />
    </>
  );
}
