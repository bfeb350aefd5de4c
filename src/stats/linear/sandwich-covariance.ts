/**
 * **Sandwich covariance**: A G A, a covariance that stays right when the model is not.
 *
 * What for: the spread of estimates whose likelihood is only borrowed, such as ties counted as half a win: A is the
 * inverse information of the model, G the sum of the squared gradients that were really seen.
 *
 * When it misleads: with few observations it is too small; and where observations hang together (many by one person),
 * G must be summed over persons.
 *
 * Formula: V = A G A for symmetric A and G.
 * Source: H. White (1982), "Maximum likelihood estimation of misspecified models", Econometrica 50(1).
 *
 * Units: the squared units of the estimates.
 *
 * @throws RangeError when both matrices do not have size × size entries.
 * @example
 * sandwichCovariance({ bread: new Float64Array([2, 0, 0, 1]), meat: new Float64Array([1, 1, 1, 3]), size: 2 }); // Float64Array [4, 2, 2, 3]
 */
export function sandwichCovariance({
  bread,
  meat,
  size,
}: {
  readonly bread: Float64Array;
  readonly meat: Float64Array;
  readonly size: number;
}): Float64Array {
  if (bread.length !== size * size || meat.length !== size * size) {
    throw new RangeError(`Both matrices must have ${size} rows and columns.`);
  }
  return multiply(multiply(bread, meat, size), bread, size);
}

function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let k = 0; k < size; k++) {
      const share = left[row * size + k] ?? 0;
      if (share === 0) continue;
      for (let column = 0; column < size; column++) {
        product[row * size + column] =
          (product[row * size + column] ?? 0) + share * (right[k * size + column] ?? 0);
      }
    }
  }
  return product;
}
