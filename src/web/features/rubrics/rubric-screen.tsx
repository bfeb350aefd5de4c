export function RubricScreen() {
  return <h1>Rubric</h1>;
}
