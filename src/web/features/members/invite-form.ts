import type { ProjectRole } from '#domain/access/roles.ts';
import { say } from '#web/messages/say.ts';

/** What an invitation link offers. */
export interface InviteForm {
  readonly roles: readonly ProjectRole[];
  /** Empty = anybody with the link. */
  readonly email: string;
  readonly uses: number;
  readonly days: number;
}

export const usualInvite: InviteForm = { roles: ['annotator'], email: '', uses: 1, days: 14 };

/** The form after a change. A link for one address is for one person. */
export function changeInvite(form: InviteForm, part: Partial<InviteForm>): InviteForm {
  const next = { ...form, ...part };
  return next.email.trim() === '' ? next : { ...next, uses: 1 };
}

export function inviteRequest({ roles, email, uses, days }: InviteForm) {
  const address = email.trim();
  return { roles, email: address === '' ? null : address, uses, expiresInDays: days };
}

/** What is wrong with the form, in words at its fields. */
export function checkInvite({ roles, uses, days }: InviteForm) {
  const problems: { roles?: string; uses?: string; days?: string } = {};
  if (roles.length === 0) problems.roles = say('Choose at least one role.');
  if (uses < 1 || uses > 500) problems.uses = say('Between 1 and 500 people.');
  if (days < 1 || days > 90) problems.days = say('Between 1 and 90 days.');
  return problems;
}
