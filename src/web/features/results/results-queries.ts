import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueries } from '@tanstack/react-query';
import type { CallInput } from '#client/call-input.ts';
import { listQuestions } from '#contract/questions.ts';
import { listItems, listJudgments, readAgreement, readItem, readProgress } from '#contract/results.ts';
import { readReviewPlan } from '#contract/review.ts';
import { readRubricVersion } from '#contract/rubrics.ts';
import { type FlagKind, flagKinds } from '#domain/queue/assignment.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { api } from '#web/session/api.ts';

export const progressQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['results', projectId, 'progress'],
    queryFn: ({ signal }) => api.call(readProgress, { params: { projectId }, signal }),
  });

export const agreementQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['results', projectId, 'agreement'],
    queryFn: ({ signal }) => api.call(readAgreement, { params: { projectId }, signal }),
  });

export const reviewPlanQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['review', projectId, 'plan'],
    queryFn: ({ signal }) => api.call(readReviewPlan, { params: { projectId }, signal }),
  });

export const itemStates = ['untouched', 'started', 'done', 'flagged', 'held'] as const;
export type ItemState = (typeof itemStates)[number];

/** The state that an address asks for; undefined means all. */
export function itemStateOf(value: string | undefined): ItemState | undefined {
  return itemStates.find((state) => state === value);
}

/** The filters of the list of items as they stand in the address. */
export interface ItemSearch {
  readonly state?: string;
  readonly differ?: string;
  readonly differOn?: string;
  readonly domain?: string;
}

type ItemFilters = Omit<NonNullable<CallInput<typeof listItems>['query']>, 'cursor' | 'limit'>;

/** What an address asks for; what it does not know is left out. */
export function itemFiltersOf({ state: asked, differ, differOn, domain }: ItemSearch): ItemFilters {
  const state = itemStateOf(asked);
  return {
    ...(state && { state }),
    ...(differ && { differ }),
    ...(differOn && { differOn }),
    ...(domain && { domain }),
  };
}

export const itemsQuery = (projectId: string, filters: ItemFilters) =>
  infiniteQueryOptions({
    queryKey: ['results', projectId, 'items', filters],
    queryFn: ({ pageParam, signal }) =>
      api.call(listItems, {
        params: { projectId },
        query: { limit: 100, ...(pageParam !== null && { cursor: pageParam }), ...filters },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const itemQuery = (projectId: string, itemId: string) =>
  queryOptions({
    queryKey: ['results', projectId, 'item', itemId],
    queryFn: ({ signal }) => api.call(readItem, { params: { projectId, itemId }, signal }),
  });

type JudgmentQuery = NonNullable<CallInput<typeof listJudgments>['query']>;

export const judgmentsQuery = (projectId: string, filters: JudgmentQuery) =>
  infiniteQueryOptions({
    queryKey: ['results', projectId, 'judgments', filters],
    queryFn: ({ pageParam, signal }) =>
      api.call(listJudgments, {
        params: { projectId },
        query: { limit: 50, ...filters, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export interface QuestionFilters {
  readonly state: 'open' | 'settled';
  readonly kind: FlagKind | undefined;
}

/** What an address asks for; what it does not know means everything that is open. */
export function questionFiltersOf(search: { state?: string; kind?: string }): QuestionFilters {
  return {
    state: search.state === 'settled' ? 'settled' : 'open',
    kind: flagKinds.find((kind) => kind === search.kind),
  };
}

export const questionsQuery = (projectId: string, { state, kind }: QuestionFilters) =>
  infiniteQueryOptions({
    queryKey: ['results', projectId, 'questions', state, kind ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      api.call(listQuestions, {
        params: { projectId },
        query: { limit: 200, state, ...(kind && { kind }), ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    // Another filter leaves the list in place until its own has come.
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => page.nextCursor,
  });

export const rubricVersionQuery = (projectId: string, version: number) =>
  queryOptions({
    queryKey: ['rubric-version', projectId, version],
    queryFn: ({ signal }) => api.call(readRubricVersion, { params: { projectId, version }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The rubrics of some versions, newest first, as far as they have arrived. */
export function useRubrics(projectId: string, versions: readonly number[]): readonly Rubric[] {
  const wanted = [...new Set(versions)].sort((a, b) => b - a);
  return useQueries({
    queries: wanted.map((version) => rubricVersionQuery(projectId, version)),
    combine: (results) => results.flatMap(({ data }) => (data ? [data.rubric] : [])),
  });
}
