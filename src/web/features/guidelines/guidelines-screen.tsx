export function GuidelinesScreen() {
  return <h1>Guidelines</h1>;
}
