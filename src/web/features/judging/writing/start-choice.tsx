import type { KeyboardEvent } from 'react';
import type { WrittenText } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import type { WritingScale } from '#domain/rubrics/scale.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import styles from './writing-pane.module.css';

interface StartChoiceProps {
  readonly id: string;
  readonly scale: WritingScale;
  readonly scene: Scene;
  readonly onStart: (written: WrittenText) => void;
}

/** Which response to edit, or none. */
export function StartChoice({ id, scale, scene, onStart }: StartChoiceProps) {
  const { responses } = scene.task;
  const edit = (index: number) => {
    const response = responses[index];
    if (response !== undefined) onStart({ text: response.text, editedFrom: response.id });
  };
  const fromScratch = () => onStart({ text: '', editedFrom: null });
  const mayStartBlank = scale.start === 'either';
  const onKeyDown = (event: KeyboardEvent) => {
    if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    // The desk would take the digit for the answer to something else.
    event.stopPropagation();
    if (event.key !== '0') edit(Number(event.key) - 1);
    else if (mayStartBlank) fromScratch();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row
    <div
      id={id}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: digits choose here
      tabIndex={0}
      data-own-digits=""
      className={styles.start}
      aria-label={say('What to start from')}
      onKeyDown={onKeyDown}
    >
      <p>{say('Choose the best response and edit it until it is as it should be.')}</p>
      <div className={styles.choices}>
        {responses.map(({ id: responseId }, index) => (
          <Button key={responseId} keyHint={String(index + 1)} onClick={() => edit(index)}>
            {say('Edit {letter}', { letter: letterAt(index) })}
          </Button>
        ))}
        {mayStartBlank && (
          <Button variant="quiet" keyHint="0" onClick={fromScratch}>
            {say('Start from scratch')}
          </Button>
        )}
      </div>
    </div>
  );
}
