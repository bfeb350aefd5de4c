export function NewProjectScreen() {
  return <h1>New project</h1>;
}
