/**
 * How much of a full margin one preference is worth, from 0 to 1. With three strengths 1/3, 2/3, 1. The scale of four
 * without a tie is Llama 2's, whose weakest strength ("negligibly better or unsure") is worth nothing: 0, 1/3, 2/3, 1.
 */
export function marginShareOf(
  strength: number,
  scale: { readonly steps: number; readonly tie: boolean },
): number {
  if (scale.steps === 4 && !scale.tie) return (strength - 1) / 3;
  return strength / scale.steps;
}
