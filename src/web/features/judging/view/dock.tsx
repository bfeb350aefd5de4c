import type { ReactNode } from 'react';
import { letterAt } from '#domain/judging/display-order.ts';
import type { AnswerControl } from '#domain/judging/missing-answers.ts';
import { criteriaOf, type Rubric } from '#domain/rubrics/rubric.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './dock.module.css';
import type { DockProps } from './dock-props.ts';
import { PreferenceRow } from './preference-row.tsx';
import { ResponseRow, TaskRow } from './rating-row.tsx';
import { WordsRow } from './words-row.tsx';

interface FullDockProps extends DockProps {
  readonly bindings: KeyBindings;
  readonly submitLabel: string;
  /** Offers skipping and flagging; an amendment and a preview do not. */
  readonly isFresh: boolean;
  /** What is said beside the buttons. */
  readonly message: ReactNode;
}

/** What a missing answer is called, in words. */
export function sayMissing(missing: AnswerControl, rubric: Rubric, responseIds: readonly string[]): string {
  if (missing.kind === 'confidence') return 'Say how sure you are.';
  if (missing.kind === 'justification') {
    const { minCharacters } = rubric.justification;
    return minCharacters > 1 ? `Say why, in at least ${minCharacters} characters.` : 'Say why.';
  }
  const label = rubric.criteria.find((criterion) => criterion.key === missing.criterionKey)?.label ?? '';
  const letter =
    missing.kind === 'response' ? ` for ${letterAt(responseIds.indexOf(missing.responseId))}` : '';
  return `“${label}”${letter} still needs an answer.`;
}

function Fields({ bindings, ...dock }: DockProps & { readonly bindings: KeyBindings }) {
  const { rubric } = dock;
  const pairs = criteriaOf(rubric, 'pair');
  const responses = criteriaOf(rubric, 'response');
  return (
    <div className={styles.fields} data-many={rubric.criteria.length > 3 || undefined}>
      {pairs.map((criterion) => (
        <PreferenceRow
          key={criterion.key}
          {...dock}
          criterion={criterion}
          size={criterion.key === rubric.overallKey || pairs.length === 1 ? 'large' : 'compact'}
          bothBadKey={bindings.both_bad}
        />
      ))}
      {responses.length > 0 && (
        <div className={styles.ratings} data-pairs={dock.responseIds.length === 2 || undefined}>
          {responses.map((criterion) => (
            <ResponseRow key={criterion.key} {...dock} criterion={criterion} />
          ))}
        </div>
      )}
      {criteriaOf(rubric, 'task').map((criterion) => (
        <TaskRow key={criterion.key} {...dock} criterion={criterion} />
      ))}
      <WordsRow {...dock} justifyKey={bindings.justify} />
    </div>
  );
}

/** Where judgments are given: always in the same place, whatever the texts above. */
export function Dock({ submitLabel, isFresh, message, ...dock }: FullDockProps) {
  const { desk, rubric, responseIds, onAct, bindings } = dock;
  const command = (id: Parameters<typeof onAct>[0] & { kind: 'command' }) => () => onAct(id);
  return (
    <section className={styles.dock} aria-label="Your judgment" data-dock="">
      <div className={styles.inner}>
        <Fields {...dock} />
        <div className={styles.acts}>
          <p className={styles.message} data-tone={desk.missing === null ? undefined : 'warn'} role="status">
            {desk.missing === null ? message : sayMissing(desk.missing, rubric, responseIds)}
          </p>
          {isFresh && (
            <>
              <Button
                variant="quiet"
                keyHint={bindings.flag}
                onClick={command({ kind: 'command', id: 'flag' })}
              >
                Flag
              </Button>
              <Button
                variant="quiet"
                keyHint={bindings.skip}
                onClick={command({ kind: 'command', id: 'skip' })}
              >
                Skip
              </Button>
            </>
          )}
          <Button variant="quiet" keyHint={bindings.undo} onClick={command({ kind: 'command', id: 'undo' })}>
            Undo
          </Button>
          <Button
            variant="primary"
            keyHint={bindings.submit}
            onClick={command({ kind: 'command', id: 'submit' })}
          >
            {submitLabel}
          </Button>
        </div>
      </div>
    </section>
  );
}
