import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { useShortcuts } from '#web/ui/shortcuts.ts';
import { joinRubrics } from './answers/answer-matrix.ts';
import type { ItemDetail } from './item-detail.ts';
import { DataList } from './items/data-list.tsx';
import { describeData } from './items/describe-data.ts';
import { GoldPart } from './items/gold-part.tsx';
import { HoldPart } from './items/hold-part.tsx';
import styles from './items/item.module.css';
import { ItemTexts } from './items/item-texts.tsx';
import { JudgmentsPart } from './items/judgments-part.tsx';
import { NotesPart } from './items/notes-part.tsx';
import { describeSource } from './items/source-words.ts';
import { useGold } from './items/use-gold.ts';
import { useNeighbours } from './items/use-neighbours.ts';
import { useSettle } from './questions/use-settle.ts';
import { itemQuery, useRubrics } from './results-queries.ts';

function Provenance({ item }: { readonly item: ItemDetail }) {
  const responseIds = item.responses.map(({ id }) => id);
  const metadata = Object.entries(item.metadata).map(([name, value]) => [name, describeData(value)] as const);
  return (
    <>
      {item.sourceVerdict && (
        <Section
          title={say('Verdict in the file')}
          summary={say('Where the item came from, not an annotator’s judgment.')}
        >
          <DataList lines={describeSource(item.sourceVerdict, responseIds)} />
        </Section>
      )}
      {metadata.length > 0 && (
        <Section title={say('Metadata')}>
          <DataList lines={metadata} />
        </Section>
      )}
    </>
  );
}

function ItemView({ projectId, item }: { readonly projectId: string; readonly item: ItemDetail }) {
  const project = useProject(projectId);
  const can = useCan();
  const mayChange = can('manage_project', project.roles);
  const gold = useGold(projectId, item);
  const settlement = useSettle(projectId);
  const maySettle = can('settle_flags', project.roles);
  const versions = item.judgments.map(({ rubricVersion }) => rubricVersion);
  const rubric = joinRubrics(useRubrics(projectId, [project.rubricVersion, ...versions]));
  return (
    <>
      <HoldPart projectId={projectId} item={item} mayChange={maySettle} />
      <ItemTexts item={item} rubric={rubric}>
        <div className={styles.below}>
          {rubric && (
            <>
              <JudgmentsPart
                projectId={projectId}
                item={item}
                rubric={rubric}
                gold={gold}
                mayChange={mayChange}
              />
              <GoldPart item={item} rubric={rubric} gold={gold} mayChange={mayChange} />
            </>
          )}
          <NotesPart item={item} rubric={rubric} settlement={settlement} maySettle={maySettle} />
          <Provenance item={item} />
        </div>
      </ItemTexts>
    </>
  );
}

function useItemKeys(move: (by: 'previous' | 'next') => void): void {
  const group = say('Items');
  const next = { label: say('Next item'), group, run: () => move('next') };
  const previous = { label: say('Previous item'), group, run: () => move('previous') };
  useShortcuts([
    { ...next, keys: 'J' },
    { ...previous, keys: 'K' },
    { ...next, keys: ']' },
    { ...previous, keys: '[' },
  ]);
}

/** One item with everything that was said about it. */
export function ItemScreen() {
  const from = '/shell/projects/$projectId/items/$itemId';
  const { projectId, itemId } = useParams({ from });
  const search = useSearch({ from });
  const { state } = search;
  const navigate = useNavigate();
  const item = useQuery(itemQuery(projectId, itemId));
  const neighbours = useNeighbours(projectId, itemId, search);
  const move = (by: 'previous' | 'next') => {
    const to = neighbours[by];
    if (to === undefined) return;
    const params = { projectId, itemId: to };
    void navigate({ to: '/projects/$projectId/items/$itemId', params, search, replace: true });
  };
  useItemKeys(move);
  return (
    <Page width="full">
      <div className={styles.width}>
        <PageHeader
          title={
            neighbours.place === undefined ? say('Item') : say('Item {place}', { place: neighbours.place })
          }
          summary={
            <Link to="/projects/$projectId/items" params={{ projectId }} search={search}>
              {state === undefined ? say('All items') : say('Items, {state}', { state })}
            </Link>
          }
          actions={
            <>
              <IconButton
                label={say('Previous item')}
                keyHint="K"
                icon={<ChevronLeft />}
                disabled={neighbours.previous === undefined}
                onClick={() => move('previous')}
              />
              <IconButton
                label={say('Next item')}
                keyHint="J"
                icon={<ChevronRight />}
                disabled={neighbours.next === undefined}
                onClick={() => move('next')}
              />
            </>
          }
        />
        <Loaded from={item} lines={12} title={say('This item could not be loaded')}>
          {(data) => <ItemView projectId={projectId} item={data} />}
        </Loaded>
      </div>
    </Page>
  );
}
