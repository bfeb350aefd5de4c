import { isAsked } from '#domain/judging/is-asked.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import { criteriaOf } from '#domain/rubrics/rubric.ts';
import { isSameControl } from '#web/features/judging/desk/control-id.ts';
import { ValueControl } from '#web/features/judging/values/value-control.tsx';
import styles from './part-values.module.css';
import { type Scene, useScene } from './scene.ts';

interface PartValuesProps {
  readonly target: 'turn' | 'step';
  readonly unitId: string;
  /** What the part is called, such as "Step 3". */
  readonly name: string;
}

function controlOf(target: 'turn' | 'step', criterionKey: string, unitId: string): AnswerControl {
  return target === 'turn'
    ? { kind: 'turn', criterionKey, turnId: unitId }
    : { kind: 'step', criterionKey, stepId: unitId };
}

/** The questions about one turn or step, beside its text; nothing where the answers leave none to be asked. */
export function PartValues(props: PartValuesProps) {
  const scene = useScene();
  return scene === null ? null : <Values {...props} scene={scene} />;
}

function Values({ target, unitId, name, scene }: PartValuesProps & { readonly scene: Scene }) {
  const { task, desk, onAct } = scene;
  const { rubric } = task;
  const asked = criteriaOf(rubric, target).filter((criterion) =>
    isAsked(criterion, { rubric, answers: desk.answers, unitId }),
  );
  if (asked.length === 0) return null;
  return (
    <div className={styles.values} data-dock="" data-alone={asked.length === 1 || undefined}>
      {asked.map((criterion) => {
        const control = controlOf(target, criterion.key, unitId);
        return (
          <div
            key={criterion.key}
            className={styles.value}
            data-active={isSameControl(desk.active, control) || undefined}
          >
            {asked.length > 1 && <span className={styles.label}>{criterion.label}</span>}
            <ValueControl
              criterion={criterion}
              control={control}
              name={`${criterion.label}, ${name}`}
              rubric={rubric}
              desk={desk}
              onAct={onAct}
              taskKey={task.assignmentId}
            />
          </div>
        );
      })}
    </div>
  );
}
