type Grades = Readonly<Record<string, string>>;

/** Where a reviewer is with the judgment on screen. */
export interface Look {
  readonly mode: 'look' | 'fix' | 'return' | 'grades';
  readonly grade: string | null;
  readonly criterionGrades: Grades;
  readonly aspectGrades: Grades;
  /** To the author, with a correction. */
  readonly words: string;
  /** Each time that a correction is left, the author's answers are laid anew. */
  readonly round: number;
}

export const beginLook: Look = {
  mode: 'look',
  grade: null,
  criterionGrades: {},
  aspectGrades: {},
  words: '',
  round: 0,
};

export type LookAct =
  | { readonly kind: 'look' | 'fix' | 'touch' | 'return' | 'grades' }
  | { readonly kind: 'grade'; readonly key: string | null }
  | { readonly kind: 'grade_criterion'; readonly criterionKey: string; readonly key: string | null }
  | { readonly kind: 'grade_aspect'; readonly aspectKey: string; readonly key: string | null }
  | { readonly kind: 'words'; readonly words: string };

export function reduceLook(look: Look, act: LookAct): Look {
  switch (act.kind) {
    case 'look':
      return { ...look, mode: 'look', round: look.mode === 'fix' ? look.round + 1 : look.round };
    // Touching an answer is the beginning of a correction: what was touched stays on the desk.
    case 'fix':
    case 'touch':
      return { ...look, mode: 'fix' };
    case 'return':
    case 'grades':
      return { ...look, mode: act.kind };
    case 'grade':
      return { ...look, grade: act.key === look.grade ? null : act.key };
    case 'grade_criterion':
      return { ...look, criterionGrades: regrade(look.criterionGrades, act.criterionKey, act.key) };
    case 'grade_aspect':
      return { ...look, aspectGrades: regrade(look.aspectGrades, act.aspectKey, act.key) };
    case 'words':
      return { ...look, words: act.words };
  }
}

/** The same grade again takes it back. */
function regrade(grades: Grades, of: string, key: string | null): Grades {
  const { [of]: before, ...others } = grades;
  return key === null || before === key ? others : { ...others, [of]: key };
}
