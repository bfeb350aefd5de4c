export function JudgeScreen() {
  return <h1>Judge</h1>;
}
