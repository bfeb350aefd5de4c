import { type ReactNode, useId, useState } from 'react';
import { readsFromRight } from '#web/messages/reads-from-right.ts';
import styles from './tabs.module.css';

/** A row of links that look like tabs: `<TabLinks label="Project"><Link className={tabClass} …/></TabLinks>`. */
export function TabLinks({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={styles.bar} aria-label={label}>
      {children}
    </nav>
  );
}

/** The class of one link in TabLinks; the current one carries aria-current="page", as router links do. */
export const tabClass = styles.tab ?? '';

interface TabsProps<Value extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: Value; readonly label: string; readonly content: ReactNode }[];
}

/** Views of one place without an address of their own; arrow keys move between them. */
export function Tabs<const Value extends string>({ label, tabs }: TabsProps<Value>) {
  const id = useId();
  const [chosen, choose] = useState(tabs[0]?.value);
  const move = (by: number) => {
    const index = tabs.findIndex((tab) => tab.value === chosen);
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next.value);
    document.getElementById(`${id}-${next.value}`)?.focus();
  };
  const onward = readsFromRight() ? -1 : 1;
  const steps: Readonly<Record<string, number>> = { ArrowRight: onward, ArrowLeft: -onward };
  return (
    <div>
      <div className={styles.bar} role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={tab.value === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === chosen ? 0 : -1}
            onClick={() => choose(tab.value)}
            onKeyDown={(event) => {
              const step = steps[event.key];
              if (step !== undefined) move(step);
            }}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`} className={styles.panel}>
        {tabs.find((tab) => tab.value === chosen)?.content}
      </div>
    </div>
  );
}
