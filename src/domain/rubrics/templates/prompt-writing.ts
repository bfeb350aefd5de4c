import type { Criterion } from '#domain/rubrics/rubric.ts';
import type { TemplateStart } from '#domain/rubrics/rubric-template.ts';

const criteria: readonly Criterion[] = [
  {
    key: 'prompt',
    label: 'Your prompt',
    help: 'Write one prompt that brings about what the goal card says, and keeps to every one of its constraints.\n\nWrite as a person would who wants something, and not as somebody who tests a machine. A prompt that is close to one that is there already is shown while you type.',
    target: 'task',
    scale: {
      kind: 'writing',
      purpose: 'prompt',
      start: 'blank',
      rules: {
        minWords: 5,
        maxWords: 300,
        format: 'any',
        tone: [],
        mustInclude: [],
        mustNotInclude: [],
      },
    },
    required: true,
  },
  {
    key: 'difficulty',
    label: 'Difficulty',
    help: 'How hard is it for a good model to answer your prompt well? Harder is not better: the project wants all four.',
    target: 'task',
    scale: {
      kind: 'rating',
      min: 1,
      max: 4,
      anchors: [
        { value: 1, label: 'Easy', help: 'Every model gets this right.' },
        { value: 2, label: 'Medium', help: 'Good models get it right, smaller ones slip.' },
        { value: 3, label: 'Hard', help: 'You expect a good model to make an error.' },
        { value: 4, label: 'Very hard', help: 'It takes an expert, or several steps that all must hold.' },
      ],
    },
    required: true,
  },
  {
    key: 'good_answer',
    label: 'A good answer would\u00a0…',
    help: 'In one or two sentences: what must a response do to be good? It helps whoever judges the responses to your prompt.',
    target: 'task',
    scale: { kind: 'text', minCharacters: 20, maxCharacters: 600 },
    required: true,
  },
];

const guidelines = `# What this project is about

You write prompts that bring about a certain behaviour, so that models can be trained and tested on it. A card on top of each task names the goal
and the constraints.

## Read the card twice

The goal says what the *model* should do when it reads your prompt, not what your prompt should say. A card about asking back wants a prompt with
something missing, and not the words "ask me something".

## Write like a person

- Somebody wants this, today, for a reason. Who are they?
- Use what people use: half sentences, names of things, a mood.
- No "Write a comprehensive guide about". No riddles, no tricks with letters, unless the card asks for them.

## Variety

Change the topic, the length, the tone and the form from prompt to prompt. When the page warns that something close is there already, do not reword
it: take another idea.

## What makes a prompt useless

It can be answered with a shrug; the goal is met by accident; it names what is being tested; it holds personal data of a real person.

## Difficulty

Say honestly how hard it is. Easy prompts are wanted too: a model must not ask back when everything is there.

## What a good answer would do

Two sentences that let a stranger tell a good response from a bad one. "Helpful and correct" says nothing; "asks which of the two cities is meant
before it gives a price" does.

## When no idea comes

Skip the card and come back. Three forced prompts are worth less than a good one.
`;

/** Prompts that bring about a named behaviour. */
export const promptWriting: TemplateStart = {
  key: 'prompt_writing',
  purpose: 'write',
  name: 'Prompts for a behaviour',
  summary:
    'Annotators write prompts that bring about the behaviour named on a goal card, with a warning for near-duplicates. Fits prompt sets and red lines.',
  rubric: {
    criteria,
    overallKey: null,
    justification: { ask: 'off', minCharacters: 0 },
    confidence: 'off',
  },
  guidelines,
};
