import type { JudgingPreviewProps } from '#web/features/rubrics/preview-item.ts';
import { RubricScreen } from '#web/features/rubrics/rubric-screen.tsx';

function JudgingPreview({ rubric }: JudgingPreviewProps) {
  return <p>{rubric.criteria.map((criterion) => criterion.label).join(', ')}</p>;
}

/** The rubric designer with the judging screen as its preview: only here may two features meet. */
export function RubricPage() {
  return <RubricScreen JudgingPreview={JudgingPreview} />;
}
