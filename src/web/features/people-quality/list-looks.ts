import { weighLook } from '#domain/people-quality/weigh-look.ts';
import { say } from '#web/messages/say.ts';
import { evidenceSentence } from './evidence-words.ts';
import { attentionSentence } from './finding-words.ts';
import type { Attention, Evidence, PersonSummary } from './people-queries.ts';

/** One row of the list: who, what was seen, and where to act on it. */
export interface Look {
  readonly personId: string;
  readonly name: string;
  /** Of two people who share it, the other one. */
  readonly other: { readonly personId: string; readonly name: string } | null;
  /** What it is about, in a word or two. */
  readonly about: string;
  readonly sentence: string;
  readonly weight: number;
  /** An item behind it. */
  readonly itemId: string | null;
  /** The day from which judgments matter, where it began on one. */
  readonly from: string | null;
}

/** Everything that is worth a look, the surest first; what two people share stands once. */
export function listLooks(people: readonly PersonSummary[]): Look[] {
  return people
    .flatMap((person) => [
      ...person.attention.map((one) => lookOfAttention(person, one)),
      ...person.evidence
        .filter((one) => isTheOneToTell(person, one, people))
        .map((one) => lookOf(person, one)),
    ])
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
}

/** Of two people who both have it, the first of the list tells it. */
function isTheOneToTell(
  { personId }: PersonSummary,
  { kind, other }: Evidence,
  people: readonly PersonSummary[],
): boolean {
  if (other === null) return true;
  const place = (id: string) => people.findIndex((one) => one.personId === id);
  const [own, theirs] = [place(personId), place(other.personId)];
  const tellsToo = people[theirs]?.evidence.some(
    (one) => one.kind === kind && one.other?.personId === personId,
  );
  return tellsToo !== true || own < theirs;
}

function lookOfAttention({ personId, name }: PersonSummary, one: Attention): Look {
  return {
    ...{ personId, name, other: null, itemId: null },
    about: aboutAttention(one),
    sentence: attentionSentence(one),
    weight: weighLook(one),
    from: one.kind === 'drift' ? one.alarm.since.slice(0, 10) : null,
  };
}

function lookOf({ personId, name }: PersonSummary, one: Evidence): Look {
  return {
    ...{ personId, name, other: one.other, from: null },
    about: aboutEvidence(one),
    sentence: evidenceSentence(one),
    weight: weighLook({ kind: 'evidence', adjusted: one.adjusted }),
    itemId: one.itemIds[0] ?? null,
  };
}

function aboutAttention(one: Attention): string {
  switch (one.kind) {
    case 'agreement':
      return say('Agreement');
    case 'drift':
      return say('A change');
    case 'bias':
      return say('A leaning');
    case 'unsteady':
      return say('Second looks');
    case 'place':
      return say('A place draws');
    case 'speed':
      return say('Time');
  }
}

function aboutEvidence({ kind }: Evidence): string {
  switch (kind) {
    case 'quick':
      return say('Time');
    case 'same_answer':
    case 'same_side':
    case 'repeating':
      return say('A pattern');
    case 'like_chance':
      return say('Like chance');
    case 'own_reasons':
    case 'shared_reasons':
      return say('Reasons');
    case 'alike':
      return say('Two alike');
    case 'pasted':
      return say('Pasted text');
    case 'shared_device':
      return say('One browser');
  }
}
