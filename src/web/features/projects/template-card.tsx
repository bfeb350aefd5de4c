import type { OfferedTemplate } from './find-templates.ts';
import styles from './template-choice.module.css';
import { TemplateSketch } from './template-sketch.tsx';

interface TemplateCardProps {
  readonly template: OfferedTemplate;
  /** The name that all radio buttons of the choice share. */
  readonly group: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** One template: its drawing, its name and what it is for. */
export function TemplateCard({ template, group, isChosen, onChoose }: TemplateCardProps) {
  const describedBy = `${group}-${template.key}`;
  return (
    <label className={styles.template}>
      <TemplateSketch rubric={template.rubric} />
      <span className={styles.name}>
        <input
          className={styles.radio}
          type="radio"
          name={group}
          value={template.key}
          checked={isChosen}
          aria-describedby={describedBy}
          onChange={onChoose}
        />
        {template.name}
      </span>
      <span className={styles.summary} id={describedBy}>
        {template.summary}
      </span>
    </label>
  );
}
