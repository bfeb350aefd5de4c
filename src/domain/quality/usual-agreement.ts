/** Below this alpha, Krippendorff advises against even tentative conclusions. */
export const tentativeAlpha = 0.667;

/**
 * How often two people prefer the same one of two responses in published preference data: from 63 % (HH-RLHF) to 77 %
 * (InstructGPT), so that a bare threshold would call normal work bad.
 */
export const usualSameSide = { from: 0.63, to: 0.77 } as const;
