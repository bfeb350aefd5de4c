import type { ReviewPlan } from '#domain/review/review-plan.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import type { Look, LookAct } from './look.ts';

interface GradesDialogProps {
  readonly look: Look;
  readonly dispatch: (act: LookAct) => void;
  readonly plan: ReviewPlan;
  readonly rubric: Rubric;
  readonly onClose: () => void;
}

/** A grade for each criterion, where the project asks for them. */
export function GradesDialog({ look, dispatch, plan, rubric, onClose }: GradesDialogProps) {
  const options = [
    { value: '', label: say('Not graded') },
    ...plan.grades.map(({ key, label }) => ({ value: key, label })),
  ];
  return (
    <Dialog
      open
      title={say('Grades by criterion')}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          {say('Done')}
        </Button>
      }
    >
      <Stack gap={3}>
        {rubric.criteria.map(({ key, label }) => (
          <SelectField
            key={key}
            label={label}
            options={options}
            value={look.criterionGrades[key] ?? ''}
            onChange={(value) =>
              dispatch({ kind: 'grade_criterion', criterionKey: key, key: value === '' ? null : value })
            }
          />
        ))}
      </Stack>
    </Dialog>
  );
}
