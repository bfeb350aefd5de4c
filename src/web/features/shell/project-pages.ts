import type { Action } from '#domain/access/can.ts';

/** The pages of a project in the order of the tabs, and what one must be allowed to do to see them. */
export const projectPages = [
  { to: '/projects/$projectId/overview', label: 'Overview', needs: 'view_project' },
  { to: '/projects/$projectId/items', label: 'Items', needs: 'see_results' },
  { to: '/projects/$projectId/judgments', label: 'Judgments', needs: 'see_results' },
  { to: '/projects/$projectId/rubric', label: 'Rubric', needs: 'view_project' },
  { to: '/projects/$projectId/guidelines', label: 'Guidelines', needs: 'view_project' },
  { to: '/projects/$projectId/import', label: 'Import', needs: 'import_items' },
  { to: '/projects/$projectId/export', label: 'Export', needs: 'export_data' },
  { to: '/projects/$projectId/people', label: 'People', needs: 'manage_project' },
  { to: '/projects/$projectId/settings', label: 'Settings', needs: 'manage_project' },
] as const satisfies readonly { to: string; label: string; needs: Action }[];
export type ProjectPage = (typeof projectPages)[number];
