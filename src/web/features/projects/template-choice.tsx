import { type KeyboardEvent, useId, useState } from 'react';
import type { TemplatePurpose } from '#domain/rubrics/rubric-template.ts';
import { type Message, message, say } from '#web/messages/say.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { findMeant, findTemplates, type OfferedTemplate } from './find-templates.ts';
import { TemplateCard } from './template-card.tsx';
import styles from './template-choice.module.css';

interface TemplateChoiceProps {
  readonly templates: readonly OfferedTemplate[];
  readonly value: string;
  readonly onChange: (key: string) => void;
}

const purposeNames: Readonly<Record<TemplatePurpose, Message>> = {
  compare: message('Compare responses'),
  rate: message('Rate responses'),
  check: message('Check in detail'),
  write: message('Write'),
  talk: message('Talk with models'),
  media: message('Images, sound and film'),
};

/** Rubrics to start from, by purpose and searchable, each with a drawing of what annotators will see. */
export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const name = useId();
  const [search, setSearch] = useState('');
  const groups = findTemplates(templates, search);
  const found = groups.flatMap((group) => group.templates);
  const chosen = templates.find(({ key }) => key === value);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const meant = findMeant(groups, search);
    if (event.key === 'Enter' && meant !== undefined && search.trim() !== '') onChange(meant.key);
    const choice = event.currentTarget.closest('fieldset');
    const radio =
      choice?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
      choice?.querySelector<HTMLElement>('input[type="radio"]');
    if (event.key === 'ArrowDown') radio?.focus();
  };
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{say('What are annotators asked?')}</legend>
      <div className={styles.top}>
        <p className={styles.hint}>
          {say('A start: every question, scale and word can be changed afterwards.')}
        </p>
        <div className={styles.search}>
          <TextField
            label={say('Search templates')}
            labelHidden
            type="search"
            placeholder={say('Search templates')}
            value={search}
            onKeyDown={press}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      </div>
      <p className={styles.count} role="status">
        {search.trim() !== '' &&
          say('{count, plural, =0 {No template fits.} one {# template fits.} other {# templates fit.}}', {
            count: found.length,
          })}
        {chosen !== undefined &&
          !found.includes(chosen) &&
          ` ${say('Chosen: {name}', { name: chosen.name })}`}
      </p>
      {groups.map(({ purpose, templates: listed }) => (
        <section key={purpose} className={styles.group} aria-label={say(purposeNames[purpose])}>
          <h2>{say(purposeNames[purpose])}</h2>
          <div className={styles.templates}>
            {listed.map((template) => (
              <TemplateCard
                key={template.key}
                template={template}
                group={name}
                isChosen={template.key === value}
                onChoose={() => onChange(template.key)}
              />
            ))}
          </div>
        </section>
      ))}
    </fieldset>
  );
}
