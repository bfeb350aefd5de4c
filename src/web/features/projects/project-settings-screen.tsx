export function ProjectSettingsScreen() {
  return <h1>Settings</h1>;
}
