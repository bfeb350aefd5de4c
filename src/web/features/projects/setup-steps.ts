import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';

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
      title: say('Choose a rubric'),
      text: say(
        'Version {rubricVersion} is in use. See what annotators will be asked, and change what does not fit.',
        { rubricVersion: facts.rubricVersion },
      ),
      isDone: facts.rubricVersion > 0,
    },
    {
      key: 'guidelines',
      title: say('Write guidelines'),
      text: say('Version {guidelineVersion} is in use. Annotators open them beside each task.', {
        guidelineVersion: facts.guidelineVersion,
      }),
      isDone: facts.guidelineVersion > 0,
    },
    {
      key: 'items',
      title: say('Import items'),
      text:
        facts.itemsTotal === 0
          ? say('Bring conversations with responses from a file; the format is recognised.')
          : say('{items, plural, one {# item is} other {# items are}} here.', { items: facts.itemsTotal }),
      isDone: facts.itemsTotal > 0,
    },
    { key: 'people', title: say('Invite annotators'), ...describePeople(facts) },
    {
      key: 'open',
      title: say('Open the project'),
      text:
        facts.state === 'draft'
          ? say('Annotators are given tasks from then on.')
          : say('Annotators are given tasks.'),
      isDone: facts.state !== 'draft',
    },
  ];
}

function describePeople({ annotators, invited, overlap }: SetupFacts): { text: string; isDone: boolean } {
  const isDone = annotators >= overlap;
  if (annotators === 0 && invited === 0) {
    return {
      isDone,
      text: say('Each item wants {overlap, plural, one {# person} other {# different people}}.', { overlap }),
    };
  }
  const here = say(
    '{annotators, plural, one {# annotator} other {# annotators}}{invited, plural, =0 {} other {, # invited}}.',
    { annotators, invited },
  );
  return { isDone, text: isDone ? here : `${here} ${say('Each item wants {overlap}.', { overlap })}` };
}
