import {
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { Kbd } from './kbd.tsx';
import styles from './menu.module.css';
import { nextIndex } from './next-index.ts';
import { placeBelow } from './place-below.ts';

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
  /** The button that opens it: a <button> or a component that passes its properties on to one. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** Groups of acts, divided by a line. */
  readonly groups: readonly (readonly MenuAct[])[];
  readonly header?: ReactNode;
  readonly align?: 'start' | 'end';
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return Array.from(menu?.querySelectorAll<HTMLElement>('[role=menuitem]:enabled') ?? []);
}

/** Acts that drop down from a button; arrow keys, first letters and Escape work. */
export function Menu({ trigger, groups, header, align = 'end' }: MenuProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const press = (event: KeyboardEvent) => {
    const items = itemsOf(ref.current);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = nextIndex(
      event.key,
      at,
      items.map((item) => item.textContent ?? ''),
    );
    if (event.key === 'Tab') ref.current?.hidePopover();
    // The keys of the page rest while a menu is open.
    event.stopPropagation();
    if (next === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, 'aria-haspopup': 'menu' })}
      <div
        ref={ref}
        id={id}
        role="menu"
        tabIndex={-1}
        popover="auto"
        className={styles.dropdown}
        onKeyDown={press}
        onBeforeToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') placeBelow(event.currentTarget, align);
        }}
        onToggle={(event) => {
          if (event.newState === 'open') itemsOf(ref.current)[0]?.focus();
        }}
      >
        {open && <MenuContent groups={groups} header={header} onDone={() => ref.current?.hidePopover()} />}
      </div>
    </>
  );
}

function MenuContent(props: Pick<MenuProps, 'groups' | 'header'> & { readonly onDone: () => void }) {
  return (
    <>
      {props.header !== undefined && <div className={styles.header}>{props.header}</div>}
      {props.groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.label} className={styles.group}>
            {group.map((act) => (
              <MenuItem key={act.label} act={act} onDone={props.onDone} />
            ))}
          </div>
        ))}
    </>
  );
}

function MenuItem({ act, onDone }: { readonly act: MenuAct; readonly onDone: () => void }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={styles.item}
      disabled={act.disabled}
      data-danger={act.danger || undefined}
      aria-current={act.current ? 'true' : undefined}
      onClick={() => {
        onDone();
        act.onSelect();
      }}
    >
      {act.icon}
      <span className={styles.label}>
        {act.label}
        {act.hint !== undefined && <span className={styles.hint}>{act.hint}</span>}
      </span>
      {act.keyHint !== undefined && <Kbd keys={act.keyHint} />}
    </button>
  );
}
