import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { expectedKeys } from '#domain/gold/check-gold.ts';
import { goldDifficulties, goldPurposes } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import styles from './gold.module.css';
import { type GoldDetail, goldItemQuery, goldRubricQuery } from './gold-queries.ts';
import { difficultyWords, purposeWords } from './gold-words.ts';
import { useGoldActs } from './use-gold-acts.ts';

interface GoldDialogProps {
  readonly projectId: string;
  readonly itemId: string;
  readonly onClose: () => void;
}

/** What is said about a gold beside its answer: how strictly it is held, why it is right, and what it is about. */
export function GoldDialog({ projectId, itemId, onClose }: GoldDialogProps) {
  const gold = useQuery(goldItemQuery(projectId, itemId));
  const version = gold.data?.rubricVersion;
  const rubric = useQuery({ ...goldRubricQuery(projectId, version ?? 1), enabled: version !== undefined });
  if (gold.data && rubric.data)
    return <GoldForm projectId={projectId} gold={gold.data} rubric={rubric.data} onClose={onClose} />;
  const error = gold.error ?? rubric.error;
  return (
    <Dialog open title={say('Gold')} onClose={onClose}>
      {error ? <Notice tone="bad">{errorText(error)}</Notice> : <Skeleton lines={5} />}
    </Dialog>
  );
}

const listConcepts = (text: string) =>
  text
    .split(',')
    .map((concept) => concept.trim())
    .filter((concept) => concept !== '');

interface GoldFormProps {
  readonly projectId: string;
  readonly gold: GoldDetail;
  readonly rubric: Rubric;
  readonly onClose: () => void;
}

function GoldForm({ projectId, gold, rubric, onClose }: GoldFormProps) {
  const { tolerances, explanations, purpose, difficulty } = gold;
  const [about, setAbout] = useState({ tolerances, explanations, purpose, difficulty });
  const [concepts, setConcepts] = useState(gold.concepts.join(', '));
  const { save } = useGoldActs(projectId);
  const keys = expectedKeys({ answers: gold.answers as Answers, rubric });
  const submit = () =>
    save.mutate({ itemId: gold.itemId, ...about, concepts: listConcepts(concepts) }, { onSuccess: onClose });
  return (
    <Dialog
      open
      title={say('Gold')}
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button variant="primary" busy={save.isPending} onClick={submit}>
            {say('Save')}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        <p className={styles.preview}>{gold.promptPreview}</p>
        <div className={styles.pair}>
          <SelectField
            label={say('Purpose')}
            value={about.purpose}
            options={goldPurposes.map((value) => ({ value, label: say(purposeWords[value]) }))}
            onChange={(value) => setAbout({ ...about, purpose: value })}
          />
          <SelectField
            label={say('Difficulty')}
            value={about.difficulty}
            options={goldDifficulties.map((value) => ({ value, label: say(difficultyWords[value]) }))}
            onChange={(value) => setAbout({ ...about, difficulty: value })}
          />
        </div>
        <TextField
          label={say('Concepts')}
          hint={say('What it tests, with commas between: length bias, refusal')}
          value={concepts}
          onChange={(event) => setConcepts(event.target.value)}
        />
        {keys.flatMap((key) => {
          const criterion = findCriterion(rubric, key);
          if (criterion === undefined) return [];
          return [
            <CriterionFields
              key={key}
              criterion={criterion}
              tolerance={about.tolerances[key]}
              explanation={about.explanations[key] ?? ''}
              onTolerance={(value) =>
                setAbout({ ...about, tolerances: { ...about.tolerances, [key]: value } })
              }
              onExplanation={(value) =>
                setAbout({ ...about, explanations: { ...about.explanations, [key]: value } })
              }
            />,
          ];
        })}
        {save.error !== null && <Notice tone="bad">{errorText(save.error)}</Notice>}
      </Stack>
    </Dialog>
  );
}
