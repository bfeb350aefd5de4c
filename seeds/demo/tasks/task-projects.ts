import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { DemoFile } from '#seeds/demo/media/demo-file.ts';
import { makePictures } from '#seeds/demo/media/pictures.ts';
import { makeSounds } from '#seeds/demo/media/sounds.ts';
import { errorMarksGuidelines, errorMarksRubric } from './error-marks.ts';
import { soundsGuidelines, soundsRubric } from './sounds.ts';

/** A small project of the demo: one for each kind of work, its items in `content/tasks`. */
export interface DemoTaskProject {
  readonly name: string;
  readonly description: string;
  readonly instructions: string;
  /** A template, or a rubric of the project's own. */
  readonly start: { readonly templateKey: string } | { readonly rubric: Rubric; readonly guidelines: string };
  /** The name of the content's file, and of the file that is imported. */
  readonly tasks: string;
  readonly overlap: number;
  /** Annotator key → how many tasks they have had. */
  readonly work: Readonly<Record<string, number>>;
  /** Pictures and sounds that its items show. */
  readonly makeFiles?: () => readonly DemoFile[];
  /** True where its models are those that come with the demo. */
  readonly talksWithScripts?: boolean;
}

export const demoTaskProjects: readonly DemoTaskProject[] = [
  {
    name: 'Rank the answers',
    description: 'Four to nine answers to one question, from best to worst, with ties.',
    instructions:
      'Find the best and the worst first, then place the others. Answers of equal worth share a rank; *all bad* is an answer too.',
    start: { templateKey: 'ranking_with_ties' },
    tasks: 'ranking',
    overlap: 3,
    work: { ada: 3, chiara: 6, esi: 5 },
  },
  {
    name: 'Mark the errors',
    description: 'Two answers: which is better, and where exactly is something wrong?',
    instructions:
      'Mark each error where it stands, say what kind it is and how grave. Then choose the better answer. An answer without errors is left without marks.',
    start: { rubric: errorMarksRubric, guidelines: errorMarksGuidelines },
    tasks: 'error-marks',
    overlap: 3,
    work: { ada: 3, dmitri: 5, farid: 5 },
  },
  {
    name: 'Check the facts',
    description: 'One answer, taken apart into claims: supported, refuted or unverifiable, with sources.',
    instructions:
      'Mark every statement that could be true or false and look it up. One mark for one claim; the address of the page that settles it belongs to it.',
    start: { templateKey: 'claims_check' },
    tasks: 'claims',
    overlap: 3,
    work: { hana: 3, chiara: 5, grace: 4 },
  },
  {
    name: 'Mathematics, step by step',
    description: 'Solutions with formulas: is each step right, up to the first error?',
    instructions:
      'Recompute each step with pencil and paper before you judge it. Nothing is asked after the first bad step.',
    start: { templateKey: 'process_supervision' },
    tasks: 'mathematics',
    overlap: 3,
    work: { hana: 3, esi: 5, dmitri: 4 },
  },
  {
    name: 'Code review',
    description: 'Python, JavaScript and SQL: run two answers with their tests, rate and compare them.',
    instructions:
      'Run both answers before you rate them: the tests come with the task. Then try an input that the tests leave out.',
    start: { templateKey: 'code_review' },
    tasks: 'code-review',
    overlap: 3,
    work: { hana: 3, farid: 5, dmitri: 5 },
  },
  {
    name: 'Edit the best answer',
    description: 'Choose the best of three answers and edit it until it could be sent.',
    instructions:
      'Change what has to be changed and nothing else: every edit is kept as a lesson. Say afterwards what kind of changes they were.',
    start: { templateKey: 'edit_the_best' },
    tasks: 'edit-the-best',
    overlap: 2,
    work: { ines: 3, esi: 4 },
  },
  {
    name: 'Reference answers',
    description: 'Write the answer that an excellent assistant would have given.',
    instructions: 'Write it yourself, check what you state, and stop when the question is answered.',
    start: { templateKey: 'reference_writing' },
    tasks: 'reference-writing',
    overlap: 2,
    work: { ines: 3, farid: 4 },
  },
  {
    name: 'Write prompts',
    description: 'Prompts that bring about a named behaviour, within the limits of a goal card.',
    instructions:
      'Write as a person would who wants something. Prompts that are too close to one that is there already are shown to you while you type.',
    start: { templateKey: 'prompt_writing' },
    tasks: 'prompt-writing',
    overlap: 2,
    work: { ines: 3, dmitri: 4 },
  },
  {
    name: 'Rate a conversation',
    description: 'Recorded conversations: each reply of the assistant, and the whole.',
    instructions:
      'Judge each reply by what was known when it was given. What went wrong is asked only where a reply is fair or worse.',
    start: { templateKey: 'dialogue_rating' },
    tasks: 'dialogue',
    overlap: 3,
    work: { hana: 3, esi: 5, grace: 5 },
  },
  {
    name: 'Safety and severity',
    description: 'Is each answer safe? Severity and kind of harm are asked only where it is not.',
    instructions:
      'Decide about the request before you read the answers. You may skip any task and stop at any time.',
    start: { templateKey: 'safety_with_severity' },
    tasks: 'safety',
    overlap: 3,
    work: { samir: 3, chiara: 5, farid: 5 },
  },
  {
    name: 'Compare pictures',
    description: 'Two pictures for one prompt: which is closer to it and better made, and where are flaws?',
    instructions:
      'Count, compare colours and places with the prompt, then mark what is wrong. All pictures here are drawn by a program.',
    start: { templateKey: 'image_comparison' },
    tasks: 'pictures',
    overlap: 3,
    work: { bruno: 3, chiara: 5, grace: 5 },
    makeFiles: makePictures,
  },
  {
    name: 'Compare sounds',
    description: 'Two short sounds for one prompt: which is truer to it, and where are flaws?',
    instructions:
      'Listen to both to the end before you judge. All sounds here are made by a program: tones and noise, no voices.',
    start: { rubric: soundsRubric, guidelines: soundsGuidelines },
    tasks: 'sounds',
    overlap: 3,
    work: { bruno: 2, esi: 3, grace: 3 },
    makeFiles: makeSounds,
  },
  {
    name: 'Live chat with scripts',
    description:
      'A conversation with two models side by side. The models of the demo are scripts and say so; a lead can register real ones.',
    instructions:
      'Talk about what the goal card says and choose the better reply at each turn. The replies here come from scripts, so do not expect sense.',
    start: { templateKey: 'live_chat' },
    tasks: 'live-chat',
    overlap: 2,
    work: { ines: 0 },
    talksWithScripts: true,
  },
];
