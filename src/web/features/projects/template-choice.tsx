import { useId } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import styles from './template-choice.module.css';
import { TemplateSketch } from './template-sketch.tsx';

export interface OfferedTemplate {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly rubric: Rubric;
}

interface TemplateChoiceProps {
  readonly templates: readonly OfferedTemplate[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

/** Rubrics to start from, each with a drawing of what annotators will see. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{say('What are annotators asked?')}</legend>
      <p className={styles.hint}>
        {say('A start: every question, scale and word can be changed afterwards.')}
      </p>
      <div className={styles.templates}>
        {templates.map((template) => (
          <label key={template.key} className={styles.template}>
            <TemplateSketch rubric={template.rubric} />
            <span className={styles.name}>
              <input
                className={styles.radio}
                type="radio"
                name={name}
                value={template.key}
                checked={template.key === value}
                aria-describedby={`${name}-${template.key}`}
                onChange={() => onChange(template.key)}
              />
              {template.name}
            </span>
            <span className={styles.summary} id={`${name}-${template.key}`}>
              {template.summary}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
