export function SetUpScreen() {
  return <h1>SetUpScreen</h1>;
}
