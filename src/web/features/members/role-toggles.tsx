import type { ProjectRole } from '#domain/access/roles.ts';
import { say } from '#web/messages/say.ts';
import { nameRole, rolesInOrder } from '#web/session/role-names.ts';
import { Tooltip } from '#web/ui/tooltip.tsx';
import styles from './role-toggles.module.css';
import { roleWords, switchRole } from './role-words.ts';

interface RoleTogglesProps {
  readonly label: string;
  readonly roles: readonly ProjectRole[];
  readonly canAppointOwners: boolean;
  readonly onChange: (roles: readonly ProjectRole[]) => void;
}

/** Every role as a switch; the last one that is on cannot be switched off. */
export function RoleToggles({ label, roles, canAppointOwners, onChange }: RoleTogglesProps) {
  return (
    <fieldset className={styles.toggles}>
      <legend className="visually-hidden">{label}</legend>
      {rolesInOrder.map((role) => {
        const isLast = roles.length === 1 && roles.includes(role);
        const isLocked = role === 'owner' && !canAppointOwners;
        const text = say(roleWords[role]);
        return (
          <Tooltip
            key={role}
            label={isLast ? say('{text} A member keeps at least one role.', { text }) : text}
          >
            <button
              type="button"
              className={styles.toggle}
              aria-pressed={roles.includes(role)}
              aria-disabled={isLast || isLocked || undefined}
              onClick={() => !isLast && !isLocked && onChange(switchRole(roles, role))}
            >
              {nameRole(role)}
            </button>
          </Tooltip>
        );
      })}
    </fieldset>
  );
}
