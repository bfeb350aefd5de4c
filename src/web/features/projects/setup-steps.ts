import type { Project } from '#contract/projects.ts';

export interface SetupStep {
  readonly key: 'rubric' | 'guidelines' | 'items' | 'people' | 'open';
  readonly title: string;
  /** What stands now, or why it is needed. */
  readonly text: string;
  readonly isDone: boolean;
}

type SetupFacts = Pick<Project, 'rubricVersion' | 'guidelineVersion' | 'itemsTotal' | 'overlap' | 'state'> & {
  /** Members who may judge. */
  readonly annotators: number;
  /** Places left on open invitation links that make annotators. */
  readonly invited: number;
};

/** Until the project is opened, the way there is what its lead needs to see. */
export function isBeingSetUp({ state, judgmentsTotal }: Pick<Project, 'state' | 'judgmentsTotal'>): boolean {
  return state === 'draft' && judgmentsTotal === 0;
}

/** The way from a new project to the first judgment, and how far it has come. */
export function listSetupSteps(facts: SetupFacts): SetupStep[] {
  return [
    {
      key: 'rubric',
      title: 'Choose a rubric',
      text: `Version ${facts.rubricVersion} is in use. See what annotators will be asked, and change what does not fit.`,
      isDone: facts.rubricVersion > 0,
    },
    {
      key: 'guidelines',
      title: 'Write guidelines',
      text: `Version ${facts.guidelineVersion} is in use. Annotators open them beside each task.`,
      isDone: facts.guidelineVersion > 0,
    },
    {
      key: 'items',
      title: 'Import items',
      text:
        facts.itemsTotal === 0
          ? 'Bring conversations with responses from a file; the format is recognised.'
          : `${facts.itemsTotal.toLocaleString()} ${facts.itemsTotal === 1 ? 'item is' : 'items are'} here.`,
      isDone: facts.itemsTotal > 0,
    },
    { key: 'people', title: 'Invite annotators', ...describePeople(facts) },
    {
      key: 'open',
      title: 'Open the project',
      text:
        facts.state === 'draft' ? 'Annotators are given tasks from then on.' : 'Annotators are given tasks.',
      isDone: facts.state !== 'draft',
    },
  ];
}

function describePeople({ annotators, invited, overlap }: SetupFacts): { text: string; isDone: boolean } {
  const isDone = annotators >= overlap;
  if (annotators === 0 && invited === 0) {
    return { isDone, text: `Each item wants ${overlap} different ${overlap === 1 ? 'person' : 'people'}.` };
  }
  const here = `${annotators} ${annotators === 1 ? 'annotator' : 'annotators'}`;
  const open = invited > 0 ? `, ${invited} invited` : '';
  const wants = isDone ? '' : ` Each item wants ${overlap}.`;
  return { isDone, text: `${here}${open}.${wants}` };
}
