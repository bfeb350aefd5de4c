import { useState } from 'react';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { ShownItem } from '#web/features/results/answers/shown-item.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { type GoldChoices, writeGold } from './gold-answers.ts';
import { type GoldField, listGoldFields, listOtherCriteria, readGoldField } from './gold-fields.ts';

interface GoldDialogProps {
  readonly rubric: Rubric;
  readonly item: ShownItem;
  readonly initial: Answers | undefined;
  readonly onClose: () => void;
  readonly onSave: (answers: Answers) => void;
}

/** A known answer, question by question; what annotators must answer must be known. */
export function GoldDialog({ rubric, item, initial, onClose, onSave }: GoldDialogProps) {
  const before = initial ?? emptyAnswers;
  const fields = listGoldFields(rubric, item);
  const others = listOtherCriteria(rubric);
  const [choices, setChoices] = useState<GoldChoices>(() =>
    Object.fromEntries(fields.map((field) => [field.key, readGoldField(before, field)])),
  );
  const isKnown = (field: GoldField) => choices[field.key] !== '';
  const isComplete =
    fields.some(isKnown) && fields.every((field) => isKnown(field) || !field.criterion.required);
  const save = () => {
    onSave(writeGold(before, fields, choices));
    onClose();
  };
  return (
    <Dialog
      open
      title={say('Gold answer')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button variant="primary" disabled={!isComplete} onClick={save}>
            {say('Set gold answer')}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>
          {say('What is known to be right. Optional questions may stay open; they are then not checked.')}
        </p>
        {fields.map((field) => (
          <SelectField
            key={field.key}
            label={field.label}
            options={[
              { value: '', label: field.criterion.required ? say('Choose') : say('Not known') },
              ...field.options,
            ]}
            value={choices[field.key] ?? ''}
            onChange={(chosen) => setChoices({ ...choices, [field.key]: chosen })}
          />
        ))}
        {others.length > 0 && (
          <p>
            {say('Cannot be set by hand, only taken over with a judgment: {labels}.', {
              labels: others.join(', '),
            })}
          </p>
        )}
      </Stack>
    </Dialog>
  );
}
