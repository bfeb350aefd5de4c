import type { ItemResponse } from '#domain/items/item.ts';
import { listSteps } from '#domain/items/list-steps.ts';
import { ownValue } from '#domain/judging/answers.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import { PartValues } from './part-values.tsx';
import { useScene } from './scene.ts';
import styles from './step-list.module.css';

interface StepListProps {
  readonly response: Omit<ItemResponse, 'model'>;
  readonly as: 'rendered' | 'source';
}

/** A solution step by step, each with what is asked about it. */
export function StepList({ response, as }: StepListProps) {
  return (
    <ol className={styles.steps}>
      {listSteps(response).map(({ id, start, end }, index) => (
        <Step key={id} stepId={id} number={index + 1}>
          <RenderedText text={response.text.slice(start, end)} from={start} as={as} />
        </Step>
      ))}
    </ol>
  );
}

interface StepProps {
  readonly stepId: string;
  readonly number: number;
  readonly children: React.ReactNode;
}

function Step({ stepId, number, children }: StepProps) {
  const desk = useScene()?.desk;
  return (
    <li
      className={styles.step}
      data-active={isActive(desk, stepId) || undefined}
      data-label={labelOf(desk, stepId)}
    >
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.body}>
        {children}
        <PartValues target="step" unitId={stepId} name={say('step {number, number}', { number })} />
      </div>
    </li>
  );
}

function isActive(desk: Desk | undefined, stepId: string): boolean {
  return desk?.active?.kind === 'step' && desk.active.stepId === stepId;
}

/** The process label of a step, once it has one. */
function labelOf(desk: Desk | undefined, stepId: string): string | undefined {
  const records = Object.values(desk?.answers.step ?? {});
  const label = records
    .map((byStep) => ownValue(byStep, stepId))
    .find((value) => value === 'good' || value === 'neutral' || value === 'bad');
  return typeof label === 'string' ? label : undefined;
}
