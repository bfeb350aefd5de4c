export function JoinScreen() {
  return <h1>JoinScreen</h1>;
}
