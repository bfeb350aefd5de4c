import type { GuidelineSection } from '#domain/guidelines/sections.ts';
import { say } from '#web/messages/say.ts';
import styles from './section-outline.module.css';

interface SectionOutlineProps {
  readonly sections: readonly GuidelineSection[];
  /** Called with the section and its place among those with a heading. */
  readonly onGo: (section: GuidelineSection, headingIndex: number) => void;
}

/** The headings, indented by level; each leads to its place. */
export function SectionOutline({ sections, onGo }: SectionOutlineProps) {
  const headed = sections.filter((section) => section.level > 0);
  const top = Math.min(...headed.map((section) => section.level), 6);
  if (headed.length === 0) {
    return (
      <p className={styles.none}>
        {say('Begin a line with # to make a section that annotators can jump to.')}
      </p>
    );
  }
  return (
    <nav aria-label={say('Sections')}>
      <ol className={styles.list}>
        {headed.map((section, index) => (
          <li key={section.anchor}>
            <button
              type="button"
              className={styles.entry}
              style={{ paddingInlineStart: 8 + (section.level - top) * 12 }}
              onClick={() => onGo(section, index)}
            >
              {section.heading || say('Untitled section')}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
