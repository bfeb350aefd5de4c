import { memo } from 'react';
import type { GuidelineSection } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import { RenderedText } from '#web/ui/rendered-text/rendered-text.tsx';
import styles from './rendered-sections.module.css';

/** Guidelines typeset section by section, so that each can be linked to. */
export const RenderedSections = memo(function RenderedSections({
  sections,
}: {
  readonly sections: readonly GuidelineSection[];
}) {
  return (
    <div className={styles.sections}>
      {sections.map((section) => (
        <section key={section.anchor} id={`section-${section.anchor}`}>
          {section.level > 0 && (
            <Heading level={section.level}>{section.heading || say('Untitled section')}</Heading>
          )}
          {section.body !== '' && <RenderedText text={section.body} />}
        </section>
      ))}
    </div>
  );
});

/** One below the page's own title. */
function Heading({ level, children }: { readonly level: number; readonly children: string }) {
  if (level === 1) return <h2 className={styles.first}>{children}</h2>;
  if (level === 2) return <h3 className={styles.second}>{children}</h3>;
  return <h4 className={styles.third}>{children}</h4>;
}
