import type { Action } from '#domain/access/can.ts';
import { type Message, message } from '#web/messages/say.ts';

/** The pages of a project in the order of the tabs, and what one must be allowed to do to see them. */
export const projectPages = [
  { to: '/projects/$projectId/overview', label: message('Overview'), needs: 'view_project' },
  { to: '/projects/$projectId/quality', label: message('Quality'), needs: 'see_results' },
  { to: '/projects/$projectId/my-work', label: message('My work'), needs: 'judge' },
  { to: '/projects/$projectId/gold', label: message('Gold'), needs: 'manage_project' },
  { to: '/projects/$projectId/thresholds', label: message('Thresholds'), needs: 'manage_project' },
  { to: '/projects/$projectId/items', label: message('Items'), needs: 'see_results' },
  { to: '/projects/$projectId/judgments', label: message('Judgments'), needs: 'see_results' },
  { to: '/projects/$projectId/questions', label: message('Questions'), needs: 'see_results' },
  { to: '/projects/$projectId/review', label: message('Review'), needs: 'review' },
  { to: '/projects/$projectId/adjudication', label: message('Adjudication'), needs: 'review' },
  { to: '/projects/$projectId/chats', label: message('Chats'), needs: 'see_results' },
  { to: '/projects/$projectId/rubric', label: message('Rubric'), needs: 'view_project' },
  { to: '/projects/$projectId/guidelines', label: message('Guidelines'), needs: 'view_project' },
  { to: '/projects/$projectId/import', label: message('Import'), needs: 'import_items' },
  { to: '/projects/$projectId/media', label: message('Media'), needs: 'import_items' },
  { to: '/projects/$projectId/export', label: message('Export'), needs: 'export_data' },
  { to: '/projects/$projectId/models', label: message('Models'), needs: 'manage_project' },
  { to: '/projects/$projectId/people', label: message('People'), needs: 'manage_project' },
  { to: '/projects/$projectId/settings', label: message('Settings'), needs: 'manage_project' },
] as const satisfies readonly { to: string; label: Message; needs: Action }[];
export type ProjectPage = (typeof projectPages)[number];
