import type { GuidelineSection } from '#domain/guidelines/sections.ts';
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
    return <p className={styles.none}>Begin a line with # to make a section that annotators can jump to.</p>;
  }
  return (
    <nav aria-label="Sections">
      <ol className={styles.list}>
        {headed.map((section, index) => (
          <li key={section.anchor}>
            <button
              type="button"
              className={styles.entry}
              style={{ paddingLeft: 8 + (section.level - top) * 12 }}
              onClick={() => onGo(section, index)}
            >
              {section.heading || 'Untitled section'}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
