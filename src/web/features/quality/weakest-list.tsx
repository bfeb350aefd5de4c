import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { say } from '#web/messages/say.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { formatDecimal, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import type { Report } from './quality-query.ts';
import { nameSlice, rangeText } from './quality-words.ts';
import styles from './weakest-list.module.css';

interface Weak {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly evidence: string;
  readonly act: ReactElement;
}

const look = buttonClass({ size: 'small' });

function weakCriterion(projectId: string, { criterion }: Report['weakest']): Weak[] {
  if (criterion === null) return [];
  const { key, label, alpha } = criterion;
  return [
    {
      key: 'criterion',
      kind: say('Criterion'),
      title: label,
      evidence: say('Alpha {alpha} ({range}), the lowest of all, n = {n, number}.', {
        alpha: formatDecimal(alpha.value ?? 0),
        range: rangeText(alpha, formatDecimal),
        n: alpha.n,
      }),
      act: (
        <Link
          to="/projects/$projectId/items"
          params={{ projectId }}
          search={{ differOn: key }}
          className={look}
        >
          {say('See where people differ')}
        </Link>
      ),
    },
  ];
}

function weakPerson(projectId: string, { person }: Report['weakest']): Weak[] {
  if (person === null) return [];
  const { personId, name, share, othersMedian } = person;
  return [
    {
      key: 'person',
      kind: say('Annotator'),
      title: name,
      evidence: say(
        'Says the same as others on {share} ({range}) of {n, plural, one {# shared item} other {# shared items}}; the median of the others is {median}.',
        {
          share: formatShare(share.value ?? 0),
          range: rangeText(share, formatShare),
          n: share.n,
          median: formatShare(othersMedian),
        },
      ),
      act: (
        <Link
          to="/projects/$projectId/judgments"
          params={{ projectId }}
          search={{ annotatorId: personId }}
          className={look}
        >
          {say('See their judgments')}
        </Link>
      ),
    },
  ];
}

function weakSection(projectId: string, { section }: Report['weakest']): Weak[] {
  if (section === null) return [];
  const { name, open, openInAll } = section;
  return [
    {
      key: 'section',
      kind: say('Section of the guidelines'),
      title: name === '' ? say('No section named') : name,
      evidence: say(
        '{open, plural, one {# open question says} other {# open questions say}} that the guidelines settle too little here, of {all, number} in all.',
        { open, all: openInAll },
      ),
      act: (
        <Link
          to="/projects/$projectId/questions"
          params={{ projectId }}
          search={{ kind: 'rubric_unclear' }}
          className={look}
        >
          {say('See the questions')}
        </Link>
      ),
    },
  ];
}

function weakSlice(projectId: string, { slice }: Report['weakest']): Weak[] {
  if (slice === null) return [];
  const { criterionKey, criterionLabel, dimension, name, alpha, wholeAlpha } = slice;
  const search = { differOn: criterionKey, ...(dimension === 'domain' && { domain: name }) };
  return [
    {
      key: 'slice',
      kind: say('Slice'),
      title: nameSlice(slice),
      evidence: say('Alpha {alpha} ({range}) on {criterion}, against {whole} over all, n = {n, number}.', {
        alpha: formatDecimal(alpha.value ?? 0),
        range: rangeText(alpha, formatDecimal),
        criterion: criterionLabel,
        whole: formatDecimal(wholeAlpha),
        n: alpha.n,
      }),
      act: (
        <Link to="/projects/$projectId/items" params={{ projectId }} search={search} className={look}>
          {say('See where people differ')}
        </Link>
      ),
    },
  ];
}

/** The weakest criterion, person, section and slice, each with its evidence and a way to act. */
export function WeakestList({
  projectId,
  weakest,
}: {
  readonly projectId: string;
  readonly weakest: Report['weakest'];
}) {
  const found = [weakCriterion, weakPerson, weakSection, weakSlice].flatMap((find) =>
    find(projectId, weakest),
  );
  return (
    <Section
      title={say('Weakest now')}
      summary={say(
        'What to look at first. An annotator or a slice stands here only where the whole interval lies below the rest.',
      )}
    >
      {found.length === 0 ? (
        <p className={styles.nothing}>{say('Nothing stands out.')}</p>
      ) : (
        <ul className={styles.list}>
          {found.map(({ key, kind, title, evidence, act }) => (
            <li key={key} className={styles.entry}>
              <p className={styles.kind}>{kind}</p>
              <h3 dir="auto">{title}</h3>
              <p className={styles.evidence}>{evidence}</p>
              {act}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
