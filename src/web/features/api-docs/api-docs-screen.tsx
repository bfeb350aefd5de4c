export function ApiDocsScreen() {
  return <h1>API</h1>;
}
