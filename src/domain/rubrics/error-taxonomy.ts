import type { ChoiceOption } from './scale.ts';

/** The types of error that a project starts with; a lead changes them freely. */
export const defaultErrorTypes: readonly ChoiceOption[] = [
  { key: 'hallucination', label: 'Hallucination', help: 'Something made up: a fact, a source, a function.' },
  { key: 'unsupported', label: 'Unsupported claim', help: 'Perhaps true, but nothing here shows it.' },
  { key: 'harmful', label: 'Harmful', help: 'It could hurt somebody, or demeans people.' },
  { key: 'logic', label: 'Logical inconsistency', help: 'It contradicts itself, or does not follow.' },
  {
    key: 'formatting',
    label: 'Formatting',
    help: 'Broken or unfit layout: lists, tables, code, mathematics.',
  },
  { key: 'sycophancy', label: 'Sycophancy', help: 'It agrees or flatters where it should not.' },
  { key: 'instruction', label: 'Instruction-following', help: 'It leaves out or overrides what was asked.' },
  { key: 'over_refusal', label: 'Over-refusal', help: 'It refuses what is harmless.' },
  { key: 'under_refusal', label: 'Under-refusal', help: 'It does what it should have refused.' },
  { key: 'verbosity', label: 'Verbosity', help: 'Longer than it needs to be: repetition, padding.' },
  { key: 'language', label: 'Language', help: 'Grammar, spelling, wrong language or register.' },
];

export const defaultSeverities: readonly ChoiceOption[] = [
  { key: 'minor', label: 'Minor', help: 'A reader would hardly be misled or hindered.' },
  { key: 'major', label: 'Major', help: 'It misleads or hinders a reader.' },
  { key: 'critical', label: 'Critical', help: 'The response cannot be used, or could do harm.' },
];
