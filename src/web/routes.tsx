import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { RootScreen } from '#web/features/shell/root-screen.tsx';
import { FailedPage, MissingPage, PendingPage } from '#web/features/shell/route-states.tsx';
import { ShellScreen } from '#web/features/shell/shell-screen.tsx';

const root = createRootRoute({ component: RootScreen });
const under = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** The named filters of an address as text; everything else in the query is dropped. */
function keepFilters<const Name extends string>(...names: Name[]) {
  return (search: Record<string, unknown>): { [K in Name]?: string } => {
    const kept: { [K in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        kept[name] = String(value);
      }
    }
    return kept;
  };
}

const signIn = createRoute({
  ...under('/sign-in'),
  validateSearch: keepFilters('from'),
  component: lazyRouteComponent(() => import('#web/features/accounts/sign-in-screen.tsx'), 'SignInScreen'),
});
const setup = createRoute({
  ...under('/setup'),
  component: lazyRouteComponent(() => import('#web/features/accounts/set-up-screen.tsx'), 'SetUpScreen'),
});
const join = createRoute({
  ...under('/join/$token'),
  component: lazyRouteComponent(() => import('#web/features/accounts/join-screen.tsx'), 'JoinScreen'),
});
const apiDocs = createRoute({
  ...under('/api/docs'),
  component: lazyRouteComponent(() => import('#web/features/api-docs/api-docs-screen.tsx'), 'ApiDocsScreen'),
});

/** Everything below needs somebody signed in and stands in the shell. */
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: ShellScreen });
const inShell = <const Path extends string>(path: Path) => ({ getParentRoute: () => shell, path });

const home = createRoute({
  ...inShell('/'),
  component: lazyRouteComponent(() => import('#web/features/home/home-screen.tsx'), 'HomeScreen'),
});
const settings = createRoute({
  ...inShell('/settings'),
  component: lazyRouteComponent(() => import('#web/features/accounts/settings-screen.tsx'), 'SettingsScreen'),
});
const people = createRoute({
  ...inShell('/people'),
  component: lazyRouteComponent(
    () => import('#web/features/accounts/deployment-people-screen.tsx'),
    'DeploymentPeopleScreen',
  ),
});
const newProject = createRoute({
  ...inShell('/projects/new'),
  component: lazyRouteComponent(
    () => import('#web/features/projects/new-project-screen.tsx'),
    'NewProjectScreen',
  ),
});
const judge = createRoute({
  ...inShell('/projects/$projectId/judge'),
  component: lazyRouteComponent(() => import('./judge-page.tsx'), 'JudgePage'),
});

const reviewing = createRoute({
  ...inShell('/projects/$projectId/reviewing'),
  component: lazyRouteComponent(() => import('./reviewing-page.tsx'), 'ReviewingPage'),
});
const returned = createRoute({
  ...inShell('/projects/$projectId/returned'),
  component: lazyRouteComponent(
    () => import('#web/features/review/returned/returned-screen.tsx'),
    'ReturnedScreen',
  ),
});
const redo = createRoute({
  ...inShell('/projects/$projectId/returned/$reviewId'),
  component: lazyRouteComponent(() => import('./redo-page.tsx'), 'RedoPage'),
});

const project = createRoute({
  ...inShell('/projects/$projectId'),
  component: lazyRouteComponent(() => import('#web/features/shell/project-screen.tsx'), 'ProjectScreen'),
});
const inProject = <const Path extends string>(path: Path) => ({ getParentRoute: () => project, path });

const projectHome = createRoute({
  ...inProject('/'),
  component: lazyRouteComponent(
    () => import('#web/features/shell/project-home-screen.tsx'),
    'ProjectHomeScreen',
  ),
});
const overview = createRoute({
  ...inProject('/overview'),
  component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
});
const quality = createRoute({
  ...inProject('/quality'),
  validateSearch: keepFilters('criterion'),
  component: lazyRouteComponent(() => import('#web/features/quality/quality-screen.tsx'), 'QualityScreen'),
});
const peopleQuality = createRoute({
  ...inProject('/quality/people'),
  component: lazyRouteComponent(
    () => import('#web/features/people-quality/people-screen.tsx'),
    'PeopleQualityScreen',
  ),
});
const personQuality = createRoute({
  ...inProject('/quality/people/$personId'),
  component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
});
const ownQuality = createRoute({
  ...inProject('/my-work'),
  component: lazyRouteComponent(() => import('./own-page.tsx'), 'OwnPage'),
});
const thresholds = createRoute({
  ...inProject('/thresholds'),
  component: lazyRouteComponent(
    () => import('#web/features/thresholds/thresholds-screen.tsx'),
    'ThresholdsScreen',
  ),
});
const gold = createRoute({
  ...inProject('/gold'),
  component: lazyRouteComponent(() => import('#web/features/gold/gold-screen.tsx'), 'GoldScreen'),
});
const items = createRoute({
  ...inProject('/items'),
  validateSearch: keepFilters('state', 'differ', 'differOn', 'domain'),
  component: lazyRouteComponent(() => import('#web/features/results/items-screen.tsx'), 'ItemsScreen'),
});
const item = createRoute({
  ...inProject('/items/$itemId'),
  validateSearch: keepFilters('state', 'differ', 'differOn', 'domain'),
  component: lazyRouteComponent(() => import('#web/features/results/item-screen.tsx'), 'ItemScreen'),
});
const judgments = createRoute({
  ...inProject('/judgments'),
  validateSearch: keepFilters(
    'annotatorId',
    'itemId',
    'verdict',
    'minStrength',
    'flagged',
    'from',
    'until',
    'excluded',
  ),
  component: lazyRouteComponent(
    () => import('#web/features/results/judgments-screen.tsx'),
    'JudgmentsScreen',
  ),
});
const questions = createRoute({
  ...inProject('/questions'),
  validateSearch: keepFilters('state', 'kind'),
  component: lazyRouteComponent(
    () => import('#web/features/results/questions-screen.tsx'),
    'QuestionsScreen',
  ),
});
const review = createRoute({
  ...inProject('/review'),
  component: lazyRouteComponent(() => import('#web/features/review/review-screen.tsx'), 'ReviewScreen'),
});
const adjudication = createRoute({
  ...inProject('/adjudication'),
  validateSearch: keepFilters('state', 'criterion'),
  component: lazyRouteComponent(
    () => import('#web/features/results/adjudication/adjudication-screen.tsx'),
    'AdjudicationScreen',
  ),
});
const settling = createRoute({
  ...inProject('/adjudication/$itemId'),
  validateSearch: keepFilters('state', 'criterion'),
  component: lazyRouteComponent(() => import('./adjudication-page.tsx'), 'AdjudicationPage'),
});
const rubric = createRoute({
  ...inProject('/rubric'),
  component: lazyRouteComponent(() => import('./rubric-page.tsx'), 'RubricPage'),
});
const guidelines = createRoute({
  ...inProject('/guidelines'),
  component: lazyRouteComponent(
    () => import('#web/features/guidelines/guidelines-screen.tsx'),
    'GuidelinesScreen',
  ),
});
const importing = createRoute({
  ...inProject('/import'),
  component: lazyRouteComponent(() => import('#web/features/imports/import-screen.tsx'), 'ImportScreen'),
});
const media = createRoute({
  ...inProject('/media'),
  component: lazyRouteComponent(() => import('#web/features/media/media-screen.tsx'), 'MediaScreen'),
});
const exporting = createRoute({
  ...inProject('/export'),
  component: lazyRouteComponent(() => import('#web/features/exports/export-screen.tsx'), 'ExportScreen'),
});
const members = createRoute({
  ...inProject('/people'),
  component: lazyRouteComponent(() => import('#web/features/members/people-screen.tsx'), 'PeopleScreen'),
});
const models = createRoute({
  ...inProject('/models'),
  component: lazyRouteComponent(() => import('#web/features/models/models-screen.tsx'), 'ModelsScreen'),
});
const chats = createRoute({
  ...inProject('/chats'),
  validateSearch: keepFilters('technique', 'harm', 'target'),
  component: lazyRouteComponent(() => import('#web/features/models/chats/chats-screen.tsx'), 'ChatsScreen'),
});
const chat = createRoute({
  ...inProject('/chats/$conversationId'),
  component: lazyRouteComponent(
    () => import('#web/features/models/chats/chat-record-screen.tsx'),
    'ChatRecordScreen',
  ),
});
const projectSettings = createRoute({
  ...inProject('/settings'),
  component: lazyRouteComponent(
    () => import('#web/features/projects/project-settings-screen.tsx'),
    'ProjectSettingsScreen',
  ),
});

const projectRoutes = project.addChildren([
  projectHome,
  overview,
  quality,
  peopleQuality,
  personQuality,
  ownQuality,
  thresholds,
  gold,
  items,
  item,
  judgments,
  questions,
  review,
  adjudication,
  settling,
  rubric,
  guidelines,
  importing,
  media,
  exporting,
  members,
  models,
  chats,
  chat,
  projectSettings,
]);
const routeTree = root.addChildren([
  signIn,
  setup,
  join,
  apiDocs,
  shell.addChildren([home, settings, people, newProject, judge, reviewing, returned, redo, projectRoutes]),
]);

/** The app's pages; in the browser's own history unless another is given. */
export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history && { history }),
    defaultPreload: 'intent',
    defaultPendingComponent: PendingPage,
    defaultPendingMs: 0,
    defaultPendingMinMs: 0,
    defaultErrorComponent: FailedPage,
    defaultNotFoundComponent: MissingPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
