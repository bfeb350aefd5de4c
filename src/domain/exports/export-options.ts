export const tieTreatments = ['drop', 'separate', 'both_ways'] as const;
export const marginKinds = ['small', 'large', 'none'] as const;

export interface SplitShares {
  /** Whole percent; the three add up to 100. */
  readonly train: number;
  readonly validation: number;
  readonly test: number;
  /** Changing it deals the prompt groups anew. */
  readonly salt: string;
}

/** How judgments become rows. */
export interface ExportOptions {
  readonly ties: (typeof tieTreatments)[number];
  /** small: 0 to 1; large: 0 to 3; none: 0 in every row. */
  readonly margin: (typeof marginKinds)[number];
  readonly split: SplitShares;
  /** Items with fewer judgments are left out. */
  readonly minJudgments: number;
  /** Share (0 to 1) of the judgments that must say the same. */
  readonly minAgreement: number;
  /** With answers to tests on gold; those of training are never part of it. */
  readonly includeGold: boolean;
  /** Which rating per response makes pairs and KTO labels; null picks helpfulness, else the first rating. */
  readonly ratingKey: string | null;
  /** A mean rating from here up (share of the scale, 0 to 1) is good for KTO. */
  readonly ktoGoodFrom: number;
  /** A mean rating up to here is bad; what lies between is left out. */
  readonly ktoBadUpTo: number;
  readonly includeModelNames: boolean;
  /** Where an item was settled, its final answer decides in place of the votes. */
  readonly finalAnswers: boolean;
}

export const defaultExportOptions: ExportOptions = {
  ties: 'drop',
  margin: 'small',
  split: { train: 90, validation: 5, test: 5, salt: 'plumbline' },
  minJudgments: 1,
  minAgreement: 0,
  includeGold: false,
  ratingKey: null,
  ktoGoodFrom: 0.75,
  ktoBadUpTo: 0.25,
  includeModelNames: false,
  finalAnswers: true,
};
