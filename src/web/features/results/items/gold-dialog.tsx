import { useState } from 'react';
import { type Answers, emptyAnswers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { type GoldField, listGoldFields, readGoldField, writeGoldField } from './gold-fields.ts';

interface GoldDialogProps {
  readonly rubric: Rubric;
  readonly responseIds: readonly string[];
  readonly initial: Answers | undefined;
  readonly onClose: () => void;
  readonly onSave: (answers: Answers) => void;
}

/** A known answer, question by question; what annotators must answer must be known. */
export function GoldDialog({ rubric, responseIds, initial, onClose, onSave }: GoldDialogProps) {
  const [answers, setAnswers] = useState(initial ?? emptyAnswers);
  const fields = listGoldFields(rubric, responseIds);
  const isKnown = (field: GoldField) => readGoldField(answers, field) !== '';
  const isComplete =
    fields.some(isKnown) && fields.every((field) => isKnown(field) || !field.criterion.required);
  const save = () => {
    onSave(answers);
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
            value={readGoldField(answers, field)}
            onChange={(chosen) => setAnswers(writeGoldField(answers, field, chosen))}
          />
        ))}
      </Stack>
    </Dialog>
  );
}
