export function DeploymentPeopleScreen() {
  return <h1>DeploymentPeopleScreen</h1>;
}
