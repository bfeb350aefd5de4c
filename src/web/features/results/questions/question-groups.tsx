import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { findCriterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { nameReason, nameViolation } from '#web/session/flag-names.ts';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import type { QuestionGroup } from './group-questions.ts';
import { QuestionActs } from './question-acts.tsx';
import { entryId, QuestionEntry } from './question-entry.tsx';
import styles from './questions.module.css';
import { useHold } from './use-hold.ts';
import { useSettle } from './use-settle.ts';

interface QuestionGroupsProps {
  readonly projectId: string;
  readonly groups: readonly QuestionGroup[];
  readonly rubric: Rubric | undefined;
  readonly maySettle: boolean;
}

/** What the questions of a group have in common, in words. */
export function nameGroup(group: QuestionGroup, rubric: Rubric | undefined): string {
  const { kind, violationType, criterionKey, section } = group;
  if (violationType !== null)
    return say('{kind}: {rule}', { kind: nameReason(kind), rule: nameViolation(violationType) });
  if (criterionKey === null) return nameReason(kind);
  const label = (rubric && findCriterion(rubric, criterionKey)?.label) ?? criterionKey;
  return section === ''
    ? say('“{label}”, no section named', { label })
    : say('§ {section}, “{label}”', { section, label });
}

function focusEntry(flagId: string | undefined): void {
  if (flagId !== undefined) document.getElementById(entryId(flagId))?.focus();
}

/** Questions by what they are about; J and K go through them, and the current one takes the acts. */
export function QuestionGroups({ projectId, groups, rubric, maySettle }: QuestionGroupsProps) {
  const [currentId, setCurrentId] = useState<string>();
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const navigate = useNavigate();
  const settle = useSettle(projectId);
  const hold = useHold(projectId);
  const ids = groups.flatMap(({ questions }) => questions.map(({ flagId }) => flagId));
  const at = currentId === undefined ? -1 : ids.indexOf(currentId);
  const group = say('Questions');
  useShortcuts([
    { keys: 'J', label: say('Next question'), group, run: () => focusEntry(ids[at + 1] ?? ids.at(-1)) },
    { keys: 'K', label: say('Previous question'), group, run: () => focusEntry(ids[Math.max(0, at - 1)]) },
  ]);
  return groups.map((each) => (
    <section key={each.key} className={styles.group} aria-label={nameGroup(each, rubric)}>
      <h2>
        {nameGroup(each, rubric)} <span className={styles.count}>{each.questions.length}</span>
      </h2>
      <ol className={styles.entries}>
        {each.questions.map((question) => (
          <QuestionEntry
            key={question.flagId}
            {...{ projectId, question }}
            isCurrent={question.flagId === currentId}
            onFocus={() => setCurrentId(question.flagId)}
            onOpen={() =>
              void navigate({
                to: '/projects/$projectId/items/$itemId',
                params: { projectId, itemId: question.itemId },
              })
            }
          >
            {maySettle && question.flagId === currentId && question.settled === null && (
              <QuestionActs
                question={question}
                answer={answers[question.flagId] ?? ''}
                onAnswer={(answer) => setAnswers({ ...answers, [question.flagId]: answer })}
                onSettle={(outcome) => {
                  const { flagId } = question;
                  focusEntry(ids[at + 1] ?? ids[at - 1]);
                  settle.mutate({ flagId, settled: true, outcome, note: answers[flagId]?.trim() ?? '' });
                }}
                onHold={(to) => hold.mutate({ itemId: question.itemId, from: question.hold, to })}
              />
            )}
          </QuestionEntry>
        ))}
      </ol>
    </section>
  ));
}
