export function JudgmentsScreen() {
  return <h1>Judgments</h1>;
}
