import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';

export interface MenuAct {
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: ReactNode;
  readonly hint?: string | undefined;
  readonly keyHint?: string | undefined;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly current?: boolean;
}

interface MenuProps {
  /** The button that opens it; must be able to take a ref. */
  readonly trigger: ReactElement;
  /** Groups of acts, divided by a line. */
  readonly groups: readonly (readonly MenuAct[])[];
  readonly header?: ReactNode;
  readonly align?: 'start' | 'end';
}

/** Acts that drop down from a button; arrow keys, first letters and Escape work. */
export function Menu({ trigger, groups, header, align = 'end' }: MenuProps) {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <MantineMenu
      position={`bottom-${align}`}
      offset={4}
      transitionProps={{ duration: 0 }}
      classNames={{
        dropdown: styles.dropdown ?? '',
        item: styles.item ?? '',
        divider: styles.divider ?? '',
      }}
    >
      <MantineMenu.Target>{trigger}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {header !== undefined && <div className={styles.header}>{header}</div>}
        {shown.map((group, index) => (
          <div key={group[0]?.label} className={index > 0 ? styles.group : undefined}>
            {group.map((act) => (
              <MenuItem key={act.label} {...act} />
            ))}
          </div>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function MenuItem(act: MenuAct) {
  return (
    <MantineMenu.Item
      onClick={act.onSelect}
      disabled={act.disabled ?? false}
      leftSection={act.icon}
      rightSection={act.keyHint === undefined ? undefined : <Kbd keys={act.keyHint} />}
      aria-current={act.current ? 'true' : undefined}
      mod={{ danger: act.danger ?? false, current: act.current ?? false }}
    >
      {act.label}
      {act.hint !== undefined && <span className={styles.hint}>{act.hint}</span>}
    </MantineMenu.Item>
  );
}
